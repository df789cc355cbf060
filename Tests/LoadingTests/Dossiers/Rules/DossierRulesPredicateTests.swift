import Diagnostics
import DossierCounting
import Grading
import Loading
import TestSupport
import Testing

/// Every predicate of `when:`, and what it stands for.
struct DossierRulesPredicateTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
  }

  static let predicates: [(String, [DossierCondition])] = [
    ("received_before_window", [.receivedBeforeWindow]),
    ("received_after_window", [.receivedAfterWindow]),
    ("{received_before_window: yes}", [.receivedBeforeWindow]),
    ("{received_after_window: true}", [.receivedAfterWindow]),
    ("{received_before: 2019-05-28}", [.receivedBefore(day(2019, 5, 28))]),
    ("{received_from: 2019-05-28}", [.receivedFrom(day(2019, 5, 28))]),
    ("{late: true}", [.late(true)]), ("{late: no}", [.late(false)]),
    ("{overdue: có}", [.overdue(true)]), ("{overdue: false}", [.overdue(false)]),
    ("{domain: Đất đai}", [.domains(["Đất đai"])]),
    ("{domain: [Đất đai, Hộ tịch]}", [.domains(["Đất đai", "Hộ tịch"])]),
    ("{procedures: level_3}", [.procedures(subset: "level_3")]),
    ("{procedures: land.csv}", [.procedures(subset: "land.csv")]),
    ("{unit_types: [huyen, xa]}", [.unitTypes(["huyen", "xa"])]),
    ("{units: so-y-te}", [.units(["so-y-te"])]),
    ("{channels: [online, post]}", [.channels([.online, .post])]),
    ("{channels: direct}", [.channels([.direct])]),
    ("{sources: [mc, hcc]}", [.sources(["mc", "hcc"])]),
    ("{statuses: Đã rút}", [.statuses(["Đã rút"])]),
    ("{on_outage_day: yes, step_before_return: finished}", [.onOutageDay(.finished)]),
    ("{on_outage_day: yes, step_before_return: reached}", [.onOutageDay(.reached)]),
    ("{outage_share_at_least: 1/4}", [.outageShare(atLeast: quarter, of: .elapsed)]),
    (
      "{outage_share_at_least: 25%, share_of: term}",
      [.outageShare(atLeast: quarter, of: .term)]
    ),
    (
      "{outage_share_at_least: 0.25, share_of: working}",
      [.outageShare(atLeast: quarter, of: .working)]
    ),
    ("{explained: refused}", [.explained(.refused)]),
    ("{explained: pending}", [.explained(.pending)]),
    ("{explained: accepted}", [.explained(.accepted)]),
    ("{causes: [software]}", [.causes(["software"])]),
    ("{linked_agency_late: yes}", [.linkedAgencyLate(true)]),
    ("{without_due_date: yes}", [.withoutDueDate(true)]),
    ("{turned_late_from: 2019-12-05}", [.turnedLateFrom(day(2019, 12, 5))]),
    ("{domain: X, late: true}", [.late(true), .domains(["X"])]),
  ]

  private static let quarter = Exact(1, over: 4) ?? .zero

  private func rules(_ when: String, clock: String = "elapsed") throws -> DossierRules {
    let folder = try TemporaryFolder()
    try folder.write("land.csv", "procedure_id\n1.1\n1.2\n")
    try folder.write("calendar.yaml", WorkingCalendarLoadingTests.sound)
    let path = try folder.write(
      "dossier-rules.yaml",
      """
      format: parindex/dossier-rules@1
      title: Quy tắc
      year: 2019
      window: {received_from: 2019-01-01, received_through: 2019-12-10}
      clock: \(clock)
      calendar: calendar.yaml
      late_includes_overdue: yes
      subsets: {level_3: {title: Mức độ 3, procedures: ["1.9"]}}
      causes: [{id: software, title: Phần mềm, considered: yes}]
      lists: [{id: a, title: A, clause: khoản 1, when: \(when)}]

      """)
    let loading = loadDossierRules(path)
    #expect(
      loading.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    )
    return try #require(loading.rules)
  }

  @Test(arguments: predicates)
  func `a predicate is read`(_ when: String, _ conditions: [DossierCondition]) throws {
    #expect(try rules(when).lists[0].when == conditions)
  }

  @Test func `no predicate is left out here`() {
    let kinds = Set(Self.predicates.flatMap(\.1).map { String("\($0)".prefix { $0 != "(" }) })
    #expect(kinds.count == 20)
  }

  @Test func `a share is of working time where the clock is`() throws {
    let rules = try rules("{outage_share_at_least: 1/4}", clock: "working")
    #expect(rules.lists[0].when == [.outageShare(atLeast: Self.quarter, of: .working)])
    #expect(rules.calendar?.minutesADay == 480)
  }

  @Test func `a file of procedures is a subset without a name of its own`() throws {
    let subsets = try rules("{procedures: land.csv}").subsets
    #expect(
      subsets == [
        ProcedureSubset(id: "level_3", title: "Mức độ 3", procedures: ["1.9"]),
        ProcedureSubset(id: "land.csv", title: nil, procedures: ["1.1", "1.2"]),
      ])
  }
}
