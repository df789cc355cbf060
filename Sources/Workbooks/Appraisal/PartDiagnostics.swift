internal import Diagnostics
internal import Spreadsheets

/// Parts that are not of this round or person, or say what cannot be meant.
extension Diagnostic {
  static let takeOutAgain = Wording(
    vi: "tải lại phần việc ở trang Thẩm định và điền vào tệp đó",
    en: "take your part out again on the page of appraisal and fill that in")

  private static func mismatch(
    _ span: SourceSpan, _ vietnamese: String, _ english: String
  ) -> Diagnostic {
    Diagnostic(
      .workbookMismatch, at: span, Wording(vi: vietnamese, en: english), help: takeOutAgain)
  }

  private static func whole(_ path: String, _ sheet: String? = nil) -> SourceSpan {
    SourceSpan(whole: SourceFile(path: path, sheet: sheet))
  }

  static func partSheetMissing(_ path: String, _ title: String) -> Diagnostic {
    Diagnostic(
      .workbookLayout, at: whole(path),
      Wording(
        vi: "không thấy trang “\(title)” của phần việc thẩm định",
        en: "there is no sheet “\(title)” of a part of appraisal"), help: takeOutAgain)
  }

  static func partOfOtherVersion(_ path: String, _ format: String) -> Diagnostic {
    mismatch(
      whole(path), "phần việc theo mẫu `\(format)`, không phải `\(PartIdentity.format)`",
      "the part is of version `\(format)`, not `\(PartIdentity.format)`")
  }

  static func partOfOtherRound(_ path: String, _ found: String, expected: String) -> Diagnostic {
    mismatch(
      whole(path), "phần việc của kỳ đánh giá `\(found)`, không phải `\(expected)`",
      "the part is of the round `\(found)`, not `\(expected)`")
  }

  static func partOfOtherPerson(_ path: String, _ found: String) -> Diagnostic {
    mismatch(
      whole(path), "phần việc của người khác (`\(found)`)",
      "the part is somebody else's (`\(found)`)"
    )
  }

  static func sheetOfOtherPart(_ path: String, _ sheet: String) -> Diagnostic {
    mismatch(
      whole(path, sheet), "trang “\(sheet)” chép từ một phần việc khác",
      "sheet “\(sheet)” was copied from another part")
  }

  static func tooManyDecisions(_ path: String, _ sheet: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      .workbookTooLarge, at: whole(path, sheet),
      Wording(
        vi: "có \(count) quyết định, mỗi lần nhận nhiều nhất \(PartReader.most)",
        en: "there are \(count) decisions, more than the \(PartReader.most) of one go"),
      help: Wording(
        vi: "chia ra nạp nhiều lần: xóa bớt quyết định rồi nạp, sau đó nạp phần còn lại",
        en: "bring them in several goes, with some of the decisions each"))
  }

  private static func cell(
    _ source: CellSource, code: DiagnosticCode = .cellValue, _ vietnamese: String,
    _ english: String, help: Wording
  ) -> Diagnostic {
    var told = Diagnostic(
      code, at: source.span, Wording(vi: vietnamese, en: english), help: help)
    told.primary = source.label
    return told
  }

  static func partRowUnknown(_ source: CellSource, _ key: String) -> Diagnostic {
    cell(
      source, code: .workbookLayout, "dòng này của `\(key)`, kỳ đánh giá không có",
      "this row is for `\(key)`, which the round does not have", help: takeOutAgain)
  }

  static func typedWithoutDecision(_ source: CellSource, _ head: String) -> Diagnostic {
    cell(
      source, "dòng này có “\(head)” mà chưa chọn quyết định",
      "this row holds “\(head)” but no decision",
      help: Wording(
        vi: "chọn quyết định ở cột “\(PartColumn.decision.head)”, hoặc xóa ô này",
        en: "choose the decision, or empty this cell"))
  }

  static func unusedByDecision(
    _ source: CellSource, _ head: String, _ choice: String
  ) -> Diagnostic {
    cell(
      source, "quyết định “\(choice)” không dùng “\(head)”",
      "the decision “\(choice)” takes no “\(head)”",
      help: Wording(
        vi: "chọn quyết định khác, hoặc xóa ô này",
        en: "choose another decision, or empty this cell"))
  }
}
