internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about working calendars.
extension Diagnostic {
  // MARK: Years and hours

  static func noCountedDay(_ node: YAMLNode, key: String) -> Diagnostic {
    let years = CountedDays.years
    return .badValue(
      node, key: key,
      expected: Wording(
        vi: "một ngày có thật từ năm \(years.lowerBound) đến \(years.upperBound), như 2019-12-10",
        en: "a real day of the years \(years.lowerBound) to \(years.upperBound), like 2019-12-10"))
  }

  static func yearOutOfRange(_ node: YAMLNode, key: String) -> Diagnostic {
    let years = CountedDays.years
    return .badValue(
      node, key: key,
      expected: Wording(
        vi: "một năm từ \(years.lowerBound) đến \(years.upperBound)",
        en: "a year from \(years.lowerBound) to \(years.upperBound)"))
  }

  static func yearsWithHoles(_ first: Int, _ last: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(
        vi: "từ năm \(first) đến năm \(last) có năm không được khai",
        en: "some years between \(first) and \(last) are not listed"),
      help: Wording(
        vi: "khai đủ các năm liền nhau, hoặc tách thành hai lịch",
        en: "list every year between them, or make two calendars"))
  }

  static func badHours(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "hours",
      expected: Wording(
        vi: "giờ bắt đầu và giờ kết thúc trong một ngày, như \"07:00-11:30\"",
        en: "a beginning and an end within one day, like \"07:00-11:30\""))
  }

  static func hoursOutOfOrder(_ text: String, at span: SourceSpan, after earlier: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "buổi `\(shortened(text))` không nằm sau hẳn buổi trước",
        en: "`\(shortened(text))` does not begin after the stretch before it has ended"),
      secondary: [SourceLabel(earlier, Wording(vi: "buổi trước", en: "the stretch before"))],
      help: Wording(
        vi: "ghi các buổi theo thứ tự trong ngày; hai buổi liền nhau thì gộp làm một",
        en: "list the stretches in the order of the day; join two that touch"))
  }

  static func hoursWithoutSource(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .noClause, at: span,
      Wording(vi: "giờ làm việc chưa có nguồn", en: "the office hours have no source"),
      help: Wording(
        vi: "thêm `hours_source: …`, hoặc `hours_assumed: yes` nếu là giả định",
        en: "add `hours_source: …`, or `hours_assumed: yes` when they are an assumption"))
  }

  // MARK: Days

  static func endsBeforeStart(_ first: CalendarDay, _ last: CalendarDay, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "ngày cuối \(last.vietnameseText) trước ngày đầu \(first.vietnameseText)",
        en: "the last day, \(last.isoText), is before the first, \(first.isoText)"),
      expected: Wording(
        vi: "ngày \(first.vietnameseText) hoặc sau đó", en: "\(first.isoText) or later"))
  }

  static func tooManyDaysOff(_ count: Int, most: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(vi: "đợt nghỉ kéo dài \(count) ngày", en: "these are \(count) days off in a row"),
      expected: Wording(vi: "nhiều nhất \(most) ngày", en: "at most \(most) days"))
  }

  static func dayOutsideYears(
    _ day: CalendarDay, _ years: ClosedRange<Int>, at span: SourceSpan
  ) -> Diagnostic {
    let listed =
      years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
    return Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "ngày \(day.vietnameseText) không thuộc các năm của lịch này (\(listed))",
        en: "\(day.isoText) is in none of the calendar's years (\(listed))"),
      help: Wording(
        vi: "sửa ngày, hoặc khai đủ ngày nghỉ của năm \(day.components.year) trong `years`",
        en: "mend the day, or list \(day.components.year) under `years` with all its days off"))
  }

  static func weekendHoliday(_ day: CalendarDay, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, severity: .warning, at: span,
      Wording(
        vi: "ngày nghỉ \(day.vietnameseText) trùng ngày nghỉ hằng tuần nên không đổi gì",
        en: "the holiday of \(day.isoText) is a weekend day and changes nothing"),
      help: Wording(
        vi:
          "ghi cả ngày nghỉ bù, như `from: …, through: …` (Bộ luật Lao động 2012, Điều 115 khoản 3)",
        en: "list the day off that follows too, like `from: …, through: …`"))
  }

  static func dayTwice(_ day: CalendarDay, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "ngày \(day.vietnameseText) đã được khai", en: "\(day.isoText) is listed already"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first listed here"))],
      help: Wording(vi: "giữ một chỗ khai cho mỗi ngày", en: "list a day once"))
  }

  static func madeUpWeekday(_ day: CalendarDay, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "ngày làm bù \(day.vietnameseText) là ngày làm việc hằng tuần",
        en: "\(day.isoText) is a weekday, so it is worked anyway"),
      expected: Wording(vi: "một ngày thứ Bảy hoặc Chủ nhật", en: "a Saturday or Sunday"))
  }

  static func exchangedWeekend(_ day: CalendarDay, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "ngày được nghỉ \(day.vietnameseText) đã là ngày nghỉ hằng tuần",
        en: "\(day.isoText) is a weekend day, so it is off anyway"),
      expected: Wording(
        vi: "ngày làm việc đã nghỉ để làm bù", en: "the working day that was taken off for it"))
  }
}
