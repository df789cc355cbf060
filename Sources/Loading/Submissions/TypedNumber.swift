/// A number that somebody typed into a form, with the signs of either language.
package enum TypedNumber: Hashable, Sendable {
  /// In digits with a point; a percentage keeps its sign.
  case value(String)
  /// It can be read in these ways.
  case ambiguous([String])

  /// - Parameter text: without blanks around it; blanks inside may only part thousands.
  /// - Returns: nil when it is no number.
  package init?(_ text: String) {
    var body = text[...]
    let isPercent = body.last == "%"
    if isPercent { body = body.dropLast().trimmingBlanks }
    var sign = ""
    if let first = body.first, "+-−".contains(first) {
      if first != "+" { sign = "-" }
      body = body.dropFirst().trimmingBlanks
    }
    let groups = body.split(omittingEmptySubsequences: false, whereSeparator: \.isBlank)
    if groups.count > 1 {
      // Two figures in one cell are not one: "19 20".
      let last = groups[groups.count - 1].prefix { $0 != "," && $0 != "." }
      guard TypedNumber.isGrouped(groups.dropLast() + [last]),
        groups.dropLast().allSatisfy({ $0.allSatisfy(\.isNumber) })
      else { return nil }
      body = groups.joined()[...]
    }
    guard let first = body.first, first.isASCII, first.isNumber, body.count <= 40,
      body.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }),
      body.last?.isNumber == true
    else { return nil }
    func done(_ digits: String) -> String { sign + digits + (isPercent ? "%" : "") }
    let points = body.filter { $0 == "." }.count
    let commas = body.filter { $0 == "," }.count
    if points == 0, commas == 0 {
      self = .value(done(String(body)))
    } else if points > 0, commas > 0 {
      let decimal: Character = TypedNumber.isLast(".", in: body) ? "." : ","
      guard (decimal == "." ? points : commas) == 1,
        let digits = TypedNumber.ungrouped(body, decimal)
      else { return nil }
      self = .value(done(digits))
    } else {
      let separator: Character = points > 0 ? "." : ","
      let parts = body.split(separator: separator, omittingEmptySubsequences: false)
      let isGrouped = TypedNumber.isGrouped(parts)
      if parts.count == 2, !isGrouped || parts[0] == "0" {
        self = .value(done(parts.joined(separator: ".")))
      } else if parts.count > 2, isGrouped {
        self = .value(done(parts.joined()))
      } else if isGrouped {
        self = .ambiguous([done(parts.joined(separator: ".")), done(parts.joined())])
      } else {
        return nil
      }
    }
  }

  private static func isLast(_ sign: Character, in text: Substring) -> Bool {
    text.last { $0 == "." || $0 == "," } == sign
  }

  /// `1`, `234`, `567`: three digits in every part but the first.
  private static func isGrouped(_ parts: [Substring]) -> Bool {
    guard let first = parts.first, (1...3).contains(first.count) else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func ungrouped(_ text: Substring, _ decimal: Character) -> String? {
    let halves = text.split(separator: decimal, omittingEmptySubsequences: false)
    let group: Character = decimal == "." ? "," : "."
    let parts = halves[0].split(separator: group, omittingEmptySubsequences: false)
    guard halves.count == 2, isGrouped(parts), !halves[1].contains(group) else { return nil }
    return parts.joined() + "." + halves[1]
  }
}

extension Character {
  /// A blank within a line, the narrow and the unbreakable ones among them.
  fileprivate var isBlank: Bool { isWhitespace && !isNewline }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let rest = drop(while: \.isBlank)
    return rest.lastIndex { !$0.isBlank }.map { rest[...$0] } ?? ""
  }
}
