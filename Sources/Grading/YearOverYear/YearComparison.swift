/// Two rounds of different years, unit by unit, with what changed criteria did set apart from what
/// the units did.
///
/// The later round is computed once more under the earlier round's criteria, as far as items have a
/// counterpart. From the earlier result to that one only inputs differ, which is performance; from
/// that one to the later result only the criteria do.
package struct YearComparison: Sendable {
  package let before: Round
  package let after: Round
  /// In the later round's order.
  package let units: [UnitYears]
  /// Units of the earlier round only, in its order.
  package let gone: [UnitYears]
  /// Sets that units had in the two rounds, with how their items match.
  package let pairs: [SetPair: SetPairs]

  /// - Parameter pairing: which item of an earlier set, given first, is which of a later one.
  package init(
    from before: Round, to after: Round, workers: Workers = Round.inOrder,
    pairing: (CriteriaSet, CriteriaSet) -> SetPairs
  ) {
    self.before = before
    self.after = after
    let match = YearMatch(before, after, pairing)
    let carried = CarriedRound(before, after, match).round(workers: workers)
    pairs = match.pairs
    units = after.units.indices.map {
      UnitYears($0, (before: before, after: after, carried: carried), match)
    }
    gone = match.gone.map { UnitYears(gone: $0, before) }
  }

  /// Blocks that only one of the rounds has.
  package var newBlocks: [Block] {
    let known = Set(before.plan.blocks.map(\.id))
    return after.plan.blocks.filter { !known.contains($0.id) }
  }

  package var goneBlocks: [Block] {
    let known = Set(after.plan.blocks.map(\.id))
    return before.plan.blocks.filter { !known.contains($0.id) }
  }
}
