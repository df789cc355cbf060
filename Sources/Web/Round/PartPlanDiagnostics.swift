internal import Diagnostics

/// What a part says that the items' own forms would not take.
extension Diagnostic {
  /// - Parameter text: what is wrong, in the page's language.
  static func partField(_ label: SourceLabel?, _ text: String) -> Diagnostic {
    partCell(label, Wording(vi: text, en: text))
  }

  static func partTextUnfit(_ label: SourceLabel?) -> Diagnostic {
    partCell(
      label,
      Wording(
        vi: "nội dung quá dài hoặc có ký tự không hợp lệ",
        en: "it is too long or holds characters that are not text"))
  }

  static func partOfOtherLog(_ file: String, seen: Int, events: Int) -> Diagnostic {
    Diagnostic(
      .workbookMismatch, at: SourceSpan(whole: SourceFile(path: file)),
      Wording(
        vi: "phần việc tải về khi nhật ký có \(seen) sự kiện, nay nhật ký chỉ có \(events)",
        en: "the part was taken out at event \(seen), and the log has only \(events)"),
      help: Wording(
        vi: "tải lại phần việc ở trang Thẩm định và điền vào tệp đó",
        en: "take your part out again on the page of appraisal and fill that in"))
  }

  private static func partCell(_ label: SourceLabel?, _ message: Wording) -> Diagnostic {
    Diagnostic(
      .cellValue, at: SourceSpan(whole: SourceFile(path: "phan-viec.xlsx")), message
    ).placed(label)
  }

  /// The same with its place in a part instead of a file of the round.
  func placed(_ label: SourceLabel?) -> Diagnostic {
    var copy = self
    copy.secondary = []
    if let label { copy.primary = label }
    return copy
  }
}
