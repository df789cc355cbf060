/// An item whose points or state are others.
package struct ItemDifference: Sendable {
  /// Its place in the later round's set.
  package let item: Int
  /// nil: there was no such item.
  package let before: Outcome?
  package let after: Outcome
  /// In the log's order; never empty.
  package let causes: [DifferenceCause]

  /// By how much its points moved.
  package var move: Exact {
    (after.counts ? after.points : .zero) - (before.map { $0.counts ? $0.points : .zero } ?? .zero)
  }

  static func all(
    _ unit: Int, _ earlier: Int?, _ from: RoundDifference.Side, _ to: RoundDifference.Side,
    _ events: [DifferenceEvent]
  ) -> [ItemDifference] {
    let record = to.round.units[unit].record
    let set = to.round.sets[record.set]
    let old = earlier.map { from.round.units[$0].record }
    let oldSet = old.map { from.round.sets[$0.set] }
    let causes = CauseFinder(unit, old, from, to, events)
    return set.items.indices.compactMap { place in
      let after = to.outcome(place, of: unit)
      let before = earlier.flatMap { earlier in
        oldSet?.itemIndex(set.items[place].id).map { from.outcome($0, of: earlier) }
      }
      guard before?.state != after.state || before?.points != after.points else { return nil }
      return ItemDifference(
        item: place, before: before, after: after,
        causes: causes.causes(of: set.items[place], from: before, to: after))
    }
  }
}
