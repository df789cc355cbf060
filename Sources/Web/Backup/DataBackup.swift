package import EventLog
internal import Foundation
internal import Grading
internal import Loading
package import Store

/// A copy of a data folder, made while the application runs: the round with its log and evidence,
/// the criteria that it cites, the store, and a list of digests that `sha256sum -c` reads too.
package struct DataBackup: Sendable {
  /// How many files there are, the store among them.
  package let files: Int
  /// What the round's log comes to in the copy.
  package let seal: LogSeal

  /// The list of digests.
  package static let sums = "SHA256SUMS"
  private static let storeName = "parindex.sqlite"

  // MARK: Making

  /// Copies a data folder.
  /// - Parameters:
  ///   - round: the round's folder in it.
  ///   - store: nil: only the round and what it cites, which is the export.
  ///   - path: where the copy is to stand; nothing may stand there.
  ///   - earlier: an earlier copy on the same disk; files that are the same are not written again but
  ///     stand in both. Whether they are whole there is for `verify` to say.
  package static func make(
    of data: String, round: String, store: Store?, at path: String, sharing earlier: String? = nil
  ) throws(DataFailure) -> DataBackup {
    let (identity, problems) = loadRoundIdentity(round)
    guard let identity else { throw .round(problems) }
    var known: (folder: String, digests: [String: String])?
    if let earlier { known = (earlier, try listed(earlier)) }
    let draft: DraftFolder
    switch DraftFolder.make(path) {
    case .success(let made): draft = made
    case .failure(let failure): throw .problem(failure.diagnostic)
    }
    _ = chmod(draft.place(of: "."), 0o700)
    do throws(DataFailure) {
      var copy = DataCopy(of: data, into: draft, sharing: known)
      try copy.pass()
      // Before the round: a draft that is handed in meanwhile stands in both, and is not lost.
      if let store { try put(store, into: draft) }
      // Nobody hands anything in while this goes on.
      var failure: DataFailure?
      let writer = LogWriter(folder: round, round: identity.id)
      let appended = try behindLock(writer, round) {
        do throws(DataFailure) {
          try copy.pass()
        } catch { failure = error }
      }
      if let failure { throw failure }
      var digests = copy.digests
      if store != nil { digests[storeName] = try digest(of: draft.place(of: storeName)) }
      let text = digests.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\($0.value)  \($0.key)\n" }.joined()
      if let problem = draft.write(Array(text.utf8), to: sums) ?? draft.finish() {
        throw .problem(problem)
      }
      return DataBackup(files: digests.count, seal: appended)
    } catch {
      draft.abandon()
      throw error
    }
  }

  /// Does something while nobody else adds to the log.
  private static func behindLock(
    _ writer: LogWriter, _ round: String, _ work: () -> Void
  ) throws(DataFailure) -> LogSeal {
    let seal: LogSeal?
    do throws(LogFailure) {
      seal = try writer.append([]) { _ in
        work()
        return []
      }.seal
    } catch { throw .round(error.diagnostics) }
    guard let seal else { throw .noLog(round) }
    return seal
  }

  private static func put(_ store: Store, into draft: DraftFolder) throws(DataFailure) {
    do { try store.backUp(to: draft.place(of: storeName)) } catch { throw .store("\(error)") }
  }

  // MARK: Restoring

  /// Copies a backup back into an empty place, once it is known to be what was made.
  package static func restore(_ backup: String, to data: String) throws(DataFailure) -> DataBackup {
    let found = try verify(backup)
    let draft: DraftFolder
    switch DraftFolder.make(data) {
    case .success(let made): draft = made
    case .failure(let failure): throw .problem(failure.diagnostic)
    }
    _ = chmod(draft.place(of: "."), 0o700)
    do throws(DataFailure) {
      var copy = DataCopy(of: backup, into: draft)
      try copy.pass()
      if FileAccess.exists("\(backup)/\(storeName)") { try copy.add(storeName) }
      let listed = try listed(backup)
      let wrong = listed.filter { copy.digests[$0.key] != $0.value }.keys.sorted()
      guard wrong.isEmpty else { throw .differs(wrong) }
      if let problem = draft.finish() { throw .problem(problem) }
    } catch {
      draft.abandon()
      throw error
    }
    return found
  }

  /// Whether a backup is what was made: every file by its digest, the log by its chain, the store by
  /// its own check, and the round by reading it.
  package static func verify(_ backup: String) throws(DataFailure) -> DataBackup {
    let listed = try listed(backup)
    var there = Set(try DataCopy.files(in: backup))
    if FileAccess.exists("\(backup)/\(storeName)") { there.insert(storeName) }
    var wrong = there.symmetricDifference(listed.keys)
    for (path, sha256) in listed where there.contains(path) {
      if FileDigest(streaming: "\(backup)/\(path)")?.sha256 != sha256 { wrong.insert(path) }
    }
    guard wrong.isEmpty else { throw .differs(wrong.sorted()) }
    if there.contains(storeName) {
      let faults: [String]
      do { faults = try Store.faults(inCopy: "\(backup)/\(storeName)") } catch {
        throw .store("\(error)")
      }
      if let first = faults.first { throw .store(first) }
    }
    let rounds = FileAccess.names(in: "\(backup)/rounds").map { "\(backup)/rounds/\($0)" }
      .filter { FileAccess.exists("\($0)/round.yaml") }
    guard let round = rounds.first else { throw .noSums(backup) }
    var options = RoundOptions()
    options.keepsGoing = true
    let loading = loadRound(round, options: options)
    guard loading.loaded != nil else { throw .round(loading.diagnostics) }
    let (_, reading) = LogReader("\(round)/\(LogWriter.usualName)").events()
    guard reading.isSound, let seal = reading.seal else { throw .round(reading.diagnostics) }
    return DataBackup(files: listed.count, seal: seal)
  }

  /// The list of digests, by path.
  private static func listed(_ backup: String) throws(DataFailure) -> [String: String] {
    guard let text = FileManager.default.contents(atPath: "\(backup)/\(sums)") else {
      throw .noSums(backup)
    }
    var listed: [String: String] = [:]
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 64, parts[1].first == " " else {
        throw .noSums(backup)
      }
      listed[String(parts[1].dropFirst())] = String(parts[0])
    }
    return listed
  }

  private static func digest(of path: String) throws(DataFailure) -> String {
    guard let digest = FileDigest(streaming: path) else { throw .unreadable(path, errno) }
    return digest.sha256
  }
}
