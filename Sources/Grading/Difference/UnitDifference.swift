/// What is another of one unit.
package struct UnitDifference: Sendable {
  /// How a unit stands among those that are ranked, where it did not before or does no more.
  package enum Entry: Hashable, Sendable {
    case enters
    case leaves
  }

  /// Its place in the later round, and in the earlier one; nil: it was not there.
  package let unit: Int
  package let earlier: Int?
  package let before: Total?
  package let after: Total?
  /// The lock or unlock that took its place away or gave it back; nil: none did.
  package let lock: DifferenceCause?
  /// Items whose points or state are another, in the set's order.
  package let items: [ItemDifference]
  /// Why its own place is another: what the others of its group did beside it.
  package let others: OtherUnits

  /// Whether it has a place on one side only.
  package var entry: Entry? {
    switch (before?.place, after?.place) {
    case (nil, .some): .enters
    case (.some, nil): .leaves
    case (nil, nil), (.some, .some): nil
    }
  }

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
    others = OtherUnits(unit, earlierOf, from, to)
  }
}

/// Units of a group that passed one of them between two sides, or that it passed.
///
/// Only who has a place on both sides overtakes or is overtaken.
package struct OtherUnits: Sendable {
  /// They stood behind it, or beside it, and stand before it now, by place.
  package private(set) var overtakenBy: [Int] = []
  /// They stood before it and stand behind it, or beside it, now, by place.
  package private(set) var overtook: [Int] = []
  /// They had no place and stand before it now, by place.
  package private(set) var entered: [Int] = []
  /// They stood before it and have no place any more, in the register's order.
  package private(set) var gone: [Int] = []

  /// All of them.
  package var all: [Int] { overtook + overtakenBy + entered + gone }

  fileprivate init(
    _ unit: Int, _ earlierOf: [Int?], _ from: RoundDifference.Side, _ to: RoundDifference.Side
  ) {
    func places(_ unit: Int) -> (old: Int?, new: Int?) {
      (
        earlierOf[unit].flatMap { from.total(of: $0)?.place?.number },
        to.total(of: unit)?.place?.number
      )
    }
    guard case (let was?, let now?) = places(unit), was != now,
      let group = to.round.group(of: unit)
    else { return }
    for other in group.units where other != unit {
      switch places(other) {
      case (let old?, let new?):
        if old >= was, new < now { overtakenBy.append(other) }
        if old < was, new >= now { overtook.append(other) }
      case (nil, let new?): if new < now { entered.append(other) }
      case (let old?, nil): if old < was { gone.append(other) }
      case (nil, nil): break
      }
    }
    func byPlace(_ units: [Int]) -> [Int] {
      units.sorted { (places($0).new ?? .max, $0) < (places($1).new ?? .max, $1) }
    }
    overtakenBy = byPlace(overtakenBy)
    overtook = byPlace(overtook)
    entered = byPlace(entered)
  }
}
