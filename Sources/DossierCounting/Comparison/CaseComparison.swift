package import Grading

/// Two sides compared, with what they were compared by: what pages of it are written from.
package struct CaseComparison: Sendable {
  package private(set) var a: ComparedCases
  package private(set) var b: ComparedCases
  package let result: RecordComparison
  /// Whether dossiers were matched by id alone, whatever system recorded them.
  package let isAcrossSources: Bool
  /// Fields that one export has and another lacks, which were left out; by source unless
  /// `isAcrossSources`.
  package let left: [LeftFields]

  package init(
    a: ComparedCases, b: ComparedCases, result: RecordComparison, isAcrossSources: Bool,
    left: [LeftFields]
  ) {
    let labels = pathEnds(a.label, b.label)
    (self.a, self.b) = (a, b)
    self.a.label = labels.a
    self.b.label = labels.b
    self.result = result
    self.isAcrossSources = isAcrossSources
    self.left = left
  }

  /// Whether the rules decided on every record.
  package var isDecided: Bool { a.rules != nil }
}

/// One side of a comparison.
package struct ComparedCases: Sendable {
  /// Where its records are, as it was asked for.
  package let path: String
  /// What results call the side, wherever it lies: the end of its path that tells the sides apart.
  package internal(set) var label: String
  package let records: CaseRecords
  /// nil when neither side names rules.
  package let rules: DossierRules?
  package let units: [Unit]

  /// - Parameter place: the path of its `records.yaml` or its export, from the root on.
  package init(
    path: String, place: String, records: CaseRecords, rules: DossierRules?, units: [Unit]
  ) {
    self.path = path
    label = place
    self.records = records
    self.rules = rules
    self.units = units
  }
}

/// Fields of a source's records that were not compared.
package struct LeftFields: Hashable, Sendable {
  /// nil: of all sources.
  package let source: String?
  package let fields: [RecordField]

  package init(source: String?, fields: [RecordField]) {
    self.source = source
    self.fields = fields
  }
}

/// The shortest ends of two whole paths that tell them apart: `thang-9/records.yaml` and
/// `thang-10/records.yaml`; the files' names where those do, and where nothing does.
func pathEnds(_ a: String, _ b: String) -> (a: String, b: String) {
  let parts = [a, b].map { $0.split(separator: "/").map(String.init) }
  func end(_ side: Int, _ count: Int) -> String {
    parts[side].suffix(count).joined(separator: "/")
  }
  let most = max(parts[0].count, parts[1].count)
  let count = (1...max(1, most)).first { end(0, $0) != end(1, $0) } ?? 1
  return (end(0, count), end(1, count))
}
