import Diagnostics
import Foundation
import Grading
import Loading
import Spreadsheets
import TestSupport
import Testing
import Workbooks

/// A form of the shipped round, to be filled in and sent back by somebody careless or hostile.
struct SentForm {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let loaded: RoundSetting? =
    loadRoundSetting(root + "/Submissions/khanh-hoa-2017").setting

  static func setting() throws -> RoundSetting { try #require(loaded) }

  /// The form of the health department as it is handed out.
  static let handedOut: [UInt8]? = {
    guard let setting = loaded,
      let member = setting.members.first(where: { $0.unit.id == "so-y-te" }),
      case .bytes(let bytes) = FormExporter(setting).bytes(member, path: "so-y-te.xlsx")
    else { return nil }
    return bytes
  }()

  enum Column: String {
    case key = "A"
    case value = "F"
    case points = "G"
    case document = "H"
    case section = "I"
    case pages = "J"
    case notApplicable = "K"
    case note = "L"
  }

  var book: XMLBook
  private let rows: [String: Int]

  init() throws {
    let bytes = try #require(SentForm.handedOut)
    book = try XMLBook(unpacking: bytes)
    var rows: [String: Int] = [:]
    for cell in try SpreadsheetFile(bytes).sheets[0].cells where cell.address.column == 0 {
      rows[cell.value.shown] = cell.address.row + 1
    }
    self.rows = rows
  }

  static func sheet(_ number: Int) -> String { "xl/worksheets/sheet\(number).xml" }

  func row(_ key: String) throws -> Int { try #require(rows[key], "\(key)") }

  /// Puts something else into a cell: its inside and its type.
  mutating func set(
    _ cell: String, _ inside: String, type: String = "n", sheet: Int = 1, style: String? = nil
  ) throws {
    var text = book[SentForm.sheet(sheet)]
    let start = try #require(text.range(of: "<c r=\"\(cell)\""))
    let tag = try #require(text[start.lowerBound...].firstIndex(of: ">"))
    let isEmpty = text[text.index(before: tag)] == "/"
    let end =
      isEmpty
      ? text.index(after: tag)
      : try #require(text[tag...].range(of: "</c>")).upperBound
    let old = text[start.upperBound..<tag]
    let kept = old.firstMatch(of: /s="[0-9]+"/).map { " \($0.0)" } ?? ""
    text.replaceSubrange(
      start.lowerBound..<end,
      with: "<c r=\"\(cell)\"\(style.map { " s=\"\($0)\"" } ?? kept) t=\"\(type)\">\(inside)</c>")
    book[SentForm.sheet(sheet)] = text
  }

  mutating func type(_ text: String, _ key: String, _ column: Column) throws {
    try type(text, at: "\(column.rawValue)\(row(key))")
  }

  mutating func type(_ text: String, at cell: String, sheet: Int = 1) throws {
    try set(
      cell, "<is><t xml:space=\"preserve\">\(XMLBook.escaped(text))</t></is>", type: "inlineStr",
      sheet: sheet)
  }

  mutating func number(_ number: String, _ key: String, _ column: Column) throws {
    try set("\(column.rawValue)\(row(key))", "<v>\(number)</v>")
  }

  mutating func formula(_ formula: String, _ result: String?, _ key: String, _ column: Column)
    throws
  {
    try set(
      "\(column.rawValue)\(row(key))",
      "<f>\(XMLBook.escaped(formula))</f>\(result.map { "<v>\($0)</v>" } ?? "")")
  }

  /// Takes a whole row out, or writes it again elsewhere.
  mutating func takeRow(_ row: Int, sheet: Int = 1) throws -> String {
    var text = book[SentForm.sheet(sheet)]
    let start = try #require(text.range(of: "<row r=\"\(row)\"")).lowerBound
    let end = try #require(text[start...].range(of: "</row>")).upperBound
    let taken = String(text[start..<end])
    text.removeSubrange(start..<end)
    book[SentForm.sheet(sheet)] = text
    return taken
  }

  mutating func addRow(_ row: String, sheet: Int = 1) {
    book[SentForm.sheet(sheet)] = book[SentForm.sheet(sheet)].replacingOccurrences(
      of: "</sheetData>", with: row + "</sheetData>")
  }

  func read() throws -> (form: FormImport?, [Diagnostic]) {
    try FormImporter(SentForm.setting()).read(book.bytes(), path: "so-y-te.xlsx")
  }

  /// Without places on this machine.
  static func shown(_ diagnostics: [Diagnostic], _ language: Language) -> String {
    TextRenderer(language: language).render(diagnostics)
      .replacingOccurrences(of: root + "/", with: "")
  }
}
