internal import EventLog
internal import Grading

/// When and in which stage, and what the event must say.
extension ProcedureCheck {
  mutating func checkStage() {
    if let id = content.stage, rules.stage(id) == nil {
      refuse(StageRefusal.unknown(id, known: rules.stages.map(\.id)))
    }
    guard let stage, let kinds = allowedKinds else { return }
    let name = StageName(stage)
    if !kinds.contains(stage.kind) { refuse(.otherKind(name, content.kind)) }
    guard isBoundToTime else { return }
    if let opens = stage.opens, content.time.isBefore(opens) {
      refuse(.notOpenYet(name, opens: opens))
    }
    if let deadline = stage.deadline, time > EventTime(endOf: deadline),
      !state.locks.isReopened(target)
    {
      refuseLate(name, deadline)
    }
  }

  private mutating func refuseLate(_ stage: StageName, _ deadline: LocalMoment) {
    guard content.kind == .submitted else {
      return refuse(.closed(stage, deadline: deadline, logTime))
    }
    // A first submission that is late is taken, and told to be late.
    guard let unit = content.unit, state.submitted.contains(unit) else { return }
    refuse(.submittedAlready(unit: unit, stage, deadline: deadline, logTime))
  }

  /// The point that a lock or an unlock must cover.
  var target: LockScope {
    LockScope(unit: content.unit, subject: content.subject, stage: stage?.id)
  }

  /// Kinds of stages in which it may happen; nil: it is in no stage.
  private var allowedKinds: [Stage.Kind]? {
    switch content.kind {
    case .submitted: [.claim]
    case .corrected: [.appraisal, .explanation]
    case .appraised: [.appraisal]
    case .explanationRequested: [.appraisal, .council]
    case .explained:
      content.answers == nil ? Stage.Kind.allCases : [.appraisal, .explanation, .council]
    case .agenda, .met, .decided: [.council]
    case .opened, .replaced, .locked, .unlocked, .publication, .reconsiderationAsked,
      .reconsiderationAnswered, .amended:
      nil
    }
  }

  /// An agenda is made before the council's days and a meeting recorded after them; an answer has
  /// its own due time.
  private var isBoundToTime: Bool {
    switch content.kind {
    case .agenda, .met: false
    case .explained: content.answers.flatMap(ownRequest)?.due == nil
    default: true
    }
  }

  // MARK: Words

  mutating func checkWords() {
    let decides = (content.decision ?? .accept) != .accept
    let isUnlock = content.kind == .unlocked
    switch (content.ground, rules.grounds) {
    case (nil, let grounds?) where decides || isUnlock:
      refuse(.groundMissing(grounds.map(\.id)))
    case (nil, nil) where isUnlock: refuse(.groundMissing([]))
    case (let ground?, let grounds?) where !grounds.contains { $0.id == ground }:
      refuse(.groundUnknown(ground, known: grounds.map(\.id)))
    default: break
    }
    let isGrounded = content.ground != nil || rules.grounds != nil
    if !content.hasText, needsText || (decides && !isGrounded) { refuse(.textMissing) }
    checkBasis()
  }

  private mutating func checkBasis() {
    let isDecision = content.publicationState == .issued || content.kind == .amended
    guard isDecision || content.kind == .replaced else { return }
    guard let basis = content.basis, basis.contains(where: { !$0.isWhitespace }) else {
      return refuse(.basisMissing)
    }
    let found = DocumentReference(basis)
    if isDecision, !found.isWhole { refuse(.basisIncomplete(basis, found)) }
  }

  private var needsText: Bool {
    switch content.kind {
    case .corrected, .replaced, .explanationRequested, .explained, .met, .locked,
      .reconsiderationAsked, .reconsiderationAnswered:
      true
    case .appraised, .decided, .agenda: content.isBeyondRule
    case .opened, .submitted, .unlocked, .publication, .amended: false
    }
  }
}

extension EventTime {
  /// Whether it is before the beginning of a moment that may be known only to the day.
  fileprivate func isBefore(_ moment: LocalMoment) -> Bool {
    (day, second) < (moment.day, Int32(moment.minute ?? 0) * 60)
  }
}
