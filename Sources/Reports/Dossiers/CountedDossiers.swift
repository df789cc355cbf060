package import DossierCounting
package import Grading

/// A count with what it was made by: what the pages of dossier figures are written from.
package struct CountedDossiers: Sendable {
  package let rules: DossierRules
  package let records: CaseRecords
  /// Unit `n` has the figures `count.units[n]`.
  package let units: [Unit]
  package let count: DossierCount
  /// Whether rows were looked for that repeat a dossier.
  package let areRepeatsFound: Bool
  /// Exports that broke off, and how many of their rows were read.
  package let cut: [(path: String, rows: Int)]

  package init(
    rules: DossierRules, records: CaseRecords, units: [Unit], count: DossierCount,
    areRepeatsFound: Bool, cut: [(path: String, rows: Int)] = []
  ) {
    self.rules = rules
    self.records = records
    self.units = units
    self.count = count
    self.areRepeatsFound = areRepeatsFound
    self.cut = cut
  }

  /// Units that have records, with their figures, in the register's order.
  var counted: [(unit: Unit, figures: UnitCount)] {
    zip(units, count.units).filter { $0.1.hasRecords }.map { ($0.0, $0.1) }
  }

  /// The time up to which the figures hold: the window's end, or where the data end before it.
  var closing: LocalMinute { rules.closing(of: records) }
}
