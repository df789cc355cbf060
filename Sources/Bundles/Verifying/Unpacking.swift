internal import DossierCounting
internal import Glibc
internal import Loading

/// A folder that nobody else may look into, where a bundle's files are unpacked to be computed
/// with; gone with everything in it when nobody holds it any more.
///
/// It is locked while it is held, which the system ends with the process however that ends: the
/// next one to unpack removes what was left by those that were killed.
final class Unpacking {
  let path: String
  private let lock: Int32
  private var made: Set<String> = []

  private static let start = "parindex-verify-"
  private static let blank = "XXXXXX"

  /// Where temporary files go.
  private static var home: String {
    let given = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return given.isEmpty ? "/tmp" : given
  }

  /// Fails with the system's number when there is no room for temporary files.
  init(in home: String = home) throws(FileContent.Failure) {
    Unpacking.removeLeftovers(in: home)
    while true {
      let path = try Unpacking.newFolder(in: home)
      let lock = open(path, FileAccess.folderFlags)
      if lock >= 0, DraftLock.take(lock, at: path) {
        self.path = path
        self.lock = lock
        return
      }
      // Somebody took it for a leftover before it was locked.
      let error = errno
      if lock >= 0 {
        close(lock)
      } else if error != ENOENT {
        throw FileContent.Failure(error: error)
      }
    }
  }

  deinit {
    Unpacking.remove(path, lock)
    close(lock)
  }

  private static func newFolder(in home: String) throws(FileContent.Failure) -> String {
    var template = Array("\(home)/\(start)\(blank)".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw FileContent.Failure(error: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  // MARK: Files

  func place(of name: String) -> String { "\(path)/\(name)" }

  /// A new file for a name that was found safe.
  func create(_ name: String) throws(FileContent.Failure) -> UnpackedFile {
    var folder = ""
    for part in name.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? String(part) : "/\(part)"
      guard made.insert(folder).inserted else { continue }
      guard mkdir(place(of: folder), 0o700) == 0 || errno == EEXIST else {
        throw FileContent.Failure(error: errno)
      }
    }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(place(of: name), flags, 0o600)
    guard descriptor >= 0 else { throw FileContent.Failure(error: errno) }
    return UnpackedFile(descriptor)
  }

  // MARK: Removing

  /// Removes the folders that killed processes left: those of this name that are folders and no
  /// links, are this user's own and closed to all others, and that nobody holds.
  private static func removeLeftovers(in home: String) {
    for name in FileAccess.names(in: home)
    where name.hasPrefix(start) && name.utf8.count == start.utf8.count + blank.utf8.count {
      let path = "\(home)/\(name)"
      let lock = open(path, FileAccess.folderFlags)
      guard lock >= 0 else { continue }
      defer { close(lock) }
      var about = stat()
      guard fstat(lock, &about) == 0, about.st_uid == geteuid(), about.st_mode & 0o777 == 0o700,
        flock(lock, LOCK_EX | LOCK_NB) == 0
      else { continue }
      remove(path, lock)
    }
  }

  private static func remove(_ path: String, _ folder: Int32) {
    FileAccess.empty(folder)
    rmdir(path)
  }
}

/// A file while it is unpacked.
final class UnpackedFile {
  private let descriptor: Int32
  /// The system's number, when not all could be written.
  private(set) var error: Int32 = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func append(_ bytes: UnsafeRawBufferPointer) {
    if error == 0 { error = writeWhole(bytes, to: descriptor) }
  }
}
