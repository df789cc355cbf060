internal import Glibc

/// A unit's folder, held open while its documents are looked at.
///
/// Most documents are plain files reached without a link. They are opened part by part from the
/// folder itself, following none, so nothing outside can be met and no path has to be resolved.
/// What cannot be opened so is left to `EvidenceFile.locate`, which knows links and says why.
final class EvidenceFolder {
  let path: String
  private lazy var root = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  /// The folder of the last document: most of a unit's lie in one.
  private var last: (name: Substring, descriptor: Int32)?
  /// What was found by path: many documents are parts of one file.
  private var contents: [String: EvidenceFile.Content] = [:]

  /// What files were digested as before; nil: each is read.
  let memory: EvidenceMemory?

  init(_ path: String, memory: EvidenceMemory? = nil) {
    self.path = path
    self.memory = memory
  }

  deinit {
    if let last { close(last.descriptor) }
    if root >= 0 { close(root) }
  }

  /// What a document's file holds, read once however many documents stand in it.
  func content(of path: String) -> EvidenceFile.Content {
    if let known = contents[path] { return known }
    let content = EvidenceFile.content(path, in: self)
    contents[path] = content
    return content
  }

  /// An open file below the folder, on the way to which no link was met; nil: there may be one
  /// all the same, behind a link.
  /// - Parameter name: a path that `EvidenceFile.fault(inPath:)` has nothing against.
  func open(file name: String) -> Int32? {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return EvidenceFolder.open(name, in: root, O_RDONLY | O_NONBLOCK)
    }
    guard let folder = descriptor(of: name[..<slash]) else { return nil }
    return EvidenceFolder.open(
      String(name[name.utf8.index(after: slash)...]), in: folder, O_RDONLY | O_NONBLOCK)
  }

  private func descriptor(of name: Substring) -> Int32? {
    if let last, last.name == name { return last.descriptor }
    var found: Int32?
    for part in name.utf8.split(separator: UInt8(ascii: "/")) {
      let next = EvidenceFolder.open(
        String(Substring(part)), in: found ?? root, O_RDONLY | O_DIRECTORY)
      if let found { close(found) }
      found = next
      if next == nil { return nil }
    }
    guard let found else { return nil }
    if let last { close(last.descriptor) }
    last = (name, found)
    return found
  }

  private static func open(_ name: String, in folder: Int32, _ flags: Int32) -> Int32? {
    // `.` would be the folder itself, which is no document in it.
    guard folder >= 0, name != "." else { return nil }
    let descriptor = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }
}
