internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Finds the rows that corrections and known contradictions name.
struct RowReferences {
  let tables: [PrintedTable]
  let problems: DiagnosticCollector

  /// The table and row that a reference means; nil, with a diagnostic, when it is not one row.
  func find(_ reference: RowReference) -> (table: Int, row: Int)? {
    guard let name = reference.table else { return nil }
    guard let table = tables.firstIndex(where: { $0.id == name.name }) else {
      problems.add(.unknownTable(name.name, known: tables.map(\.id), at: name.span))
      return nil
    }
    let rows = tables[table].rows
    let unit = reference.unit.map { UnitNames.folded($0.name) }
    let found = rows.indices.filter { matches(rows[$0], reference, unit: unit) }
    guard found.count == 1 else {
      problems.add(
        .rowNotFound(
          (reference.unit ?? reference.total)?.name ?? "", matches: found.count,
          names: rows.map(\.name), at: (reference.unit ?? reference.total)?.span ?? reference.span))
      return nil
    }
    return (table, found[0])
  }

  /// - Parameter unit: the reference's unit, as names are compared.
  private func matches(_ row: PrintedRow, _ reference: RowReference, unit folded: String?) -> Bool {
    if let total = reference.total {
      switch row.scope {
      case nil: return false
      case .all: return total.name == "all" && reference.parent == nil
      case .type(let type): return total.name == type && reference.parent == nil
      case .parent(let type, let parent):
        return total.name == type
          && reference.parent.map(UnitNames.folded)
            == UnitNames.folded(parent)
      }
    }
    guard let unit = reference.unit, row.kind == .unit else { return false }
    if row.unit == unit.name { return true }
    if row.name != unit.name, UnitNames.folded(row.name) != folded { return false }
    if let type = reference.type, row.type != type { return false }
    guard let parent = reference.parent else { return true }
    return row.parent.map(UnitNames.folded) == UnitNames.folded(parent)
  }

  /// The accepted corrections of each table; one that does not match what is printed is refused.
  func corrections(_ declared: [CorrectionDeclaration]) -> [[AcceptedCorrection]] {
    var accepted: [[AcceptedCorrection]] = tables.map { _ in [] }
    for correction in declared {
      guard let (table, row) = find(correction.row) else { continue }
      let printed = tables[table]
      guard let metric = printed.metrics.firstIndex(of: correction.figure.name) else {
        problems.add(
          .metricNotInTable(
            correction.figure.name, known: printed.metrics, at: correction.figure.span))
        continue
      }
      let cell = TableCell(row: row, metric: metric)
      guard printed[cell] == correction.from else {
        problems.add(
          .correctionMismatch(
            correction.from, printed: printed[cell], figure: correction.figure.name,
            at: correction.fromSpan, printedAt: printed.rows[row].span(of: metric)))
        continue
      }
      if accepted[table].contains(where: { $0.change.cell == cell }) {
        problems.add(.correctedTwice(correction.figure.name, at: correction.row.span))
        continue
      }
      accepted[table].append(
        AcceptedCorrection(
          change: CellChange(cell: cell, from: correction.from, to: correction.to),
          reason: correction.reason, by: correction.by))
    }
    return accepted
  }
}
