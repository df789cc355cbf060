package import Diagnostics
internal import Glibc
internal import Synchronization
internal import YAMLReading

/// Files that are written whole, all or none: a draft of each first, flushed; only when all are
/// there they are renamed, in order, over the old ones.
package final class FileDrafts: Sendable {
  private let paths: [String]
  private let drafts: Mutex<[Int: DraftFile]>

  /// - Parameter paths: where the files are to stand at the end.
  package init(_ paths: [String]) {
    self.paths = paths
    drafts = Mutex([:])
  }

  /// Writes one file's draft and waits until it is on the disk; several can be written at once.
  /// - Returns: why it could not be written; nil when it was.
  package func write(_ bytes: [UInt8], at place: Int) -> Diagnostic? {
    let path = paths[place]
    switch DraftFile.open(path) {
    case .failure(let failure): return failure.diagnostic(path)
    case .success(let draft):
      drafts.withLock { $0[place] = draft }
      var error = bytes.withUnsafeBytes { draft.write($0) }
      if error == 0 { error = draft.flush() }
      return error == 0 ? nil : DraftFile.Failure(error: error).diagnostic(path)
    }
  }

  /// Puts all drafts in their places or, when there was a problem, removes them.
  /// - Returns: the problem, or a new one; nil when all files are there.
  package func finish(_ earlier: Diagnostic?) -> Diagnostic? {
    var problem = earlier
    let all = drafts.withLock { drafts in
      defer { drafts = [:] }
      return drafts
    }
    for (place, draft) in all.sorted(by: { $0.key < $1.key }) {
      if problem != nil {
        draft.abandon()
        continue
      }
      let error = draft.place()
      if error != 0 { problem = DraftFile.Failure(error: error).diagnostic(paths[place]) }
    }
    return problem
  }
}
