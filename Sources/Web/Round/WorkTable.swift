internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports

/// Everything that is to be appraised in a round as it stands, whoever looks: each item of each unit
/// that handed in.
struct WorkTable: Sendable {
  /// Where an item stands in appraisal.
  enum State: String, Sendable, CaseIterable {
    /// Nobody has said anything.
    case untouched = "chua-xem"
    /// The unit was asked and has not answered.
    case asked = "da-hoi"
    /// The unit has answered: the appraiser's move.
    case answered = "da-giai-trinh"
    /// Proposed, and waiting for the second approver.
    case waiting = "cho-duyet"
    case decided = "da-tham-dinh"
  }

  struct Row: Hashable, Sendable {
    /// Places in the round and in the unit's set.
    let unit: Int
    let item: Int
    let matter: ItemOfUnit
    let state: State
    let claimed: Outcome
    let standing: Outcome
    /// Points that the look at it can move: what is claimed beyond what stands, or what lacks proof.
    let stake: Exact
  }

  /// By the points at stake, most first; then in the round's order.
  let rows: [Row]

  init(_ snapshot: RoundSnapshot) {
    let round = snapshot.round
    let finder = snapshot.gapFinder
    let claimed = round.layers.firstIndex(of: .claimed) ?? 0
    let final = round.layers.count - 1
    let parts = (0..<round.units.count).map { unit -> [Row] in
      let result = round.units[unit]
      guard result.isSubmitted else { return [] }
      let set = round.sets[result.record.set]
      let amounts = finder.gaps(of: unit).amounts
      let entries = Dictionary(grouping: result.record.entries, by: \.subject)
      return set.items.compactMap { item in
        let own = entries[.item(item.index)] ?? []
        let standing = result.sheets[final][item.index]
        // The council gives these; what never applies is nobody's work.
        guard item.scoredBy != .council else { return nil }
        if case .notApplicable = standing.state, own.isEmpty { return nil }
        let claim = result.sheets[claimed][item.index]
        let gap = amounts[item.index]?.atRisk ?? .zero
        return Row(
          unit: unit, item: item.index,
          matter: ItemOfUnit(unit: result.record.unit.id, item: item.id),
          state: State(own), claimed: claim, standing: standing,
          stake: max(gap, WorkTable.distance(claim, standing)))
      }
    }
    rows = parts.joined().enumerated().sorted { left, right in
      left.element.stake == right.element.stake
        ? left.offset < right.offset : right.element.stake < left.element.stake
    }.map(\.element)
  }

  /// How many rows are in each state, in the order of the states.
  /// - Parameter waiting: items that wait for a second approver.
  static func counts(
    _ rows: [Row], waiting: Set<ItemOfUnit>
  ) -> [(state: State, count: Int)] {
    var counts: [State: Int] = [:]
    for row in rows { counts[row.state(waiting), default: 0] += 1 }
    return State.allCases.map { ($0, counts[$0] ?? 0) }
  }

  private static func distance(_ one: Outcome, _ other: Outcome) -> Exact {
    guard one.state == .scored, other.state == .scored else { return .zero }
    let distance = one.points - other.points
    return distance.isNegative ? -distance : distance
  }
}

extension WorkTable.State {
  /// What the entries of an item, in order, leave it in.
  fileprivate init(_ entries: [AppraisalEntry]) {
    var state = Self.untouched
    for entry in entries {
      switch entry.decision {
      case .accept, .adjust, .setPoints, .markNotApplicable, .rejectEvidence: state = .decided
      case .requestExplanation: state = .asked
      case .explanation: state = state == .asked ? .answered : state
      case .correctFigure: break
      }
    }
    self = state
  }
}
