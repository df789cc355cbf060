import DossierCounting
import Grading
import Testing

/// Names of stretches, the one before and the parts of each.
struct PeriodNamesTests {
  private static func day(_ text: String) -> CalendarDay {
    LocalMoment(parsing: text).map(\.day) ?? CalendarDay(number: 0)
  }

  private static func period(_ id: String, _ first: String, _ last: String) -> ReportPeriod {
    ReportPeriod(id: id, span: MinuteSpan(from: day(first), through: day(last)))
  }

  /// `2019-07 2019-07-01..2019-07-31`.
  private static func text(_ period: ReportPeriod?) -> String {
    guard let period else { return "nothing" }
    let last = CalendarDay(number: period.span.end.day.number - 1)
    return "\(period.id) \(period.span.start.day.isoText)..\(last.isoText)"
  }

  private let calendar = PeriodNames([])

  /// Official months that run from the 21st to the 20th (báo cáo 131/BC-UBND năm 2024).
  private let official = PeriodNames([
    period("2024-01", "2023-12-21", "2024-01-20"), period("2024-02", "2024-01-21", "2024-02-20"),
    period("2024-03", "2024-02-21", "2024-03-20"), period("2024-04", "2024-03-21", "2024-04-20"),
    period("dot-1", "2024-01-01", "2024-01-10"), period("dot-2", "2024-01-11", "2024-01-20"),
  ])

  @Test(arguments: [
    ("2019-07", "2019-07 2019-07-01..2019-07-31"), ("2019-12", "2019-12 2019-12-01..2019-12-31"),
    ("2020-02", "2020-02 2020-02-01..2020-02-29"), ("2019-Q3", "2019-Q3 2019-07-01..2019-09-30"),
    ("2019-q4", "2019-Q4 2019-10-01..2019-12-31"), ("2019-H2", "2019-H2 2019-07-01..2019-12-31"),
    ("2019", "2019 2019-01-01..2019-12-31"),
    ("2019-03-21..20/04/2019", "2019-03-21..2019-04-20 2019-03-21..2019-04-20"),
    ("2019-03-21..2019-03-21", "2019-03-21..2019-03-21 2019-03-21..2019-03-21"),
    ("2019-03-21..2019-03-20", "nothing"), ("2019-13", "nothing"), ("2019-00", "nothing"),
    ("2019-Q5", "nothing"), ("2019-Q0", "nothing"), ("2019-H3", "nothing"), ("2019-7", "nothing"),
    ("0019", "nothing"), ("20190", "nothing"), ("", "nothing"), ("..", "nothing"),
    ("2019-02-01..2019-02-31", "nothing"), ("2019-02-01T00:00..2019-02-03", "nothing"),
    ("tháng 7", "nothing"), ("2019-H१", "nothing"),
  ])
  func `a name is a stretch of the calendar or days`(_ name: String, _ expected: String) {
    #expect(Self.text(calendar.period(name)) == expected)
  }

  @Test
  func `what the rules declare comes first, and the quarter is made of it`() {
    #expect(Self.text(official.period("2024-04")) == "2024-04 2024-03-21..2024-04-20")
    #expect(Self.text(official.period("2024-05")) == "2024-05 2024-05-01..2024-05-31")
    #expect(Self.text(official.period("2024-Q1")) == "2024-Q1 2023-12-21..2024-03-20")
    #expect(Self.text(official.period("2024")) == "2024 2023-12-21..2024-12-31")
    #expect(Self.text(official.period("dot-1")) == "dot-1 2024-01-01..2024-01-10")
  }

  @Test(arguments: [
    ("2019-07", "2019-06 2019-06-01..2019-06-30"), ("2019-01", "2018-12 2018-12-01..2018-12-31"),
    ("2019-Q1", "2018-Q4 2018-10-01..2018-12-31"), ("2019", "2018 2018-01-01..2018-12-31"),
    ("2019-07-01..2019-07-10", "2019-06-21..2019-06-30 2019-06-21..2019-06-30"),
  ])
  func `the one before is as long`(_ name: String, _ expected: String) throws {
    #expect(Self.text(calendar.before(try #require(calendar.period(name)))) == expected)
  }

  @Test
  func `the one before ends where the other begins`() throws {
    func before(_ name: String) throws -> String {
      Self.text(official.before(try #require(official.period(name))))
    }
    #expect(try before("2024-04") == "2024-03 2024-02-21..2024-03-20")
    #expect(try before("dot-2") == "dot-1 2024-01-01..2024-01-10")
    // December 2023 of the calendar would overlap.
    #expect(try before("2024-01") == "2023-11-20..2023-12-20 2023-11-20..2023-12-20")
  }

  @Test
  func `parts follow each other and are the whole`() throws {
    func parts(_ names: PeriodNames, _ name: String, _ length: PeriodLength) throws -> [String] {
      names.parts(of: try #require(names.period(name)), length).map(Self.text)
    }
    #expect(try parts(calendar, "2019", .month).count == 12)
    #expect(try parts(calendar, "2019", .half).map { $0.prefix(7) } == ["2019-H1", "2019-H2"])
    #expect(
      try parts(calendar, "2019-Q3", .month) == [
        "2019-07 2019-07-01..2019-07-31", "2019-08 2019-08-01..2019-08-31",
        "2019-09 2019-09-01..2019-09-30",
      ])
    #expect(
      try parts(calendar, "2019-01-15..2019-03-20", .month) == [
        "2019-01-15..2019-01-31 2019-01-15..2019-01-31", "2019-02 2019-02-01..2019-02-28",
        "2019-03-01..2019-03-20 2019-03-01..2019-03-20",
      ])
    #expect(
      try parts(official, "2024-Q1", .month) == [
        "2024-01 2023-12-21..2024-01-20", "2024-02 2024-01-21..2024-02-20",
        "2024-03 2024-02-21..2024-03-20",
      ])
    // A month of the rules does not fit into a year of the calendar's other months.
    #expect(
      try parts(official, "2024-04-01..2024-05-31", .month) == [
        "2024-04-01..2024-04-30 2024-04-01..2024-04-30", "2024-05 2024-05-01..2024-05-31",
      ])
    #expect(
      try parts(calendar, "2019-07", .quarter) == ["2019-07-01..2019-07-31 2019-07-01..2019-07-31"])
  }
}
