internal import Crypto
package import Diagnostics
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
    let input = open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else { throw .unreadable(source, errno) }
    defer { close(input) }
    let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw .unwritable(target, errno) }
    defer { close(output) }
    var hash = SHA256()
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { part.deallocate() }
    while true {
      let count = read(input, part.baseAddress, part.count)
      if count == 0 { return FileAccess.hexadecimal(hash.finalize()) }
      if count < 0 {
        guard errno == EINTR else { throw .unreadable(source, errno) }
        continue
      }
      var rest = UnsafeRawBufferPointer(rebasing: part[..<count])
      hash.update(bufferPointer: rest)
      while !rest.isEmpty {
        let written = write(output, rest.baseAddress, rest.count)
        if written < 0 {
          guard errno == EINTR else { throw .unwritable(target, errno) }
          continue
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
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
        if name.hasSuffix(".tmp") || name.hasSuffix(".jsonl.index") || name.hasSuffix(".index.new")
        {
          continue
        }
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

/// Why a data folder could not be copied or used.
package enum DataFailure: Error, Hashable {
  case problem(Diagnostic)
  case unreadable(String, Int32)
  case unwritable(String, Int32)
  /// A link or a device.
  case noFile(String)
  /// The store could not be copied: what SQLite says.
  case store(String)
  /// What the list of digests and the files say differently.
  case differs([String])
  /// The list of digests is not there, or no such list.
  case noSums(String)
  case round([Diagnostic])
  /// The round has no log, or one without events.
  case noLog(String)

  package var wording: Wording {
    switch self {
    case .problem(let problem): problem.message
    case .unreadable(let path, let error):
      Wording(
        vi: "không đọc được `\(path)`: \(systemError(error).vietnamese)",
        en: "cannot read `\(path)`: \(systemError(error).english)")
    case .unwritable(let path, let error):
      Wording(
        vi: "không ghi được `\(path)`: \(systemError(error).vietnamese)",
        en: "cannot write `\(path)`: \(systemError(error).english)")
    case .noFile(let path):
      Wording(
        vi: "`\(path)` không phải tệp thường (liên kết, thiết bị); thư mục dữ liệu không được có",
        en: "`\(path)` is no plain file (a link, a device), which a data folder may not hold")
    case .store(let said):
      Wording(
        vi: "không dùng được parindex.sqlite: \(said)",
        en: "parindex.sqlite cannot be used: \(said)")
    case .differs(let paths):
      Wording(
        vi: "bản sao không còn nguyên vẹn: \(DataFailure.list(paths))",
        en: "the copy is no longer what was made: \(DataFailure.list(paths))")
    case .noLog(let path):
      Wording(
        vi: "kỳ đánh giá `\(path)` chưa có nhật ký", en: "the round `\(path)` has no log yet")
    case .noSums(let path):
      Wording(
        vi: "`\(path)` không phải bản sao lưu: không đọc được \(DataBackup.sums)",
        en: "`\(path)` is no backup: \(DataBackup.sums) cannot be read")
    case .round(let diagnostics):
      Wording(
        vi: "kỳ đánh giá trong bản sao không dùng được: "
          + diagnostics.map(\.message.vietnamese).prefix(3).joined(separator: "; "),
        en: "the round in the copy cannot be used: "
          + diagnostics.map(\.message.english).prefix(3).joined(separator: "; "))
    }
  }

  private static func list(_ paths: [String]) -> String {
    paths.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
      + (paths.count > 5 ? ", … (\(paths.count))" : "")
  }
}
