package import Grading

/// Office hours, and the days on which they are kept: `calendar.yaml`.
package struct WorkingCalendar: Sendable {
  /// Days without office hours beside Saturdays and Sundays.
  package let holidays: Set<CalendarDay>
  /// Saturdays and Sundays that are worked instead of another day.
  package let madeUp: Set<CalendarDay>
  /// Stretches of a working day in minutes after midnight, in order, not touching.
  package let hours: [Range<Int>]

  package init(holidays: Set<CalendarDay>, madeUp: Set<CalendarDay>, hours: [Range<Int>]) {
    self.holidays = holidays
    self.madeUp = madeUp
    self.hours = hours
  }
}

extension WorkingCalendar {
  package func minutes(in span: MinuteSpan) -> Int { span.minutes }
}
