package import DossierCounting
package import Grading

/// How near a unit is to the rates of late dossiers from which it is watched, and from which it has to
/// account for them: what is told while something can still be done.
package struct LateWarning: Sendable {
  package let late: LateFigures
  /// nil: nothing is finished.
  package let rate: Exact?
  /// With the open ones that are overdue: each is late whenever it is finished.
  package let expected: Exact?
  /// The bounds that the rate has not reached, the lower first, each with how many more late dossiers
  /// reach it.
  package let ahead: [(bound: Exact, more: Int)]
  /// The highest bound that it has reached.
  package let reached: Exact?
  package let bounds: ReportBounds

  package init(
    _ late: LateFigures, _ bounds: ReportBounds = ReportBounds(), overdueCounts: Bool
  ) {
    self.late = late
    self.bounds = bounds
    let base = late.resolved + (overdueCounts ? late.overdue : 0)
    let counted = late.late + (overdueCounts ? late.overdue : 0)
    let rate = late.rate(overdueCounts: overdueCounts)
    self.rate = rate
    expected = overdueCounts ? rate : Exact(late.late + late.overdue, over: base + late.overdue)
    let both = [bounds.watch, bounds.accountable]
    reached = rate.flatMap { rate in both.last { rate >= $0 } }
    ahead = both.compactMap { bound in
      guard rate.map({ $0 < bound }) ?? true,
        let more = LateWarning.more(to: bound, counted, of: base)
      else { return nil }
      return (bound, more)
    }
  }

  /// The fewest more late dossiers with which `late` of `base` come to a bound; nil: none do.
  private static func more(to bound: Exact, _ late: Int, of base: Int) -> Int? {
    // late + n ≥ bound · (base + n)
    guard
      let needed = (bound * Exact(base) - Exact(late)).divided(by: Exact(1) - bound),
      let (above, below) = needed.terms
    else { return nil }
    return max(1, Int(above / below) + (above % below > 0 ? 1 : 0))
  }
}
