internal import Grading

/// Numbers as people write them; what can be read in two ways is never read (DOMAIN 42).
enum WrittenNumber {
  /// Digits and nothing else.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Exact? {
    guard !bytes.isEmpty, bytes.allSatisfy(isDigit) else { return nil }
    return Exact.parse(bytes)
  }

  /// A decimal number; not `1.604`, which may be a thousand.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Exact? {
    guard bytes.last != UInt8(ascii: "%"), !isGrouped(bytes) else { return nil }
    return Exact.parse(bytes)
  }

  /// `87.5%`, or a fraction from 0 to 1.
  static func rate(_ bytes: UnsafeBufferPointer<UInt8>) -> Exact? {
    guard let value = Exact.parse(bytes), !value.isNegative else { return nil }
    return bytes.last == UInt8(ascii: "%") || value <= .one ? value : nil
  }

  /// Points; no maximum reaches a thousand, so a point is a decimal sign.
  static func points(_ bytes: UnsafeBufferPointer<UInt8>) -> Exact? {
    bytes.last == UInt8(ascii: "%") ? nil : Exact.parse(bytes)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether points could be separating thousands: `4.000`, `1.234.567`, but not `0.925`.
  static func isGrouped(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    var digits = 0
    var groups = 0
    for byte in bytes {
      if isDigit(byte) {
        if digits == 0, groups == 0, byte == 0x30 { return false }
        digits += 1
        if digits > 3 { return false }
      } else if byte == UInt8(ascii: ".") {
        guard groups == 0 ? digits > 0 : digits == 3 else { return false }
        groups += 1
        digits = 0
      } else if !(byte == UInt8(ascii: "-") && digits == 0 && groups == 0) {
        return false
      }
    }
    return groups > 0 && digits == 3
  }

  /// What a number with separators may mean, as it should have been written; empty when it is no
  /// such number.
  static func readings(_ text: String) -> [String] {
    var digits = Substring(text)
    let isPercent = digits.last == "%"
    if isPercent { digits.removeLast() }
    let body = digits.first == "-" ? digits.dropFirst() : digits
    guard let first = body.utf8.first, isDigit(first), body.utf8.count <= 30,
      body.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }),
      body.contains(",") || isGrouped(Array(body.utf8))
    else { return [] }
    var found: [String] = []
    for sign in [",", "."] {
      let separator = sign == "," ? "." : ","
      let parts = digits.split(separator: Character(separator), omittingEmptySubsequences: false)
      let written = parts.joined().split(
        separator: Character(sign), omittingEmptySubsequences: false
      )
      .joined(separator: ".")
      guard let value = Exact(parsing: written) else { continue }
      let reading = value.canonicalText + (isPercent ? "%" : "")
      if !found.contains(reading) { found.append(reading) }
    }
    return found
  }
}
