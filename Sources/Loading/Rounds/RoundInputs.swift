internal import Grading

/// The files that a round's result stands on, and the documents that its units point to.
package struct RoundInputs: Sendable {
  package struct File: Hashable, Sendable {
    /// As results name it: seen from the round's folder.
    package let cited: String
    /// Where it can be opened.
    package let path: String
    /// What was read; nil for a file that is only looked at.
    package let sha256: String?
  }

  /// Sorted by name as bytes, each once.
  package let files: [File]
  /// Documents of evidence, those that are there; sorted, and none that is among the files.
  package let documents: [File]
}

extension LoadedRound {
  /// - Parameter alsoNamed: more files of the round's folder that belong to it if they are there.
  package func inputs(alsoNamed names: [String] = []) -> RoundInputs {
    let folder = setting.plan.folder
    func file(_ cited: String, _ sha256: String?) -> RoundInputs.File {
      let path = cited.hasPrefix("/") ? cited : FileAccess.normalised("\(folder)/\(cited)")
      return RoundInputs.File(cited: cited, path: path, sha256: sha256)
    }
    var files: [String: RoundInputs.File] = [:]
    for digest in digests { files[digest.path] = file(digest.path, digest.sha256) }
    for name in names where files[name] == nil && FileAccess.exists("\(folder)/\(name)") {
      files[name] = file(name, nil)
    }
    var documents: [String: RoundInputs.File] = [:]
    for record in records {
      let home = "\(setting.submissions)/\(record.unit.id)"
      func add(_ name: String?, to list: inout [String: RoundInputs.File]) {
        guard let name, case .found(let place) = EvidenceFile.locate(name, in: home),
          EvidenceFile.isRegular(place)
        else { return }
        let cited = setting.plan.cited(FileAccess.normalised("\(home)/\(name)"))
        if list[cited] == nil {
          list[cited] = RoundInputs.File(cited: cited, path: place, sha256: nil)
        }
      }
      let assessment = record.assessment
      // Points depend on whether it is there.
      if assessment.listsLinkedLate { add(assessment.linkedLateFile, to: &files) }
      for document in assessment.shelf where !document.isShownInPerson {
        add(document.file, to: &documents)
      }
    }
    for name in files.keys { documents[name] = nil }
    func sorted(_ files: [String: RoundInputs.File]) -> [RoundInputs.File] {
      files.values.sorted { $0.cited.utf8.lexicographicallyPrecedes($1.cited.utf8) }
    }
    return RoundInputs(files: sorted(files), documents: sorted(documents))
  }
}
