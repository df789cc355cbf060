internal import Diagnostics
internal import Spreadsheets

/// Cells that cannot be taken as they are.
extension Diagnostic {
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
