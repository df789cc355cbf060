internal import EventLog
internal import Grading
internal import Loading

/// A figure of a register that a unit disputes, handed in and not decided yet.
struct OpenDispute: Sendable {
  /// The unit that keeps the register; nil: nobody does.
  let keeper: String?
  let notice: Notice

  /// All of a round, in its order.
  static func all(in snapshot: RoundSnapshot) -> [OpenDispute] {
    snapshot.round.units.flatMap { result -> [OpenDispute] in
      let open = result.isSubmitted ? result.record.openDisputes(through: .max) : []
      guard !open.isEmpty, let log = snapshot.loaded.log,
        let events = try? log.events(of: result.record.unit.id),
        let handedIn = events.last(where: { $0.content.kind == .submitted })
      else { return [] }
      return open.map { OpenDispute($0, of: result.record.unit.id, handedIn, in: snapshot) }
    }
  }

  private init(
    _ dispute: Dispute, of unit: String, _ handedIn: RoundEvent, in snapshot: RoundSnapshot
  ) {
    keeper = snapshot.plan.figures.tables[Act.register(of: dispute.figure)]?.owner
    // What is claimed otherwise is another dispute.
    let origin = "dispute \(unit) \(dispute.figure) \(dispute.claim) \(dispute.ground)"
    notice = Notice(
      key: "k" + FileAccess.digest(Array(origin.utf8)).prefix(16), kind: .disputed, unit: unit,
      subject: .figure(dispute.figure), time: handedIn.content.time, event: nil,
      author: handedIn.content.author, origin: origin)
  }
}
