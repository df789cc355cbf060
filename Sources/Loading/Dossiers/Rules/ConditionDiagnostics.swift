internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about exclusions, lists and what they ask of a dossier.
extension Diagnostic {
  static func entryWithoutClause(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .noClause, at: span,
      Wording(vi: "`\(id)` không có căn cứ (`clause`)", en: "`\(id)` has no `clause`"),
      help: Wording(
        vi: "thêm `clause: khoản …, gạch đầu dòng …` của văn bản",
        en: "add the passage of the document that it comes from, `clause: …`"))
  }

  // MARK: Predicates

  static func appliesToAll(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "`when` không nêu điều kiện nào", en: "`when` states no condition"),
      help: Wording(vi: "ghi ít nhất một điều kiện", en: "write at least one condition"))
  }

  static func noCondition(_ node: YAMLNode, words: [String]) -> Diagnostic {
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    return .badValue(
      node, key: "when",
      expected: Wording(
        vi: "\(list), hoặc các điều kiện như `{late: true, explained: accepted}`",
        en: "\(list), or conditions like `{late: true, explained: accepted}`"),
      help: NearestName.help(for: node.text ?? "", among: words))
  }

  static func onlyYes(_ node: YAMLNode, key: String) -> Diagnostic {
    .badValue(
      node, key: key, expected: Wording(vi: "`yes`", en: "`yes`"),
      help: Wording(vi: "bỏ khóa này nếu không cần", en: "remove the key if it is not meant"))
  }

  static func companionAlone(_ key: String, of predicate: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .missingKey, at: span,
      Wording(
        vi: "`\(key)` nói thêm về `\(predicate)`, nhưng không có `\(predicate)`",
        en: "`\(key)` says more about `\(predicate)`, which is not there"),
      help: Wording(
        vi: "thêm `\(predicate)` hoặc bỏ `\(key)`", en: "add `\(predicate)` or remove `\(key)`"))
  }

  static func badOutageShare(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "outage_share_at_least",
      expected: Wording(
        vi: "một phần lớn hơn 0 và không quá 1, như 1/4 hoặc 25%",
        en: "a share above 0 and up to 1, like 1/4 or 25%"))
  }

  static func unknownUnitType(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "không đơn vị nào thuộc loại `\(shortened(name))`",
        en: "no unit is of the type `\(shortened(name))`"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: known))
  }

  // MARK: Contradictions

  static func neverHolds(_ reason: Wording, at span: SourceSpan, with other: SourceSpan? = nil)
    -> Diagnostic
  {
    Diagnostic(
      .conditionNeverHolds, at: span,
      Wording(
        vi: "không hồ sơ nào thỏa điều kiện này: \(reason.vietnamese)",
        en: "no dossier can ever meet this: \(reason.english)"),
      secondary: other.map {
        [SourceLabel($0, Wording(vi: "cùng với điều kiện này", en: "together with this"))]
      } ?? [],
      help: Wording(vi: "sửa hoặc bỏ một điều kiện", en: "mend or remove a condition"))
  }

  static func alwaysDecidedBefore(
    _ id: String, by earlier: String, at span: SourceSpan, earlier place: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .conditionNeverHolds, at: span,
      Wording(
        vi: "`\(id)` không bao giờ được áp dụng: `\(earlier)` đứng trước đã lấy hết hồ sơ của nó",
        en: "`\(id)` never applies: `\(earlier)` above it takes all of its dossiers"),
      secondary: [SourceLabel(place, Wording(vi: "quy tắc đứng trước", en: "the earlier one"))],
      help: Wording(
        vi: "bỏ một trong hai, hoặc đặt quy tắc hẹp hơn lên trước",
        en: "remove one of the two, or put the narrower one first"))
  }

  static func lateWithoutCondition(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, at: span,
      Wording(
        vi: "`\(id)` chỉ bỏ khỏi số trễ hạn, nhưng không đòi hồ sơ phải trễ hạn",
        en: "`\(id)` only leaves the late count, but does not ask for late dossiers"),
      help: Wording(
        vi: "thêm `late: true` vào `when`, hoặc ghi `from: all`",
        en: "add `late: true` to `when`, or write `from: all`"))
  }

  static func explainedWithoutCauses(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, severity: .warning, at: span,
      Wording(
        vi:
          "giải trình được xét mà không khai nguyên nhân nào, nên không loại được nguyên nhân chủ quan",
        en:
          "explanations are considered, but no causes are listed that would refuse subjective ones"),
      help: Wording(
        vi: "khai `causes:`, mỗi nguyên nhân kèm `considered: yes` hoặc `no`",
        en: "list `causes:`, each with `considered: yes` or `no`"))
  }

  static func lateAfterDeadline(_ day: CalendarDay, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, severity: .warning, at: span,
      Wording(
        vi: "hồ sơ trễ hạn từ ngày \(day.vietnameseText) không kịp giải trình",
        en: "dossiers that turn late from \(day.isoText) on cannot be explained in time"),
      help: Wording(
        vi: "thêm một danh sách có `turned_late_from: \(day.isoText)`, hoặc nêu cách xử lý riêng",
        en: "add a list with `turned_late_from: \(day.isoText)`, or say what holds for them"))
  }

  /// What cannot be explained in time begins before the time for explanations ends.
  static func lateBeforeDeadline(
    _ day: CalendarDay, _ until: CalendarDay, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, severity: .warning, at: span,
      Wording(
        vi: "hồ sơ trễ hạn từ ngày \(day.vietnameseText) vẫn còn kịp giải trình",
        en: "dossiers that turn late from \(day.isoText) on can still be explained in time"),
      help: Wording(
        vi: "ghi `turned_late_from: \(until.isoText)`, ngày đầu tiên không còn kịp",
        en: "write `turned_late_from: \(until.isoText)`, the first day that is too late"))
  }
}

/// Why conditions exclude each other.
extension Wording {
  static let lateIsNotOverdue = Wording(
    vi: "hồ sơ trễ hạn đã giải quyết, hồ sơ quá hạn chưa giải quyết",
    en: "a late dossier is finished, an overdue one is open")
  static let neverLateWithoutDueDate = Wording(
    vi: "hồ sơ không có hạn trả thì không bao giờ trễ",
    en: "a dossier without a due date is never late")
  static let noTermWithoutDueDate = Wording(
    vi: "hồ sơ không có hạn trả thì không có thời hạn giải quyết",
    en: "a dossier without a due date has no term")
  static let receivedTwice = Wording(
    vi: "hai khoảng ngày tiếp nhận không có ngày chung",
    en: "the two ranges of days of receipt have no day in common")
  static let causeNotConsidered = Wording(
    vi: "giải trình nêu nguyên nhân này không được xem xét (`considered: no`)",
    en: "explanations with this cause are not considered (`considered: no`)")
  static let rejectedWithoutDueDate = Wording(
    vi: "`without_due_date: reject` không nhận hồ sơ không có hạn trả",
    en: "`without_due_date: reject` takes no dossier without a due date")
  static let turnsLateAfterWindow = Wording(
    vi: "ngày này sau ngày cuối của `window`", en: "the day is after the last one of `window`")
}
