internal import Foundation
internal import Glibc
internal import Loading

/// A data folder's files being copied into a draft, each with the digest of what was copied.
///
/// Twice: first everything while others go on writing, then, while nobody writes, only what has
/// changed meanwhile. So nobody waits for gigabytes of evidence.
package struct DataCopy {
  private let source: String
  private let draft: DraftFolder
  /// Whether the folder is a round's own.
  private var isRound = false
  /// An earlier copy, whose files stand in this one too where they are the same.
  ///
  /// Evidence is large and seldom changes.
  private let earlier: (folder: String, digests: [String: String])?
  private var copied: [String: Copied] = [:]

  private struct Copied {
    let stamp: FileStamp?
    let sha256: String
  }

  init(
    of source: String, into draft: DraftFolder,
    sharing earlier: (folder: String, digests: [String: String])? = nil
  ) {
    self.source = source
    self.draft = draft
    self.earlier = earlier
  }

  /// SHA-256 by path seen from the folder.
  var digests: [String: String] { copied.mapValues(\.sha256) }

  /// Copies what is not copied yet or was written to since, and forgets what is gone.
  mutating func pass() throws(DataFailure) {
    let found = try DataCopy.files(in: source, isRound: isRound)
    for path in Set(copied.keys).subtracting(found) {
      copied[path] = nil
      FileAccess.remove(draft.place(of: path))
    }
    for path in found {
      // The stamp first: what is written while the file is copied makes it another one.
      let stamp = FileStamp("\(source)/\(path)")
      if let copied = copied[path], copied.stamp == stamp { continue }
      copied[path] = Copied(stamp: stamp, sha256: try copy(path))
    }
  }

  /// Copies one more file that the passes leave out.
  mutating func add(_ path: String) throws(DataFailure) {
    copied[path] = Copied(stamp: nil, sha256: try copy(path))
  }

  private func copy(_ path: String) throws(DataFailure) -> String {
    let target = draft.place(of: path)
    unlink(target)
    if let earlier, let known = earlier.digests[path],
      FileDigest(streaming: "\(source)/\(path)")?.sha256 == known
    {
      try DataCopy.makeFolder(of: target)
      if link("\(earlier.folder)/\(path)", target) == 0 { return known }
    }
    return try DataCopy.copy("\(source)/\(path)", to: target)
  }

  // MARK: One file

  /// Copies a file's bytes into a new one that only its owner reads; nothing else of it.
  /// - Returns: the SHA-256 of what was copied.
  @discardableResult
  package static func copy(_ source: String, to target: String) throws(DataFailure) -> String {
    try makeFolder(of: target)
    do throws(FileCopyFailure) {
      return try FileDigest(copying: source, to: target).sha256
    } catch {
      throw error.isOfSource ? .unreadable(source, error.error) : .unwritable(target, error.error)
    }
  }

  private static func makeFolder(of target: String) throws(DataFailure) {
    guard let slash = target.lastIndex(of: "/") else { return }
    if let problem = FileAccess.makeFolder(String(target[..<slash])) { throw .problem(problem) }
  }

  /// Copies a folder into a place where nothing stands: whole, or not at all.
  package static func copyFolder(_ source: String, to target: String) throws(DataFailure) {
    let draft: DraftFolder
    switch DraftFolder.make(target) {
    case .success(let made): draft = made
    case .failure(let failure): throw .problem(failure.diagnostic)
    }
    do throws(DataFailure) {
      var copy = DataCopy(of: source, into: draft)
      copy.isRound = true
      try copy.pass()
      if let problem = draft.finish() { throw .problem(problem) }
    } catch {
      draft.abandon()
      throw error
    }
  }

  // MARK: What there is

  /// Files of a data folder that are worth keeping, seen from it.
  ///
  /// Those in its folders, but not what is derived or half written. What lies beside the folders is
  /// somebody's own, a list of passwords among them; the store is copied by itself.
  static func files(in folder: String, isRound: Bool = false) throws(DataFailure) -> [String] {
    var found: [String] = []
    var open = [""]
    while let part = open.popLast() {
      let place = part.isEmpty ? folder : "\(folder)/\(part)"
      let names: [String]
      // A folder that cannot be read is no empty one.
      do { names = try FileManager.default.contentsOfDirectory(atPath: place) } catch {
        throw .unreadable(part.isEmpty ? folder : part, EACCES)
      }
      for name in names {
        let path = part.isEmpty ? name : "\(part)/\(name)"
        let unfinished = [".tmp", ".jsonl.index", ".index.new", ReceivedFile.ending]
        if unfinished.contains(where: name.hasSuffix) { continue }
        var about = stat()
        guard lstat("\(folder)/\(path)", &about) == 0 else {
          guard errno == ENOENT else { throw .unreadable(path, errno) }
          continue
        }
        switch about.st_mode & S_IFMT {
        case S_IFDIR: open.append(path)
        case S_IFREG where part.isEmpty && !isRound: continue
        case S_IFREG where !path.utf8.contains(10): found.append(path)
        // A link could lead anywhere, and a pipe has no end.
        default: throw .noFile(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
