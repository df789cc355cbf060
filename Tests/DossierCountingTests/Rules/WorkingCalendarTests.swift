import DossierCounting
import Grading
import TestSupport
import Testing

/// Office minutes at their boundaries, and against counting minute by minute.
struct WorkingCalendarTests {
  /// 7:00 to 11:30 and 13:30 to 17:00: 480 minutes.
  private static let calendar = WorkingCalendar(
    holidays: [day(2019, 4, 29), day(2019, 4, 30), day(2019, 5, 1), day(2019, 4, 28)],
    madeUp: [day(2019, 5, 4)], hours: [420..<690, 810..<1020])

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  private static func at(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> LocalMinute {
    let start = LocalMinute(startOf: Self.day(2019, month, day))
    return LocalMinute(number: start.number + Int32(hour * 60 + minute))
  }

  private func minutes(_ start: LocalMinute, _ end: LocalMinute) -> Int {
    Self.calendar.minutes(in: MinuteSpan(start: start, end: end))
  }

  @Test func `office hours begin and end to the minute`() {
    #expect(Self.calendar.minutesADay == 480)
    #expect(minutes(Self.at(5, 2, 6, 59), Self.at(5, 2, 7, 0)) == 0)
    #expect(minutes(Self.at(5, 2, 6, 59), Self.at(5, 2, 7, 1)) == 1)
    #expect(minutes(Self.at(5, 2, 11, 29), Self.at(5, 2, 11, 31)) == 1)
    #expect(minutes(Self.at(5, 2, 11, 30), Self.at(5, 2, 13, 30)) == 0)
    #expect(minutes(Self.at(5, 2, 11, 29), Self.at(5, 2, 13, 31)) == 2)
    #expect(minutes(Self.at(5, 2, 16, 59), Self.at(5, 3, 7, 0)) == 1)
    #expect(minutes(Self.at(5, 2, 0), Self.at(5, 3, 0)) == 480)
  }

  @Test func `an empty or turned span has no minutes`() {
    #expect(minutes(Self.at(5, 2, 9), Self.at(5, 2, 9)) == 0)
    #expect(minutes(Self.at(5, 3, 9), Self.at(5, 2, 9)) == 0)
  }

  @Test func `holidays count nothing and days made up count whole`() {
    #expect(minutes(Self.at(4, 26, 17), Self.at(5, 2, 7)) == 0)
    #expect(minutes(Self.at(5, 4, 0), Self.at(5, 5, 0)) == 480)
    #expect(minutes(Self.at(5, 5, 0), Self.at(5, 6, 7)) == 0)
    #expect(Self.calendar.isWorkingDay(Self.day(2019, 5, 4)))
    #expect(!Self.calendar.isWorkingDay(Self.day(2019, 4, 28)))
    #expect(!Self.calendar.isWorkingDay(Self.day(2019, 4, 29)))
    #expect(!Self.calendar.isWorkingDay(Self.day(2019, 5, 5)))
  }

  @Test func `days that no list names follow the week`() {
    let before = MinuteSpan(from: Self.day(1969, 12, 22), through: Self.day(1970, 1, 4))
    let after = MinuteSpan(from: Self.day(2030, 6, 3), through: Self.day(2030, 6, 9))
    #expect(Self.calendar.minutes(in: before) == 10 * 480)
    #expect(Self.calendar.minutes(in: after) == 5 * 480)
    let plain = WorkingCalendar(holidays: [], madeUp: [], hours: [0..<1440])
    #expect(plain.minutes(in: after) == 5 * 1440)
  }

  @Test func `any span equals the count of its office minutes`() {
    var random = SplitMix64(seed: 2019)
    let first = LocalMinute(startOf: Self.day(2019, 4, 20)).number
    for _ in 0..<300 {
      let start = first + Int32.random(in: 0..<20 * 1440, using: &random)
      let end = start + Int32.random(in: 0..<9 * 1440, using: &random)
      let counted = (start..<end).count { number in
        let minute = LocalMinute(number: number)
        let isOff = Self.calendar.holidays.contains(minute.day) || minute.day.isWeekend
        let isWorked = Self.calendar.madeUp.contains(minute.day) || !isOff
        return isWorked && Self.calendar.hours.contains { $0.contains(minute.ofDay) }
      }
      #expect(minutes(LocalMinute(number: start), LocalMinute(number: end)) == counted)
    }
  }
}
