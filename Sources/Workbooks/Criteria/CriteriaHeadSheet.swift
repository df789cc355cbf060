internal import Loading
internal import Spreadsheets

/// The sheets of a table of criteria.
enum CriteriaSheet: CaseIterable {
  case table
  case head
  case guidance

  var title: String {
    switch self {
    case .table: "Tiêu chí"
    case .head: "Bộ tiêu chí"
    case .guidance: "Hướng dẫn"
    }
  }
}

/// The second sheet: the keys of the set itself, one a row.
struct CriteriaHeadSheet {
  /// What stands first in the sheet of keys.
  static let mark = "format"
  /// Keys whose value is a text, not YAML.
  static let texts: Set<String> = [
    "format", "id", "title", "unit_type", "stand_in", "without_evidence",
  ]
  /// Keys whose entries have a row each.
  static let groups = ["shared_inputs", "figures"]

  private let outline: CriteriaOutline

  init(_ outline: CriteriaOutline) { self.outline = outline }

  var sheet: Sheet {
    var sheet = Sheet(SheetName(CriteriaSheet.head.title))
    for (column, (head, width)) in [("Khóa", 26), ("Giá trị", 80), ("Ý nghĩa", 48)].enumerated() {
      sheet.put(.text(head), at: CellAddress(row: 0, column: column), FormStyles.head)
      sheet.width(width, ofColumns: column...column)
    }
    for (place, (key, value)) in outline.head.enumerated() {
      let row = place + 1
      sheet.put(
        .text(key), at: CellAddress(row: row, column: 0),
        FormStyles.text.with { $0.number = .text })
      let isText = CriteriaHeadSheet.texts.contains(key)
      sheet.put(
        .text(CriteriaExporter.cellText(value)), at: CellAddress(row: row, column: 1),
        FormStyles.text.with {
          $0.number = .text
          if !isText {
            $0.font = "Liberation Mono"
            $0.size = 9
          }
        })
      sheet.put(
        .text(CriteriaHeadSheet.meaning(key)), at: CellAddress(row: row, column: 2),
        FormStyles.small)
    }
    sheet.firstMoving = CellAddress(row: 1, column: 1)
    sheet.print.repeatedRows = 0...0
    sheet.print.footer = UnitForm.footer(CriteriaSheet.head.title)
    sheet.fitHeights()
    sheet.tabColour = 0x1B7F4B
    return sheet
  }

  private static func meaning(_ key: String) -> String {
    switch key {
    case "format": "Không sửa."
    case "id": "Mã bộ tiêu chí: thư mục/tệp."
    case "title": "Tên bộ tiêu chí."
    case "year": "Năm ban hành."
    case "unit_type": "Loại cơ quan được chấm."
    case "units": "Chỉ dùng cho các cơ quan này."
    case "basis": "Quyết định ban hành."
    case "clause": "Căn cứ chung; các mục kế thừa."
    case "stand_in": "Nói rõ bộ này đứng thay cho văn bản nào."
    case "max_points": "Tổng điểm tối đa; các lĩnh vực cộng lại phải bằng."
    case "rounding": "Số chữ số thập phân của điểm và của Chỉ số."
    case "without_evidence": "Điểm không có tài liệu kiểm chứng: keep, pending hoặc zero."
    case "counterparts": "Mục nào là mục nào của bộ năm trước."
    default:
      if key.hasPrefix("shared_inputs.") {
        "Số liệu khai một lần, nhiều mục dùng."
      } else if key.hasPrefix("figures.") {
        "Sổ theo dõi của cơ quan khác và các cột của sổ."
      } else {
        ""
      }
    }
  }
}
