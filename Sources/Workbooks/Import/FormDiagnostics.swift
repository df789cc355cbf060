internal import Diagnostics
internal import Spreadsheets

/// Forms that are not this round's, or whose layout was changed.
extension Diagnostic {
  private static let exportAgain = Wording(
    vi: "xuất biểu mới bằng `parindex workbook export` và điền lại",
    en: "export a new form with `parindex workbook export` and fill that in")

  private static func mismatch(
    _ path: String, _ vietnamese: String, _ english: String, help: Wording? = nil
  ) -> Diagnostic {
    Diagnostic(
      .workbookMismatch, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: vietnamese, en: english), help: help ?? exportAgain)
  }

  static func formOfOtherVersion(_ path: String, _ format: String) -> Diagnostic {
    mismatch(
      path, "biểu theo mẫu `\(format)`, không phải `\(FormIdentity.format)`",
      "the form is of version `\(format)`, not `\(FormIdentity.format)`")
  }

  static func formOfOtherRound(_ path: String, _ found: String, expected: String) -> Diagnostic {
    mismatch(
      path, "biểu của kỳ đánh giá `\(found)`, không phải `\(expected)`",
      "the form is of the round `\(found)`, not `\(expected)`")
  }

  static func formOfUnknownUnit(_ path: String, _ found: String, known: [String]) -> Diagnostic {
    mismatch(
      path, "biểu của `\(found)`, không có trong kỳ đánh giá này",
      "the form is of `\(found)`, which is not in this round")
  }

  static func formOfOtherCriteria(
    _ path: String, _ found: String, expected: String, unit: String
  ) -> Diagnostic {
    let isSame = found == expected
    return mismatch(
      path,
      isSame
        ? "biểu của `\(unit)` làm theo bản khác của bộ tiêu chí `\(expected)`"
        : "biểu của `\(unit)` làm theo bộ tiêu chí `\(found)`, không phải `\(expected)`",
      isSame
        ? "the form of `\(unit)` follows another edition of the criteria `\(expected)`"
        : "the form of `\(unit)` follows the criteria `\(found)`, not `\(expected)`")
  }

  static func formTwice(_ path: String, unit: String, first: String) -> Diagnostic {
    mismatch(
      path, "`\(path)` và `\(first)` cùng là biểu của `\(unit)`",
      "`\(path)` and `\(first)` are both forms of `\(unit)`",
      help: Wording(
        vi: "chỉ nhận một biểu của mỗi đơn vị", en: "take in one form of each unit"))
  }

  // MARK: Layout

  private static func layout(
    _ span: SourceSpan, _ vietnamese: String, _ english: String, severity: Severity = .error,
    help: Wording? = nil
  ) -> Diagnostic {
    Diagnostic(
      .workbookLayout, severity: severity, at: span, Wording(vi: vietnamese, en: english),
      help: help ?? exportAgain)
  }

  private static func layout(
    _ source: CellSource, _ vietnamese: String, _ english: String, help: Wording? = nil,
    secondary: [SourceLabel] = []
  ) -> Diagnostic {
    var told = Diagnostic(
      .workbookLayout, at: source.span, Wording(vi: vietnamese, en: english),
      secondary: secondary, help: help ?? exportAgain)
    told.primary = source.label
    return told
  }

  private static func whole(_ path: String, _ sheet: String? = nil) -> SourceSpan {
    SourceSpan(whole: SourceFile(path: path, sheet: sheet))
  }

  static func sheetMissing(_ path: String, _ title: String) -> Diagnostic {
    layout(
      whole(path), "không thấy trang “\(title)” của biểu tự chấm",
      "there is no sheet “\(title)” of a form")
  }

  static func sheetTwice(_ path: String, _ names: [String]) -> Diagnostic {
    let list = names.map { "“\($0)”" }.joined(separator: ", ")
    return layout(
      whole(path), "một trang của biểu có hai bản: \(list)",
      "a sheet of the form is there twice: \(list)",
      help: Wording(vi: "xóa bản không dùng", en: "delete the one that is not used"))
  }

  static func formIncomplete(_ path: String, _ sheet: String) -> Diagnostic {
    layout(
      whole(path, sheet), "trang ẩn không còn cho biết biểu của ai, kỳ nào",
      "the hidden sheet no longer says whose form it is")
  }

  static func columnsMissing(_ path: String, _ sheet: String, _ heads: [String]) -> Diagnostic {
    let list = heads.map { "“\($0)”" }.joined(separator: ", ")
    return layout(
      whole(path, sheet), "trang “\(sheet)” thiếu cột: \(list)",
      "sheet “\(sheet)” lacks the columns \(list)")
  }

  static func columnTwice(_ path: String, _ sheet: String, _ cell: CellAddress, _ head: String)
    -> Diagnostic
  {
    layout(
      CellSource(file: path, sheet: sheet, address: cell, shown: head),
      "trang “\(sheet)” có hai cột “\(head)”", "sheet “\(sheet)” has two columns “\(head)”")
  }

  static func rowUnknown(_ source: CellSource, _ title: String) -> Diagnostic {
    layout(
      source, "dòng này của mục `\(title)`, bộ tiêu chí không có",
      "this row is for `\(title)`, which the criteria do not have")
  }

  static func rowTwice(_ source: CellSource, _ title: String, first: CellSource) -> Diagnostic {
    layout(
      source, "dòng của mục `\(title)` có hai lần",
      "the row for `\(title)` is there twice",
      help: Wording(vi: "xóa dòng chép thừa", en: "delete the copy"),
      secondary: [first.label(Wording(vi: "dòng trước", en: "the first one"))])
  }

  static func rowWithoutKey(_ source: CellSource) -> Diagnostic {
    layout(
      source, "dòng này không thuộc mục nào của biểu, nội dung ghi ở đây sẽ mất",
      "this row belongs to no item of the form; what is written here would be lost",
      help: Wording(
        vi: "chuyển nội dung sang dòng của mục rồi xóa dòng này",
        en: "move it to the row of its item and delete this one"))
  }

  static func rowsMissing(_ path: String, _ sheet: String, _ ids: [String]) -> Diagnostic {
    let shown = ids.prefix(12).joined(separator: "; ") + (ids.count > 12 ? "; …" : "")
    return layout(
      whole(path, sheet), "không còn dòng của \(shown): coi là chưa trả lời",
      "there is no row left for \(shown): taken as not answered", severity: .warning)
  }

  // MARK: Cells

  private static func value(
    _ source: CellSource, _ wording: Wording, expected: Wording? = nil, help: Wording? = nil
  ) -> Diagnostic {
    var told = Diagnostic(
      .cellValue, at: source.span, wording, expected: expected, help: help)
    told.primary = source.label
    return told
  }

  static func valueUnfit(_ source: CellSource, expected: Wording) -> Diagnostic {
    value(
      source,
      Wording(
        vi: "ô này không nhận “\(source.shown)”", en: "this cell does not take “\(source.shown)”"),
      expected: expected)
  }

  static func numberUnclear(_ source: CellSource, _ readings: [String]) -> Diagnostic {
    let shown = readings.map { $0.replacing(".", with: ",") }
    return value(
      source,
      Wording(
        vi: "số “\(source.shown)” hiểu được nhiều cách: \(shown.joined(separator: " hoặc "))",
        en: "the number “\(source.shown)” can be read as \(readings.joined(separator: " or "))"),
      help: Wording(
        vi: "gõ lại số, không có dấu ngăn hàng nghìn",
        en: "type the number again, without a sign between thousands"))
  }

  static func dayForText(_ source: CellSource, _ day: String) -> Diagnostic {
    value(
      source,
      Wording(
        vi: "chương trình bảng tính đã đổi chữ đã gõ thành ngày \(day)",
        en: "the spreadsheet program made the date \(day) of what was typed"),
      help: Wording(
        vi: "gõ lại, thêm dấu nháy đơn ở đầu ('1-4)",
        en: "type it again behind an apostrophe ('1-4)"
      ))
  }

  static func errorInCell(_ source: CellSource, _ error: String) -> Diagnostic {
    value(
      source,
      Wording(
        vi: "ô này không có giá trị: “\(error)”", en: "this cell has no value: “\(error)”"))
  }

  static func placeWithoutDocument(_ source: CellSource) -> Diagnostic {
    value(
      source,
      Wording(
        vi: "có mục, trang mà không có mã tài liệu",
        en: "there is a section or page without a document"),
      help: Wording(
        vi: "chọn mã tài liệu, hoặc xóa mục và trang",
        en: "choose the document, or delete section and pages"))
  }

  static func formulaInInput(_ source: CellSource, shown: String?) -> Diagnostic {
    var told = Diagnostic(
      .cellFormula, severity: shown == nil ? .error : .warning, at: source.span,
      shown.map {
        Wording(
          vi: "ô phải nhập có công thức; lấy kết quả đã lưu “\($0)”",
          en: "a cell to be typed in holds a formula; its stored result “\($0)” is taken")
      }
        ?? Wording(
          vi: "ô phải nhập có công thức chưa có kết quả",
          en: "a cell to be typed in holds a formula without a result"),
      help: Wording(vi: "gõ thẳng giá trị vào ô", en: "type the value itself"))
    told.primary = source.label
    return told
  }

  static func formulaCallsOut(_ source: CellSource, _ call: OutsideCall) -> Diagnostic {
    let what =
      switch call {
      case .function(let name):
        Wording(vi: "gọi hàm \(name)", en: "calls \(name)")
      case .file: Wording(vi: "lấy dữ liệu từ tệp khác", en: "reads another file")
      case .program: Wording(vi: "gọi chương trình khác", en: "calls another program")
      }
    var told = Diagnostic(
      .cellFormula, at: source.span,
      Wording(
        vi: "công thức \(what.vietnamese): biểu không được lấy gì từ bên ngoài",
        en: "the formula \(what.english): a form may fetch nothing from outside"),
      help: Wording(vi: "xóa công thức, gõ giá trị", en: "delete the formula and type the value"))
    told.primary = source.label
    return told
  }
}
