internal import Diagnostics
internal import Grading
internal import YAMLReading

/// The days off and the days made up of a calendar, as they are read.
struct DaysOff {
  /// No days off in a row are more than these.
  private static let most = 31

  /// The years that are listed; nil when that could not be read.
  let years: ClosedRange<Int>?
  let problems: DiagnosticCollector
  private(set) var holidays: Set<CalendarDay> = []
  private(set) var madeUp: Set<CalendarDay> = []
  /// Where each day was said to be off or worked.
  private var places: [CalendarDay: SourceSpan] = [:]

  init(years: ClosedRange<Int>?, problems: DiagnosticCollector) {
    self.years = years
    self.problems = problems
  }

  // MARK: Holidays

  mutating func readHolidays(_ nodes: [YAMLNode]) {
    for node in nodes {
      guard var reader = MappingReader(node, into: problems) else { continue }
      let days = days(&reader)
      _ = reader.string("title", .required)
      _ = reader.string("source", .required)
      reader.finish()
      guard let days, let span = span(of: reader) else { continue }
      guard days.allSatisfy({ isListed($0, at: span) }) else { continue }
      let new = days.filter { take($0, at: span) }
      if let first = new.first, days.allSatisfy(\.isWeekend) {
        problems.add(.weekendHoliday(first, at: span))
      }
      holidays.formUnion(new)
    }
  }

  /// `date:`, or `from:` to `through:`.
  private func days(_ reader: inout MappingReader) -> [CalendarDay]? {
    let first = reader.countedDay("from")
    let last = reader.countedDay("through")
    let other = ["from", "through"].first { reader.node[$0] != nil }
    if let node = reader.node["date"], let other {
      reader.allow("date")
      problems.add(.eitherKey("date", other, at: node.span))
      return nil
    }
    if other == nil {
      return reader.countedDay("date", .required).map { [$0] }
    }
    _ = (reader.value("from", .required), reader.value("through", .required))
    guard let first, let last, let end = reader.node["through"] else { return nil }
    guard first <= last else {
      problems.add(.endsBeforeStart(first, last, at: end.span))
      return nil
    }
    let count = Int(last.number) - Int(first.number) + 1
    guard count <= Self.most else {
      problems.add(.tooManyDaysOff(count, most: Self.most, at: end.span))
      return nil
    }
    return (first.number...last.number).map(CalendarDay.init(number:))
  }

  // MARK: Days made up

  mutating func readMadeUp(_ nodes: [YAMLNode]) {
    for node in nodes {
      guard var reader = MappingReader(node, into: problems) else { continue }
      let day = reader.countedDay("date", .required)
      let instead = reader.countedDay("instead_of", .required)
      _ = reader.string("title")
      _ = reader.string("source", .required)
      reader.finish()
      guard let day, let instead, let place = reader.node["date"]?.span,
        let insteadPlace = reader.node["instead_of"]?.span
      else { continue }
      // Of the two one may lie in a neighbouring year: 31/12/2018 was exchanged for 05/01/2019.
      let areListed =
        years.map { $0.contains(day.components.year) || $0.contains(instead.components.year) }
      if areListed == false, let years {
        problems.add(.dayOutsideYears(day, years, at: place))
        continue
      }
      if day.isWeekend {
        if take(day, at: place) { madeUp.insert(day) }
      } else {
        problems.add(.madeUpWeekday(day, at: place))
      }
      if instead.isWeekend {
        problems.add(.exchangedWeekend(instead, at: insteadPlace))
      } else if take(instead, at: insteadPlace) {
        holidays.insert(instead)
      }
    }
  }

  // MARK: Places

  private func span(of reader: MappingReader) -> SourceSpan? {
    (reader.node["date"] ?? reader.node["from"])?.span
  }

  private func isListed(_ day: CalendarDay, at span: SourceSpan) -> Bool {
    guard let years, !years.contains(day.components.year) else { return true }
    problems.add(.dayOutsideYears(day, years, at: span))
    return false
  }

  /// Takes a day that nothing was said of before.
  private mutating func take(_ day: CalendarDay, at span: SourceSpan) -> Bool {
    if let earlier = places[day] {
      problems.add(.dayTwice(day, at: span, first: earlier))
      return false
    }
    places[day] = span
    return true
  }
}
