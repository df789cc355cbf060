package import Diagnostics
internal import EventLog
internal import Grading

/// A file of the round's own that is another than its log says, which nobody recorded.
struct UnrecordedChange: Sendable {
  let file: SourceFile
  /// The event that last noted the file.
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
    return digests.compactMap { file in
      guard let pin = pins[plan.cited(file.path)], pin.digest != file.sha256 else { return nil }
      return UnrecordedChange(
        file: SourceFile(path: file.path), event: pin.event,
        isOfProcedure: procedureFiles.contains(file.path))
    }
  }
}

extension LoadedRound {
  /// Files of the round's own that are not what its log says: nothing can be published that stands
  /// on them, and nobody can hold it against the log.
  package var unrecordedChanges: [Diagnostic] {
    guard let log else { return [] }
    return setting.changes(since: log)
      .map { .roundFileUnrecorded($0.file, event: $0.event, log: log.file) }
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
      .map { .roundFileUnrecorded($0.file, event: $0.event, log: log.file) }
  }
}

extension RoundLoading {
  /// What stands in the way of vouching for the round, as errors, and what is to be told beside its
  /// results: files of units that were changed since they handed in, a log that was emptied.
  package var doubts: [Diagnostic] {
    let unrecorded = loaded?.unrecordedChanges ?? []
    let others = diagnostics.filter { told in
      (told.code == .fileChangedSince || told.code == .logBroken)
        && !unrecorded.contains { $0.primary.span == told.primary.span }
    }
    return unrecorded + others
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
