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
      "the form is of `\(found)`, which is not in this round",
      help: NearestID.help(for: found, among: known))
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

  static func sheetOfOtherForm(
    _ path: String, _ sheet: String, of other: String, expected: String
  ) -> Diagnostic {
    mismatch(
      path, "trang “\(sheet)” là của biểu `\(other)`, biểu này là `\(expected)`",
      "sheet “\(sheet)” is of the form `\(other)`, this form is `\(expected)`",
      help: Wording(
        vi: "điền vào trang của chính biểu này, không chép trang của biểu khác sang",
        en: "fill in this form's own sheet, do not copy another form's"))
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

  static func formIncomplete(_ path: String, _ sheet: String, help: Wording? = nil) -> Diagnostic {
    layout(
      whole(path, sheet), "trang “\(sheet)” không còn cho biết biểu của ai, kỳ nào",
      "sheet “\(sheet)” no longer says whose form it is", help: help)
  }

  static func columnsMissing(
    _ path: String, _ sheet: String, _ heads: [String], help: Wording? = nil
  ) -> Diagnostic {
    let list = heads.map { "“\($0)”" }.joined(separator: ", ")
    return layout(
      whole(path, sheet), "trang “\(sheet)” thiếu cột: \(list)",
      "sheet “\(sheet)” lacks the columns \(list)", help: help)
  }

  static func columnTwice(
    _ path: String, _ sheet: String, _ cell: CellAddress, _ head: String, help: Wording? = nil
  ) -> Diagnostic {
    layout(
      CellSource(file: path, sheet: sheet, address: cell, shown: head),
      "trang “\(sheet)” có hai cột “\(head)”", "sheet “\(sheet)” has two columns “\(head)”",
      help: help)
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

  static func sheetUnread(_ path: String, _ sheet: String) -> Diagnostic {
    layout(
      whole(path, sheet), "trang “\(sheet)” không phải của biểu, nội dung ở đó không được đọc",
      "sheet “\(sheet)” is none of the form's; what is written there is not read",
      severity: .warning,
      help: Wording(
        vi: "ghi vào cột “\(FormColumn.note.head)”, hoặc nộp làm tài liệu kiểm chứng",
        en: "write it into the item's note, or hand it in as evidence"))
  }

  static func commentsUnread(_ path: String) -> Diagnostic {
    layout(
      whole(path), "biểu có nhận xét (comment) gắn vào ô, các nhận xét đó không được đọc",
      "cells of the form have comments, which are not read", severity: .warning,
      help: Wording(
        vi: "ghi vào cột “\(FormColumn.note.head)”", en: "write them into the item's note"))
  }

  /// What people see in a row is not what its hidden key says.
  static func rowMoved(_ source: CellSource, key: String) -> Diagnostic {
    layout(
      source, "dòng này của `\(key)` mà ghi “\(source.shown)”: các ô đã bị dời sang dòng khác",
      "this row is for `\(key)` and reads “\(source.shown)”: its cells were moved to another row",
      help: Wording(
        vi: "hoàn tác việc dời ô; muốn đổi chỗ thì dời cả dòng",
        en: "undo the move; move whole rows instead"))
  }

  /// Something stands where nothing is read.
  static func cellUnread(_ source: CellSource, _ head: String) -> Diagnostic {
    layout(
      source, "dòng này không nhận gì ở cột “\(head)”, nội dung ghi ở đây sẽ mất",
      "this row takes nothing in column “\(head)”; what is written here would be lost",
      help: Wording(
        vi: "chuyển sang dòng của chính tiêu chí, hoặc xóa",
        en: "move it to the row of the item itself, or delete it"))
  }
}
