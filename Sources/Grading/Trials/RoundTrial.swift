/// A round as it would be; nothing that is stored or published takes one (SCORING 33).
///
/// Only `Round.trying` makes it. It gives totals, places and gaps to read, never a `Round`.
package struct RoundTrial: Sendable {
  private let before: Round
  private let after: Round
  /// Units whose groups were computed again.
  private let touched: [Int]

  fileprivate init(
    before: Round, after: Round, touched: [Int]
  ) {
    self.before = before
    self.after = after
    self.touched = touched
  }

  /// The round as it would be, where only what the changes reach was computed again.
  package var round: Round { after }

  /// What a unit would total in a layer (by its place in `Round.layers`).
  package func total(of unit: Int, layer: Int) -> Total? { after.units[unit].totals[layer] }

  /// The sheet a unit would have in a layer.
  package func sheet(of unit: Int, layer: Int) -> [Outcome] { after.units[unit].sheets[layer] }

  /// The place a unit would have in the final layer.
  package func place(of unit: Int) -> Place? { after.units[unit].totals.last??.place }

  /// Why an item would have its points in a layer.
  package func trace(of unit: Int, item: Int, layer: Int) -> ItemTrace {
    after.trace(unit: unit, item: item, layer: layer)
  }

  /// The unit's results as they would be.
  package func result(of unit: Int) -> UnitResult { after.units[unit] }

  /// What would be another in the final layer, and why.
  /// - Parameter events: what would have happened.
  package func difference(after events: [DifferenceEvent]) -> RoundDifference {
    RoundDifference(from: .init(before), to: .init(after), events: events)
  }

  /// The gaps a unit would have.
  package func gaps(of unit: Int) -> UnitGaps { GapFinder(after).gaps(of: unit) }

  /// A unit whose final index, grade or place would be another.
  package struct Move: Sendable {
    package let unit: Int
    package let before: Total?
    package let after: Total?
  }

  /// All of them, in the register's order.
  package var moves: [Move] {
    touched.compactMap { unit in
      let old = before.units[unit].totals.last ?? nil
      let new = after.units[unit].totals.last ?? nil
      let isSame =
        old?.exactIndex == new?.exactIndex && old?.grade == new?.grade
        && old?.place == new?.place
      return isSame ? nil : Move(unit: unit, before: old, after: new)
    }
  }
}

extension Round {
  /// Computes what changes for one unit would do: to it, to its group, and to all who answer for
  /// any of them.
  package func trying(_ changes: [RoundChange], of unit: Int) -> RoundTrial {
    var copy = self
    copy.apply(changes, to: unit)
    return complete(copy, of: [unit])
  }

  /// Computes what it would do if some units were as given, by their place.
  package func trying(_ records: [Int: UnitRecord]) -> RoundTrial {
    var copy = self
    copy.put(records)
    return complete(copy, of: Set(records.keys))
  }

  /// The round once some units are as given, by their place: what was recorded, not tried.
  package func replacing(_ records: [Int: UnitRecord]) -> Round {
    var copy = self
    copy.put(records)
    _ = copy.completeAgain(Set(records.keys), as: self)
    return copy
  }

  /// The sheets of one unit as given, by layer, where nobody is compared with it: right for every
  /// item but those that compare with the best of the block.
  package func sheets(of unit: Int, as record: UnitRecord) -> [[Outcome]] {
    var copy = self
    copy.put([unit: record])
    copy.complete(
      RankingGroup(block: record.block, parent: record.unit.parent, units: [unit]))
    return copy.units[unit].sheets
  }

  private mutating func put(_ records: [Int: UnitRecord]) {
    for (unit, record) in records {
      let result = UnitResult(record, scorers[record.set])
      update(unit) { $0 = result }
    }
  }

  private func complete(_ changed: Round, of units: Set<Int>) -> RoundTrial {
    var copy = changed
    let touched = copy.completeAgain(units, as: self)
    return RoundTrial(
      before: self, after: copy, touched: touched.sorted())
  }

  /// Computes some units again, and all whom that reaches.
  /// - Returns: the units of their groups.
  private mutating func completeAgain(_ units: Set<Int>, as before: Round) -> [Int] {
    var waiting = units
    var touched: [Int] = []
    for group in order where group.units.contains(where: waiting.contains) {
      let own = group.units.filter(waiting.contains)
      if !completeAlone(own, of: group, as: before) {
        for member in group.units { update(member) { $0.restart() } }
        complete(group)
        waiting.formUnion(parents(of: group.units))
      } else {
        waiting.formUnion(parents(of: own))
      }
      touched += group.units
    }
    return touched
  }

  private mutating func apply(_ changes: [RoundChange], to unit: Int) {
    var record = units[unit].record
    record.apply(changes, sets[record.set], plan)
    var result = UnitResult(record, scorers[record.set])
    for case .outcome(let item, let outcome) in changes {
      result.forced[item] = outcome
      for layer in layers.indices where layers[layer] != .claimed {
        result.sheets[layer][item] = outcome
      }
    }
    update(unit) { $0 = result }
  }

  private func parents(of members: [Int]) -> Set<Int> {
    let names = Set(members.compactMap { units[$0].record.unit.parent })
    guard !names.isEmpty else { return [] }
    return Set(units.indices.filter { names.contains(units[$0].record.unit.id) })
  }
}

extension UnitResult {
  /// Forgets everything that depends on others.
  mutating func restart() {
    totals = Array(repeating: nil, count: totals.count)
    linkedFigures = []
    isLinkedProvisional = Array(repeating: false, count: totals.count)
    best = Array(repeating: [:], count: totals.count)
    selfScored = nil
  }
}
