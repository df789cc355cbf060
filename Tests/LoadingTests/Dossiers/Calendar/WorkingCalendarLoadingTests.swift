import Diagnostics
import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// Calendars with sources, and everything that can be wrong with them.
struct WorkingCalendarLoadingTests {
  static let sound = """
    format: parindex/calendar@1
    title: Lịch làm việc
    years: {2019: Bộ luật Lao động 2012}
    hours: ["07:00-11:30", "13:30-17:00"]
    hours_source: Thông báo
    holidays:
      - {from: 2019-02-04, through: 2019-02-08, title: Tết, source: Bộ luật}
    made_up:
      - {date: 2019-01-05, instead_of: 2018-12-31, source: Thông báo}

    """

  static let broken = [
    (
      "calendar-hours",
      """
      format: parindex/calendars@1
      years: {2019: , 2021: Bộ luật, 3000: Bộ luật}
      hours: [07:00-11:30, "11:30-17:00", "17:00", "18:00-24:01", "19:60-20:00", "21:00-20:00"]
      holiday: []

      """
    ),
    (
      "calendar-sources",
      """
      format: parindex/calendar@1
      title: Lịch
      years: {}
      hours: []
      hours_source: Thông báo
      hours_assumed: yes
      holidays:
        - {date: 2019-01-01, title: Tết Dương lịch}
        - {date: 2019-02-30, title: Không có, source: Bộ luật}
        - {title: Không ngày, source: Bộ luật}
      made_up:
        - {date: 2019-01-05, instead_of: 2018-12-31}

      """
    ),
    (
      "calendar-days",
      """
      format: parindex/calendar@1
      title: Lịch
      years: {2019: Bộ luật}
      hours: ["07:00-11:30"]
      holidays:
        - {date: 2019-04-14, title: Giỗ Tổ, source: Bộ luật}
        - {date: 2019-04-14, title: Giỗ Tổ, source: Bộ luật}
        - {from: 2019-02-04, through: 2019-02-01, title: Tết, source: Bộ luật}
        - {from: 2019-02-04, through: 2019-12-04, title: Tết, source: Bộ luật}
        - {from: 2019-02-04, title: Tết, source: Bộ luật}
        - {date: 2019-02-04, through: 2019-02-08, title: Tết, source: Bộ luật}
        - {from: 2019-12-30, through: 2020-01-02, title: Tết, source: Bộ luật}
        - {date: 2019-05-01, title: Quốc tế lao động, source: Bộ luật}
      made_up:
        - {date: 2019-05-02, instead_of: 2019-05-01, source: Thông báo}
        - {date: 2019-05-04, instead_of: 2019-05-05, source: Thông báo}
        - {date: 2019-05-04, instead_of: 2019-05-03, source: Thông báo}
        - {date: 2018-05-05, instead_of: 2018-05-04, source: Thông báo}

      """
    ),
  ]

  @Test(arguments: broken, Language.allCases)
  func `what is wrong is said where it stands`(_ example: (String, String), _ language: Language)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write("calendar.yaml", example.1)
    let loading = loadWorkingCalendar(path)
    #expect(loading.calendar == nil)
    let text = TextRenderer(language: language).render(loading.diagnostics)
    expectGolden(
      text.replacing(folder.path + "/", with: ""), "\(example.0).\(language.rawValue).txt")
  }

  @Test func `a day made up comes with the day that it stands for`() throws {
    let folder = try TemporaryFolder()
    let loading = loadWorkingCalendar(try folder.write("calendar.yaml", Self.sound))
    #expect(loading.diagnostics.isEmpty)
    #expect(loading.digests.count == 1)
    let calendar = try #require(loading.calendar)
    #expect(calendar.holidays.count == 6)
    #expect(calendar.madeUp.count == 1)
    #expect(calendar.hours == [420..<690, 810..<1020])
    #expect(!calendar.areHoursAssumed)
    let exchanged = try #require(CalendarDay(year: 2018, month: 12, day: 31))
    #expect(!calendar.isWorkingDay(exchanged))
  }

  @Test func `a day has 24 hours`() throws {
    let folder = try TemporaryFolder()
    let text = Self.sound.replacing(
      "\"07:00-11:30\", \"13:30-17:00\"", with: "\"0:00-24:00\"")
    let calendar = try #require(
      loadWorkingCalendar(try folder.write("calendar.yaml", text)).calendar)
    #expect(calendar.minutesADay == 1440)
  }
}
