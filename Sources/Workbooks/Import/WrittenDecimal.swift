/// A number that somebody typed as text, with the signs of either language.
enum WrittenDecimal: Hashable {
  /// In digits with a point; a percentage keeps its sign.
  case value(String)
  /// It can be read in these ways.
  case ambiguous([String])

  /// - Parameter text: without blanks around it; blanks inside may only part thousands.
  /// - Returns: nil when it is no number.
  init?(_ text: String) {
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
      guard WrittenDecimal.isGrouped(groups.dropLast() + [last]),
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
      let decimal: Character = WrittenDecimal.isLast(".", in: body) ? "." : ","
      guard (decimal == "." ? points : commas) == 1,
        let digits = WrittenDecimal.ungrouped(body, decimal)
      else { return nil }
      self = .value(done(digits))
    } else {
      let separator: Character = points > 0 ? "." : ","
      let parts = body.split(separator: separator, omittingEmptySubsequences: false)
      let isGrouped = WrittenDecimal.isGrouped(parts)
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

/// A day that somebody typed as text.
enum WrittenDay {
  /// Reads `27/12/2018`, `27-12-2018`, `27.12.2018`, `2018-12-27`, each with `15:30` behind, as
  /// `2018-12-27T15:30`.
  /// - Returns: nil for anything else, two digits of a year among them.
  static func iso(_ text: String) -> String? {
    let halves = text.split { $0 == " " || $0 == "T" }
    guard let day = halves.first, halves.count <= 2 else { return nil }
    let parts = day.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let isYearFirst = parts[0].count == 4
    let year = isYearFirst ? parts[0] : parts[2]
    let date = isYearFirst ? parts[2] : parts[0]
    guard year.count == 4, (1...2).contains(date.count), (1...2).contains(parts[1].count) else {
      return nil
    }
    let iso = "\(year)-\(two(parts[1]))-\(two(date))"
    guard halves.count == 2 else { return iso }
    let time = halves[1].split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
    guard time.count == 2 || time.count == 3,
      time.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    return "\(iso)T\(two(time[0])):\(two(time[1]))"
  }

  private static func two(_ text: Substring) -> String {
    text.count == 1 ? "0\(text)" : String(text)
  }
}
