internal import Grading

/// The stretches that a report can be asked for, by their names.
///
/// A name that the rules declare under `periods:` means what they say. Otherwise `2019-07` is a
/// month of the calendar. A quarter, a half year and a year that nobody declares begin with their
/// first month and end with their last one, whatever these two are: where the official month runs
/// from the 21st to the 20th, so does the year. `FIRST..LAST` are days, both included.
package struct PeriodNames: Sendable {
  private let declared: [ReportPeriod]

  /// The most parts of a series; each is a reading of all records.
  package static let mostParts = 60

  package init(_ declared: [ReportPeriod]) { self.declared = declared }

  /// The names that the rules declare.
  package var names: [String] { declared.map(\.id) }

  /// nil for a name that means nothing.
  package func period(_ name: String) -> ReportPeriod? {
    if let period = declared.first(where: { $0.id == name }) { return period }
    if let named = CalendarPeriod(name) { return period(named) }
    return days(name)
  }

  /// The stretch before it: the one of the calendar, or the declared one, that ends where it begins;
  /// otherwise as many days.
  package func before(_ period: ReportPeriod) -> ReportPeriod? {
    if let named = CalendarPeriod(period.id), let previous = self.period(named.previous),
      previous.span.end == period.span.start
    {
      return previous
    }
    let days = period.span.end.day.number - period.span.start.day.number
    let touching = declared.filter { $0.span.end == period.span.start }
    let nearest = touching.min { distance($0, days) < distance($1, days) }
    if CalendarPeriod(period.id) == nil, let nearest { return nearest }
    guard let first = period.span.start.day.adding(days: -Int(days)),
      let last = period.span.start.day.adding(days: -1)
    else { return nil }
    return range(first, last)
  }

  /// The stretches of one length that a period is made of, those at its ends cut to it.
  ///
  /// Declared ones where they follow each other without a gap, otherwise those of the calendar.
  package func parts(of period: ReportPeriod, _ length: PeriodLength) -> [ReportPeriod] {
    if let named = CalendarPeriod(period.id) {
      let parts = named.parts(length).compactMap { self.period($0) }
      if doTile(parts, period.span) { return parts }
    }
    let span = period.span
    let first = month(of: span.start.day) - 1
    let last = month(of: CalendarDay(number: span.end.day.number - 1)) + 1
    let begin = first / length.months * length.months
    let numbers = Array(stride(from: begin, through: last, by: length.months))
    guard numbers.count <= 12_000 else { return [] }
    let names = numbers.map { CalendarPeriod(length, firstMonth: $0) }
    for candidates in [names.compactMap { self.period($0) }, names.compactMap(calendar)] {
      let parts = candidates.compactMap { cut($0, to: span) }
      if doTile(parts, span) { return parts }
    }
    return []
  }

  // MARK: Days

  private func period(_ named: CalendarPeriod) -> ReportPeriod? {
    if let period = declared.first(where: { $0.id == named.name }) { return period }
    guard named.length != .month else { return calendar(named) }
    let months = named.parts(.month).compactMap { self.period($0) }
    guard months.count == named.length.months, let first = months.first, let last = months.last,
      first.span.start < last.span.end
    else { return nil }
    return ReportPeriod(
      id: named.name, span: MinuteSpan(start: first.span.start, end: last.span.end))
  }

  private func calendar(_ named: CalendarPeriod) -> ReportPeriod? {
    let next = named.firstMonth + named.length.months
    guard LocalMinute.years.contains(named.year),
      let first = CalendarDay(year: named.year, month: named.firstMonth % 12 + 1, day: 1),
      let end = CalendarDay(year: next / 12, month: next % 12 + 1, day: 1)
    else { return nil }
    return ReportPeriod(
      id: named.name,
      span: MinuteSpan(start: LocalMinute(startOf: first), end: LocalMinute(startOf: end)))
  }

  private func days(_ text: String) -> ReportPeriod? {
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count >= 3, let middle = text.firstRange(of: ".."),
      let first = day(text[..<middle.lowerBound]), let last = day(text[middle.upperBound...]),
      first <= last
    else { return nil }
    return range(first, last)
  }

  private func day(_ text: Substring) -> CalendarDay? {
    LocalMoment(parsing: String(text), order: nil).flatMap { $0.minute == nil ? $0.day : nil }
  }

  private func range(_ first: CalendarDay, _ last: CalendarDay) -> ReportPeriod {
    ReportPeriod(
      id: "\(first.isoText)..\(last.isoText)", span: MinuteSpan(from: first, through: last))
  }

  private func month(of day: CalendarDay) -> Int {
    let (year, month, _) = day.components
    return year * 12 + month - 1
  }

  private func distance(_ period: ReportPeriod, _ days: Int32) -> Int32 {
    abs(period.span.end.day.number - period.span.start.day.number - days)
  }

  private func cut(_ period: ReportPeriod, to span: MinuteSpan) -> ReportPeriod? {
    let common = period.span.meeting(span)
    guard common.minutes > 0 else { return nil }
    // A name must not mean something else than it does alone.
    if common == period.span, self.period(period.id) == period { return period }
    return range(common.start.day, CalendarDay(number: common.end.day.number - 1))
  }

  /// Whether the parts follow each other and are the whole.
  private func doTile(_ parts: [ReportPeriod], _ span: MinuteSpan) -> Bool {
    guard let first = parts.first, let last = parts.last, first.span.start == span.start,
      last.span.end == span.end
    else { return false }
    return zip(parts, parts.dropFirst()).allSatisfy { $0.span.end == $1.span.start }
  }
}
