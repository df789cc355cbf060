internal import EventLog
internal import Grading
internal import Loading
internal import Store

/// A unit's request to reconsider, with its answer.
struct Reconsideration: Sendable {
  let number: Int
  let content: EventContent
  /// The event that answers it.
  let answered: RoundEvent?

  var answer: EventContent? { answered?.content }

  /// Those of a unit, in order.
  static func all(of unit: String, in snapshot: RoundSnapshot) -> [Reconsideration] {
    let events = events(of: unit, in: snapshot)
    return events.filter { $0.content.kind == .reconsiderationAsked }.map { asked in
      Reconsideration(
        number: asked.sequence, content: asked.content,
        answered: events.first {
          $0.content.kind == .reconsiderationAnswered && $0.content.answers == asked.sequence
        })
    }
  }

  /// What was amended of a unit, in order.
  static func amendments(of unit: String, in snapshot: RoundSnapshot) -> [RoundEvent] {
    events(of: unit, in: snapshot).filter { $0.content.kind == .amended }
  }

  /// The units of which an account sees what is asked and amended.
  static func units(
    in snapshot: RoundSnapshot, seenBy account: Account, _ rights: Rights
  ) -> [String] {
    snapshot.round.units.map(\.record.unit.id).filter {
      account.role.isOfUnit
        ? rights.allows(.readAnswers($0), by: account)
        : rights.allows(.readMatters($0), by: account)
    }
  }

  private static func events(of unit: String, in snapshot: RoundSnapshot) -> [RoundEvent] {
    guard let log = snapshot.loaded.log else { return [] }
    return (try? log.events(of: unit)) ?? []
  }
}
