internal import Diagnostics
package import DossierCounting
internal import Grading

extension PeriodicReport {
  /// A report of a printed table, with its corrections; nil for a table that counts nothing of
  /// dossiers.
  package init?(
    _ table: TableReconciliation, of report: ReconciliationReport, bounds: ReportBounds,
    before: PeriodicReport? = nil
  ) {
    guard table.table.metrics.contains(where: { DossierMetric(rawValue: $0) != nil }) else {
      return nil
    }
    let origin = PrintedOrigin(
      title: report.title, table: table.table.title, tableID: table.table.id,
      source: report.source, isIllustrative: report.isIllustrative, note: report.note,
      corrections: table.corrections.count)
    self.init(
      origin: .table(origin), bounds: bounds, overdueCounts: false, whole: ReportSheet(table),
      before: before?.whole)
  }
}

extension ReportSheet {
  init(_ table: TableReconciliation) {
    let printed = table.corrected
    let doubtful = table.doubtful
    let metrics = printed.metrics.map { DossierMetric(rawValue: $0) }
    let rows = printed.rows.enumerated().compactMap { place, row -> ReportRow? in
      guard row.scope == nil else { return nil }
      var figures = ReportFigures()
      for (column, metric) in metrics.enumerated() {
        guard let metric, let value = row.values[column] else { continue }
        figures[metric] = value
        if doubtful.contains(TableCell(row: place, metric: column)) {
          figures.doubtful.insert(metric)
        }
      }
      if figures[.inTime] == nil, let early = figures[.early], let dueDay = figures[.onDueDay] {
        figures[.inTime] = early + dueDay
      }
      return ReportRow(
        id: row.unit, name: row.name, type: row.type ?? "", parent: row.parent,
        isUnit: row.kind == .unit, figures: figures)
    }
    self.init(time: .printed(printed.period, closedOn: printed.closedOn), rows: rows)
  }
}

extension PrintedTable {
  /// Whether the table is of a stretch that was asked for by its name, as far as it says: `2017-Q3`
  /// is "Quý III năm 2017".
  package func isOf(period name: String) -> Bool {
    guard let period else { return true }
    guard let asked = PeriodNames([]).period(name) else { return period == name }
    let title = ReportWords(.vietnamese).title(.counted(asked, until: asked.span.end))
    return title.lowercased() == period.lowercased()
  }
}
