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
  private var bytes: [UInt8]

  /// - Parameter isWhole: false for rows that will be put behind others, without a byte-order mark.
  package init(_ language: Language, isWhole: Bool = true) {
    self.language = language
    bytes = isWhole ? [0xEF, 0xBB, 0xBF] : []
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private var separator: UInt8 { UInt8(ascii: language == .vietnamese ? ";" : ",") }

  package mutating func row(_ cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(separator) }
      write(cell)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// A number in the language's own decimal sign, ungrouped; a fraction that does not end is
  /// rounded to six decimals.
  package func number(_ value: Exact?) -> String {
    guard let value else { return "" }
    let isFinite = value == value.rounded(places: 6, mode: .halfUp)
    let digits = isFinite ? value.canonicalText : value.fixedText(places: 6)
    guard language == .vietnamese else { return digits }
    let point = UInt8(ascii: ".")
    return String(decoding: digits.utf8.map { $0 == point ? UInt8(ascii: ",") : $0 }, as: UTF8.self)
  }

  private mutating func write(_ cell: String) {
    var cell = cell
    cell.withUTF8 { utf8 in
      let isFormula = utf8.first.map { CSVText.starts.contains($0) } ?? false
      let hasApostrophe = isFormula && !CSVText.isNumber(utf8)
      let quote = UInt8(ascii: "\"")
      guard utf8.contains(where: { CSVText.quoted.contains($0) }) else {
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
  private static let quoted = Array("\";,\n\r\t".utf8)

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
