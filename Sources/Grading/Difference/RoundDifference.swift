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

/// What is another of one unit.
package struct UnitDifference: Sendable {
  /// Its place in the later round, and in the earlier one; nil: it was not there.
  package let unit: Int
  package let earlier: Int?
  package let before: Total?
  package let after: Total?
  /// The lock or unlock that took its place away or gave it back; nil: none did.
  package let lock: DifferenceCause?
  /// Items whose points or state are another, in the set's order.
  package let items: [ItemDifference]
  /// Units of its group that stood behind it, or had no place, and stand before it now, by place.
  package let overtakenBy: [Int]
  /// Units of its group that stood before it and stand behind it now, by place.
  package let overtook: [Int]
  /// Units of its group that stood before it and have no place any more, in the register's order.
  package let gone: [Int]

  init?(
    _ unit: Int, _ earlierOf: [Int?], _ from: RoundDifference.Side, _ to: RoundDifference.Side,
    _ events: [DifferenceEvent]
  ) {
    self.unit = unit
    let earlier = earlierOf[unit]
    self.earlier = earlier
    before = earlier.flatMap { from.total(of: $0) }
    after = to.total(of: unit)
    items = ItemDifference.all(unit, earlier, from, to, events)
    let record = to.round.units[unit].record
    let wasLocked = earlier.map { from.round.units[$0].record.isLocked } ?? false
    let isPlaceGone = before?.place != nil && after?.place == nil
    let isPlaceBack = before?.place == nil && after?.place != nil
    let isMoved = record.isLocked ? isPlaceGone : isPlaceBack
    lock =
      isMoved && wasLocked != record.isLocked
      ? events.change(of: record.unit.id, toLocked: record.isLocked) : nil
    let isSame =
      before?.exactIndex == after?.exactIndex && before?.grade == after?.grade
      && before?.place == after?.place && before?.isProvisional == after?.isProvisional
    if isSame, items.isEmpty { return nil }
    var overtakenBy: [Int] = []
    var overtook: [Int] = []
    var gone: [Int] = []
    if after?.place != nil, before?.place?.number != after?.place?.number {
      for other in to.round.group(of: unit)?.units ?? [] where other != unit {
        let old = earlierOf[other].flatMap { from.total(of: $0) }?.place
        let new = to.total(of: other)?.place
        let stoodBefore = UnitDifference.isBetter(old, than: before?.place)
        let standsBefore = UnitDifference.isBetter(new, than: after?.place)
        if !stoodBefore, standsBefore { overtakenBy.append(other) }
        if stoodBefore, new == nil {
          gone.append(other)
        } else if stoodBefore, !standsBefore {
          overtook.append(other)
        }
      }
    }
    func byPlace(_ units: [Int]) -> [Int] {
      units.sorted {
        (to.total(of: $0)?.place?.number ?? .max, $0)
          < (to.total(of: $1)?.place?.number ?? .max, $1)
      }
    }
    self.overtakenBy = byPlace(overtakenBy)
    self.overtook = byPlace(overtook)
    self.gone = gone
  }

  private static func isBetter(_ one: Place?, than other: Place?) -> Bool {
    guard let one else { return false }
    return other.map { one.number < $0.number } ?? true
  }
}
