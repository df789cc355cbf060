internal import Glibc

/// Drafts of files and folders tell by a lock that their writer lives: the system takes it away
/// with the writer, however that ends, and wherever it runs.
package enum DraftLock {
  /// The draft of this process.
  static func name(for path: String) -> String { "\(path).\(getpid()).tmp" }

  /// Locks a draft that was just made.
  /// - Returns: false when somebody took it for a leftover before it was locked, and removed it.
  package static func take(_ descriptor: Int32, at draft: String) -> Bool {
    while flock(descriptor, LOCK_EX) != 0 { if errno != EINTR { return true } }
    var held = stat()
    var there = stat()
    return fstat(descriptor, &held) == 0 && stat(draft, &there) == 0
      && held.st_ino == there.st_ino && held.st_dev == there.st_dev
  }

  /// Removes drafts of a file or a folder whose writers were killed.
  static func removeLeftovers(of path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let start = String(slash.map { path[path.index(after: $0)...] } ?? path[...]) + "."
    for name in FileAccess.names(in: folder.isEmpty ? "/" : folder)
    where name.hasPrefix(start) && name.hasSuffix(".tmp") {
      guard Int32(name.dropFirst(start.count).dropLast(4)) != nil else { continue }
      let draft = "\(folder)/\(name)"
      let descriptor = open(draft, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      FileAccess.remove(draft)
    }
  }
}
