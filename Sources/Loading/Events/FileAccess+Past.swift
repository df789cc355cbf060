internal import EventLog

extension FileAccess {
  /// Reads files of a round's own as its log has them at a moment, from the copies that were kept.
  ///
  /// A file of which no copy was kept is read as it is, and told.
  mutating func lookBack(to moment: EventTime, inRound path: String) {
    let file = FileAccess.roundFile(path)
    let folder = FileAccess.path(".", besides: file)
    guard FileAccess.isFolder(FileAccess.path("history", besides: folder + "/")),
      let id = loadRoundIdentity(path, files: self).identity?.id
    else { return }
    // What is wrong with the log is told by who reads its events.
    for (name, digest) in RoundLog.pins(in: folder, round: id, asOf: moment).pins {
      if let kept = RoundHistory(of: folder).copy(of: digest) {
        copies[FileAccess.path(name, besides: folder + "/")] = kept
      }
    }
  }
}
