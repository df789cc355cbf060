package import Diagnostics
internal import Glibc
internal import YAMLReading

/// A folder that is put in its place only when every file of it is whole, and never over another.
///
/// Its draft is locked as that of a file is.
package final class DraftFolder: Sendable {
  /// Where it is to stand.
  package let path: String
  private let draft: String
  private let lock: Int32

  /// Makes the draft.
  package static func make(_ path: String) -> Result<DraftFolder, DraftFolderFailure> {
    if FileAccess.exists(path) { return .failure(DraftFolderFailure(.folderIsThere(path))) }
    DraftLock.removeLeftovers(of: path)
    let draft = DraftLock.name(for: path)
    while true {
      if let problem = FileAccess.makeFolder(draft) { return .failure(DraftFolderFailure(problem)) }
      let lock = open(draft, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if lock >= 0, DraftLock.take(lock, at: draft) {
        return .success(DraftFolder(path, draft: draft, lock: lock))
      }
      let error = errno
      if lock >= 0 { close(lock) }
      guard error == ENOENT else {
        return .failure(DraftFolderFailure(DraftFile.Failure(error: error).diagnostic(path)))
      }
    }
  }

  private init(_ path: String, draft: String, lock: Int32) {
    self.path = path
    self.draft = draft
    self.lock = lock
  }

  deinit { close(lock) }

  /// Where a file of it is written.
  package func place(of name: String) -> String { "\(draft)/\(name)" }

  package func write(_ bytes: [UInt8], to name: String) -> Diagnostic? {
    makeFolder(of: name) ?? FileAccess.write(bytes, to: place(of: name))
  }

  /// Makes the folder that a file of it stands in.
  func makeFolder(of name: String) -> Diagnostic? {
    let place = place(of: name)
    return place.lastIndex(of: "/").flatMap { FileAccess.makeFolder(String(place[..<$0])) }
  }

  /// Puts the folder in its place.
  /// - Returns: why it could not be; the draft is gone then.
  package func finish() -> Diagnostic? {
    guard rename(draft, path) != 0 else { return nil }
    let reason = systemError(errno)
    abandon()
    return .fileUnwritable(SourceFile(path: path), reason: reason)
  }

  package func abandon() { FileAccess.remove(draft) }
}

/// Why there is no draft of a folder.
package struct DraftFolderFailure: Error {
  package let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
