internal import Crypto
internal import EventLog
internal import Glibc
internal import Loading
internal import Store

/// A file while it comes in: under a name that nothing counts, digested as it is written, gone with
/// this unless it was put in its place.
final class ReceivedFile {
  /// Why it could not be written.
  struct Unwritable: Error, Hashable {
    let error: Int32

    var isFull: Bool { error == ENOSPC || error == EDQUOT }
  }

  /// What files that still come in are called, so that those of a server that was killed are known.
  static let ending = ".dang-tai"

  let path: String
  private let descriptor: Int32
  private(set) var count = 0
  private var hash = SHA256()

  init(in folder: String) throws(Unwritable) {
    if FileAccess.makeFolder(folder) != nil { throw Unwritable(error: EACCES) }
    path = "\(folder)/\(Secret.token().prefix(32))\(ReceivedFile.ending)"
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Unwritable(error: errno) }
  }

  deinit {
    if descriptor >= 0 {
      unlink(path)
      close(descriptor)
    }
  }

  func write(_ bytes: [UInt8]) throws(Unwritable) {
    hash.update(data: bytes)
    count += bytes.count
    let error = FileAccess.write(bytes, to: descriptor)
    guard error == 0 else { throw Unwritable(error: error) }
  }

  /// Waits until it is on the disk.
  /// - Returns: SHA-256 of its bytes.
  func finish() throws(Unwritable) -> String {
    guard fsync(descriptor) == 0 else { throw Unwritable(error: errno) }
    return FileAccess.hexadecimal(hash.finalize())
  }

  /// What was written, for looking into it.
  func reading() -> OpenFile? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    return OpenFile(owning: copy)
  }

  /// Gives it a name of its own in a folder, never that of another file.
  /// - Returns: false when a file of these very bytes has the name already.
  func place(
    in folder: String, as name: String, digest: String
  ) throws(Unwritable) -> Bool {
    if FileAccess.makeFolder(folder) != nil { throw Unwritable(error: EACCES) }
    guard fchmod(descriptor, 0o644) == 0 else { throw Unwritable(error: errno) }
    let target = "\(folder)/\(name)"
    guard link(path, target) == 0 else {
      let error = errno
      guard error == EEXIST, FileDigest(streaming: target)?.sha256 == digest else {
        throw Unwritable(error: error)
      }
      return false
    }
    let parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if parent >= 0 { close(parent) } }
    guard parent >= 0, fsync(parent) == 0 else {
      let error = errno
      unlink(target)
      throw Unwritable(error: error)
    }
    return true
  }

  /// Removes what a server that was killed left half received.
  static func sweep(_ folder: String) {
    for name in FileAccess.names(in: folder) where name.hasSuffix(ending) {
      unlink("\(folder)/\(name)")
    }
  }
}
