internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

extension RulesBuilder {
  /// The days whose dossiers count, and the stretches that are reported on.
  mutating func readWindow(_ reader: inout MappingReader) {
    if var window = reader.mapping("window", .required) {
      let first = window.countedDay("received_from", .required)
      let last = window.countedDay("received_through", .required)
      window.finish()
      if let first, let last, let end = window.node["received_through"] {
        take(first, last, end: end, year: reader.node["year"])
      }
    }
    var seen: [(period: ReportPeriod, span: SourceSpan)] = []
    for (key, value) in reader.pairs("periods") {
      guard let period = readPeriod(key, value) else { continue }
      if let other = seen.first(where: { crosses($0.period.span, period.span) }) {
        problems.add(.periodsCross(period.id, other.period.id, at: value.span, other: other.span))
      }
      seen.append((period, value.span))
    }
    rules.periods = seen.map(\.period)
  }

  private mutating func take(
    _ first: CalendarDay, _ last: CalendarDay, end: YAMLNode, year: YAMLNode?
  ) {
    guard first <= last else { return problems.add(.endsBeforeStart(first, last, at: end.span)) }
    rules.window = MinuteSpan(from: first, through: last)
    hasWindow = true
    let years = first.components.year...last.components.year
    if let year, rules.year != 0, !years.contains(rules.year) {
      problems.add(.yearOutsideWindow(rules.year, first, last, at: year.span))
    }
  }

  /// `2019-01: 2019-01-01..2019-01-31`.
  private func readPeriod(_ key: YAMLNode, _ value: YAMLNode) -> ReportPeriod? {
    if !isSlug(key.text ?? "") { problems.add(.badID(key)) }
    guard let text = value.readString(key: key.text, into: problems) else { return nil }
    let ends = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      LocalMoment(parsing: part).flatMap { $0.minute == nil ? $0.day : nil }
    }
    guard ends.count == 3, let first = ends[0], text.contains(".."), let last = ends[2],
      CountedDays.contains(first), CountedDays.contains(last)
    else {
      problems.add(.badPeriod(value, key: key.text))
      return nil
    }
    guard first <= last else {
      problems.add(.endsBeforeStart(first, last, at: value.span))
      return nil
    }
    let span = MinuteSpan(from: first, through: last)
    if hasWindow, rules.window.meeting(span).minutes != span.minutes {
      problems.add(.periodOutsideWindow(key.text ?? "", at: value.span))
    }
    return ReportPeriod(id: key.text ?? "", span: span)
  }

  /// Whether two stretches meet and neither is a part of the other (a month of a quarter is).
  private func crosses(_ one: MinuteSpan, _ other: MinuteSpan) -> Bool {
    let common = one.meeting(other).minutes
    return common > 0 && common != one.minutes && common != other.minutes
  }
}
