/// An export of one side of a comparison.
package struct ComparedExport: Sendable {
  package let open: OpenExport
  /// Its units, and the rules by which its records are decided.
  package let plan: CountingPlan
  /// Whether the rules are meant: a plan of nothing but units decides nothing.
  package let decides: Bool
  /// Dossiers are matched by id among the exports of a group: one source, or all of them.
  package let group: Int

  package init(open: OpenExport, plan: CountingPlan, decides: Bool, group: Int) {
    self.open = open
    self.plan = plan
    self.decides = decides
    self.group = group
  }
}

/// How a comparison is carried out; the result is the same whatever stands here.
package struct ComparisonOptions: Sendable {
  package var reading = CountingOptions()
  /// Half of the memory is for hashes of all records, half for the contents of those that differ.
  package var spill: SpillOptions
  /// Records read again at once, at most: sixteen bytes each.
  package var mostCandidates = 2 << 20
  /// Differences are put in order for this many bytes of an export at a time.
  package var stretch = 8 << 20

  package init() {
    spill = SpillOptions()
    // Beside them stand the rows to read again and the differences of a stretch.
    spill.memory = 96 << 20
  }
}

/// Why two sides could not be compared.
package struct ComparisonFailure: Error, Hashable, Sendable {
  /// The export that cannot be read; nil for temporary files.
  package let export: String?
  package let failure: CountFailure
}

/// The fields that are compared in a group of exports: those that all of them have.
///
/// A field that one export lacks would differ in every record.
package func comparedFields(_ exports: [OpenExport]) -> (
  compared: [RecordField], left: [RecordField]
) {
  let fields = RecordField.allCases.filter { $0 != .dossier }
  func has(_ field: RecordField, _ export: OpenExport) -> Bool {
    export.layout.columns[field] != nil
  }
  return (
    fields.filter { field in exports.allSatisfy { has(field, $0) } },
    fields.filter { field in
      exports.contains { has(field, $0) } && !exports.allSatisfy { has(field, $0) }
    }
  )
}
