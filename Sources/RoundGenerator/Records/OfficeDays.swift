internal import Grading

/// The days on which offices were open around 2019, one after another.
struct OfficeDays {
  let days: [CalendarDay]
  /// The first of 2019, and the first behind the last day that counts.
  let yearStart: Int
  let end: Int

  /// Holidays as in `Criteria/khanh-hoa-2019/calendar.yaml`; days made up for are left out.
  init() {
    let first = CaseMinute("2018-11-12").day
    let holidays = Set(
      [
        "2019-01-01", "2019-02-04", "2019-02-05", "2019-02-06", "2019-02-07", "2019-02-08",
        "2019-04-15", "2019-04-30", "2019-05-01", "2019-09-02", "2020-01-01",
      ].map { CaseMinute($0).day })
    days = (0..<430).compactMap { first.adding(days: $0) }
      .filter { !$0.isWeekend && !holidays.contains($0) }
    let start = CaseMinute("2019-01-01").day
    let last = CaseMinute("2019-12-10").day
    yearStart = days.firstIndex { $0 >= start } ?? 0
    end = days.firstIndex { $0 > last } ?? days.count
  }

  /// The last minute of the due day within office hours.
  func closing(_ place: Int) -> CaseMinute { CaseMinute(self[place], 17 * 60) }

  subscript(place: Int) -> CalendarDay { days[min(max(0, place), days.count - 1)] }
}
