internal import EventLog
internal import Grading
internal import Loading
internal import Procedure

/// A request for an explanation that waits for the unit.
struct ExplanationRequest: Hashable, Sendable {
  /// The number of its event.
  let number: Int
  let content: EventContent

  /// The item's id; nil: it is about a figure.
  var item: String? {
    if case .item(let id)? = content.subject { id } else { nil }
  }

  /// The stage to which its answer belongs: the one for explanations, or, once that is over, the one
  /// in which it was asked.
  func stage(of answer: EventTime, in stages: [Stage]) -> Stage? {
    let own = stages.current([.explanation], at: answer)
    let isOver = own?.deadline.map { EventTime(endOf: $0) < answer } ?? (own == nil)
    return isOver ? stages.first { $0.id == content.stage } ?? own : own
  }

  /// The last moment of an answer: as it says itself, else that of the answer's stage.
  func due(at time: EventTime, in stages: [Stage]) -> LocalMoment? {
    content.due ?? stage(of: time, in: stages)?.deadline
  }

  /// Those of a unit that nobody answered and no decision made pointless, in order.
  static func open(of unit: String, in snapshot: RoundSnapshot) -> [ExplanationRequest] {
    guard let log = snapshot.loaded.log, let events = try? log.events(of: unit) else { return [] }
    var state = ProcedureState()
    for event in events { state.take(event) }
    let open = Set(state.unanswered)
    return events.filter { open.contains($0.sequence) }.map {
      ExplanationRequest(number: $0.sequence, content: $0.content)
    }
  }
}
