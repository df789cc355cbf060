import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// What the keys of dossier rules mean, and what holds when they are not there.
struct DossierRulesLoadingTests {
  private func rules(_ more: String) throws -> DossierRules {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "dossier-rules.yaml",
      """
      format: parindex/dossier-rules@1
      title: Quy tắc
      year: 2019
      window: {received_from: 2019-01-01, received_through: 2019-12-10}
      late_includes_overdue: no
      \(more)

      """)
    return try #require(loadDossierRules(path).rules)
  }

  private func minute(_ text: String) throws -> LocalMinute {
    let moment = try #require(LocalMoment(parsing: text))
    return LocalMinute(
      number: LocalMinute(startOf: moment.day).number + Int32(moment.minute ?? 0))
  }

  @Test func `an author who says no more gets the stated defaults`() throws {
    let rules = try rules("")
    #expect(rules.finishedAt == .resultReady)
    #expect(rules.clock == .elapsed)
    #expect(rules.onTimeUntil == .endOfDueDay)
    #expect(rules.withoutDueDate == .onTime)
    #expect(!rules.countsUnconfirmedOutages)
    #expect(rules.mostUnreadable == .zero)
    #expect(rules.explanationsUntil == nil)
  }

  @Test func `the window holds its last day to the last minute`() throws {
    let window = try rules("").window
    #expect(window.start == (try minute("2019-01-01T00:00")))
    #expect(window.contains(try minute("2019-12-10T23:59")))
    #expect(!window.contains(try minute("2019-12-11T00:00")))
  }

  @Test(arguments: [
    ("{before: 2019-12-05}", "2019-12-05T00:00"), ("{through: 2019-12-04}", "2019-12-05T00:00"),
    ("{before: 2019-12-05T17:00}", "2019-12-05T17:00"),
    ("{through: 2019-12-05T17:00}", "2019-12-05T17:01"),
    ("{before: 2019-12-05T00:00}", "2019-12-05T00:00"),
  ])
  func `explanations end when the deadline says`(_ limit: String, _ end: String) throws {
    #expect(try rules("explanations: \(limit)").explanationsUntil == (try minute(end)))
  }

  @Test func `periods, rates and subsets keep the order of the file`() throws {
    let rules = try rules(
      """
      periods: {2019-b: 2019-01-21..2019-02-20, 2019-a: 2019-02-21..2019-03-20}
      subsets: {z: {title: Z, procedures: ["1"]}, a: {title: A, procedures: ["2"]}}
      rates: {z_rate: {title: Z, of: z.online, over: received}, a_rate: {title: A, of: late, over: a.late}}
      unconfirmed_outages: counted
      most_unreadable: 1%
      """)
    #expect(rules.periods.map(\.id) == ["2019-b", "2019-a"])
    #expect(rules.periods[0].span.minutes == 31 * 1440)
    #expect(rules.subsets.map(\.id) == ["z", "a"])
    #expect(rules.rates.map(\.id) == ["z_rate", "a_rate"])
    #expect(rules.rates[0].of == CountedFigure(subset: "z", .online))
    #expect(rules.rates[1].over == CountedFigure(subset: "a", .late))
    #expect(rules.countsUnconfirmedOutages)
    #expect(rules.mostUnreadable == Exact(1, over: 100))
  }
}
