package import Diagnostics
internal import DossierCounting
internal import Glibc
internal import YAMLReading

/// A folder that is put in its place only when every file of it is whole, and over another only
/// where its maker knows that one for its own.
///
/// Its draft is locked as that of a file is.
package final class DraftFolder: Sendable {
  /// Where it is to stand.
  package let path: String
  private let draft: String
  private let lock: Int32
  /// What stands in its place may go.
  private let replaces: Bool

  /// Makes the draft; where something stands, only if that may be replaced.
  /// - Parameters:
  ///   - isOld: whether what stands there is an earlier version of this folder.
  ///   - occupied: what is said where it is not.
  package static func make(
    _ path: String, replacing isOld: (String) -> Bool = { _ in false },
    occupied: (String) -> Diagnostic = Diagnostic.folderIsThere
  ) -> Result<DraftFolder, DraftFolderFailure> {
    let isThere = FileAccess.exists(path)
    if isThere, !isOld(path) { return .failure(DraftFolderFailure(occupied(path))) }
    DraftLock.removeLeftovers(of: path)
    let draft = DraftLock.name(for: path)
    while true {
      if let problem = FileAccess.makeFolder(draft) { return .failure(DraftFolderFailure(problem)) }
      let lock = open(draft, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if lock >= 0, DraftLock.take(lock, at: draft) {
        return .success(DraftFolder(path, draft: draft, lock: lock, replaces: isThere))
      }
      let error = errno
      if lock >= 0 { close(lock) }
      guard error == ENOENT else {
        return .failure(DraftFolderFailure(DraftFile.Failure(error: error).diagnostic(path)))
      }
    }
  }

  private init(_ path: String, draft: String, lock: Int32, replaces: Bool) {
    self.replaces = replaces
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

  /// Writes one of many files, in a folder that is made already; `finish` brings all to the disk.
  package func put(_ bytes: [UInt8], in name: String) -> Diagnostic? {
    let descriptor = open(place(of: name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    let path = "\(path)/\(name)"
    guard descriptor >= 0 else { return DraftFile.Failure(error: errno).diagnostic(path) }
    let error = bytes.withUnsafeBytes { writeWhole($0, to: descriptor) }
    guard close(descriptor) == 0, error == 0 else {
      return DraftFile.Failure(error: error == 0 ? errno : error).diagnostic(path)
    }
    return nil
  }

  /// Makes a folder of it.
  package func makeFolder(_ name: String) -> Diagnostic? {
    FileAccess.makeFolder(place(of: name))
  }

  /// Makes the folder that a file of it stands in.
  func makeFolder(of name: String) -> Diagnostic? {
    let place = place(of: name)
    return place.lastIndex(of: "/").flatMap { FileAccess.makeFolder(String(place[..<$0])) }
  }

  /// Puts the folder in its place.
  /// - Returns: why it could not be; the draft is gone then.
  package func finish() -> Diagnostic? {
    sync()
    // A name that no process has, so that it is taken for a leftover where this one is killed.
    let old = "\(path).0.tmp"
    let isAway = replaces && rename(path, old) == 0
    defer { if isAway { FileAccess.remove(old) } }
    guard rename(draft, path) != 0 else { return nil }
    let reason = systemError(errno)
    if isAway { rename(old, path) }
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
