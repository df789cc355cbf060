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
    self.gaps = gaps.sorted { UnitGaps.comesFirst($0, $1) }
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

  private static func comesFirst(_ left: EvidenceGap, _ right: EvidenceGap) -> Bool {
    if left.atRisk != right.atRisk { return left.atRisk > right.atRisk }
    let items = (left.effects.first?.item ?? -1, right.effects.first?.item ?? -1)
    if items.0 != items.1 { return items.0 < items.1 }
    if left.code != right.code { return order(left.code) < order(right.code) }
    return (left.document ?? -1) < (right.document ?? -1)
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: GapCode.allCases.enumerated().map { ($0.element, $0.offset) })

  private static func order(_ code: GapCode) -> Int { places[code] ?? 0 }
}
