/// A printed total beside what its rows add up to.
package struct RecomputedTotal: Hashable, Sendable {
  /// The row that prints it.
  package let row: Int
  package let metric: Int
  package let printed: Int?
  /// The sum of the figures that are there.
  package let sum: Int
  /// How many of its rows have no figure.
  package let missing: Int

  /// Whether the printed total is what the rows come to, as far as they have figures.
  package var agrees: Bool { printed == sum }
}

extension PrintedTable {
  /// Every total, added up again from the rows it stands for.
  package func recomputedTotals() -> [RecomputedTotal] {
    rows.indices.flatMap { row -> [RecomputedTotal] in
      guard let scope = rows[row].scope else { return [] }
      let members = rows(in: scope)
      return metrics.indices.map { metric in
        let values = members.map { rows[$0].values[metric] }
        return RecomputedTotal(
          row: row, metric: metric, printed: rows[row].values[metric],
          sum: values.reduce(0) { $0 + ($1 ?? 0) }, missing: values.count { $0 == nil })
      }
    }
  }
}
