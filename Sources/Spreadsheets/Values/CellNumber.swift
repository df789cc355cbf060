/// A number in a cell: a decimal of at most 15 significant digits, which is what spreadsheet
/// programs keep and show; more digits in a file are the tail of their binary numbers and are
/// rounded away, half away from zero.
package struct CellNumber: Hashable, Sendable {
  package let isNegative: Bool
  /// The significant digits without zeros at either end; empty for 0.
  private let digits: [UInt8]
  /// The value is 0.DIGITS × 10 to this power.
  private let exponent: Int

  /// How many significant digits a number in a cell has at most.
  package static let significantDigits = 15

  /// Reads `-12.50`, `1E-3`, `+7`: digits with a point, as files write numbers.
  /// - Returns: nil for anything else, infinities and NaN among them, and beyond 10^308.
  package init?(_ text: some StringProtocol) {
    var reader = DecimalReader(text.utf8)
    guard reader.readAll() else { return nil }
    var digits = reader.digits
    var exponent = reader.exponent
    if digits.count > CellNumber.significantDigits {
      let next = digits[CellNumber.significantDigits]
      digits.removeSubrange(CellNumber.significantDigits...)
      if next >= 5 { CellNumber.roundUp(&digits, &exponent) }
    }
    while digits.last == 0 { digits.removeLast() }
    guard digits.isEmpty || (-330...309).contains(exponent) else { return nil }
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent
    isNegative = reader.isNegative && !digits.isEmpty
  }

  /// A whole number; beyond 15 digits it is rounded.
  package init(_ value: Int) {
    // Digits and a sign are always read.
    self = CellNumber(String(value)) ?? CellNumber.zero
  }

  private init() {
    digits = []
    exponent = 0
    isNegative = false
  }

  package static let zero = CellNumber()

  private static func roundUp(_ digits: inout [UInt8], _ exponent: inout Int) {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  /// Whether there is nothing behind the point.
  package var isWhole: Bool { exponent >= digits.count || digits.isEmpty }

  /// The shortest decimal text: `0.25`, `-3`, `1200`; beyond 21 places with a power, `1E308`.
  package var text: String {
    guard !digits.isEmpty else { return "0" }
    let sign = isNegative ? "-" : ""
    let shown = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    guard (-20...21).contains(exponent) else {
      let tail = shown.dropFirst()
      return "\(sign)\(shown.prefix(1))\(tail.isEmpty ? "" : ".")\(tail)E\(exponent - 1)"
    }
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + shown }
    if exponent >= digits.count {
      return sign + shown + String(repeating: "0", count: exponent - digits.count)
    }
    return "\(sign)\(shown.prefix(exponent)).\(shown.dropFirst(exponent))"
  }

  /// The whole number, if it is one that fits.
  package var whole: Int? { isWhole && exponent <= 18 ? Int(text) : nil }
}

/// Takes a decimal number apart.
private struct DecimalReader<Bytes: Collection> where Bytes.Element == UInt8 {
  private var rest: Bytes.SubSequence
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0
  private(set) var isNegative = false

  init(_ bytes: Bytes) { rest = bytes[...] }

  /// - Returns: whether all of it was a number.
  mutating func readAll() -> Bool {
    isNegative = readSign()
    var places = 0
    var hasPoint = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if let digit = readDigit(byte) {
        places += 1
        if !hasPoint, !(digits.isEmpty && digit == 0) { exponent += 1 }
        if hasPoint, digits.isEmpty, digit == 0 { exponent -= 1 }
        if !(digits.isEmpty && digit == 0), digits.count < 400 { digits.append(digit) }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard places > 0 else { return false }
    return readPower() && rest.isEmpty
  }

  private mutating func readSign() -> Bool {
    guard let byte = rest.first, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else {
      return false
    }
    rest = rest.dropFirst()
    return byte == UInt8(ascii: "-")
  }

  private func readDigit(_ byte: UInt8) -> UInt8? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte - UInt8(ascii: "0") : nil
  }

  private mutating func readPower() -> Bool {
    guard let byte = rest.first, byte == UInt8(ascii: "E") || byte == UInt8(ascii: "e") else {
      return true
    }
    rest = rest.dropFirst()
    let isDown = readSign()
    var power = 0
    var places = 0
    while let digit = rest.first.flatMap({ readDigit($0) }) {
      power = min(power * 10 + Int(digit), 100_000)
      places += 1
      rest = rest.dropFirst()
    }
    exponent += isDown ? -power : power
    return places > 0
  }
}
