package import Grading

/// Office hours, and the days on which they are kept: `calendar.yaml`.
///
/// Days that no list names follow the week: Monday to Friday are worked, whatever the year. What is
/// listed changes single days (Bộ luật Lao động 2012, Điều 115; days exchanged by the Prime
/// Minister), so a span that runs beyond the listed years is still measured, by weekdays.
package struct WorkingCalendar: Sendable {
  /// Days without office hours beside Saturdays and Sundays.
  package let holidays: Set<CalendarDay>
  /// Saturdays and Sundays that are worked instead of another day; they are worked even if a
  /// holiday names them too.
  package let madeUp: Set<CalendarDay>
  /// Stretches of a working day in minutes after midnight, in order, not touching.
  package let hours: [Range<Int>]
  /// The years whose days off are all listed; nil: not stated.
  package var years: ClosedRange<Int>?
  /// Whether the office hours are an assumption that no document states.
  package var areHoursAssumed = false

  /// Office minutes of a working day.
  package let minutesADay: Int
  /// Working days more or less than weekdays alone give, from the first listed day to each day.
  private let corrections: [Int32]
  private let firstListed: Int

  package init(holidays: Set<CalendarDay>, madeUp: Set<CalendarDay>, hours: [Range<Int>]) {
    self.holidays = holidays
    self.madeUp = madeUp
    self.hours = hours
    minutesADay = hours.reduce(0) { $0 + $1.count }
    let listed = holidays.union(madeUp)
    let first = listed.min().map { Int($0.number) } ?? 0
    let last = listed.max().map { Int($0.number) } ?? -1
    var corrections: [Int32] = [0]
    corrections.reserveCapacity(last - first + 2)
    var sum: Int32 = 0
    for number in first..<(last + 1) {
      let day = CalendarDay(number: Int32(number))
      if madeUp.contains(day) {
        sum += day.isWeekend ? 1 : 0
      } else if holidays.contains(day) {
        sum -= day.isWeekend ? 0 : 1
      }
      corrections.append(sum)
    }
    self.corrections = corrections
    firstListed = first
  }

  package func isWorkingDay(_ day: CalendarDay) -> Bool {
    workingDays(before: Int(day.number) + 1) > workingDays(before: Int(day.number))
  }

  /// Office minutes inside a half-open span; 0 when it ends before it starts.
  ///
  /// Takes the same few steps for a span of any length.
  package func minutes(in span: MinuteSpan) -> Int {
    max(0, minutes(before: span.end) - minutes(before: span.start))
  }

  /// Office minutes from a fixed moment in the past to a minute, that minute left out.
  private func minutes(before minute: LocalMinute) -> Int {
    let day = minute.day
    let whole = workingDays(before: Int(day.number)) * minutesADay
    guard isWorkingDay(day) else { return whole }
    let now = minute.ofDay
    return hours.reduce(whole) { $0 + max(0, min(now, $1.upperBound) - $1.lowerBound) }
  }

  /// Working days from a fixed Monday in the past to a day, that day left out.
  private func workingDays(before number: Int) -> Int {
    // 1969-12-29 was a Monday; weeks before it count downwards.
    let sinceMonday = number + 3
    let week = sinceMonday >= 0 ? sinceMonday / 7 : ~(~sinceMonday / 7)
    let weekdays = week * 5 + min(sinceMonday - week * 7, 5)
    let listed = min(max(number - firstListed, 0), corrections.count - 1)
    return weekdays + Int(corrections[listed])
  }
}
