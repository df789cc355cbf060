internal import Diagnostics
internal import Spreadsheets

/// Tables of criteria that cannot be taken as they are.
extension Diagnostic {
  private static func table(
    _ span: SourceSpan, _ label: SourceLabel? = nil, _ vietnamese: String, _ english: String,
    severity: Severity = .error, expected: Wording? = nil, help: Wording? = nil
  ) -> Diagnostic {
    var told = Diagnostic(
      .workbookLayout, severity: severity, at: span, Wording(vi: vietnamese, en: english),
      expected: expected, help: help)
    if let label { told.primary = label }
    return told
  }

  static func tableMissing(_ path: String) -> Diagnostic {
    table(
      SourceSpan(whole: SourceFile(path: path)), nil, "không thấy bảng tiêu chí nào",
      "there is no table of criteria",
      expected: Wording(
        vi:
          "một trang có dòng tiêu đề gồm “Mã” hoặc “STT”, “Lĩnh vực, tiêu chí, tiêu chí thành phần”, “Điểm tối đa”",
        en:
          "a sheet with a row of heads: “Mã” or “STT”, “Lĩnh vực, tiêu chí, tiêu chí thành phần”, “Điểm tối đa”"
      ))
  }

  static func tableTwice(_ path: String, _ names: [String]) -> Diagnostic {
    let list = names.map { "“\($0)”" }.joined(separator: ", ")
    return table(
      SourceSpan(whole: SourceFile(path: path)), nil, "nhiều trang có bảng tiêu chí: \(list)",
      "several sheets hold a table of criteria: \(list)",
      help: Wording(vi: "để lại một trang", en: "keep one of them"))
  }

  static func tableColumnTwice(_ path: String, _ sheet: String, _ cell: ReadCell, _ head: String)
    -> Diagnostic
  {
    let source = CellSource(
      file: path, sheet: sheet, address: cell.address, shown: cell.value.shown)
    return table(
      source.span, source.label, "bảng có hai cột “\(head)”",
      "the table has two columns “\(head)”",
      help: Wording(vi: "xóa một cột, hoặc đổi tên", en: "delete one, or give it another name"))
  }

  static func tableColumnsMissing(_ path: String, _ sheet: String, row: Int, _ heads: [String])
    -> Diagnostic
  {
    let list = heads.map { "“\($0)”" }.joined(separator: ", ")
    let source = CellSource(
      file: path, sheet: sheet, address: CellAddress(row: row, column: 0), shown: "")
    return table(
      source.span, source.label, "bảng thiếu cột \(list)", "the table lacks the column \(list)",
      help: Wording(
        vi: "thêm cột, hoặc ghi đúng tên cột ở dòng này",
        en: "add the column, or name it so in this row"))
  }

  static func headSheetMissing(_ path: String) -> Diagnostic {
    table(
      SourceSpan(whole: SourceFile(path: path)), nil,
      "bảng có cột “\(CriteriaColumn.rule.head)” nhưng không có trang “\(CriteriaSheet.head.title)”",
      "the table has rules, but there is no sheet “\(CriteriaSheet.head.title)”",
      expected: Wording(
        vi: "một trang có khóa `format` ở cột A và các khóa của bộ tiêu chí",
        en: "a sheet with `format` in column A and the keys of the set"),
      help: Wording(
        vi: "chép trang ấy từ bảng do `parindex criteria export` xuất ra",
        en: "copy that sheet from a table that `parindex criteria export` wrote"))
  }

  static func yearMissing(_ path: String) -> Diagnostic {
    table(
      SourceSpan(whole: SourceFile(path: path)), nil,
      "phía trên bảng không ghi năm của bộ tiêu chí", "no year stands above the table",
      help: Wording(vi: "ghi rõ --year", en: "give --year"))
  }

  static func keyHasColumn(_ source: CellSource, _ column: CriteriaColumn) -> Diagnostic {
    let key = column.key ?? ""
    return table(
      source.span, source.label, "khóa `\(key)` có cột riêng: “\(column.head)”",
      "the key `\(key)` has a column of its own: “\(column.head)”",
      help: Wording(vi: "ghi vào cột ấy", en: "write it in that column"))
  }

  static func itemWithoutID(_ source: CellSource, isMerged: Bool) -> Diagnostic {
    table(
      source.span, source.label,
      isMerged
        ? "ô mã gộp nhiều dòng: không rõ mã của dòng này" : "dòng này có nội dung mà không có mã",
      isMerged
        ? "the id's cell is merged over several rows: this row has no id of its own"
        : "this row has content but no id",
      help: isMerged
        ? Wording(vi: "bỏ gộp ô, ghi mã ở từng dòng", en: "unmerge it and write an id in each row")
        : Wording(vi: "ghi mã, hoặc xóa dòng", en: "write its id, or delete the row"))
  }

  static func itemWithoutParent(_ source: CellSource, _ id: String, level: String) -> Diagnostic {
    table(
      source.span, source.label, "phía trên `\(id)` không có \(level.lowercased()) nào chứa nó",
      "no row above `\(id)` can hold it",
      expected: Wording(
        vi: "dòng của mục chứa nó đứng trước", en: "the row of what holds it, above it"))
  }

  static func numberingGap(_ source: CellSource, _ id: String, after last: String?) -> Diagnostic {
    table(
      source.span, source.label,
      last.map { "số thứ tự bị hụt: sau `\($0)` là `\(id)`" }
        ?? "số thứ tự bị hụt: mục đầu là `\(id)`",
      last.map { "the numbering has a gap: `\(id)` follows `\($0)`" }
        ?? "the numbering has a gap: it begins with `\(id)`",
      severity: .warning,
      help: Wording(vi: "thêm mục còn thiếu, hoặc đánh số lại", en: "add what is missing"))
  }

  static func noItems(_ path: String, _ sheet: String) -> Diagnostic {
    table(
      SourceSpan(whole: SourceFile(path: path, sheet: sheet)), nil,
      "dưới dòng tiêu đề không có mục nào", "there is nothing below the heads")
  }

  static func rulesToWrite(_ path: String, _ sheet: String, count: Int) -> Diagnostic {
    Diagnostic(
      .draft, at: SourceSpan(whole: SourceFile(path: path, sheet: sheet)),
      Wording(
        vi: "\(count) mục chưa có quy tắc chấm: tạm ghi là điểm do người chấm cho (`council: []`)",
        en: "\(count) items have no rule yet: points given by a person (`council: []`) for now"),
      help: Wording(
        vi: "viết quy tắc trong tệp YAML, hoặc xuất ra bảng có cột quy tắc rồi điền",
        en: "write the rules in the YAML file, or export it to a table with a column for rules"))
  }
}
