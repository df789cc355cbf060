internal import Crypto
internal import Glibc
internal import Grading

/// Files that a unit points to: only those inside its own folder are ever looked at.
enum EvidenceFile {
  /// Why a path is not followed.
  enum PathFault {
    case empty
    case absolute
    case goesUp
    case backslash
    case controlCharacter
    /// A link leads out of the unit's folder.
    case leavesFolder
  }

  /// Where a path leads.
  enum Place {
    case missing
    case unreadable
    case outside
    /// Inside the folder, links resolved.
    case found(String)
  }

  /// What is wrong with a path as it is written.
  static func fault(inPath path: String) -> PathFault? {
    var path = path
    return path.withUTF8 { bytes in
      guard let first = bytes.first else { return .empty }
      // A NUL would end the name for the system, behind what was checked here.
      if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .controlCharacter }
      if bytes.contains(UInt8(ascii: "\\")) { return .backslash }
      if first == UInt8(ascii: "/") || first == UInt8(ascii: "~") { return .absolute }
      return goesUp(bytes) ? .goesUp : nil
    }
  }

  /// What is wrong with a path seen from a folder that lies so many folders below the one that it
  /// may not leave, links included.
  static func fault(
    inPath path: String, from folder: String, within root: String, below depth: Int
  ) -> PathFault? {
    let written = fault(inPath: path)
    if let written, written != .goesUp { return written }
    switch locate(path, from: folder, within: root) {
    case .found: return nil
    case .outside: return written ?? .leavesFolder
    case .missing, .unreadable:
      var depth = depth
      for part in path.split(separator: "/") where part != "." {
        depth += part == ".." ? -1 : 1
        if depth < 0 { return .goesUp }
      }
      return nil
    }
  }

  /// Whether one of the path's parts is `..`.
  private static func goesUp(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var points = 0
    var length = 0
    for byte in bytes {
      if byte == UInt8(ascii: "/") {
        if points == 2, length == 2 { return true }
        (points, length) = (0, 0)
      } else {
        points += byte == UInt8(ascii: ".") ? 1 : 0
        length += 1
      }
    }
    return points == 2 && length == 2
  }

  /// Follows a path from the unit's folder, links included.
  static func locate(_ path: String, in folder: String) -> Place {
    locate(path, from: folder, within: folder)
  }

  private static func locate(_ path: String, from folder: String, within root: String) -> Place {
    guard let root = resolved(root) else { return .missing }
    guard let target = resolved(folder + "/" + path) else {
      return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
    }
    return target.hasPrefix(root == "/" ? root : root + "/") ? .found(target) : .outside
  }

  /// Whether there is nothing at all at a path, not even a link that leads nowhere.
  static func isAbsent(_ path: String) -> Bool {
    var found = stat()
    return lstat(path, &found) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  static func isRegular(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a regular file with something in it stands at a path.
  static func hasContent(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG && found.st_size > 0
  }

  /// What is found where a document's `file:` points; nil when that is outside the folder.
  static func state(
    _ path: String, in folder: EvidenceFolder, stated digest: String?
  ) -> EvidenceDocument.FileState? {
    switch folder.content(of: path) {
    case .missing: .missing
    case .unreadable: .unreadable
    case .outside: nil
    case .empty: .empty
    case .digest(let found):
      digest.map { $0 == found } ?? true
        ? .present(sha256: found) : .otherDigest(found: found)
    }
  }

  /// What a document's file holds.
  enum Content {
    case missing
    case unreadable
    case outside
    case empty
    case digest(String)
  }

  /// Reads the file where a path leads; links are followed where there are any.
  static func content(_ path: String, in folder: EvidenceFolder) -> Content {
    if let descriptor = folder.open(file: path) {
      return content(of: descriptor, folder.memory)
    }
    switch locate(path, in: folder.path) {
    case .missing: return .missing
    case .unreadable: return .unreadable
    case .outside: return .outside
    case .found(let place):
      let descriptor = open(place, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
      return descriptor >= 0 ? content(of: descriptor, folder.memory) : .unreadable
    }
  }

  /// Digests a file piece by piece, for scans can be large, and closes it.
  private static func content(of descriptor: Int32, _ memory: EvidenceMemory?) -> Content {
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      return .unreadable
    }
    let stamp = FileStamp(found)
    if let known = memory?[stamp] { return .digest(known) }
    var hasher = SHA256()
    var isEmpty = true
    let size = min(max(Int(found.st_size), 1), 1 << 18)
    var piece = [UInt8](repeating: 0, count: size)
    while true {
      let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .unreadable }
      guard count > 0 else { break }
      isEmpty = false
      piece.withUnsafeBytes {
        hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
    if isEmpty { return .empty }
    let digest = FileAccess.hexadecimal(hasher.finalize())
    memory?[stamp] = digest
    return .digest(digest)
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
