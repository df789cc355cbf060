internal import Diagnostics
internal import Grading

extension RoundSetting {
  /// Counts the round's case records, once, into its book of figures.
  /// - Returns: what was found in them.
  mutating func countRecords(_ round: RoundOptions, _ files: FileAccess) -> [Diagnostic] {
    guard let recordsPath else { return [] }
    var options = CaseCountOptions()
    options.threads = round.threads
    options.rules = round.dossierRules
    options.keepsExclusions = round.keepsExclusions
    options.digestsExports = true
    let loading = countCases(at: recordsPath, units: units, options, files: files)
    let known = Set(digests.map(\.path))
    digests += loading.digests.filter { !known.contains($0.path) }
    guard loading.isUsable, let cases = loading.result else { return loading.diagnostics }
    let plan = plan
    self.plan.figures.add(
      FigureTable(
        dossiers: cases, declaredAt: recordsPath, besides: plan.figures.tables["dossiers"],
        units: units, cite: plan.cited))
    unreadRegisters.remove("dossiers")
    return loading.diagnostics
  }
}
