package import Grading

/// The files that a unit hands in: what the log vouches for from then on.
package struct HandIn {
  /// Where they are, normalised.
  package let paths: [String]

  /// - Parameters:
  ///   - unit: whose.
  ///   - list: where its list of linked late dossiers is, seen from its folder; nil: it has none.
  package init(of unit: String, in setting: RoundSetting, linkedLate list: String?) {
    let folder = "\(setting.submissions)/\(unit)"
    var names = ["self-assessment.yaml"]
    if FileAccess.exists("\(folder)/evidence.yaml") { names.append("evidence.yaml") }
    if let list, case .found(let place) = EvidenceFile.locate(list, in: folder),
      EvidenceFile.hasContent(place)
    {
      names.append(list)
    }
    paths = names.map { FileAccess.normalised("\(folder)/\($0)") }
  }

  /// Their digests by their paths in the round's folder.
  /// - Parameter history: where copies of them are kept; nil: they are only looked at.
  package func files(
    _ plan: RoundPlan, keptIn history: RoundHistory?
  ) throws(LoadingProblem) -> [String: String] {
    let looking = RoundHistory(of: plan.folder)
    var files: [String: String] = [:]
    for path in paths {
      if let history {
        files[plan.cited(path)] = try history.keep(path)
      } else {
        files[plan.cited(path)] = try looking.digest(path)
      }
    }
    return files
  }
}
