import Diagnostics
import Foundation
import Grading
import Loading
import Procedure
import TestSupport
import Testing

/// People and rules of procedure as a round's files give them.
@Suite struct ProcedureLoadingTests {
  static let procedure = """
    open_at_publication: zero
    holidays: [2018-02-14]
    procedure:
      grounds: [{id: thieu-tai-lieu, title: Thiếu tài liệu}]
      second_approval: {above: 0.5}
      stand_ins: {so-y-te: so-tu-phap}
      assignments:
        - {people: [to/01], stages: [appraisal-1], areas: ["1"], blocks: [so]}
        - {people: [to/01, to/02]}
      agenda: required
      quorum: 2/3
      reconsideration: {within: 10 working days, answer_within: 15 days}
    """

  static let people = """
    format: parindex/people@1
    people:
      - {id: to/01, name: Trần Lan, role: helper-team, unit: so-tu-phap, from: 2017-12-01, until: 2018-06-30}
      - {id: to/02, name: Lê Bình, role: helper-team, council: so-y-te}
      - {id: so-y-te, name: Đinh Quý, role: unit, unit: so-y-te}
    """

  @Test func `a round's rules of procedure are those of its files`() throws {
    let round = try RoundFolder(registers: Self.procedure)
    try round.folder.write("people.yaml", Self.people)
    let loading = round.load()
    #expect(loading.diagnostics.isEmpty, "\(round.text(loading.diagnostics))")
    let setting = try #require(loading.setting)
    let rules = setting.procedure
    #expect(
      rules.people?["to/01"]
        == Person(
          id: "to/01", name: "Trần Lan", role: .helperTeam, unit: "so-tu-phap",
          council: "province", from: CalendarDay(year: 2017, month: 12, day: 1),
          until: CalendarDay(year: 2018, month: 6, day: 30)))
    #expect(rules.people?["to/02"]?.council == "so-y-te")
    #expect(rules.people?["so-y-te"]?.council == nil)
    #expect(rules.people?.count == 3)
    #expect(rules.grounds == [Ground(id: "thieu-tai-lieu", title: "Thiếu tài liệu")])
    #expect(rules.secondApprovalAbove == Exact(1, over: 2))
    #expect(rules.standIns == ["so-y-te": "so-tu-phap"])
    #expect(
      rules.assignments == [
        Assignment(people: ["to/01"], stages: ["appraisal-1"], areas: ["1"], blocks: ["so"]),
        Assignment(people: ["to/01", "to/02"]),
      ])
    #expect(rules.requiresAgenda && rules.statesOpenAtPublication)
    #expect(rules.quorum == Exact(2, over: 3))
    #expect(rules.reconsideration == DayLimit(days: 10, isWorking: true))
    #expect(rules.answer == DayLimit(days: 15, isWorking: false))
    #expect(rules.holidays.count == 1)
    #expect(rules.stages.map(\.id) == ["self-assessment", "appraisal-1"])
    #expect(setting.digests.contains { $0.path.hasSuffix("/people.yaml") })
    let lines = try String(contentsOfFile: round.folder.path + "/round.yaml", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (key, text) in [("procedure.quorum", "quorum: 2/3"), ("stages.appraisal-1", "- {id: app")] {
      let place = try #require(rules.places[key])
      #expect(lines[Int(place.start.line) - 1].contains(text), "\(key)")
    }
    #expect(rules.places["people.to/02"]?.start.line == 4)
  }

  @Test func `a round without people and procedure sets no such rules`() throws {
    let rules = try #require(RoundFolder().load().setting).procedure
    #expect(rules.people == nil && rules.grounds == nil && rules.quorum == nil)
    #expect(rules.secondApprovalAbove == nil && rules.reconsideration == nil)
    #expect(!rules.requiresAgenda && !rules.statesOpenAtPublication)
    #expect(rules.stages.count == 2)
  }

  @Test func `a stage may open on a day and set its own limit for a second approver`() throws {
    let round = try RoundFolder()
    let path = round.folder.path + "/round.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try round.folder.write(
      "round.yaml",
      text.replacing(
        "helper-team, through: 2018-01-03",
        with: "helper-team, opens: 2018-01-03, through: 2018-01-03, second_approval_above: 1"))
    let loading = round.load()
    #expect(loading.diagnostics.isEmpty, "\(round.text(loading.diagnostics))")
    let stages = try #require(loading.setting).procedure.stages
    #expect(stages[0].opens == nil && stages[0].secondApprovalAbove == nil)
    #expect(stages[1].opens == LocalMoment(parsing: "2018-01-03"))
    #expect(stages[1].secondApprovalAbove == .one)
  }
}
