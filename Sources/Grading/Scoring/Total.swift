/// The sum of one area in one layer.
package struct AreaTotal: Hashable, Sendable {
  package var points = Exact.zero
  /// The applicable maximum.
  package var maximum = Exact.zero

  /// 100 · points ÷ applicable maximum; nil when nothing applies.
  package var index: Exact? { (points * .hundred).divided(by: maximum) }
}

/// A unit's sums in one layer (SCORING 6).
package struct Total: Hashable, Sendable {
  package var areas: [AreaTotal]
  /// Of the regular areas.
  package var points = Exact.zero
  package var maximum = Exact.zero
  package var bonus = Exact.zero
  package var penalty = Exact.zero
  /// nil: nothing applies.
  package var exactIndex: Exact?
  /// Rounded once, as the set says.
  package var index: Exact?
  package var openItems = 0
  package var isProvisional = false
  package var grade: GradeResult?
  package var place: Place?

  init(_ outcomes: [Outcome], _ set: CriteriaSet) {
    areas = Array(repeating: AreaTotal(), count: set.areas.count)
    for (place, area) in set.areas.enumerated() {
      var sum = AreaTotal()
      for item in area.items {
        if outcomes[item].state.isOpen { openItems += 1 }
        guard outcomes[item].counts else { continue }
        sum.points += outcomes[item].points
        sum.maximum += set.items[item].maximum
      }
      switch area.kind {
      case .regular:
        points += sum.points
        maximum += sum.maximum
      case .bonus:
        sum.points = min(sum.points, area.maximum)
        bonus += sum.points
      case .penalty:
        sum.points = min(sum.points, area.maximum)
        penalty += sum.points
      }
      areas[place] = sum
    }
    isProvisional = openItems > 0
    guard let quotient = (points * .hundred).divided(by: maximum) else { return }
    let outside = ((bonus - penalty) * .hundred).divided(by: set.maximum) ?? .zero
    let exact = quotient + outside
    exactIndex = exact
    index = exact.rounded(places: set.rounding.index, mode: set.rounding.mode)
  }

  /// The index that places or grades are decided on.
  package func index(on basis: IndexBasis) -> Exact? {
    switch basis {
    case .rounded: index
    case .exact: exactIndex
    }
  }
}
