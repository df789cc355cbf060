internal import Diagnostics
internal import DossierCounting
internal import Glibc
internal import YAMLReading

/// What a closed folder keeps of the files that its figures come from: small ones as they were read,
/// of exports the records.
///
/// Files are called as they are seen from the `records.yaml` (or the bare export), so that nothing
/// depends on where a command was started or how its paths were typed.
struct ClosedCopies {
  let folder: DraftFolder
  /// The `records.yaml`, or the export.
  let declaration: String
  let limit: Int
  private(set) var problems: [Diagnostic] = []
  /// The names of the copies.
  private(set) var written: [String] = []

  init(_ folder: DraftFolder, besides declaration: String, limit: Int) {
    self.folder = folder
    self.declaration = declaration
    self.limit = limit
  }

  private func seen(_ path: String) -> String {
    let place = declaration.lastIndex(of: "/").map { String(declaration[..<$0]) } ?? "."
    return FileAccess.path(path, from: place.isEmpty ? "/" : place)
  }

  private func numbered(_ number: Int, _ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "\(number < 10 ? "0" : "")\(number)-\(name)"
  }

  /// Copies every small file that a count read, as it was read.
  /// - Returns: by path.
  mutating func inputs(of counter: CaseCounter, _ count: CaseCount, register: String)
    -> [String: ClosedFile]
  {
    let exports = Set(count.exports.map(\.export.path))
    var digests = counter.digests.filter { !exports.contains($0.path) }
    if let digest = FileDigest(streaming: register) { digests.append(digest) }
    var copied: [String: ClosedFile] = [:]
    for digest in digests where copied[digest.path] == nil {
      let copy = "inputs/" + numbered(copied.count + 1, digest.path)
      guard
        case .text(let text) = readFile(
          path: digest.path, displayPath: digest.path, limit: limit),
        FileDigest(text).sha256 == digest.sha256
      else {
        problems.append(.changedWhileClosing(digest.path))
        continue
      }
      if let problem = folder.write(text.bytes, to: copy) { problems.append(problem) }
      written.append(copy)
      copied[digest.path] = ClosedFile(
        file: seen(digest.path), copy: copy, bytes: text.bytes.count, sha256: digest.sha256)
    }
    return copied
  }

  /// Keeps the records of every export.
  mutating func exports(of counter: CaseCounter, _ count: CaseCount) -> [ClosedExport] {
    var kept: [ClosedExport] = []
    for (place, export) in count.exports.enumerated() {
      let path = export.export.path
      guard let open = counter.opened(export.export, number: place + 1),
        let digest = counter.digests.first(where: { $0.path == path })
      else { continue }
      let isCompressed = path.lowercased().hasSuffix(".gz")
      let copy = "exports/" + numbered(place + 1, path) + (isCompressed ? "" : ".gz")
      if let problem = write(open, to: copy, counter.options.threads) { problems.append(problem) }
      written.append(copy)
      kept.append(
        ClosedExport(
          file: ClosedFile(
            file: seen(path), copy: copy, bytes: FileStamp(path)?.bytes ?? 0,
            sha256: digest.sha256),
          source: export.export.source, rows: export.rows, rejected: export.rejected,
          recordsSHA256: FileDigest(unpacking: folder.place(of: copy))?.sha256))
    }
    return kept
  }

  private func write(_ open: OpenExport, to copy: String, _ threads: Int?) -> Diagnostic? {
    if let problem = folder.makeFolder(of: copy) { return problem }
    let place = folder.place(of: copy)
    switch DraftFile.open(place) {
    case .failure(let failure): return failure.diagnostic(place)
    case .success(let draft):
      var options = CountingOptions()
      options.threads = threads
      if let failure = copyRecords(of: open, to: draft.descriptor, options) {
        draft.abandon()
        return .countStopped(failure, reading: open.export.path, writing: place)
      }
      var error = draft.flush()
      if error == 0 { error = draft.place() } else { draft.abandon() }
      return error == 0 ? nil : DraftFile.Failure(error: error).diagnostic(place)
    }
  }
}
