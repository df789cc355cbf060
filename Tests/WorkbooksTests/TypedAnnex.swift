import Diagnostics
import Foundation
import TestSupport
import Workbooks

/// An annex as somebody types it, without rules.
struct TypedAnnex {
  var above = "PHỤ LỤC 1: BỘ TIÊU CHÍ CỦA CÁC SỞ, BAN, NGÀNH NĂM 2026"
  var heads = [
    "STT", "Lĩnh vực/tiêu chí/tiêu chí thành phần", "Điểm tối đa", "Cách chấm",
    "Tài liệu kiểm chứng",
  ]
  var rows: [[String]] = [
    ["Lĩnh vực 1", "Công tác chỉ đạo, điều hành", "5,5", "", ""],
    ["1.1", "Kế hoạch cải cách hành chính", "3,5", "", ""],
    ["1.1.1", "Ban hành kế hoạch", "1,5", "Trong quý I: 1,5 điểm", "Kế hoạch"],
    ["", "- Sau quý I: 0,5 điểm", "", "", ""],
    ["1.1.2", "Mức độ hoàn thành kế hoạch", "2", "Theo tỷ lệ", ""],
    ["1.2.", "Tuyên truyền", "2", "Hội đồng cho điểm", ""],
    ["Lĩnh vực 2", "Cải cách thể chế", "4", "", ""],
    ["2.1", "Văn bản quy phạm pháp luật", "4", "", ""],
    ["2.1.1", "Trình đúng tiến độ", "4", "", ""],
    ["", "Tổng cộng", "9,5", "", ""],
    ["", "Ghi chú: điểm lẻ làm tròn hai chữ số.", "", "", ""],
  ]
  /// Ranges that are merged.
  var merges: [String] = []
  /// Cells of another kind than text, by address.
  var cells: [String: String] = [:]

  func bytes() throws -> [UInt8] {
    let lines = [[above], [], heads] + rows
    var sheet = ""
    for (row, line) in lines.enumerated() {
      sheet += "<row r=\"\(row + 1)\">"
      for (column, text) in line.enumerated() {
        let address = "\(Character(UnicodeScalar(UInt8(65 + column))))\(row + 1)"
        if let cell = cells[address] {
          sheet += "<c r=\"\(address)\"\(cell)</c>"
        } else if !text.isEmpty {
          sheet +=
            "<c r=\"\(address)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLBook.escaped(text))</t></is></c>"
        }
      }
      sheet += "</row>"
    }
    var book = XMLBook(sheet: sheet, name: "Phụ lục 1")
    if !merges.isEmpty {
      let list = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      book["xl/worksheets/sheet1.xml"] = book["xl/worksheets/sheet1.xml"].replacingOccurrences(
        of: "</sheetData>", with: "</sheetData><mergeCells>\(list)</mergeCells>")
    }
    return try book.bytes()
  }

  func read(year: Int? = nil) throws -> (set: CriteriaImport?, [Diagnostic]) {
    var options = CriteriaImporter.Options(target: "tinh-2026/so.yaml")
    options.year = year
    return CriteriaImporter(options).read(try bytes(), path: "phu-luc-1.xlsx")
  }
}
