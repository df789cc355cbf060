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
    guard let followed = FollowedProposal(event.content, snapshot.loaded, snapshot.round),
      followed.faults.isEmpty
    else { return .unknown }
    return followed.difference.units.first { $0.unit == followed.unit }.map(Effect.moves) ?? .none
  }
}

extension RoundKeeper {
  nonisolated func agenda(in snapshot: RoundSnapshot) -> AgendaList {
    agendas.value(of: snapshot) { _ in AgendaList(snapshot) }
  }
}
