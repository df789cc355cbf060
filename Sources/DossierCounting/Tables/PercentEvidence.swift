package import Grading

/// What a printed percentage says of the figures beside it.
package struct PercentFinding: Hashable, Sendable {
  package let row: Int
  /// The column's place in the table's percentages.
  package let column: Int
  package let printed: Exact
  /// The percentage of the figures, exact.
  package let exact: Exact
}

extension PrintedTable {
  /// The percentage that the figures of a row come to; nil without figures or over 0.
  func percent(_ column: Int, row: Int) -> Exact? {
    let percent = percents[column]
    guard let of = rows[row].values[percent.of], let over = rows[row].values[percent.over] else {
      return nil
    }
    return Exact(of, over: over).map { $0 * .hundred }
  }

  /// A printed percentage that its figures do not round to; nil when it fits or says nothing.
  ///
  /// Half a unit of the last decimal is allowed either way: reports round halves both ways.
  func percentFault(_ column: Int, row: Int) -> PercentFinding? {
    guard rows[row].percents.indices.contains(column), let printed = rows[row].percents[column],
      let exact = percent(column, row: row)
    else { return nil }
    var tolerance = Exact(1, over: 2) ?? .zero
    for _ in 0..<percents[column].places { tolerance = tolerance.divided(by: 10) ?? tolerance }
    let difference = exact < printed ? printed - exact : exact - printed
    guard difference > tolerance else { return nil }
    return PercentFinding(row: row, column: column, printed: printed, exact: exact)
  }

  /// Every printed percentage that its figures do not round to.
  package var percentFaults: [PercentFinding] {
    rows.indices.flatMap { row in
      percents.indices.compactMap { percentFault($0, row: row) }
    }
  }

  /// What the percentages say of a change: those that it brings into line and those it breaks.
  ///
  /// A percentage that fits neither before nor after is itself misprinted and says nothing.
  func percentEvidence(
    for changed: PrintedTable, in rows: Set<Int>
  ) -> (supporting: [PercentFinding], against: [PercentFinding]) {
    var supporting: [PercentFinding] = []
    var against: [PercentFinding] = []
    for row in rows.sorted() {
      for column in percents.indices {
        let before = percentFault(column, row: row)
        let after = changed.percentFault(column, row: row)
        if let before, after == nil, let exact = changed.percent(column, row: row) {
          supporting.append(
            PercentFinding(row: row, column: column, printed: before.printed, exact: exact))
        }
        if before == nil, let after { against.append(after) }
      }
    }
    return (supporting, against)
  }
}
