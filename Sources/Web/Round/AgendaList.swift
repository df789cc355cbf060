internal import EventLog
internal import Grading
internal import Loading
internal import Procedure

/// What is before the council and not decided since, with what each proposal would do: the same for
/// everybody who looks, so it is tried once for each reading of the round.
struct AgendaList: Sendable {
  struct Point: Sendable {
    let event: RoundEvent
    /// What following the proposal would do to the unit that it is about.
    let effect: Effect
  }

  enum Effect: Sendable {
    /// It proposes no points, or what they would do cannot be known.
    case unknown
    case none
    case moves(UnitDifference)
  }

  /// By unit in the round's order, each unit's in the order in which they were put there.
  let points: [Point]

  init(_ snapshot: RoundSnapshot) {
    guard let log = snapshot.loaded.log else {
      points = []
      return
    }
    points = snapshot.round.units.flatMap { unit -> [Point] in
      guard let events = try? log.events(of: unit.record.unit.id),
        events.contains(where: { $0.content.kind == .agenda })
      else { return [] }
      var state = ProcedureState()
      for event in events { state.take(event) }
      let open = Set(state.undecided)
      return events.filter { open.contains($0.sequence) }.map {
        Point(event: $0, effect: AgendaList.effect(of: $0, in: snapshot))
      }
    }
  }

  private static func effect(of event: RoundEvent, in snapshot: RoundSnapshot) -> Effect {
    guard let unit = event.content.unit, let place = snapshot.places[unit],
      let subject = event.content.subject, case .item(let item) = subject,
      snapshot.set(of: place).itemIndex(item) != nil, let points = event.content.to?.points
    else { return .unknown }
    var content = EventContent(
      time: event.content.time, author: event.content.author, role: Role.council.rawValue,
      kind: .decided)
    content.unit = unit
    content.subject = subject
    content.stage = event.content.stage
    content.text = event.content.text ?? "–"
    content.ground = snapshot.loaded.setting.procedure.grounds?.first?.id
    WrittenDecision.points(points, beyondRule: true).fill(
      &content, EventDrafting(snapshot.round, unit: place, subject: subject))
    let recording = EventRecording(snapshot.loaded, snapshot.round, [content])
    guard recording.faults.isEmpty else { return .unknown }
    return recording.difference(isTrial: true).units.first { $0.unit == place }
      .map(Effect.moves) ?? .none
  }
}

extension RoundKeeper {
  nonisolated func agenda(in snapshot: RoundSnapshot) -> AgendaList {
    agendas.value(of: snapshot) { _ in AgendaList(snapshot) }
  }
}
