import Diagnostics
import Grading
import Reports
import TestSupport
import Testing

/// The same round under an old and a changed set.
struct CriteriaTrialTests {
  static let names = ["so-a": "Sở A", "so-b": "Sở B", "so-c": "Sở C", "so-d": "Sở D"]

  /// Four departments: what they answer differs by their place in the list.
  private func round(_ set: CriteriaSet, only: Int = 4, figures: FigureBook = FigureBook()) -> Round
  {
    var plan = Self.plan
    plan.figures = figures
    let records = Self.names.keys.sorted().prefix(only).enumerated().map { place, id in
      let unit = Grading.Unit(
        id: id, name: Self.names[id] ?? id, type: "so", traits: ["handles_dossiers"],
        span: ScaffoldTests.span)
      var assessment = SelfAssessment(set: set)
      assessment.submittedAt = LocalMoment(CalendarDay(number: 17510))
      for (index, input) in set.inputs.enumerated() {
        if let value = Self.answer(input, place) { assessment.inputs[index] = .given(value) }
      }
      let figures = set.figures.map { figure -> FigureValue in
        switch figure.name {
        case "reports.late": .known(.number(Exact(place)))
        case "survey.overall":
          Exact(80 + 3 * place, over: 100).map { .known(.number($0)) } ?? .missing
        case "dossiers.early": .known(.number(Exact(90 - 10 * place)))
        case "dossiers.resolved": .known(.number(100))
        default: .missing
        }
      }
      return UnitRecord(unit: unit, set: 0, block: 0, assessment: assessment, figures: figures)
    }
    return Round(plan: plan, sets: [set], records: Array(records))
  }

  private static func answer(_ input: Input, _ place: Int) -> Value? {
    switch input.name {
    case "planned_all", "funded", "approved": .truth(true)
    case "posted_days": .number(40)
    case "level": .text(place == 3 ? "late" : "done")
    case "issued_on":
      CalendarDay(year: 2017, month: 1, day: 10 + place).map { .date(LocalMoment($0)) }
    case "planned": .number(20)
    case "completed": .number(Exact(19 - 2 * place))
    case "spent": .number(Exact(95 - 4 * place))
    case "granted": .number(100)
    case "factor": Exact(1, over: 5).map { .number($0) }
    case "found": .number(4)
    case "fixed": .number(2)
    case "handling": .number(2)
    case "violations": .number(Exact(place % 2))
    case "articles": .number(Exact(4 + place))
    case "initiatives": .number(Exact(place))
    case "prize": .text("none")
    case "staff": .number(50)
    case "autonomy": Exact(place, over: 2).map { .number($0) }
    default: nil
    }
  }

  static let plan = RoundPlan(
    id: "thu-2017", title: "Kỳ thử năm 2017", calendar: ReportCases.calendar,
    stages: [
      Stage(
        id: "self-assessment", title: "Tự chấm điểm", kind: .claim, who: "unit", deadline: nil,
        allowsBeyondRule: false)
    ],
    blocks: [
      Block(
        id: "so", title: "Khối sở, ban, ngành", council: "province", unitTypes: ["so"],
        grades: [
          Grade(name: "Tốt", from: 65), Grade(name: "Khá", from: 55), Grade(name: "Yếu", from: 0),
        ], gradesOn: .rounded, rankedOn: .rounded, ties: .competition, tieBreakers: [],
        groupsByParent: false, conditions: [], conditionFigures: [], gradesUnranked: true,
        span: ScaffoldTests.span)
    ], beforeAppraisal: .computed, notSubmitted: .unranked, surveysNotHeld: [],
    isIllustrative: true)

  @Test(arguments: Language.allCases)
  func `a draft is tried on the data of a round`(_ language: Language) throws {
    let trial = CriteriaTrial(
      before: round(try ReportCases.set("rules")),
      after: round(try ReportCases.set("rules-changed")))
    expectGolden(trial.text(language), "criteria-trial.\(language.rawValue).txt")
    if language == .english { expectGolden(trial.json, "criteria-trial.json") }
  }

  @Test(arguments: Language.allCases)
  func `a trial of counting shows the late rates that it changes`(_ language: Language) throws {
    let set = try ReportCases.set("rules")
    func counted(_ late: [String: Int]) -> Round {
      var table = FigureTable(
        name: "dossiers", title: "Hồ sơ", file: SourceFile(path: "dossiers/records.yaml"),
        columns: [FigureName(name: "dossiers.late_rate", type: .rate, title: "Tỷ lệ")],
        absent: .missing)
      for (unit, late) in late {
        _ = table.add(unit: unit, [.known(.number(Exact(late, over: 7) ?? .zero))], line: 1)
      }
      var book = FigureBook()
      book.add(table)
      return round(set, figures: book)
    }
    let before = counted(["so-a": 0, "so-b": 1, "so-c": 1])
    for subject in [CriteriaTrial.Subject.dossierRules, .withoutExclusions] {
      let trial = CriteriaTrial(
        before: before, after: counted(["so-a": 1, "so-b": 1, "so-d": 2]), of: subject)
      expectGolden(
        trial.text(language), "counting-trial-\(subject.rawValue).\(language.rawValue).txt")
    }
  }

  @Test func `a set tried against itself moves nobody`() throws {
    let set = try ReportCases.set("rules")
    let trial = CriteriaTrial(before: round(set), after: round(set))
    #expect(trial.rows.count == 4)
    #expect(trial.moved.isEmpty && trial.dead.isEmpty && trial.open.isEmpty)
  }

  @Test func `those that moved most stand first`() throws {
    let trial = CriteriaTrial(
      before: round(try ReportCases.set("rules")),
      after: round(try ReportCases.set("rules-changed")))
    let sizes = trial.groups[0].rows.map { max($0.difference ?? .zero, -($0.difference ?? .zero)) }
    #expect(sizes == sizes.sorted(by: >))
    #expect(Set(sizes).count > 1)
  }

  @Test func `units of only one round are named`() throws {
    let set = try ReportCases.set("rules")
    let trial = CriteriaTrial(before: round(set, only: 3), after: round(set))
    #expect(trial.unpaired == ["so-d"])
    #expect(trial.rows.count == 3)
  }
}
