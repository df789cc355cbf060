/// Places of a set in the earlier round and of one in the later.
package struct SetPair: Hashable, Comparable, Sendable {
  package let old: Int
  package let new: Int

  package static func < (left: SetPair, right: SetPair) -> Bool {
    (left.new, left.old) < (right.new, right.old)
  }
}

/// Which units and sets of a round were which of an earlier one.
struct YearMatch: Sendable {
  /// By place in the later round: the unit's place in the earlier one, by its id.
  let oldUnitOf: [Int?]
  /// By place in the later round: the set that the earlier round has for the unit.
  let oldSetOf: [Int?]
  /// Units of the earlier round only.
  let gone: [Int]
  let pairs: [SetPair: SetPairs]

  init(
    _ before: Round, _ after: Round, _ pairing: (CriteriaSet, CriteriaSet) -> SetPairs
  ) {
    let old = Dictionary(
      before.units.enumerated().map { ($0.element.record.unit.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let places = after.units.map { old[$0.record.unit.id] }
    oldUnitOf = places
    let stayed = Set(places.compactMap(\.self))
    gone = before.units.indices.filter { !stayed.contains($0) }
    // A unit that is new is held against the set that most units of its own set had.
    var counts: [SetPair: Int] = [:]
    for (unit, place) in places.enumerated() {
      guard let place else { continue }
      let pair = SetPair(old: before.units[place].record.set, new: after.units[unit].record.set)
      counts[pair, default: 0] += 1
    }
    var usual: [Int: SetPair] = [:]
    for pair in counts.keys.sorted() {
      guard let best = usual[pair.new] else {
        usual[pair.new] = pair
        continue
      }
      if (counts[pair] ?? 0) > (counts[best] ?? 0) { usual[pair.new] = pair }
    }
    oldSetOf = places.enumerated().map { unit, place in
      place.map { before.units[$0].record.set } ?? usual[after.units[unit].record.set]?.old
    }
    var pairs: [SetPair: SetPairs] = [:]
    for pair in counts.keys {
      pairs[pair] = pairing(before.sets[pair.old], after.sets[pair.new])
    }
    self.pairs = pairs
  }
}
