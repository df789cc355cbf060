internal import Glibc

extension FileAccess {
  /// A file's path as it is seen from a folder, however both were typed.
  package static func path(_ path: String, from folder: String) -> String {
    let file = whole(path).split(separator: "/")
    let start = whole(folder).split(separator: "/")
    let common = zip(file, start).prefix { $0 == $1 }.count
    let parts = start.dropFirst(common).map { _ in ".." } + file.dropFirst(common).map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// A path from the root on.
  package static func whole(_ path: String) -> String {
    guard !path.hasPrefix("/"), let start = getcwd(nil, 0) else { return normalised(path) }
    defer { free(start) }
    return normalised(String(cString: start) + "/" + path)
  }
}
