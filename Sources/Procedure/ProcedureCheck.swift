internal import EventLog
internal import Grading

extension ProcedureRules {
  /// Every rule that an event breaks, where it would be written next.
  package func refusals(
    of event: ProposedEvent, after state: ProcedureState
  ) -> [ProcedureRefusal] {
    var check = ProcedureCheck(rules: self, state: state, event: event)
    check.checkAuthor()
    check.checkStage()
    check.checkWords()
    check.checkPoints()
    check.checkApproval()
    check.checkExplanation()
    check.checkCouncil()
    check.checkLocks()
    check.checkPublication()
    return check.refusals
  }

  /// Why it is not for its author to do: the rules about people alone, whenever it is and whatever
  /// came before.
  package func personRefusals(of event: ProposedEvent) -> [ProcedureRefusal] {
    var check = ProcedureCheck(rules: self, state: ProcedureState(), event: event)
    check.checkAuthor()
    return check.refusals
  }

  /// Why its approver may not approve it, whenever it is.
  package func approverRefusals(of event: ProposedEvent) -> [ProcedureRefusal] {
    guard let approver = event.content.approver else { return [] }
    var check = ProcedureCheck(rules: self, state: ProcedureState(), event: event)
    check.checkApprover(approver)
    return check.refusals
  }
}

/// One proposed event held against the rules.
struct ProcedureCheck {
  let rules: ProcedureRules
  let state: ProcedureState
  let event: ProposedEvent
  private(set) var refusals: [ProcedureRefusal] = []

  init(rules: ProcedureRules, state: ProcedureState, event: ProposedEvent) {
    self.rules = rules
    self.state = state
    self.event = event
  }

  var content: EventContent { event.content }
  /// When deadlines are held against it: a time that lies before the log's own escapes none.
  var time: EventTime { max(content.time, state.latest ?? content.time) }
  /// The log's latest time, where it counts instead of the event's own.
  var logTime: EventTime? { time > content.time ? time : nil }
  var scope: LockScope { LockScope(content) }

  /// Whether somebody is not in office any more, or not yet.
  func isOut(_ person: Person) -> Bool {
    !person.isInOffice(on: content.time.day) || !person.isInOffice(on: time.day)
  }

  /// The day on which they are not.
  func dayOut(_ person: Person) -> CalendarDay {
    person.isInOffice(on: content.time.day) ? time.day : content.time.day
  }

  /// The stage that it names; a submission that names none is of the first claim stage.
  var stage: Stage? {
    if let id = content.stage { return rules.stage(id) }
    return content.kind == .submitted ? rules.stages.first { $0.kind == .claim } : nil
  }

  mutating func refuse(_ refusal: PersonRefusal) { refusals.append(.person(refusal)) }
  mutating func refuse(_ refusal: StageRefusal) { refusals.append(.stage(refusal)) }
  mutating func refuse(_ refusal: WordRefusal) { refusals.append(.word(refusal)) }
  mutating func refuse(_ refusal: ApprovalRefusal) { refusals.append(.approval(refusal)) }
  mutating func refuse(_ refusal: PointsRefusal) { refusals.append(.points(refusal)) }
  mutating func refuse(_ refusal: ExplanationRefusal) { refusals.append(.explanation(refusal)) }
  mutating func refuse(_ refusal: CouncilRefusal) { refusals.append(.council(refusal)) }
  mutating func refuse(_ refusal: LockRefusal) { refusals.append(.lock(refusal)) }
  mutating func refuse(_ refusal: PublicationRefusal) { refusals.append(.publication(refusal)) }
}

extension EventKind {
  /// Whether it says what a unit gets, so that nobody does it about their own.
  var judges: Bool {
    switch self {
    case .appraised, .explanationRequested, .decided, .corrected, .reconsiderationAnswered,
      .unlocked, .amended:
      true
    case .opened, .submitted, .replaced, .explained, .agenda, .met, .locked, .publication,
      .reconsiderationAsked:
      false
    }
  }

  /// Whether each council, and its team, does it within its own bounds.
  var isCouncils: Bool {
    switch self {
    case .locked, .publication, .replaced: true
    default: judges
    }
  }

  /// Whether a unit says it of itself.
  var isUnitsOwn: Bool {
    switch self {
    case .submitted, .explained, .reconsiderationAsked: true
    case .opened, .corrected, .replaced, .appraised, .explanationRequested, .agenda, .met, .decided,
      .locked, .unlocked, .publication, .reconsiderationAnswered, .amended:
      false
    }
  }
}

extension EventDecision {
  /// Whether it settles the points of an item.
  var decidesPoints: Bool {
    switch self {
    case .accept, .adjust, .setPoints, .markNotApplicable: true
    case .rejectEvidence, .correctFigure: false
    }
  }
}

extension PublicationState {
  /// Whose move it is to reach the state.
  package var role: Role {
    switch self {
    case .passed: .council
    case .issued: .decider
    case .draft, .submitted, .published, .amended: .organiser
    }
  }
}
