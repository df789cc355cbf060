import DossierCounting
import Grading
import Testing

/// What of a year's rules applies to a report on a stretch of it.
struct ReportRulesTests {
  private static let july = MinuteSpan(
    from: CountingExample.day(2019, 7, 1), through: CountingExample.day(2019, 7, 31))

  private static var example: CountingExample {
    var example = CountingExample()
    example.rules.exclusions = [
      CountingExample.exclusion("before", [.receivedBeforeWindow]),
      CountingExample.exclusion("after", [.receivedAfterWindow]),
      CountingExample.exclusion("old-land", [.receivedBeforeWindow, .domains(["Đất đai"])]),
      CountingExample.exclusion("new-land", [.receivedAfterWindow, .domains(["Đất đai"])]),
      CountingExample.exclusion("late-tax", [.late(true), .domains(["Thuế"])]),
    ]
    return example
  }

  @Test
  func `exclusions of the window alone are left out, others keep its days`() {
    let rules = Self.example.rules.reporting(on: Self.july)
    #expect(rules.window == Self.july)
    #expect(rules.exclusions.map(\.id) == ["old-land", "new-land", "late-tax"])
    #expect(
      rules.exclusions[0].when
        == [.receivedBefore(CountingExample.day(2019, 1, 1)), .domains(["Đất đai"])])
    #expect(
      rules.exclusions[1].when
        == [.receivedFrom(CountingExample.day(2019, 12, 11)), .domains(["Đất đai"])])
    #expect(Self.example.rules.exclusionsOfWindow.map(\.id) == ["before", "after"])
    #expect(Self.example.rules.reporting(on: Self.july, excludes: false).exclusions.isEmpty)
  }

  @Test
  func `a dossier carried over from the year before counts, unless a rule asks more`() throws {
    var example = Self.example
    example.rules = example.rules.reporting(on: Self.july)
    let outcome = try example.count(
      """
      dossier,unit,domain,received_at,due_at,returned_at
      A1,S1,Y tế,2018-12-31T23:59,2019-07-10T17:00,2019-07-09T08:00
      A2,S1,Đất đai,2018-12-31T23:59,2019-07-10T17:00,2019-07-09T08:00
      A3,S1,Đất đai,2019-01-01T00:00,2019-07-10T17:00,2019-07-09T08:00
      A4,S1,Thuế,2019-07-01T00:00,2019-07-10T17:00,2019-07-11T00:00
      A5,S1,Y tế,2019-06-30T23:59,2019-07-10T17:00,2019-06-30T23:59
      A6,S1,Y tế,2019-06-30T23:59,2019-07-10T17:00,2019-07-01T00:00
      A7,S1,Y tế,2019-07-31T23:59,2019-07-31T17:00,2019-08-01T00:00
      A8,S1,Y tế,2019-08-01T00:00,2019-08-10T17:00,2019-08-01T00:00

      """)
    #expect(
      outcome.figures == [
        "S1: received 4, carried_over 3, newly_received 1, resolved 3, early 3, in_time 3, "
          + "unresolved 1, unresolved_overdue 1, excluded 2"
      ])
  }

  @Test(arguments: [
    // At least five, a tenth, and twice the others' share; twenty resolved.
    (5, 20, 5, 100, true), (4, 20, 4, 100, false), (5, 19, 5, 100, false),
    (5, 50, 9, 130, true), (5, 51, 5, 100, false), (20, 100, 30, 200, true),
    (20, 100, 31, 200, false), (50, 50, 50, 50, false),
  ])
  func `a share is unusual by whole numbers`(
    _ marked: Int, _ resolved: Int, _ all: Int, _ allResolved: Int, _ isUnusual: Bool
  ) {
    #expect(
      ClockSigns.isUnusual(marked, of: resolved, all: all, of: allResolved) == isUnusual)
  }
}
