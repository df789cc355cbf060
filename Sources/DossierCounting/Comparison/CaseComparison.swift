package import Grading

/// Two sides compared, with what they were compared by: what pages of it are written from.
package struct CaseComparison: Sendable {
  package let a: ComparedCases
  package let b: ComparedCases
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
    self.a = a
    self.b = b
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
  package let records: CaseRecords
  /// nil when neither side names rules.
  package let rules: DossierRules?
  package let units: [Unit]

  package init(path: String, records: CaseRecords, rules: DossierRules?, units: [Unit]) {
    self.path = path
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
