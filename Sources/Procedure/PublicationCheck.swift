internal import EventLog
internal import Grading

/// Locks, publication and what follows it.
extension ProcedureCheck {
  mutating func checkLocks() {
    switch content.kind {
    case .submitted, .corrected, .appraised, .explanationRequested, .explained, .decided:
      let locks = state.locks
      if let lock = touched.lazy.compactMap({ locks.lock(on: $0) }).first {
        refuse(.locked(by: lock.sequence))
      }
    case .replaced:
      let whole = LockScope(unit: nil, subject: nil, stage: nil)
      let locks = state.locks
      let ofMoved = event.moved.lazy.compactMap {
        locks.lock(on: LockScope(unit: $0, subject: nil, stage: nil))?.sequence
      }
      if let lock = locks.wholeLock(on: whole) ?? ofMoved.first { refuse(.locked(by: lock)) }
    case .locked:
      if event.openItems > 0, !rules.statesOpenAtPublication {
        refuse(.openItems(event.openItems))
      }
      if let earlier = state.locks.wholeLock(on: scope) { refuse(.alreadyLocked(by: earlier)) }
    case .unlocked:
      if state.locks.lock(on: scope) == nil, !opensClosedStage { refuse(.nothingLocked) }
    case .opened, .agenda, .met, .publication, .reconsiderationAsked, .reconsiderationAnswered,
      .amended:
      break
    }
  }

  /// What it is about, and what moves with it.
  private var touched: [LockScope] {
    [target]
      + event.linked.map {
        LockScope(unit: content.unit, subject: .item($0.id), stage: target.stage)
      }
  }

  /// A stage that its deadline closed is opened like one that was locked.
  private var opensClosedStage: Bool {
    guard let deadline = stage?.deadline else { return false }
    return time > EventTime(endOf: deadline)
  }

  // MARK: Publication

  mutating func checkPublication() {
    switch content.kind {
    case .publication: checkPublicationStep()
    case .reconsiderationAsked:
      checkIsPublished()
      if let published = state.published?.day,
        let last = rules.reconsideration?.lastDay(after: published, holidays: rules.holidays),
        time.day > last
      {
        refuse(.reconsiderationTooLate(lastDay: last, logTime))
      }
    case .reconsiderationAnswered:
      checkIsPublished()
      checkReconsiderationAnswer()
    case .amended:
      checkIsPublished()
      let isAnswered = state.reconsiderations.values.contains {
        $0.closedBy != nil && (content.unit == nil || $0.unit == content.unit)
      }
      if !isAnswered, !content.hasText { refuse(.amendedWithoutGround) }
    // A meeting changes nothing, and the council meets about what is asked for.
    case .met: break
    case .opened, .submitted, .corrected, .replaced, .appraised, .explanationRequested, .explained,
      .agenda, .decided, .locked, .unlocked:
      if state.isPublished { refuse(.afterPublication(content.kind)) }
    }
  }

  private mutating func checkIsPublished() {
    if !state.isPublished { refuse(.beforePublication(content.kind)) }
  }

  private mutating func checkPublicationStep() {
    guard let next = content.publicationState else { return }
    let states = PublicationState.allCases
    let isNext =
      states.firstIndex(of: next).map { $0 - 1 } == states.firstIndex(of: state.publication)
    // An amended edition comes by its own event.
    if case .text(let claimed)? = content.from, claimed != state.publication.rawValue {
      refuse(.otherState(claimed: claimed, state.publication))
    }
    if !isNext || next == .amended {
      refuse(.outOfOrder(from: state.publication, to: next))
    }
    let whole = LockScope(unit: nil, subject: nil, stage: nil)
    if state.locks.wholeLock(on: whole) == nil { refuse(.roundNotLocked(next)) }
  }

  private mutating func checkReconsiderationAnswer() {
    guard let number = content.answers, let asked = state.reconsiderations[number],
      asked.unit == content.unit, asked.subject == content.subject
    else { return refuse(.answersNoReconsideration(content.answers ?? 0)) }
    if let answer = asked.closedBy { refuse(.answeredAlready(number, by: answer)) }
  }
}
