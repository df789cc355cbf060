package import Grading

/// The signs with which a file writes numbers: `1.604,5` or `1,604.5` or `1604.5`.
///
/// Only a file that says which is read with thousands signs and decimal commas; without a
/// declaration a number that can be read in two ways is ambiguous, never guessed (DOMAIN 42).
package struct NumberSigns: Hashable, Sendable {
  package enum Sign: Hashable, Sendable {
    case point
    case comma
    case space
  }

  /// What a text can be as a number.
  package enum Reading: Hashable, Sendable {
    /// The value, already divided by 100 where a percent sign stands.
    case number(Exact, isPercent: Bool)
    /// With the sign taken for the decimal sign, and for the thousands sign.
    case ambiguous(decimal: Exact, thousands: Exact)
    case none
  }

  /// nil: the file does not say.
  package let decimal: Sign?
  /// nil: there is none, or the file does not say.
  package let thousands: Sign?

  /// A file that says nothing.
  package init() {
    decimal = nil
    thousands = nil
  }

  package init(decimal: Sign, thousands: Sign?) {
    self.decimal = decimal
    self.thousands = thousands
  }

  /// Reads `1604`, `-0.5`, `87,5 %` as the file's signs allow.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
    if !bytes.isEmpty, bytes.count < 18, bytes.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Exact.parse(bytes).map { .number($0, isPercent: false) } ?? .none
    }
    guard let written = SeparatedDigits(bytes) else { return .none }
    func number(_ value: Exact?) -> Reading {
      value.map { .number($0, isPercent: written.isPercent) } ?? .none
    }
    if let decimal { return number(written.value(decimal: decimal, thousands: thousands)) }
    let point = written.value(decimal: .point, thousands: .comma)
    let comma = written.value(decimal: .comma, thousands: .point)
    switch (written.separators.first, written.separators.count) {
    case (.comma, 1):
      // Nobody said that this file writes decimal commas.
      guard let comma, let joined = written.joined else { return .none }
      return .ambiguous(decimal: comma, thousands: joined)
    case (.point, 1):
      guard let point, let comma else { return number(point) }
      return .ambiguous(decimal: point, thousands: comma)
    default:
      return number(
        point ?? comma ?? written.value(decimal: .point, thousands: .space)
          ?? written.value(decimal: .comma, thousands: .space))
    }
  }
}

/// The parts of a number as it is written: groups of digits and the signs between them.
private struct SeparatedDigits {
  var isNegative = false
  var isPercent = false
  var groups: [String] = [""]
  var separators: [NumberSigns.Sign] = []

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 60 else { return nil }
    var text = Substring(String(decoding: bytes, as: UTF8.self))
    if text.last == "%" {
      isPercent = true
      text = text.dropLast()
      while text.last == " " || text.last == "\u{A0}" { text = text.dropLast() }
    }
    if text.first == "-" || text.first == "+" {
      isNegative = text.first == "-"
      text = text.dropFirst()
    }
    for character in text {
      switch character {
      case "0"..."9" where character.isASCII: groups[groups.count - 1].append(character)
      case ".": separate(.point)
      case ",": separate(.comma)
      case " ", "\u{A0}", "\u{202F}": separate(.space)
      default: return nil
      }
    }
    guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
  }

  private mutating func separate(_ sign: NumberSigns.Sign) {
    separators.append(sign)
    groups.append("")
  }

  /// The value when these are the signs; nil when the number is not written with them.
  func value(decimal: NumberSigns.Sign, thousands: NumberSigns.Sign?) -> Exact? {
    let hasDecimals = separators.last == decimal
    let before = hasDecimals ? separators.dropLast() : separators[...]
    let whole = hasDecimals ? groups.dropLast() : groups[...]
    guard before.allSatisfy({ $0 == thousands }) else { return nil }
    if let first = whole.first, whole.count > 1 {
      guard first.count <= 3, !first.hasPrefix("0") else { return nil }
      guard whole.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return exact(whole.joined() + (hasDecimals ? "." + (groups.last ?? "") : ""))
  }

  /// The value with all signs left out.
  var joined: Exact? { exact(groups.joined()) }

  private func exact(_ digits: String) -> Exact? {
    Exact(parsing: (isNegative ? "-" : "") + digits + (isPercent ? "%" : ""))
  }
}
