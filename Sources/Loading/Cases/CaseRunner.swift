internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Runs the cases of one file against one set.
struct CaseRunner {
  let set: CriteriaSet
  let scorer: ItemScorer
  let grades: [String]
  let explain: ((ItemTrial) -> String)?
  let problems: DiagnosticCollector
  private let reads: [CaseNames]

  init(
    _ set: CriteriaSet, _ file: CasesFile, _ explain: ((ItemTrial) -> String)?,
    _ problems: DiagnosticCollector
  ) {
    self.set = set
    self.explain = explain
    self.problems = problems
    grades = file.grades
    reads = set.items.map { CaseNames($0, set) }
    scorer = ItemScorer(
      set: set,
      plan: RoundPlan(
        id: "cases", title: "",
        calendar: RoundCalendar(
          year: file.year ?? set.year, holidays: file.holidays, deadlines: file.deadlines),
        stages: [], blocks: [], beforeAppraisal: .computed, notSubmitted: .unranked,
        surveysNotHeld: [], isIllustrative: false))
  }

  /// Runs one case; nil, with diagnostics, when it cannot be run.
  func run(_ node: YAMLNode) -> (trial: ItemTrial, isAsExpected: Bool)? {
    guard var reader = MappingReader(node, into: problems) else { return nil }
    let name = reader.string("name", .required)
    let id = reader.string("criterion", .required)
    let given = reader.value("given")
    let expect = reader.value("expect", .required)
    reader.finish()
    let expected = expect.flatMap { CaseExpectation($0, into: problems) }
    guard let name, let id else { return nil }
    guard let place = set.itemIndex(id) else {
      problems.add(
        .caseUnknownItem(
          id, known: set.items.map(\.id), at: reader.value("criterion")?.span ?? node.headSpan))
      return nil
    }
    let item = set.items[place]
    var data = CaseData(set, item, reads[place], problems)
    if let given { data.read(given) }
    guard let expected, !data.isFaulty else { return nil }
    var links = LinkedValues()
    links.gradeOrder = grades
    links.children = data.below
    if let register = item.rule.outsideRegister { links.outside[register] = data.below }
    let trial = scorer.trial(item, data.record(), links, others: data.block)
    let explanation = expected.trace == nil ? nil : explain?(trial)
    let isAsExpected = expected.isMet(by: trial.outcome, explanation)
    if !isAsExpected {
      problems.add(.caseFailed(name, expected, trial, explanation))
    }
    return (trial, isAsExpected)
  }
}

/// What a case expects.
struct CaseExpectation {
  enum State: String, CaseIterable {
    case scored
    case notApplicable = "not_applicable"
    case unanswered
    case pending
    case broken
  }

  let span: SourceSpan
  let points: Exact?
  let state: State?
  let trace: String?

  init?(_ node: YAMLNode, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(node, key: "expect", into: problems) else { return nil }
    span = node.headSpan
    points = reader.exact("points")
    state = reader.choice("state", of: State.self)
    trace = reader.string("trace")
    reader.finish()
    if points != nil, let state, ![.scored, .notApplicable].contains(state),
      let stated = reader.value("points")
    {
      problems.add(.casePointsWithoutScore(state.rawValue, at: stated.span))
      return nil
    }
    // A value that could not be read has been reported; nothing at all has not.
    let isStated = ["points", "state", "trace"].contains { node[$0]?.isNull == false }
    if !isStated { problems.add(.caseExpectsNothing(at: span)) }
    guard points != nil || state != nil || trace != nil else { return nil }
  }

  func isMet(by outcome: Outcome, _ explanation: String?) -> Bool {
    if let points, outcome.points != points { return false }
    if let state {
      if outcome.state.name != state { return false }
    } else if points != nil {
      // Points alone: the item gives points, by its rule or because it does not apply.
      switch outcome.state {
      case .scored, .notApplicable(.fullPoints): break
      case .notApplicable(.exclude), .unanswered, .pending, .broken: return false
      }
    }
    if let trace, let explanation, !explanation.contains(trace) { return false }
    return true
  }
}

extension ItemState {
  var name: CaseExpectation.State {
    switch self {
    case .scored: .scored
    case .notApplicable: .notApplicable
    case .unanswered: .unanswered
    case .pending: .pending
    case .broken: .broken
    }
  }
}

extension Rule {
  /// The register of bodies outside the round that the rule reads.
  var outsideRegister: String? {
    switch self {
    case .subordinates(let rule): rule.from
    case .bestOf(let rules): rules.lazy.compactMap(\.outsideRegister).first
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem,
      .relativeToBest, .survey, .council, .formula:
      nil
    }
  }
}
