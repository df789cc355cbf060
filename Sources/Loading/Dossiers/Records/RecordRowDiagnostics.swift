internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Sentences about rows of outages, corrections and steps, and about their cells.
extension Diagnostic {
  // MARK: Cells

  static func emptyCell(_ column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(
        vi: "cột `\(shortened(column))` để trống", en: "the column `\(shortened(column))` is empty")
    )
  }

  static func noMoment(_ text: String, column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(
        vi: "cột `\(shortened(column))` không thể là `\(shortened(text))`",
        en: "the column `\(shortened(column))` cannot be `\(shortened(text))`"),
      expected: Wording(
        vi:
          "một ngày có thật, có giờ từ 00:00 đến 23:59 hoặc không, như 05/03/2019 13:00 hoặc 2019-03-05T13:00",
        en:
          "a real day, with a time from 00:00 to 23:59 or without, like 05/03/2019 13:00 or 2019-03-05T13:00"
      ),
      help: text.contains("24:00")
        ? Wording(
          vi: "ghi 24:00 là 00:00 ngày hôm sau", en: "write 24:00 as 00:00 of the next day") : nil)
  }

  static func noAnswer(_ text: String, column: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(
        vi: "cột `\(shortened(column))` không thể là `\(shortened(text))`",
        en: "the column `\(shortened(column))` cannot be `\(shortened(text))`"),
      expected: Wording(vi: "`có` hoặc `không`", en: "`yes` or `no`"))
  }

  static func badDecision(_ text: String, at span: SourceSpan) -> Diagnostic {
    let known = ExplanationDecision.allCases.map(\.rawValue)
    return Diagnostic(
      .csvValue, at: span,
      Wording(
        vi: "`\(shortened(text))` không phải kết quả xem xét giải trình",
        en: "`\(shortened(text))` is no decision on an explanation"),
      expected: Wording(
        vi: "`accepted` (chấp nhận), `refused` (không chấp nhận) hoặc `pending` (chưa xem xét)",
        en: "`accepted`, `refused` or `pending`"),
      help: NearestName.help(for: text, among: known))
  }

  // MARK: Outages

  static func outageEndsEarly(_ start: LocalMinute, _ end: LocalMinute, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .csvValue, severity: .warning, at: span,
      Wording(
        vi:
          "hệ thống hết nghẽn, lỗi lúc \(end.vietnamese), không sau lúc bắt đầu \(start.vietnamese); dòng này không được tính",
        en: "the outage ends at \(end.text), not after its start \(start.text); the row is left out"
      ))
  }

  static func badScope(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(
        vi: "`\(shortened(text))` không phải phạm vi nghẽn, lỗi",
        en: "`\(shortened(text))` is no scope of an outage"),
      expected: Wording(
        vi: "`all`, `source:MÃ NGUỒN` hoặc `units MÃ MÃ …`",
        en: "`all`, `source:ID` or `units ID ID …`"))
  }

  static func unknownSource(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "không tệp xuất nào là của nguồn `\(shortened(name))`",
        en: "no export is of the source `\(shortened(name))`"),
      expected: known.isEmpty ? nil : Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: known))
  }

  // MARK: Corrections

  static func correctedAgain(_ dossier: String, at span: SourceSpan, first: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "hồ sơ `\(shortened(dossier))` được đính chính hai lần",
        en: "the dossier `\(shortened(dossier))` is corrected twice"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first here"))],
      help: Wording(vi: "giữ một dòng cho mỗi hồ sơ", en: "keep one row a dossier"))
  }

  static func correctionWithoutEvidence(_ dossier: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .decisionRefused, severity: .warning, at: span,
      Wording(
        vi:
          "đính chính hồ sơ `\(shortened(dossier))` không nêu tài liệu kiểm chứng nên không được áp dụng; hồ sơ tính như đã ghi trong tệp xuất",
        en:
          "the correction of the dossier `\(shortened(dossier))` names no evidence and is not applied; the dossier counts as the export has it"
      ),
      help: Wording(
        vi: "ghi tài liệu kiểm chứng vào cột `evidence`",
        en: "write the evidence in the column `evidence`"))
  }

  static func decidedBeforeFinish(
    _ decided: CalendarDay, _ finished: CalendarDay, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .timeGoesBack, at: span,
      Wording(
        vi:
          "quyết định ngày \(decided.vietnameseText), trước ngày hồ sơ hoàn thành \(finished.vietnameseText)",
        en: "decided on \(decided.isoText), before the dossier was finished on \(finished.isoText)")
    )
  }

  // MARK: Steps

  static func forwardedBeforeReached(
    _ reached: LocalMinute, _ forwarded: LocalMinute, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .timeGoesBack, at: span,
      Wording(
        vi: "hồ sơ chuyển đi lúc \(forwarded.vietnamese), trước khi đến lúc \(reached.vietnamese)",
        en: "the dossier left at \(forwarded.text), before it came at \(reached.text)"))
  }

  static func unknownStep(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownName, severity: .warning, at: span,
      Wording(
        vi: "nhật ký không có bước nào tên `\(shortened(name))`",
        en: "the log has no step named `\(shortened(name))`"),
      help: NearestName.help(for: name, among: known))
  }

  static func noStepBeforeReturn(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, severity: .warning, at: span,
      Wording(
        vi: "không bước nào được đánh dấu là bước trước bước chờ giao trả",
        en: "no step is marked as the one before waiting for return"),
      help: Wording(
        vi:
          "ghi `có` ở cột `before_return`, hoặc khai `before_return: [TÊN BƯỚC]` trong records.yaml",
        en:
          "write `yes` in a column `before_return`, or declare `before_return: [STEP]` in records.yaml"
      ))
  }
}
