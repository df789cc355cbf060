internal import Grading

/// How a file writes its numbers; nil where the file does not say.
struct NumberFormat: Sendable {
  /// What stands before the decimals.
  var decimal: Character?
  /// What stands between groups of three digits; a blank stands for any kind of blank.
  var thousands: Character?
  /// Whether the file says that it groups no digits.
  var hasNoThousands = false
  /// How many decimals percentages are rounded to.
  var percentPlaces = 2
  /// Texts that mean "no figure" beside an empty cell.
  var missing: Set<String> = []

  /// Whether the file says how it writes numbers.
  var isDeclared: Bool { decimal != nil || thousands != nil || hasNoThousands }
}

/// What a printed number may turn out to be.
enum PrintedNumber: Equatable {
  case missing
  case number(Exact)
  /// Readable in two ways, as 4.000 is where nobody says what the point stands for.
  case ambiguous(Exact, Exact)
  case unreadable

  /// Reads a whole number: a point or comma in it can only group its digits.
  init(count text: String, _ format: NumberFormat) {
    self.init(text, format) { readings in
      let text = Substring(text)
      if format.isDeclared {
        return [Self.value(text, thousands: format.thousands, decimal: nil)].compactMap(\.self)
      }
      guard readings.count == 1 else { return readings }
      let grouped = [".", ",", " "].map { Self.value(text, thousands: $0, decimal: nil) }
      return grouped.contains(readings[0]) ? readings : []
    }
  }

  /// Reads a percentage, with a percent sign or without.
  init(percent text: String, _ format: NumberFormat) {
    var text = Substring(text)
    if text.last == "%" { text = text.dropLast() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    self.init(String(text), format) { $0 }
  }

  private init(_ text: String, _ format: NumberFormat, _ choose: ([Exact]) -> [Exact]) {
    if text.isEmpty || format.missing.contains(text) {
      self = .missing
      return
    }
    let readings = choose(Self.readings(Substring(text), format))
    switch readings.count {
    case 0: self = .unreadable
    case 1: self = .number(readings[0])
    default: self = .ambiguous(readings[0], readings[1])
    }
  }

  /// Every value that the text can have, the one with grouped digits first.
  private static func readings(_ text: Substring, _ format: NumberFormat) -> [Exact] {
    var found: [Exact] = []
    func add(_ value: Exact?) {
      if let value, !found.contains(value) { found.append(value) }
    }
    if format.isDeclared {
      add(value(text, thousands: format.thousands, decimal: format.decimal))
      return found
    }
    add(value(text, thousands: ".", decimal: ","))
    add(value(text, thousands: ",", decimal: "."))
    add(value(text, thousands: " ", decimal: ","))
    return found
  }

  private static func value(
    _ text: Substring, thousands: Character?, decimal: Character?
  ) -> Exact? {
    let parts: [Substring]
    if let decimal {
      parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    } else {
      parts = [text]
    }
    guard parts.count <= 2, let whole = digits(parts[0], thousands) else { return nil }
    guard parts.count == 2 else { return Exact(parsing: whole) }
    guard !parts[1].isEmpty, parts[1].allSatisfy(isDigit) else { return nil }
    return Exact(parsing: "\(whole).\(parts[1])")
  }

  /// The digits of a whole number without their grouping; nil when the groups are not of three.
  private static func digits(_ text: Substring, _ thousands: Character?) -> String? {
    var groups: [Substring] = [text]
    if let thousands {
      groups = text.split(omittingEmptySubsequences: false) {
        thousands == " " ? $0.isWhitespace : $0 == thousands
      }
    }
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    if groups.count > 1 {
      guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    let joined = groups.joined()
    return joined.count <= 18 ? joined : nil
  }

  private static func isDigit(_ character: Character) -> Bool {
    character >= "0" && character <= "9" && character.isASCII
  }
}
