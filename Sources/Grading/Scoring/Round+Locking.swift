/// What a lock does with what is still open, as the round says (SCORING 2, 40); only the final
/// layer is touched.
extension Round {
  /// Whether any unit of a group is locked.
  func isLocked(_ group: RankingGroup) -> Bool {
    group.units.contains { units[$0].record.isLocked }
  }

  /// Gives the open items of locked units the outcome that the round states, before their sum.
  mutating func settleLocked(_ group: RankingGroup, _ layer: Int) {
    guard layers[layer] == .final, let settled = plan.openAtPublication.outcome else { return }
    for unit in group.units where units[unit].record.isLocked {
      update(unit) { result in
        for item in result.sheets[layer].indices where result.sheets[layer][item].state.isOpen {
          result.sheets[layer][item] = settled
        }
        // Nothing is waited for any more.
        result.hasOpenRequests[layer] = false
        result.hasOpenDisputes[layer] = false
      }
    }
  }

  /// Whether a unit loses its place in a layer because it was locked while something was open.
  func isUnrankedByLock(_ unit: Int, _ layer: Int) -> Bool {
    layers[layer] == .final && units[unit].record.isLocked
      && plan.openAtPublication == .unranked && units[unit].totals[layer]?.isProvisional == true
  }
}

extension OpenAtPublication {
  /// What becomes of an open item; nil: it stays open, and its unit takes no place.
  fileprivate var outcome: Outcome? {
    switch self {
    case .zero: Outcome(.scored, basis: .lock)
    case .exclude: Outcome(.notApplicable(.exclude), basis: .lock)
    case .unranked: nil
    }
  }
}
