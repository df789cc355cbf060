internal import Diagnostics
internal import DossierCounting
internal import Glibc
internal import YAMLReading

/// A file while it is written: a draft beside it that is renamed over it only when it is whole, so
/// that a full disk, or an end in the middle, leaves the old one.
///
/// Its writer holds a lock on the draft; drafts of the same file that nobody holds are those of
/// writers that were killed, and are removed before the next one is begun. What is no regular file
/// (a pipe, a terminal, a device) is written to as it is.
struct DraftFile: Sendable {
  private let path: String
  /// nil: the file itself is written.
  let draft: String?
  /// Open for writing.
  let descriptor: Int32

  /// Why a draft could not be begun.
  struct Failure: Error {
    let error: Int32
  }

  static func open(_ path: String) -> Result<DraftFile, Failure> {
    var about = stat()
    if stat(path, &about) == 0, about.st_mode & S_IFMT != S_IFREG {
      if about.st_mode & S_IFMT == S_IFDIR { return .failure(Failure(error: EISDIR)) }
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
      return descriptor < 0
        ? .failure(Failure(error: errno))
        : .success(DraftFile(path: path, draft: nil, descriptor: descriptor))
    }
    DraftLock.removeLeftovers(of: path)
    let draft = DraftLock.name(for: path)
    while true {
      let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { return .failure(Failure(error: errno)) }
      if DraftLock.take(descriptor, at: draft) {
        return .success(DraftFile(path: path, draft: draft, descriptor: descriptor))
      }
      close(descriptor)
    }
  }

  /// Writes all of some bytes.
  /// - Returns: 0, or the system's error number.
  func write(_ bytes: UnsafeRawBufferPointer) -> Int32 { writeWhole(bytes, to: descriptor) }

  /// Waits until what was written is on the disk.
  /// - Returns: 0, or the system's error number.
  func flush() -> Int32 { draft != nil && fsync(descriptor) != 0 ? errno : 0 }

  /// Puts the draft in its place.
  /// - Returns: 0, or the system's error number; the draft is gone then.
  func place() -> Int32 {
    guard let draft else { return close(descriptor) == 0 ? 0 : errno }
    // The lock is held until the draft has its name.
    let error = rename(draft, path) == 0 ? 0 : errno
    if error != 0 { unlink(draft) }
    return close(descriptor) == 0 ? error : errno
  }

  /// Removes the draft.
  func abandon() {
    if let draft { unlink(draft) }
    close(descriptor)
  }
}

extension DraftFile.Failure {
  func diagnostic(_ path: String) -> Diagnostic {
    .fileUnwritable(SourceFile(path: path), reason: systemError(error))
  }
}
