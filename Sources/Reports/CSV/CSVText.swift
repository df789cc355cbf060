package import Diagnostics
package import Grading

/// Rows of cells that a spreadsheet opens right, and that it never runs as formulas.
///
/// The file begins with a byte-order mark, so that Excel takes it for UTF-8; lines end with CR LF.
/// The separator is the one that Excel expects where the language is used: `;` with decimal commas
/// in Vietnamese, `,` with decimal points in English, so that a number is never cut in two nor
/// taken for a date. A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an
/// apostrophe in front unless it is a number. Programs read the JSON instead.
package struct CSVText: Sendable {
  package let language: Language
  package private(set) var bytes: [UInt8]
  private var isRowBegun = false

  /// - Parameter isWhole: false for rows that will be put behind others, without a byte-order mark.
  package init(_ language: Language, isWhole: Bool = true) {
    self.language = language
    bytes = isWhole ? [0xEF, 0xBB, 0xBF] : []
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private var separator: UInt8 { UInt8(ascii: language == .vietnamese ? ";" : ",") }

  package mutating func row(_ cells: [String]) {
    for text in cells { cell(text) }
    endRow()
  }

  package mutating func cell(_ text: String) {
    separate()
    write(text)
  }

  /// Cells that were encoded before and stand in many rows.
  package mutating func cells(encoded cells: [UInt8]) {
    separate()
    bytes.append(contentsOf: cells)
  }

  /// A number's cell, as `number` writes it.
  package mutating func cell(_ value: Exact) {
    guard let places = value.decimalPlaces, places <= Self.mostPlaces else {
      return cell(number(value))
    }
    separate()
    let isQuoted = places > 0 && decimalSign == UInt8(ascii: ",")
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    value.append(to: &bytes, decimalSign: decimalSign)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  package mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isRowBegun = false
  }

  /// Cells with their separators, to be put into many rows.
  package static func encoded(_ cells: [String], _ language: Language) -> [UInt8] {
    var csv = CSVText(language, isWhole: false)
    for text in cells { csv.cell(text) }
    return csv.bytes
  }

  /// A number in the language's own decimal sign, ungrouped; a fraction that does not end is
  /// rounded to six decimals.
  package func number(_ value: Exact?) -> String {
    guard let value else { return "" }
    let isShort = value.decimalPlaces.map { $0 <= Self.mostPlaces } ?? false
    let digits = isShort ? value.canonicalText : value.fixedText(places: Self.mostPlaces)
    return String(
      decoding: digits.utf8.map { $0 == UInt8(ascii: ".") ? decimalSign : $0 }, as: UTF8.self)
  }

  private static let mostPlaces = 6

  private var decimalSign: UInt8 { UInt8(ascii: language == .vietnamese ? "," : ".") }

  private mutating func separate() {
    if isRowBegun { bytes.append(separator) }
    isRowBegun = true
  }

  private mutating func write(_ cell: String) {
    var cell = cell
    cell.withUTF8 { utf8 in
      let isFormula = utf8.first.map { CSVText.starts.contains($0) } ?? false
      let hasApostrophe = isFormula && !CSVText.isNumber(utf8)
      let quote = UInt8(ascii: "\"")
      guard utf8.contains(where: CSVText.isQuoted) else {
        if hasApostrophe { bytes.append(UInt8(ascii: "'")) }
        return bytes.append(contentsOf: utf8)
      }
      bytes.append(quote)
      if hasApostrophe { bytes.append(UInt8(ascii: "'")) }
      for byte in utf8 {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }

  /// What a spreadsheet takes for the beginning of a formula.
  private static let starts = Array("=+-@\t\r".utf8)
  /// What a cell may not hold without quotes, whatever the separator.
  private static func isQuoted(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ","), 0x0A, 0x0D, 0x09: true
    default: false
    }
  }

  /// `-0,25`, `12`: a sign, digits, and one decimal sign at most.
  private static func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = cell.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard cell.count - digits.count <= 1, digits.first.map(isDigit) == true,
      digits.last.map(isDigit) == true
    else { return false }
    let others = digits.filter { !isDigit($0) }
    return others.isEmpty || others.elementsEqual(".".utf8) || others.elementsEqual(",".utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
