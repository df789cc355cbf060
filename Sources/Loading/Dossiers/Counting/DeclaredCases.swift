package import Diagnostics
package import DossierCounting
package import Grading

/// What records would be counted by: for whoever has them in another engine.
package struct DeclaredCases: Sendable {
  package let rules: DossierRules
  package let records: CaseRecords
  package let units: [Unit]
  /// The rules, as a file.
  package let rulesSpan: SourceSpan
}

/// Reads a `records.yaml` with the rules and the units it names; nothing is counted.
///
/// - Returns: nil, with the reasons, when a count could not be made either.
package func loadDeclaredCases(
  at path: String, _ options: CaseCountOptions = CaseCountOptions(),
  files: FileAccess = FileAccess()
) -> (cases: DeclaredCases?, diagnostics: [Diagnostic]) {
  let loading = loadCaseRecords(at: path, files: files)
  var counter = CaseCounter(options, files, loading)
  let prepared = counter.prepared(nil)
  let found = files.annotate(counter.problems.diagnostics).sorted()
  guard let (records, rules, units) = prepared,
    !found.contains(where: { $0.severity == .error && !$0.code.leavesFileUsable })
  else { return (nil, found) }
  let place = options.rules ?? loading.rulesPath ?? path
  let cases = DeclaredCases(
    rules: rules, records: records, units: units,
    rulesSpan: SourceSpan(whole: SourceFile(path: place)))
  return (cases, found)
}
