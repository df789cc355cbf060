package import Grading

/// A minute of local time (UTC+7), counted from 1970-01-01 00:00; no clock and no time zone.
package struct LocalMinute: Hashable, Comparable, Sendable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The first minute of a day; the last minute that can be counted for days behind it (year 6053).
  package init(startOf day: CalendarDay) {
    let minutes = day.number.multipliedReportingOverflow(by: LocalMinute.inDay)
    number = minutes.overflow ? Int32.max : minutes.partialValue
  }

  package static let inDay: Int32 = 1440

  package var day: CalendarDay {
    CalendarDay(
      number: number >= 0 ? number / LocalMinute.inDay : ~(~number / LocalMinute.inDay))
  }

  /// Minutes after midnight, 0…1439.
  package var ofDay: Int { Int(number - day.number * LocalMinute.inDay) }

  /// Whether it is 23:59, as which the end of a day alone is read.
  package var isLastOfDay: Bool { ofDay == Int(LocalMinute.inDay) - 1 }

  package static func < (left: LocalMinute, right: LocalMinute) -> Bool {
    left.number < right.number
  }
}

/// A stretch of time that begins with its first minute and ends before its last: `[start, end)`.
package struct MinuteSpan: Hashable, Sendable {
  package let start: LocalMinute
  package let end: LocalMinute

  package init(start: LocalMinute, end: LocalMinute) {
    self.start = start
    self.end = end
  }

  /// Whole days, both included.
  package init(from first: CalendarDay, through last: CalendarDay) {
    start = LocalMinute(startOf: first)
    end = LocalMinute(startOf: CalendarDay(number: last.number + 1))
  }

  package func contains(_ minute: LocalMinute) -> Bool { start <= minute && minute < end }

  /// Minutes in it; 0 when it ends before it starts.
  package var minutes: Int { max(0, Int(end.number) - Int(start.number)) }

  /// What both have in common; empty (`minutes` 0) when they do not meet.
  package func meeting(_ other: MinuteSpan) -> MinuteSpan {
    MinuteSpan(
      start: max(start, other.start), end: max(max(start, other.start), min(end, other.end)))
  }
}
