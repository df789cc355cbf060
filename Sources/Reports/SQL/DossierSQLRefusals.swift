package import Diagnostics
internal import DossierCounting
internal import Grading

/// What SQL over plain tables cannot say of rules, each with its reason.
extension DossierSQL {
  /// - Parameter span: the rules, as a file.
  package func refusals(at span: SourceSpan) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let all = rules.exclusions.map { ($0.id, $0.when) } + rules.lists.map { ($0.id, $0.when) }
    for (id, when) in all {
      for case .outageShare(let share, let base) in when {
        if base == .working || rules.clock == .working {
          found.append(.workingTime(id, dialect, at: span))
        } else if share.terms.map({ max($0.numerator, $0.denominator) > Int64(Int32.max) }) ?? true
        {
          found.append(.shareTooFine(id, dialect, at: span))
        }
      }
    }
    if readings.contains(where: \.hasTwoDayOrders) {
      found.append(.twoDayOrders(dialect, at: span))
    }
    for word in Set(readings.flatMap(\.twofoldWords)).sorted() {
      found.append(.twofoldWord(word, dialect, at: span))
    }
    if units.isEmpty { found.append(.noUnits(dialect, at: span)) }
    return found
  }
}

extension Diagnostic {
  private static func notInSQL(
    _ dialect: SQLDialect, at span: SourceSpan, vi: String, en: String, help: Wording
  ) -> Diagnostic {
    Diagnostic(
      .notInSQL, at: span,
      Wording(
        vi: "không viết được thành SQL cho \(dialect.name): \(vi)",
        en: "this cannot be written as SQL for \(dialect.name): \(en)"), help: help)
  }

  fileprivate static func workingTime(_ id: String, _ dialect: SQLDialect, at span: SourceSpan)
    -> Diagnostic
  {
    notInSQL(
      dialect, at: span,
      vi: "`\(id)` đo theo giờ làm việc (working), mà lịch làm việc không nằm trong bảng",
      en: "`\(id)` measures working time, and office hours stand in no table",
      help: Wording(
        vi: "đếm bằng `parindex dossiers count`, hoặc đo bằng `elapsed` hay `term`",
        en: "count with `parindex dossiers count`, or measure by `elapsed` or `term`"))
  }

  fileprivate static func shareTooFine(_ id: String, _ dialect: SQLDialect, at span: SourceSpan)
    -> Diagnostic
  {
    notInSQL(
      dialect, at: span,
      vi: "tỷ lệ của `\(id)` có tử hoặc mẫu quá lớn cho số nguyên 64 bit",
      en: "the share of `\(id)` has terms too large for 64-bit integers",
      help: Wording(
        vi: "viết tỷ lệ bằng phân số ngắn hơn", en: "write the share as a shorter fraction"))
  }

  fileprivate static func twoDayOrders(_ dialect: SQLDialect, at span: SourceSpan) -> Diagnostic {
    notInSQL(
      dialect, at: span,
      vi:
        "các tệp xuất của một nguồn viết ngày theo hai thứ tự, mà một nguồn chỉ đọc theo một thứ tự",
      en: "exports of one source write days in two orders, and a source is read in one",
      help: Wording(
        vi: "khai mỗi tệp một `source`, hoặc viết mọi ngày theo một thứ tự khi nạp vào bảng",
        en: "declare a `source` for each, or write all days in one order when the table is filled"))
  }

  fileprivate static func twofoldWord(_ word: String, _ dialect: SQLDialect, at span: SourceSpan)
    -> Diagnostic
  {
    notInSQL(
      dialect, at: span,
      vi: "`\(word)` có hai nghĩa khác nhau trong hai tệp xuất của một nguồn",
      en: "`\(word)` means two things in two exports of one source",
      help: Wording(
        vi: "khi nạp vào bảng, viết online, direct, post; yes, no",
        en: "write online, direct, post; yes, no when the table is filled"))
  }

  fileprivate static func noUnits(_ dialect: SQLDialect, at span: SourceSpan) -> Diagnostic {
    notInSQL(
      dialect, at: span, vi: "không có danh sách đơn vị để ghép với hồ sơ",
      en: "there is no register of units to join records to",
      help: Wording(
        vi: "nêu `units:` trong records.yaml", en: "name it by `units:` in records.yaml"))
  }
}
