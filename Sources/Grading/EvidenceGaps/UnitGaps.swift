/// Points held back and points that can fall.
package struct GapAmount: Hashable, Sendable {
  package var withheld = Exact.zero
  package var endangered = Exact.zero
  package var withheldIsUpTo = false
  package var endangeredIsUpTo = false

  package init() {}

  package var atRisk: Exact { withheld + endangered }

  /// Several gaps of one item: the larger amount stands for all (SCORING 27).
  mutating func cover(_ effect: GapEffect) {
    withheld = max(withheld, effect.withheld)
    endangered = max(endangered, effect.endangered)
    if effect.isUpTo {
      if !effect.withheld.isZero { withheldIsUpTo = true }
      if !effect.endangered.isZero { endangeredIsUpTo = true }
    }
  }

  package static func += (left: inout GapAmount, right: GapAmount) {
    left.withheld += right.withheld
    left.endangered += right.endangered
    left.withheldIsUpTo = left.withheldIsUpTo || right.withheldIsUpTo
    left.endangeredIsUpTo = left.endangeredIsUpTo || right.endangeredIsUpTo
  }
}

/// All gaps of one unit, those with the most points at risk first.
package struct UnitGaps: Sendable {
  package let unit: Int
  package var gaps: [EvidenceGap]
  /// Items whose impossible inputs the check of the file reports, and which are no gaps therefore.
  package let diagnosed: [Int]
  /// The file as a whole cannot be used; the check of the file says why.
  package let isUnreadable: Bool
  /// The place now, and if every gap were closed or none; filled in only by `GapFinder.priced`.
  package var places: GapPlaces?

  init(unit: Int, gaps: [EvidenceGap], diagnosed: [Int], isUnreadable: Bool) {
    self.unit = unit
    self.gaps = gaps.indices.map { Rank(gaps[$0], $0) }.sorted().map { gaps[$0.place] }
    self.diagnosed = diagnosed
    self.isUnreadable = isUnreadable
  }

  /// What is at stake at each item, whatever the number of its gaps.
  package var amounts: [Int: GapAmount] { UnitGaps.amounts(of: gaps) }

  /// What is at stake for the unit: each item once.
  package var total: GapAmount { UnitGaps.total(of: gaps) }

  package static func amounts(of gaps: some Sequence<EvidenceGap>) -> [Int: GapAmount] {
    var amounts: [Int: GapAmount] = [:]
    for gap in gaps {
      for effect in gap.effects { amounts[effect.item, default: GapAmount()].cover(effect) }
    }
    return amounts
  }

  package static func total(of gaps: some Sequence<EvidenceGap>) -> GapAmount {
    amounts(of: gaps).values.reduce(into: GapAmount()) { $0 += $1 }
  }

  /// What decides between two gaps: points at risk, item, kind, document, and who was found first.
  private struct Rank: Comparable {
    let risk: Exact
    let order: (Int, Int, Int)
    let place: Int

    init(_ gap: EvidenceGap, _ place: Int) {
      risk = gap.atRisk
      order = (
        gap.effects.first?.item ?? -1, UnitGaps.places[gap.code] ?? 0, gap.document ?? -1
      )
      self.place = place
    }

    static func < (left: Rank, right: Rank) -> Bool {
      if left.risk != right.risk { return left.risk > right.risk }
      return left.order == right.order ? left.place < right.place : left.order < right.order
    }

    static func == (left: Rank, right: Rank) -> Bool { left.place == right.place }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: GapCode.allCases.enumerated().map { ($0.element, $0.offset) })
}
