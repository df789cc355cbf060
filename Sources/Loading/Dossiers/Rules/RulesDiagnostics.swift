internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Sentences about dossier rules: their head, subsets, rates and causes.
extension Diagnostic {
  static func tooManyRules(_ key: String, _ number: Int, most: Int, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .badValue, at: span,
      Wording(vi: "`\(key)` có \(number) mục", en: "`\(key)` has \(number) entries"),
      expected: key == "exclusions"
        ? Wording(
          vi: "nhiều nhất \(most), tính cả `lists`",
          en: "at most \(most), those of `lists` included")
        : Wording(vi: "nhiều nhất \(most)", en: "at most \(most)"))
  }

  // MARK: Head

  static func noDateOfDocument(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "date",
      expected: Wording(
        vi: "một ngày, một tháng hoặc một năm, như 2019-11-20, 2019-11 hoặc 2019",
        en: "a day, a month or a year, like 2019-11-20, 2019-11 or 2019"))
  }

  static func yearOutsideWindow(
    _ year: Int, _ first: CalendarDay, _ last: CalendarDay, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .badValue, severity: .warning, at: span,
      Wording(
        vi:
          "số liệu từ \(first.vietnameseText) đến \(last.vietnameseText) không có ngày nào của năm \(year)",
        en: "the window \(first.isoText) to \(last.isoText) has no day of \(year)"),
      help: Wording(vi: "sửa `year` hoặc `window`", en: "mend `year` or `window`"))
  }

  static func badPeriod(_ node: YAMLNode, key: String?) -> Diagnostic {
    .badValue(
      node, key: key,
      expected: Wording(
        vi: "ngày đầu và ngày cuối, như `2019-01-01..2019-01-31`",
        en: "the first and the last day, like `2019-01-01..2019-01-31`"))
  }

  static func periodOutsideWindow(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, severity: .warning, at: span,
      Wording(
        vi: "kỳ `\(id)` có ngày nằm ngoài thời gian chốt số liệu (`window`)",
        en: "the period `\(id)` has days outside `window`"),
      help: Wording(
        vi: "kết thúc kỳ ở ngày cuối của `window`", en: "end it with the last day of `window`"))
  }

  static func periodsCross(
    _ id: String, _ other: String, at span: SourceSpan, other place: SourceSpan
  )
    -> Diagnostic
  {
    Diagnostic(
      .badValue, severity: .warning, at: span,
      Wording(
        vi: "kỳ `\(id)` trùng một phần với kỳ `\(other)`",
        en: "the period `\(id)` overlaps a part of `\(other)`"),
      secondary: [SourceLabel(place, Wording(vi: "kỳ kia", en: "the other one"))],
      help: Wording(
        vi: "để kỳ này nằm trọn trong kỳ kia, hoặc không trùng ngày nào",
        en: "let one contain the other, or let them share no day"))
  }

  static func calendarNeeded(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(
        vi: "tính theo giờ làm việc thì phải có lịch làm việc",
        en: "working time cannot be measured without a calendar"),
      help: Wording(vi: "thêm `calendar: calendar.yaml`", en: "add `calendar: calendar.yaml`"))
  }

  static func calendarLacksYear(_ year: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "lịch làm việc không có năm \(year)", en: "the calendar does not list \(year)"),
      expected: Wording(vi: "đủ các năm của `window`", en: "every year of `window`"))
  }

  // MARK: Subsets and rates

  static func badFigureName(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .badID, at: node.span,
      Wording(
        vi: "tên `\(shortened(node.text ?? ""))` không dùng được trong công thức",
        en: "expressions cannot use the name `\(shortened(node.text ?? ""))`"),
      expected: Wording(
        vi: "chữ thường không dấu, chữ số và dấu gạch dưới, như `online_rate`",
        en: "lower-case ASCII letters, digits and underscores, like `online_rate`"))
  }

  static func nameOfMetric(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "`\(id)` đã là tên một số liệu hồ sơ", en: "`\(id)` is the name of a figure already"),
      help: Wording(vi: "đặt tên khác", en: "choose another name"))
  }

  static func nameOfSubset(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "`\(id)` đã là tên một nhóm thủ tục", en: "`\(id)` is the name of a subset already"),
      help: Wording(vi: "đặt tên khác", en: "choose another name"))
  }

  static func noProcedures(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .badValue, at: node.headSpan,
      Wording(vi: "nhóm này không có thủ tục nào", en: "the subset has no procedures"),
      expected: Wording(
        vi: "một tệp CSV có cột `procedure_id`, hoặc danh sách mã thủ tục",
        en: "a CSV file with the column `procedure_id`, or a list of codes"))
  }

  static func tableWithoutProcedures(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "`\(name)` không có mã thủ tục nào", en: "`\(name)` has no code of a procedure"))
  }

  static func rowWithoutProcedure(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvValue, at: span,
      Wording(vi: "dòng không có mã thủ tục", en: "the row has no code of a procedure"),
      help: Wording(
        vi: "ghi `procedure_id` hoặc bỏ dòng", en: "fill in `procedure_id` or delete it"))
  }

  static func procedureTwice(_ code: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, severity: .warning, at: span,
      Wording(
        vi: "mã thủ tục `\(shortened(code))` đã có ở trên",
        en: "the code `\(shortened(code))` stands above already"))
  }

  static func unknownSubset(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "không có nhóm thủ tục `\(shortened(name))`",
        en: "there is no subset `\(shortened(name))`"),
      expected: known.isEmpty
        ? Wording(
          vi: "một tên trong `subsets`, hoặc một tệp CSV",
          en: "a name under `subsets`, or a CSV file") : .oneOf(known),
      help: NearestName.help(for: name, among: known))
  }

  static func unknownCount(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "`\(shortened(name))` không phải số liệu hồ sơ",
        en: "`\(shortened(name))` is no dossier figure"),
      expected: .oneOf(known), help: NearestName.help(for: name, among: known))
  }

  static func rateOverItself(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ruleMismatch, at: span,
      Wording(
        vi: "tỷ lệ `\(id)` chia một số cho chính nó", en: "the rate `\(id)` is over itself"),
      help: Wording(
        vi: "ghi mẫu số mà quy định nêu sau `over`",
        en: "write the base that the regulation states behind `over`"))
  }

  // MARK: Causes

  static func unknownList(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "không có danh sách `\(shortened(name))`", en: "there is no list `\(shortened(name))`"),
      expected: known.isEmpty
        ? Wording(vi: "một mã trong `lists`", en: "an id under `lists`") : .oneOf(known),
      help: NearestName.help(for: name, among: known))
  }

  static func unknownCause(_ name: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownName, at: span,
      Wording(
        vi: "không có nguyên nhân `\(shortened(name))`",
        en: "there is no cause `\(shortened(name))`"),
      expected: known.isEmpty
        ? Wording(vi: "một mã trong `causes`", en: "an id under `causes`") : .oneOf(known),
      help: NearestName.help(for: name, among: known))
  }
}

extension Wording {
  fileprivate static func oneOf(_ names: [String]) -> Wording {
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return Wording(vi: "một trong \(list)", en: "one of \(list)")
  }
}
