package import Diagnostics
internal import Glibc
internal import YAMLReading

extension FileAccess {
  /// Writes a whole file or nothing: a new file beside it, flushed, then renamed over it.
  /// - Returns: why it could not be written; nil when it was.
  package static func write(_ bytes: [UInt8], to path: String) -> Diagnostic? {
    write([(path, bytes)])
  }

  /// Writes some files whole, or none.
  /// - Returns: why they could not be written; nil when they were.
  package static func write(_ files: [(path: String, bytes: [UInt8])]) -> Diagnostic? {
    let drafts = FileDrafts(files.map(\.path))
    var problem: Diagnostic?
    for (place, file) in files.enumerated() where problem == nil {
      problem = drafts.write(file.bytes, at: place)
    }
    return drafts.finish(problem)
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
  package static func fileUnwritable(_ file: SourceFile, reason: Wording) -> Diagnostic {
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
