package import Grading

/// What the middle unit of each block has of each area, in percent of what applies to it.
package struct AreaMedians: Sendable {
  /// By block, then by the area's id.
  package let ofBlocks: [[String: Exact]]

  package init(_ round: Round) {
    let last = round.layers.count - 1
    ofBlocks = round.plan.blocks.indices.map { block in
      var shares: [String: [Exact]] = [:]
      for unit in round.units.indices where round.units[unit].record.block == block {
        let result = round.units[unit]
        guard round.hasShownResult(unit), let total = result.totals[last] else { continue }
        for (area, sum) in zip(round.sets[result.record.set].areas, total.areas) {
          if let index = sum.index { shares[area.id, default: []].append(index) }
        }
      }
      return shares.compactMapValues { Spread($0)?.median }
    }
  }
}

extension Round {
  /// A unit that handed in nothing has no result to show, unless the round counts it as zero.
  package func hasShownResult(_ unit: Int) -> Bool {
    let result = units[unit]
    return result.isSubmitted
      || (plan.notSubmitted == .zero && !result.record.assessment.isUnreadable)
  }
}
