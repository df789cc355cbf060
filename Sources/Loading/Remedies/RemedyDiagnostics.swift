internal import Diagnostics

/// Sentences about plans to make lost points good.
extension Diagnostic {
  static func remediesAreDraft(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .draft, at: span,
      Wording(
        vi: "chưa có `submitted_at`: kế hoạch khắc phục này là bản nháp, chưa được tính là đã có",
        en: "there is no `submitted_at`: this remedy plan is a draft and covers nothing yet"),
      help: Wording(
        vi: "ghi thời điểm nộp, ví dụ `submitted_at: 2018-02-28T15:30`, khi nộp",
        en: "write the time of hand-in, like `submitted_at: 2018-02-28T15:30`, when it is handed in"
      ))
  }

  static func remedyTwice(_ item: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "`\(item)` có hai kế hoạch khắc phục", en: "`\(item)` has two remedies"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first planned here"))],
      help: Wording(
        vi: "gộp thành một mục, nêu các biện pháp trong cùng `measure`",
        en: "make them one, with all measures in its `measure`"))
  }
}
