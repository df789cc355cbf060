import DossierCounting
import Foundation
import Grading
import Loading
import Testing

/// The calendar of 2019 loads clean and has the days off of that year.
struct ShippedCalendarTests {
  static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Criteria/khanh-hoa-2019/calendar.yaml").path

  private func day(_ text: String) throws -> CalendarDay {
    try #require(LocalMoment(parsing: text)).day
  }

  @Test func `the year has 252 working days`() throws {
    let loading = loadWorkingCalendar(Self.path)
    #expect(loading.diagnostics.isEmpty)
    let calendar = try #require(loading.calendar)
    #expect(calendar.areHoursAssumed)
    #expect(calendar.years == 2019...2019)
    for text in ["2019-01-05", "2019-05-04", "2019-02-01", "2019-02-11", "2019-09-03"] {
      #expect(calendar.isWorkingDay(try day(text)), "\(text)")
    }
    for text in [
      "2018-12-31", "2019-01-01", "2019-02-04", "2019-02-08", "2019-04-15", "2019-04-29",
      "2019-05-01", "2019-09-02", "2019-05-05",
    ] {
      #expect(!calendar.isWorkingDay(try day(text)), "\(text)")
    }
    // 261 weekdays, less 10 days of the Labour Code, less 29/4, and the two Saturdays made up.
    let year = MinuteSpan(from: try day("2019-01-01"), through: try day("2019-12-31"))
    #expect(calendar.minutes(in: year) == (261 - 10 - 1 + 2) * calendar.minutesADay)
  }

  @Test func `a check of paths knows the format`() {
    let check = PathCheck([Self.path])
    #expect(check.diagnostics.isEmpty)
    #expect(check.fileCount == 1)
  }
}
