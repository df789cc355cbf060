package import Grading

/// Everything found out about the printed tables of one report.
package struct ReconciliationReport: Sendable {
  package let title: String
  /// The report they are printed in: number and sign, and its day.
  package let source: ReportSource?
  package let tables: [TableReconciliation]
  package let crossFindings: [CrossTableFinding]
  package let lists: [UnitList]
  package let isIllustrative: Bool
  package let note: String?

  package init(
    title: String, source: ReportSource? = nil, tables: [TableReconciliation],
    crossFindings: [CrossTableFinding] = [], lists: [UnitList] = [], isIllustrative: Bool = false,
    note: String? = nil
  ) {
    self.title = title
    self.source = source
    self.tables = tables
    self.crossFindings = crossFindings
    self.lists = lists
    self.isIllustrative = isIllustrative
    self.note = note
  }

  package func table(_ id: String) -> TableReconciliation? { tables.first { $0.table.id == id } }

  /// Whether nothing contradicts anything, once the corrections are made.
  package var isConsistent: Bool {
    crossFindings.isEmpty && tables.allSatisfy(\.remaining.isEmpty)
  }

  /// Whether all that is left was looked at and declared as known.
  package var isSettled: Bool {
    crossFindings.allSatisfy { $0.knownReason != nil }
      && tables.allSatisfy { table in
        table.remaining.allSatisfy { table.knownReason(for: $0) != nil }
      }
  }
}

/// A correction that the round has accepted, with its reason.
package struct AcceptedCorrection: Hashable, Sendable {
  package let change: CellChange
  package let reason: String
  package let by: String?

  package init(change: CellChange, reason: String, by: String? = nil) {
    self.change = change
    self.reason = reason
    self.by = by
  }
}

/// One table as printed, what contradicts itself in it and what becomes of it.
package struct TableReconciliation: Sendable {
  /// As printed.
  package let table: PrintedTable
  package let corrections: [AcceptedCorrection]
  /// In the table as printed.
  package let contradictions: [Contradiction]
  /// Those that are left once the corrections are made.
  package let remaining: [Contradiction]
  /// With the corrections made: what figures are taken from.
  package let corrected: PrintedTable
  /// With the forced repairs that nobody has accepted as well: what totals and lists are made of.
  package let repaired: PrintedTable
  package let totals: [RecomputedTotal]
  /// Printed percentages that do not fit the repaired figures.
  package let percentFaults: [PercentFinding]
  /// Rows whose contradiction cannot be mended from the tables, with what is known of it.
  package let known: [Int: String]

  package init(
    _ table: PrintedTable, corrections: [AcceptedCorrection] = [], known: [Int: String] = [:]
  ) {
    self.table = table
    self.corrections = corrections
    self.known = known
    contradictions = table.contradictions()
    corrected = table.changing(corrections.map(\.change))
    remaining = corrections.isEmpty ? contradictions : corrected.contradictions()
    repaired = corrected.changing(remaining.flatMap { $0.forced?.changes ?? [] })
    totals = repaired.recomputedTotals()
    percentFaults = repaired.percentFaults
  }

  /// The correction that mends a forced repair's cell, whatever value it gives it.
  package func correction(of cell: TableCell) -> AcceptedCorrection? {
    corrections.first { $0.change.cell == cell }
  }

  /// What is known of a contradiction that stays; nil when it touches a row nobody has looked at.
  package func knownReason(for contradiction: Contradiction) -> String? {
    let reasons = contradiction.rows.compactMap { known[$0] }
    guard reasons.count == contradiction.rows.count else { return nil }
    return reasons.joined(separator: "; ")
  }

  /// Cells whose figures cannot be trusted after the corrections.
  package var doubtful: Set<TableCell> {
    remaining.reduce(into: []) { $0.formUnion($1.doubtful(in: corrected)) }
  }

  /// Rows with missing figures, and which.
  package var missing: [(row: Int, metrics: [Int])] {
    table.rows.indices.compactMap { row in
      guard table.rows[row].scope == nil else { return nil }
      let metrics = table.metrics.indices.filter { corrected.rows[row].values[$0] == nil }
      return metrics.isEmpty ? nil : (row, metrics)
    }
  }
}

/// The report that tables are printed in.
package struct ReportSource: Hashable, Sendable {
  /// Number and sign: `2850/BC-SNV`.
  package let document: String
  package let date: CalendarDay?

  package init(document: String, date: CalendarDay? = nil) {
    self.document = document
    self.date = date
  }
}
