package import Diagnostics
package import DossierCounting
package import Loading
internal import Reports

/// A dataset that was closed, or why it was not: every step of `parindex dossiers close`, for whoever
/// takes them.
package struct DatasetClosing: Sendable {
  /// What stands in the folder; nil: nothing was written.
  package let closing: DossierClosing?
  package let problems: [Diagnostic]

  /// Counts records and puts the folder with them in its place, whole or not at all.
  /// - Parameter path: a folder with `records.yaml`, that file, or an export.
  package init(of path: String, _ order: ClosingOrder, _ options: CaseCountOptions) {
    var run = ClosingRun(path, order, options)
    let isWhole = DatasetClosing.close(&run)
    if !isWhole { run.abandon() }
    closing = isWhole ? run.closing : nil
    problems = run.problems
  }

  private static func close(_ run: inout ClosingRun) -> Bool {
    guard let count = run.count() else { return false }
    let dossiers = CountedDossiers(
      rules: count.rules, records: count.records, units: count.units, count: count.count,
      areRepeatsFound: count.repeats != .unchecked)
    run.write(Array(CountCSV(dossiers).text().utf8), to: ClosingFiles.count)
    return run.compare(
      begin: { DifferenceFile($0, .vietnamese) }, take: { $0.add($1) },
      end: { $0.finish(isWhole: $1) })
      && run.finish(
        yaml: { ClosingYAML($0).text() },
        handover: { HandoverText($0, dossiers, sha256: $1).text() })
  }
}
