package import Diagnostics
internal import Glibc
internal import YAMLReading

extension FileAccess {
  /// Writes a whole file or nothing: a new file beside it, flushed, then renamed over it.
  /// - Returns: why it could not be written; nil when it was.
  package static func write(_ bytes: [UInt8], to path: String) -> Diagnostic? {
    let file = SourceFile(path: path)
    let draft = draft(of: path)
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
    if problem == 0, rename(draft, path) != 0 { problem = errno }
    guard problem != 0 else { return nil }
    unlink(draft)
    return .fileUnwritable(file, reason: systemError(problem))
  }

  /// A hidden file beside the one that is written, so that one left behind by a run that was killed
  /// is neither read nor in the way.
  private static func draft(of path: String) -> String {
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    guard let slash = path.lastIndex(of: "/") else { return ".\(path).\(mark).tmp" }
    return "\(path[...slash]).\(path[path.index(after: slash)...]).\(mark).tmp"
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
