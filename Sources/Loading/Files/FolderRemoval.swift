internal import Glibc

extension FileAccess {
  /// Removes a file, or a folder with all that is in it, what is hidden too; of a link the link.
  package static func remove(_ path: String) {
    let folder = open(path, folderFlags)
    guard folder >= 0 else {
      unlink(path)
      return
    }
    defer { close(folder) }
    empty(folder)
    rmdir(path)
  }

  /// Removes all that is in an open folder.
  ///
  /// Everything is named from its descriptor, whatever becomes of its own name; no link is followed.
  package static func empty(_ folder: Int32) { empty(folder, ".") }

  /// For opening a folder and never what a link points to.
  package static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  private static func empty(_ folder: Int32, _ inner: String) {
    let descriptor = openat(folder, inner, folderFlags)
    guard descriptor >= 0 else { return }
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      return
    }
    let names = names(of: stream).map { "\(inner)/\($0)" }
    closedir(stream)
    for name in names where unlinkat(folder, name, 0) != 0 {
      empty(folder, name)
      unlinkat(folder, name, AT_REMOVEDIR)
    }
  }

  /// The names in a folder that is read, hidden ones too, in no order.
  static func names(of stream: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
