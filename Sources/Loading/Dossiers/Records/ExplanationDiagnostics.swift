internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Sentences about explanations of late dossiers.
extension Diagnostic {
  static func decidedByNobody(_ dossier: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, severity: .warning, at: span,
      Wording(
        vi: "không ghi ai quyết định về giải trình của hồ sơ `\(shortened(dossier))`",
        en: "it is not said who decided on the explanation of the dossier `\(shortened(dossier))`"),
      help: Wording(vi: "ghi vào cột `decided_by`", en: "write it in the column `decided_by`"))
  }

  static func explainedTwice(_ dossier: String, at span: SourceSpan, first: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "hồ sơ `\(shortened(dossier))` được giải trình hai lần",
        en: "the dossier `\(shortened(dossier))` is explained twice"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first here"))],
      help: Wording(vi: "giữ một dòng cho mỗi hồ sơ", en: "keep one row a dossier"))
  }

  static func unknownCause(_ name: String, known: [DossierCause], at span: SourceSpan)
    -> Diagnostic
  {
    let folded = UnitNames.folded(name)
    let titled = known.first { UnitNames.folded($0.title) == folded }
    let list = known.map { "`\($0.id)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "nguyên nhân `\(shortened(name))` không có trong danh mục của quy tắc đếm hồ sơ",
        en: "the cause `\(shortened(name))` is not in the list of the dossier rules"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: titled.map { Wording(vi: "ghi mã `\($0.id)`", en: "write the id `\($0.id)`") }
        ?? NearestName.help(for: name, among: known.map(\.id)))
  }

  static func acceptedSubjective(_ cause: DossierCause, dossier: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .decisionRefused, severity: .warning, at: span,
      Wording(
        vi:
          "giải trình của hồ sơ `\(shortened(dossier))` được chấp nhận, nhưng nguyên nhân `\(cause.id)` (\(cause.title)) không được xem xét",
        en:
          "the explanation of the dossier `\(shortened(dossier))` is accepted, but the cause `\(cause.id)` (\(cause.title)) is not considered"
      ),
      help: Wording(
        vi: "ghi `refused`, hoặc ghi đúng nguyên nhân", en: "write `refused`, or the real cause"))
  }

  static func acceptedWithoutCause(_ dossier: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, severity: .warning, at: span,
      Wording(
        vi: "giải trình của hồ sơ `\(shortened(dossier))` được chấp nhận mà không nêu nguyên nhân",
        en: "the explanation of the dossier `\(shortened(dossier))` is accepted without a cause"))
  }

  /// nil when there are none.
  static func acceptedWithoutEvidence(_ rows: NamedRows) -> Diagnostic? {
    rows.first.map { first in
      Diagnostic(
        .unknownEvidence, severity: .warning, at: first,
        Wording(
          vi:
            "\(rows.count) giải trình được chấp nhận mà không nêu tài liệu kiểm chứng: \(rows.list("dòng"))",
          en:
            "\(rows.count) explanation\(rows.count == 1 ? " is" : "s are") accepted without evidence: \(rows.list("line"))"
        ),
        help: Wording(
          vi: "ghi tài liệu kiểm chứng vào cột `evidence`",
          en: "write the evidence in the column `evidence`"))
    }
  }

  /// The limit is the first minute that is too late.
  static func explainedLate(
    _ explanation: DossierExplanation, _ handedIn: LocalMinute, limit: LocalMinute
  ) -> Diagnostic {
    let last = LocalMinute(number: limit.number - 1)
    let isWholeDay = limit.ofDay == 0
    let isAccepted = explanation.decision == .accepted
    // A day alone is its first minute.
    let moment =
      handedIn.ofDay == 0
      ? Wording(vi: "ngày \(handedIn.day.vietnameseText)", en: "on \(handedIn.day.isoText)")
      : Wording(vi: "lúc \(handedIn.vietnamese)", en: "at \(handedIn.text)")
    return Diagnostic(
      .dateOutOfRange, severity: isAccepted ? .warning : .note, at: explanation.span,
      Wording(
        vi:
          "giải trình của hồ sơ `\(shortened(explanation.dossier))` gửi \(moment.vietnamese), quá hạn, không được xem xét",
        en:
          "the explanation of the dossier `\(shortened(explanation.dossier))` was handed in \(moment.english), too late to be considered"
      ),
      expected: isWholeDay
        ? Wording(
          vi: "đến hết ngày \(last.day.vietnameseText)", en: "by the end of \(last.day.isoText)")
        : Wording(vi: "trước \(limit.vietnamese)", en: "before \(limit.text)"))
  }

  // MARK: Decisions that were not made yet

  static func explainedAfter(_ time: LocalMinute, _ count: Int, at first: SourceSpan) -> Diagnostic
  {
    let day = lastDay(before: time)
    return decisionsLeftOut(
      at: first,
      Wording(
        vi: "\(count) giải trình nộp sau ngày \(day.vietnameseText) không được áp dụng",
        en: "\(count) explanation\(count == 1 ? "" : "s") handed in after \(day.isoText) "
          + "\(count == 1 ? "is" : "are") not applied"))
  }

  static func correctedAfter(_ time: LocalMinute, _ count: Int, at first: SourceSpan) -> Diagnostic
  {
    let day = lastDay(before: time)
    return decisionsLeftOut(
      at: first,
      Wording(
        vi: "\(count) đính chính quyết định sau ngày \(day.vietnameseText) không được áp dụng",
        en: "\(count) correction\(count == 1 ? "" : "s") decided after \(day.isoText) "
          + "\(count == 1 ? "is" : "are") not applied"))
  }

  private static func lastDay(before time: LocalMinute) -> CalendarDay {
    LocalMinute(number: time.number - 1).day
  }

  private static func decisionsLeftOut(at first: SourceSpan, _ message: Wording) -> Diagnostic {
    Diagnostic(
      .decisionRefused, severity: .warning, at: first, message,
      label: Wording(vi: "dòng đầu tiên", en: "the first of them"),
      help: Wording(
        vi: "số liệu tính đến một ngày chỉ gồm những gì đã biết đến hết ngày đó",
        en: "figures as of a day hold what was known at its end"))
  }
}
