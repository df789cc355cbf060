/// What lies between two computations of one round, or between two layers of one: whose points,
/// index, grade or place is another, and what made it so.
///
/// Units and items are matched by their ids. Nothing here computes; both sides are given.
package struct RoundDifference: Sendable {
  /// Where points are read.
  package struct Side: Sendable {
    package let round: Round
    /// Its place in `Round.layers`.
    package let layer: Int

    package init(_ round: Round, layer: Int? = nil) {
      self.round = round
      self.layer = layer ?? round.layers.count - 1
    }

    func total(of unit: Int) -> Total? { round.units[unit].totals[layer] }
    func outcome(_ item: Int, of unit: Int) -> Outcome { round.units[unit].sheets[layer][item] }
  }

  package let before: Side
  package let after: Side
  /// Units of the later side of which something is another, in the register's order.
  package let units: [UnitDifference]

  /// - Parameter events: what happened between the two, in order.
  package init(from before: Side, to after: Side, events: [DifferenceEvent] = []) {
    self.before = before
    self.after = after
    let places = Dictionary(
      before.round.units.enumerated().map { ($0.element.record.unit.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let earlier = after.round.units.map { places[$0.record.unit.id] }
    units = after.round.units.indices.compactMap {
      UnitDifference($0, earlier, before, after, events)
    }
  }

  /// The difference of one unit; nil when nothing of it is another.
  package func unit(_ unit: Int) -> UnitDifference? { units.first { $0.unit == unit } }
}
