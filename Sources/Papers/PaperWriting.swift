internal import Diagnostics
internal import Loading
package import Typesetting
internal import YAMLReading

/// What was written of papers.
package struct WrittenPapers: Sendable {
  package let files: Int
  package let bytes: Int
  /// Papers that there is nothing to say on: units without a result.
  package let leftOut: Int
}

/// Writes papers to a folder: all of them or none.
package struct PaperWriting: Sendable {
  private let files: [PaperFile]
  private let threads: Int?

  package init(_ files: [PaperFile], threads: Int? = nil) {
    self.files = files
    self.threads = threads
  }

  /// The digests of all files of the folder.
  static let digests = "SHA256SUMS"

  /// Beside its place first, then into it.
  ///
  /// Papers that an earlier run wrote in the same place are replaced as a whole, unless somebody has
  /// changed one of them since: what was edited by hand is never written over.
  package func write(to folder: String) -> Result<WrittenPapers, PaperFailure> {
    if files.contains(where: { $0.formats.contains(.pdf) }), let problem = FontBook.problem() {
      return .failure(PaperFailure(problem))
    }
    let draft: DraftFolder
    switch DraftFolder.make(
      folder, replacing: PaperWriting.isUnchanged, occupied: Diagnostic.papersChanged)
    {
    case .failure(let failure): return .failure(PaperFailure(failure.diagnostic))
    case .success(let made): draft = made
    }
    do {
      let written = try writeAll(draft)
      if let problem = draft.finish() { return .failure(PaperFailure(problem)) }
      return .success(written)
    } catch {
      draft.abandon()
      return .failure(error)
    }
  }

  private func writeAll(_ draft: DraftFolder) throws(PaperFailure) -> WrittenPapers {
    let folders = files.compactMap { $0.path.split(separator: "/").first.map(String.init) }
    for folder in Set(folders).sorted() {
      if let problem = draft.makeFolder(folder) { throw PaperFailure(problem) }
    }
    let results = inParallel(files.count, threads: threads, stretch: 1) { place in
      write(files[place], draft)
    }
    var lines: [String] = []
    var (bytes, leftOut) = (0, 0)
    for result in results {
      let written = try result.get()
      if written.isEmpty { leftOut += 1 }
      for file in written {
        lines.append("\(file.digest)  \(file.path)\n")
        bytes += file.size
      }
    }
    lines.sort { $0.dropFirst(66).utf8.lexicographicallyPrecedes($1.dropFirst(66).utf8) }
    if let problem = draft.put(Array(lines.joined().utf8), in: Self.digests) {
      throw PaperFailure(problem)
    }
    return WrittenPapers(files: lines.count, bytes: bytes, leftOut: leftOut)
  }

  private struct Written: Sendable {
    let path: String
    let size: Int
    let digest: String
  }

  private func write(_ file: PaperFile, _ draft: DraftFolder) -> Result<[Written], PaperFailure> {
    guard let paper = file.make() else { return .success([]) }
    var written: [Written] = []
    for format in file.formats {
      let path = "\(file.path).\(format.rawValue)"
      do throws(PaperFailure) {
        let bytes = try bytes(paper, format, path)
        if let problem = draft.put(bytes, in: path) { throw PaperFailure(problem) }
        written.append(
          Written(path: path, size: bytes.count, digest: FileAccess.digest(bytes)))
      } catch {
        return .failure(error)
      }
    }
    return .success(written)
  }

  private func bytes(
    _ paper: Paper, _ format: PaperFormat, _ path: String
  ) throws(PaperFailure) -> [UInt8] {
    switch format {
    case .pdf: return try paper.pdf()
    case .xlsx: return try paper.xlsx(path: path)
    case .docx:
      guard let bytes = paper.docx() else { throw PaperFailure(.paperNotMade(path)) }
      return bytes
    }
  }

  /// Whether a folder holds exactly what an earlier run wrote there.
  private static func isUnchanged(_ folder: String) -> Bool {
    guard FileAccess.isFolder(folder) else { return false }
    let names = FileAccess.names(in: folder, hidden: true)
    guard !names.isEmpty else { return true }
    let list = "\(folder)/\(digests)"
    guard case .text(let sums) = readFile(path: list, displayPath: list) else { return false }
    var expected: [String: String] = [:]
    for line in String(decoding: sums.bytes, as: UTF8.self).split(separator: "\n")
    where line.count > 66 {
      expected[String(line.dropFirst(66))] = String(line.prefix(64))
    }
    let found = names.filter { $0 != digests }.flatMap { name in
      FileAccess.isFolder("\(folder)/\(name)")
        ? FileAccess.names(in: "\(folder)/\(name)", hidden: true).map { "\(name)/\($0)" }
        : [name]
    }
    guard Set(found) == Set(expected.keys) else { return false }
    return found.allSatisfy { path in
      FileDigest(streaming: "\(folder)/\(path)")?.sha256 == expected[path]
    }
  }
}
