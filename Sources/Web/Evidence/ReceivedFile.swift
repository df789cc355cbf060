internal import Crypto
internal import EventLog
internal import Glibc
internal import Loading
internal import Store

/// A file while it comes in: under a name that nothing counts, digested as it is written, gone with
/// this unless it was put in its place, or comes in pieces.
final class ReceivedFile {
  /// Why it could not be written.
  struct Unwritable: Error, Hashable {
    let error: Int32

    var isFull: Bool { error == ENOSPC || error == EDQUOT }
    var isGone: Bool { error == ENOENT }
  }

  /// What files that still come in are called, so that those of a server that was killed are known.
  static let ending = ".dang-tai"
  /// What files that come in pieces are called: a server that comes back goes on with them.
  static let endingOfPieces = ".tung-phan"

  let path: String
  private let descriptor: Int32
  private let isInPieces: Bool
  private(set) var count = 0
  private var hash = SHA256()

  init(in folder: String) throws(Unwritable) {
    if FileAccess.makeFolder(folder) != nil { throw Unwritable(error: EACCES) }
    isInPieces = false
    path = "\(folder)/\(Secret.token().prefix(32))\(ReceivedFile.ending)"
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Unwritable(error: errno) }
  }

  /// Goes on with one that comes in pieces, behind what is there of it.
  /// - Returns: nil: somebody else is writing to it.
  /// - Throws: also where it is over (`isGone`): it is never made here, so that nobody's bytes come
  ///   to stand where others were looked at.
  init?(_ upload: StoredUpload, in folder: String) throws(Unwritable) {
    if FileAccess.makeFolder(folder) != nil { throw Unwritable(error: EACCES) }
    isInPieces = true
    path = ReceivedFile.path(ofPieces: upload.id, in: folder)
    descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw Unwritable(error: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    let end = lseek(descriptor, 0, SEEK_END)
    guard end >= 0 else { throw Unwritable(error: errno) }
    count = end
  }

  deinit {
    if descriptor >= 0 {
      if !isInPieces { unlink(path) }
      close(descriptor)
    }
  }

  func write(_ bytes: [UInt8]) throws(Unwritable) {
    if !isInPieces { hash.update(data: bytes) }
    let error = FileAccess.write(bytes, to: descriptor)
    guard error == 0 else { throw Unwritable(error: error) }
    count += bytes.count
  }

  /// Takes back what was written behind so many bytes.
  func cut(to count: Int) {
    if ftruncate(descriptor, count) == 0 { self.count = count }
  }

  /// Waits until it is on the disk.
  func keep() throws(Unwritable) {
    guard fsync(descriptor) == 0 else { throw Unwritable(error: errno) }
  }

  /// Waits until it is on the disk.
  /// - Returns: SHA-256 of its bytes.
  func finish() throws(Unwritable) -> String {
    try keep()
    guard isInPieces else { return FileAccess.hexadecimal(hash.finalize()) }
    guard let digest = FileDigest(streaming: path), isNamed(path) else {
      throw Unwritable(error: EIO)
    }
    return digest.sha256
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
    guard isNamed(target) else {
      unlink(target)
      throw Unwritable(error: EIO)
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

  /// Whether a path leads to the very file that is written here.
  private func isNamed(_ path: String) -> Bool {
    var own = stat()
    var named = stat()
    return fstat(descriptor, &own) == 0 && lstat(path, &named) == 0
      && own.st_ino == named.st_ino && own.st_dev == named.st_dev
  }

  // MARK: Pieces

  private static func path(ofPieces id: String, in folder: String) -> String {
    "\(folder)/\(id)\(endingOfPieces)"
  }

  /// Makes room for one that comes in pieces, where there is none yet.
  static func make(pieces id: String, in folder: String) throws(Unwritable) {
    if FileAccess.makeFolder(folder) != nil { throw Unwritable(error: EACCES) }
    let descriptor = open(
      path(ofPieces: id, in: folder), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Unwritable(error: errno) }
    close(descriptor)
  }

  /// How much of one that comes in pieces is there.
  static func count(ofPieces id: String, in folder: String) -> Int {
    OpenFile(at: path(ofPieces: id, in: folder))?.size ?? 0
  }

  /// Ids of those of which something lies in a folder, whoever sends them.
  static func pieces(in folder: String) -> [String] {
    FileAccess.names(in: folder).filter { $0.hasSuffix(endingOfPieces) }
      .map { String($0.dropLast(endingOfPieces.count)) }
  }

  static func remove(pieces ids: [String], in folder: String) {
    for id in ids { unlink(path(ofPieces: id, in: folder)) }
  }

  /// Removes what a server that was killed left half received.
  /// - Parameter open: those in pieces that go on.
  static func sweep(_ folder: String, besides open: Set<String> = []) {
    for name in FileAccess.names(in: folder) {
      let id = name.hasSuffix(endingOfPieces) ? name.dropLast(endingOfPieces.count) : nil
      if name.hasSuffix(ending) || id.map({ !open.contains(String($0)) }) ?? false {
        unlink("\(folder)/\(name)")
      }
    }
  }
}
