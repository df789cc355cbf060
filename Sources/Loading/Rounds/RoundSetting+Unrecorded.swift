package import Diagnostics
internal import EventLog
internal import Grading

/// A file of the round's own that is not as its log has it, which nobody recorded.
struct UnrecordedChange: Sendable {
  enum Kind {
    case changed
    /// The log does not know it.
    case added
    /// It is not there any more, and what it said counts for nothing.
    case gone
  }

  let file: SourceFile
  let kind: Kind
  /// The event that last noted the file; of one that is new, the opening.
  let event: Int
  /// Whether it says who may do what, and when.
  let isOfProcedure: Bool
}

extension RoundSetting {
  func changes(since log: RoundLog) -> [UnrecordedChange] {
    var pins: [String: (event: Int, digest: String)] = [:]
    for event in log.ofRound {
      for (path, digest) in event.content.files { pins[path] = (event.sequence, digest) }
    }
    func change(_ path: String, _ kind: UnrecordedChange.Kind, _ event: Int) -> UnrecordedChange {
      UnrecordedChange(
        file: SourceFile(path: path), kind: kind, event: event,
        isOfProcedure: procedureFiles.contains(path))
    }
    // Other files are read only where one of these names them; these are looked for.
    let isComplete = criteriaFiles.contains { pins[plan.cited($0)] != nil }
    let opening = log.ofRound.first?.sequence ?? 1
    let there = digests.compactMap { file -> UnrecordedChange? in
      guard let pin = pins[plan.cited(file.path)] else {
        let isLookedFor = criteriaFiles.contains(file.path) || procedureFiles.contains(file.path)
        return isComplete && isLookedFor ? change(file.path, .added, opening) : nil
      }
      return pin.digest == file.sha256 ? nil : change(file.path, .changed, pin.event)
    }
    let known = Set(digests.map(\.path))
    let folders = Set(criteriaFiles.map { FileAccess.path(".", besides: $0) })
    let gone = pins.sorted { $0.key < $1.key }.compactMap { name, pin -> UnrecordedChange? in
      let path = FileAccess.path(name, besides: plan.folder + "/")
      guard !known.contains(path), !FileAccess.exists(path),
        procedureFiles.contains(path) || folders.contains(FileAccess.path(".", besides: path))
      else { return nil }
      return change(path, .gone, pin.event)
    }
    return there + gone
  }
}

extension LoadedRound {
  /// Files of the round's own that are not what its log says: nothing can be published that stands
  /// on them, and nobody can hold it against the log.
  package var unrecordedChanges: [Diagnostic] {
    guard let log else { return [] }
    return setting.changes(since: log).map { .roundFileUnrecorded($0, log: log.file) }
  }

  /// The same, as far as events must not be recorded beside them.
  ///
  /// Whoever decides must not do so on figures or criteria that nobody brought in, and nobody may act
  /// by rules that were changed in silence. What units hand in does not wait for others' figures.
  func unrecordedChanges(before kinds: some Sequence<EventKind>) -> [Diagnostic] {
    guard let log else { return [] }
    let kinds = kinds.filter { $0 != .replaced }
    guard !kinds.isEmpty else { return [] }
    let onlyUnitsAct = kinds.allSatisfy(\.isOfUnits)
    return setting.changes(since: log).filter { $0.isOfProcedure || !onlyUnitsAct }
      .map { .roundFileUnrecorded($0, log: log.file) }
  }
}

extension RoundLoading {
  /// What stands in the way of vouching for the round, and what is to be told beside its results.
  ///
  /// Errors are a log that was emptied, and files that were changed without a word in it.
  package var doubts: [Diagnostic] {
    let unrecorded = loaded?.unrecordedChanges ?? []
    let others = diagnostics.filter { told in
      told.code == .fileChangedSince
        && !unrecorded.contains { $0.primary.span == told.primary.span }
    }
    let emptied = diagnostics.filter { $0.code == .logBroken && $0.severity == .warning }
      .map { Diagnostic.logWithoutEvents($0.primary.span.file) }
    return emptied + unrecorded + others
  }
}

extension EventKind {
  /// Whether it is a unit's own act.
  fileprivate var isOfUnits: Bool {
    switch self {
    case .submitted, .explained, .reconsiderationAsked: true
    case .opened, .corrected, .appraised, .explanationRequested, .replaced, .agenda, .met, .decided,
      .locked, .unlocked, .publication, .reconsiderationAnswered, .amended:
      false
    }
  }
}
