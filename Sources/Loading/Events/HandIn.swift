package import EventLog
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
  /// - Parameter keepsCopies: whether copies of them are kept; else they are only looked at.
  package func files(
    _ plan: RoundPlan, keepsCopies: Bool
  ) throws(LoadingProblem) -> [String: String] {
    let history = RoundHistory(of: plan.folder)
    var files: [String: String] = [:]
    for path in paths {
      files[plan.cited(path)] = keepsCopies ? try history.keep(path) : try history.digest(path)
    }
    return files
  }
}

extension LoadedRound {
  /// The event of a unit that hands in, with the digests of the files that it brings.
  ///
  /// The round was read with `RoundOptions.handingIn` naming the unit.
  /// - Parameter keepsCopies: whether copies of them are kept; else they are only looked at.
  package func bringingFiles(
    _ content: EventContent, keepsCopies: Bool
  ) throws(LoadingProblem) -> EventContent {
    guard let unit = content.unit,
      let place = setting.members.firstIndex(where: { $0.unit.id == unit })
    else { return content }
    var content = content
    content.files = try HandIn(of: unit, in: setting, linkedLate: nil)
      .files(setting.plan, keepsCopies: keepsCopies)
    // Where its list is, say the files that are handed in now.
    let list = proposing([content]).records[place]?.assessment.linkedLateFile
    content.files = try HandIn(of: unit, in: setting, linkedLate: list)
      .files(setting.plan, keepsCopies: keepsCopies)
    return content
  }
}
