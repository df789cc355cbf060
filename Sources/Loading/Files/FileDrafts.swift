package import Diagnostics
internal import Glibc
internal import YAMLReading

/// Files that are written whole, all or none: new files beside them first, flushed; only when all
/// are there they are renamed, in order, over the old ones.
package struct FileDrafts: Sendable {
  private let paths: [String]

  /// - Parameter paths: where the files are to stand at the end.
  package init(_ paths: [String]) { self.paths = paths }

  /// Writes one file's draft and waits until it is on the disk; several can be written at once.
  /// - Returns: why it could not be written; nil when it was.
  package func write(_ bytes: [UInt8], at place: Int) -> Diagnostic? {
    let path = paths[place]
    removeLeftovers(of: path)
    guard !FileAccess.isFolder(path) else {
      return .fileUnwritable(SourceFile(path: path), reason: systemError(EISDIR))
    }
    return writeDraft(bytes, to: draft(path), for: path)
  }

  /// Puts all drafts in their places or, when there was a problem, removes them.
  /// - Returns: the problem, or a new one; nil when all files are there.
  package func finish(_ earlier: Diagnostic?) -> Diagnostic? {
    var problem = earlier
    for path in paths where problem == nil {
      guard rename(draft(path), path) != 0 else { continue }
      problem = .fileUnwritable(SourceFile(path: path), reason: systemError(errno))
    }
    if problem != nil { for path in paths { unlink(draft(path)) } }
    return problem
  }

  private func draft(_ path: String) -> String { "\(path).\(getpid()).tmp" }

  private func writeDraft(_ bytes: [UInt8], to draft: String, for path: String)
    -> Diagnostic?
  {
    let file = SourceFile(path: path)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return .fileUnwritable(file, reason: systemError(errno)) }
    var problem: Int32 = 0
    var written = 0
    bytes.withUnsafeBufferPointer { buffer in
      while written < buffer.count, problem == 0, let start = buffer.baseAddress {
        let count = Glibc.write(descriptor, start + written, buffer.count - written)
        if count > 0 { written += count } else if errno != EINTR { problem = errno }
      }
    }
    if problem == 0, fsync(descriptor) != 0 { problem = errno }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    return problem == 0 ? nil : .fileUnwritable(file, reason: systemError(problem))
  }

  /// Removes drafts of a file whose writers were killed.
  private func removeLeftovers(of path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let start = String(slash.map { path[path.index(after: $0)...] } ?? path[...]) + "."
    for name in FileAccess.names(in: folder.isEmpty ? "/" : folder)
    where name.hasPrefix(start) && name.hasSuffix(".tmp") {
      guard let writer = pid_t(name.dropFirst(start.count).dropLast(4)) else { continue }
      if kill(writer, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }
}
