package import Diagnostics
package import DossierCounting
package import Grading

/// Every record of one dossier, traced, with what the story is told from.
package struct CaseTrace: Sendable {
  package let rules: DossierRules
  package let records: CaseRecords
  package let units: [Unit]
  /// One for each record; none when no export has the dossier.
  package let traces: [RecordTrace]
}

/// Looks a dossier up in the exports of a `records.yaml`.
/// - Returns: nil, with the reasons, when the records cannot be used.
package func traceCase(
  _ dossier: String, at path: String, _ options: CaseCountOptions = CaseCountOptions(),
  files: FileAccess = FileAccess()
) -> (trace: CaseTrace?, diagnostics: [Diagnostic]) {
  let loading = loadCaseRecords(at: path, files: files)
  var counter = CaseCounter(options, files, loading)
  guard let (records, rules, units) = counter.prepared(nil) else {
    return (nil, files.annotate(counter.problems.diagnostics).sorted())
  }
  let opened = records.exports.enumerated().compactMap { place, export in
    counter.opened(export, number: place + 1).map { open in
      (
        open,
        CountingPlan(rules: rules, records: records, units: units, source: export.source)
      )
    }
  }
  var reading = CountingOptions()
  reading.threads = options.threads
  var traces: [RecordTrace] = []
  switch traceRecords(of: dossier, in: opened, reading) {
  case .success(let found): traces = found
  case .failure(let failure): counter.problems.add(.searchStopped(failure, folder: nil))
  }
  let isUsable = !counter.problems.hasFatalErrors
  return (
    isUsable ? CaseTrace(rules: rules, records: records, units: units, traces: traces) : nil,
    files.annotate(counter.problems.diagnostics).sorted()
  )
}
