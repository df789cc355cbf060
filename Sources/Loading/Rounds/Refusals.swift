package import Diagnostics
package import Grading

extension LoadedRound {
  /// Appraisal entries that cannot stand on what they found, each as a problem of its file
  /// (SCORING 34).
  ///
  /// Only the computed round knows: the entries have no effect in it, and the round goes on.
  package func refusals(_ round: Round, files: FileAccess = FileAccess()) -> [Diagnostic] {
    var byFile: [String: [Diagnostic]] = [:]
    for refused in round.refusals {
      let record = round.units[refused.unit].record
      let entry = record.entries[refused.entry]
      guard case .item(let place) = entry.subject else { continue }
      let item = round.sets[record.set].items[place].id
      let diagnostic =
        switch refused.refusal {
        case .nothingToAccept:
          Diagnostic.decision(.nothingToAccept(item), at: entry.span)
        case .doesNotApply:
          Diagnostic.decision(.doesNotApply(item, record.unit.id), at: entry.span)
        }
      byFile[entry.span.file.path, default: []].append(diagnostic)
    }
    return byFile.sorted { $0.key < $1.key }.flatMap { path, diagnostics in
      files.yaml(path).text?.annotate(diagnostics) ?? diagnostics
    }.sorted()
  }
}
