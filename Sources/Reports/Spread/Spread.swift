package import Grading

/// How values are spread: the lowest, the quarters, the highest; exact.
package struct Spread: Hashable, Sendable {
  package let lowest: Exact
  package let lowerQuarter: Exact
  package let median: Exact
  package let upperQuarter: Exact
  package let highest: Exact

  /// Nil of nothing.
  package init?(_ values: [Exact]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let count = sorted.count
    lowest = first
    highest = last
    // The nearest rank: the least value that a quarter, or three, do not exceed.
    lowerQuarter = sorted[(count + 3) / 4 - 1]
    upperQuarter = sorted[(3 * count + 3) / 4 - 1]
    median =
      count % 2 == 1
      ? sorted[count / 2]
      : (sorted[count / 2 - 1] + sorted[count / 2]).divided(by: 2) ?? sorted[count / 2]
  }
}
