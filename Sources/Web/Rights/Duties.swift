package import EventLog
internal import Grading
internal import Loading
package import Procedure

/// Whose work something is by the round's rules of procedure: the rules themselves are asked.
package struct Duties: Sendable {
  package typealias Matter = (unit: ProposedUnit, item: ProposedItem?)

  package var rules: ProcedureRules
  package var time: EventTime
  /// A unit and, where one is named, its item, as the rules see them.
  package var matter: @Sendable (_ unit: String, _ item: String?) -> Matter?

  package init(
    _ rules: ProcedureRules = ProcedureRules(),
    at time: EventTime = EventTime(endOf: LocalMoment(CalendarDay(number: 0))),
    matter: @escaping @Sendable (_ unit: String, _ item: String?) -> Matter? = { _, _ in nil }
  ) {
    self.rules = rules
    self.time = time
    self.matter = matter
  }

  /// Why it is not a person's to record such an event; nil: it is.
  func refusal(
    of kind: EventKind, by person: Person, unit: String? = nil, item: String? = nil,
    state: PublicationState? = nil
  ) -> ProcedureRefusal? {
    guard let event = event(kind, by: person, unit, item, state) else { return nil }
    return rules.personRefusals(of: event).first
  }

  /// Why somebody may not approve what somebody else proposes.
  func refusal(
    ofApproving matter: ItemOfUnit, by approver: Person, proposer: Person
  ) -> ProcedureRefusal? {
    guard var event = event(.appraised, by: proposer, matter.unit, matter.item, nil) else {
      return nil
    }
    event.content.approver = approver.id
    return rules.approverRefusals(of: event).first
  }

  /// Why somebody may not approve the correction of a figure that somebody else proposes.
  func refusal(
    ofApproving figure: String, of unit: String, by approver: Person, proposer: Person
  ) -> ProcedureRefusal? {
    guard var event = event(.corrected, by: proposer, unit, nil, nil) else { return nil }
    event.content.subject = .figure(figure)
    event.content.approver = approver.id
    return rules.approverRefusals(of: event).first
  }

  private func event(
    _ kind: EventKind, by person: Person, _ unit: String?, _ item: String?,
    _ state: PublicationState?
  ) -> ProposedEvent? {
    var content = EventContent(
      time: time, author: person.id, role: person.role.rawValue, kind: kind)
    content.unit = unit
    content.subject = item.map(EventSubject.item)
    content.stage = kind.stages.flatMap { rules.stages.current($0, at: time) }?.id
    content.to = state.map { .text($0.rawValue) }
    var event = ProposedEvent(content)
    guard let unit else { return event }
    guard let matter = matter(unit, item) else { return event }
    event.unit = matter.unit
    event.item = matter.item
    return event
  }
}

extension EventKind {
  /// The stages of which one is named in it; nil: none is.
  var stages: [Stage.Kind]? {
    switch self {
    case .submitted: [.claim]
    case .appraised, .corrected, .explanationRequested: [.appraisal]
    case .explained: [.explanation]
    case .agenda, .met, .decided: [.council]
    case .opened, .replaced, .locked, .unlocked, .publication, .reconsiderationAsked,
      .reconsiderationAnswered, .amended:
      nil
    }
  }
}
