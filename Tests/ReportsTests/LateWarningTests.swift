import DossierCounting
import Grading
import Testing

@testable import Reports

/// How near a unit is to the rates of late dossiers that are watched: both sides of each bound.
struct LateWarningTests {
  private func warning(
    _ late: Int, of resolved: Int, overdue: Int = 0, overdueCounts: Bool = false
  ) -> LateWarning {
    var figures = LateFigures()
    figures.late = late
    figures.resolved = resolved
    figures.overdue = overdue
    return LateWarning(figures, overdueCounts: overdueCounts)
  }

  @Test func `the next bound is so many dossiers away as it takes to come to it`() {
    for (late, resolved) in [(0, 1), (0, 96), (0, 97), (2, 100), (7, 1_000), (299, 10_000)] {
      let found = warning(late, of: resolved)
      for (bound, more) in found.ahead {
        let reached = Exact(late + more, over: resolved + more) ?? .zero
        let before = Exact(late + more - 1, over: resolved + more - 1) ?? .zero
        #expect(reached >= bound && before < bound, "\(late) of \(resolved), \(more) to \(bound)")
      }
      #expect(found.ahead.count == 2 && found.reached == nil)
    }
    #expect(warning(0, of: 97).ahead.map(\.more) == [3, 11])
    #expect(warning(0, of: 98).ahead.map(\.more) == [4, 11])
  }

  @Test func `at a bound it is reached, under it it is ahead`() {
    let three = Exact(3, over: 100)
    #expect(warning(3, of: 100).reached == three)
    #expect(warning(3, of: 101).reached == nil && warning(3, of: 101).ahead.first?.more == 1)
    #expect(
      warning(10, of: 100).reached == Exact(1, over: 10) && warning(10, of: 100).ahead.isEmpty)
    #expect(warning(10, of: 101).reached == three && warning(10, of: 101).ahead.map(\.more) == [1])
  }

  @Test func `open ones that are overdue are late once they are finished`() {
    #expect(warning(1, of: 99, overdue: 1).expected == Exact(2, over: 100))
    // Where they count already nothing is to be expected of them.
    let counted = warning(1, of: 99, overdue: 1, overdueCounts: true)
    #expect(counted.rate == Exact(2, over: 100) && counted.expected == counted.rate)
  }

  @Test func `nothing finished has no rate`() {
    #expect(warning(0, of: 0).rate == nil && warning(0, of: 0).reached == nil)
    #expect(warning(0, of: 0, overdue: 2).expected == .one)
  }
}
