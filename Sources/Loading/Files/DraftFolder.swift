package import Diagnostics
internal import Glibc
internal import YAMLReading

/// A folder that is put in its place only when every file of it is whole, and never over another.
package struct DraftFolder: Sendable {
  /// Where it is to stand.
  package let path: String
  private let draft: String

  package init(_ path: String) {
    self.path = path
    draft = "\(path).\(getpid()).tmp"
  }

  /// Makes the draft.
  /// - Returns: why there can be none; nil when it is there.
  package func make() -> Diagnostic? {
    if FileAccess.exists(path) { return .folderIsThere(path) }
    return FileAccess.makeFolder(draft)
  }

  /// Where a file of it is written.
  package func place(of name: String) -> String { "\(draft)/\(name)" }

  package func write(_ bytes: [UInt8], to name: String) -> Diagnostic? {
    let place = place(of: name)
    if let slash = place.lastIndex(of: "/"),
      let problem = FileAccess.makeFolder(String(place[..<slash]))
    {
      return problem
    }
    return FileAccess.write(bytes, to: place)
  }

  /// Puts the folder in its place.
  /// - Returns: why it could not be; the draft is gone then.
  package func finish() -> Diagnostic? {
    guard rename(draft, path) != 0 else { return nil }
    let reason = systemError(errno)
    abandon()
    return .fileUnwritable(SourceFile(path: path), reason: reason)
  }

  package func abandon() { DraftFolder.remove(draft) }

  private static func remove(_ folder: String) {
    for name in FileAccess.names(in: folder) {
      let path = "\(folder)/\(name)"
      if FileAccess.isFolder(path) { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }
}

extension FileAccess {
  /// A file's path as it is seen from a folder.
  package static func path(_ path: String, from folder: String) -> String {
    var (path, folder) = (path, folder)
    if path.hasPrefix("/") != folder.hasPrefix("/") || folder.hasPrefix("..") {
      (path, folder) = (whole(path), whole(folder))
    }
    let file = normalised(path).split(separator: "/")
    let start = normalised(folder).split(separator: "/").filter { $0 != "." }
    let common = zip(file, start).prefix { $0 == $1 }.count
    let parts = start.dropFirst(common).map { _ in ".." } + file.dropFirst(common).map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private static func whole(_ path: String) -> String {
    guard !path.hasPrefix("/"), let start = getcwd(nil, 0) else { return path }
    defer { free(start) }
    return normalised(String(cString: start) + "/" + path)
  }
}

/// What tells whether a file was written to.
struct FileStamp: Hashable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int
  private let inode: UInt

  init?(_ path: String) {
    var about = stat()
    guard stat(path, &about) == 0 else { return nil }
    size = Int(about.st_size)
    seconds = about.st_mtim.tv_sec
    nanoseconds = about.st_mtim.tv_nsec
    inode = UInt(about.st_ino)
  }

  var bytes: Int { size }
}
