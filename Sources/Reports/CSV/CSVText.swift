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
  package private(set) var text: String

  /// - Parameter isWhole: false for rows that will be put behind others, without a byte-order mark.
  package init(_ language: Language, isWhole: Bool = true) {
    self.language = language
    text = isWhole ? "\u{FEFF}" : ""
  }

  package var separator: Character { language == .vietnamese ? ";" : "," }

  package mutating func row(_ cells: [String]) {
    var isFirst = true
    for cell in cells {
      if !isFirst { text.append(separator) }
      isFirst = false
      text += field(cell)
    }
    text += "\r\n"
  }

  /// A number in the language's own decimal sign, ungrouped; a fraction that does not end is
  /// rounded to six decimals.
  package func number(_ value: Exact?) -> String {
    guard let value else { return "" }
    let isFinite = value == value.rounded(places: 6, mode: .halfUp)
    let digits = isFinite ? value.canonicalText : value.fixedText(places: 6)
    return language == .vietnamese ? digits.replacing(".", with: ",") : digits
  }

  private func field(_ cell: String) -> String {
    var cell = cell
    if let first = cell.utf8.first, CSVText.starts.contains(first), !isNumber(cell) {
      cell = "'" + cell
    }
    guard cell.utf8.contains(where: CSVText.quoted.contains) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// What a spreadsheet takes for the beginning of a formula.
  private static let starts = Array("=+-@\t\r".utf8)
  /// What a cell may not hold without quotes, whatever the separator.
  private static let quoted = Array("\";,\n\r\t".utf8)

  /// `-0,25`, `12`: a sign, digits, and one decimal sign at most.
  private func isNumber(_ cell: String) -> Bool {
    let digits = cell.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard cell.utf8.count - digits.count <= 1, digits.first.map(isDigit) == true,
      digits.last.map(isDigit) == true
    else { return false }
    let others = digits.filter { !isDigit($0) }
    return others.isEmpty || others.elementsEqual(".".utf8) || others.elementsEqual(",".utf8)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
