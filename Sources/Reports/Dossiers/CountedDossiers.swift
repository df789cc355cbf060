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

  package init(
    rules: DossierRules, records: CaseRecords, units: [Unit], count: DossierCount,
    areRepeatsFound: Bool
  ) {
    self.rules = rules
    self.records = records
    self.units = units
    self.count = count
    self.areRepeatsFound = areRepeatsFound
  }

  /// Units that have records, with their figures, in the register's order.
  var counted: [(unit: Unit, figures: UnitCount)] {
    zip(units, count.units).filter { $0.1.hasRecords }.map { ($0.0, $0.1) }
  }

  /// The time up to which the figures hold: the window's end, or where the data end before it.
  var closing: LocalMinute { min(rules.window.end, records.asOf ?? rules.window.end) }

  /// A figure of a rate: of all dossiers or of a subset of procedures.
  func value(_ figure: CountedFigure, of unit: UnitCount) -> Int {
    unit.value(figure.metric, subset: figure.subset.flatMap(place(ofSubset:)))
  }

  func place(ofSubset id: String) -> Int? { rules.subsets.firstIndex { $0.id == id } }

  /// A rate of the rules; nil over nothing.
  func value(_ rate: DossierRate, of unit: UnitCount) -> Exact? {
    Exact(value(rate.of, of: unit), over: value(rate.over, of: unit))
  }
}
