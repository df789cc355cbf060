import Diagnostics
import Foundation
import Loading
import Spreadsheets
import TestSupport
import Testing
import Workbooks

/// A table of criteria with something wrong in it.
struct BrokenTable {
  let name: String
  let bytes: () throws -> [UInt8]

  /// The table of the shipped set of departments with cells changed: by item and head of the
  /// column, or by key of the set; nil takes what is there away.
  init(_ name: String, _ changes: [(String, String, String?)]) {
    self.name = name
    bytes = {
      var book = try BrokenTable.small()
      for (row, column, text) in changes { try book.type(text, row, column) }
      return try book.bytes()
    }
  }

  init(_ name: String, annex change: @escaping (inout TypedAnnex) -> Void) {
    self.name = name
    bytes = {
      var annex = TypedAnnex()
      change(&annex)
      return try annex.bytes()
    }
  }

  init(_ name: String, bytes: @escaping () throws -> [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The bytes of a set's table.
  static func exported(_ path: String) throws -> [UInt8] {
    let loading = loadCriteriaOutline(path)
    let outline = try #require(loading.outline)
    guard case .bytes(let bytes) = CriteriaExporter(outline).bytes(path: "so.xlsx") else {
      Issue.record("no table of \(path)")
      return []
    }
    return bytes
  }

  static let text = """
    format: parindex/criteria@1
    id: tinh/so
    title: Bộ tiêu chí của các sở
    year: 2026
    unit_type: so
    clause: {document: 1/QĐ-UBND}
    max_points: 5
    rounding: {points: 2, index: 2, mode: half_up}
    without_evidence: keep
    shared_inputs:
      staff: {type: count, title: Số công chức}
    figures:
      reports: {title: Sổ báo cáo, columns: {late: {type: count, title: Số báo cáo trễ hạn}}}
    areas:
      - id: "1"
        title: Chỉ đạo, điều hành
        max_points: 5
        criteria:
          - id: "1.1"
            title: Kế hoạch
            max_points: 3
            sub_criteria:
              - id: "1.1.1"
                title: Ban hành kế hoạch
                max_points: 1
                inputs:
                  planned: {type: yes_no, title: Có kế hoạch}
                rule: {yes_no: planned}
              - id: "1.1.2"
                title: Hoàn thành kế hoạch
                max_points: 2
                inputs:
                  total: {type: count, title: Số nhiệm vụ}
                  done: {type: count, title: Số đã hoàn thành, at_most: total}
                rule:
                  steps:
                    of: done / total
                    bands: [{above: 90%, points: 2}, {from: 70%, points: 1}, {otherwise: 0}]
                if_undefined: full_points
                evidence: {required: yes, kinds: [báo cáo]}
                guidance: Tính đến hết năm.
          - id: "1.2"
            title: Báo cáo
            max_points: 2
            rule: {deduction: {per: [{count: reports.late, points: 0.5}], floor: 0}}
            if_missing: pending
            scored_by: register
    """

  static func small() throws -> OpenTable {
    let folder = try TemporaryFolder()
    return try OpenTable(try exported(try folder.write("so.yaml", text)))
  }
}

/// A table that was opened to be changed.
struct OpenTable {
  var book: XMLBook
  private var places: [String: (sheet: Int, row: Int)] = [:]
  private var columns: [String: String] = ["Giá trị": "B", "Khóa": "A"]

  init(_ bytes: [UInt8]) throws {
    book = try XMLBook(unpacking: bytes)
    let sheets = try SpreadsheetFile(bytes).sheets
    for (number, sheet) in sheets.prefix(2).enumerated() {
      for cell in sheet.cells where cell.address.column == 0 {
        places[cell.value.shown] = (number + 1, cell.address.row + 1)
      }
    }
    for cell in sheets[0].cells where cell.address.row == 2 {
      columns[cell.value.shown] = cell.address.text.filter(\.isLetter)
    }
  }

  func address(_ row: String, _ column: String) throws -> (sheet: Int, cell: String) {
    let place = try #require(places[row], "\(row)")
    let letter = try #require(columns[column], "\(column)")
    return (place.sheet, "\(letter)\(place.row)")
  }

  /// Puts another text into a cell, or none.
  mutating func type(_ text: String?, _ row: String, _ column: String) throws {
    try set(
      text.map { "<is><t xml:space=\"preserve\">\(XMLBook.escaped($0))</t></is>" } ?? "",
      type: text == nil ? "n" : "inlineStr", row, column)
  }

  /// Puts other XML into a cell.
  mutating func set(_ inside: String, type: String, _ row: String, _ column: String) throws {
    let (sheet, cell) = try address(row, column)
    let part = "xl/worksheets/sheet\(sheet).xml"
    let found = try Regex("<c r=\"\(cell)\"( s=\"[0-9]+\")?[^>]*?(/>|>.*?</c>)")
    var text = book[part]
    let match = try #require(text.firstMatch(of: found), "\(cell)")
    text.replaceSubrange(match.range, with: "<c r=\"\(cell)\" t=\"\(type)\">\(inside)</c>")
    book[part] = text
  }

  func bytes() throws -> [UInt8] { try book.bytes() }
}
