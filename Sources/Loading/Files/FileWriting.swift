package import Diagnostics
internal import Glibc
internal import YAMLReading

extension FileAccess {
  /// Writes a whole file or nothing: a new file beside it, flushed, then renamed over it.
  /// - Returns: why it could not be written; nil when it was.
  package static func write(_ bytes: [UInt8], to path: String) -> Diagnostic? {
    write([(path, bytes)])
  }

  /// Writes some files whole, or none: new files beside them first, flushed; only when all are
  /// there they are renamed, in order, over the old ones.
  /// - Returns: why they could not be written; nil when they were.
  package static func write(_ files: [(path: String, bytes: [UInt8])]) -> Diagnostic? {
    func draft(_ path: String) -> String { "\(path).\(getpid()).tmp" }
    var problem: Diagnostic?
    for file in files where problem == nil {
      removeLeftovers(of: file.path)
      guard !isFolder(file.path) else {
        problem = .fileUnwritable(SourceFile(path: file.path), reason: systemError(EISDIR))
        break
      }
      problem = writeDraft(file.bytes, to: draft(file.path), for: file.path)
    }
    for file in files where problem == nil {
      guard rename(draft(file.path), file.path) != 0 else { continue }
      problem = .fileUnwritable(SourceFile(path: file.path), reason: systemError(errno))
    }
    if problem != nil { for file in files { unlink(draft(file.path)) } }
    return problem
  }

  private static func writeDraft(_ bytes: [UInt8], to draft: String, for path: String)
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
  private static func removeLeftovers(of path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let start = String(slash.map { path[path.index(after: $0)...] } ?? path[...]) + "."
    for name in names(in: folder.isEmpty ? "/" : folder)
    where name.hasPrefix(start) && name.hasSuffix(".tmp") {
      guard let writer = pid_t(name.dropFirst(start.count).dropLast(4)) else { continue }
      if kill(writer, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }

  /// Makes a folder and those above it; nil when it is there afterwards.
  package static func makeFolder(_ path: String) -> Diagnostic? {
    if path.isEmpty || isFolder(path) { return nil }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex,
      let problem = makeFolder(String(path[..<slash]))
    {
      return problem
    }
    guard mkdir(path, 0o755) != 0, errno != EEXIST || !isFolder(path) else { return nil }
    return .fileUnwritable(SourceFile(path: path), reason: systemError(errno))
  }
}

extension Diagnostic {
  static func fileUnwritable(_ file: SourceFile, reason: Wording) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: file),
      Wording(
        vi: "không ghi được `\(file.path)`: \(reason.vietnamese)",
        en: "cannot write `\(file.path)`: \(reason.english)"),
      help: Wording(
        vi: "kiểm tra quyền ghi và dung lượng đĩa; tệp cũ (nếu có) còn nguyên",
        en: "check permissions and free space; an older file, if there is one, is untouched"))
  }
}
