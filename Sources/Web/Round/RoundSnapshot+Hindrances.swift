internal import EventLog
internal import Grading
internal import Loading
internal import Procedure

/// What stands in the way of recording an event now, before anybody types it.
extension RoundSnapshot {
  /// Why such an event cannot be recorded at a moment, whatever it would say: its stage is not open, a
  /// lock holds it, or publication does; nil: none of these does.
  ///
  /// Judged by the same rules as the event itself.
  func hindrance(
    to kind: EventKind, by person: Person, at time: EventTime, unit: String? = nil,
    subject: EventSubject? = nil, _ change: (inout EventContent) -> Void = { _ in }
  ) -> ActRefusal? {
    guard let log = loaded.log else { return nil }
    var content = EventContent(
      time: time, author: person.id, role: person.role.rawValue, kind: kind)
    content.unit = unit
    content.subject = subject
    content.stage = kind.stages.flatMap { plan.stages.current($0, at: time) }?.id
    change(&content)
    return ProcedureGate(loaded, round, [content], nil).refusals(log.state)
      .first(where: \.isOfTime).map(ActRefusal.procedure)
  }
}

extension ProcedureRefusal {
  /// Whether no words of the event would mend it.
  fileprivate var isOfTime: Bool {
    switch self {
    case .stage(.notOpenYet), .stage(.closed), .lock(.locked), .lock(.alreadyLocked),
      .publication(.afterPublication), .publication(.beforePublication),
      .publication(.roundNotLocked), .publication(.reconsiderationTooLate),
      .explanation(.tooLate):
      true
    case .stage, .lock, .publication, .explanation, .person, .word, .approval, .points, .council:
      false
    }
  }
}
