package import Diagnostics
package import DossierCounting
package import Grading
internal import YAMLReading

/// What is said of a closing beside the records.
package struct ClosingOrder: Sendable {
  package var name: String
  package var closedOn: CalendarDay
  package var closedBy: String?
  package var folder: String
  /// The folder of the version that this one replaces.
  package var previous: String?
  /// The engine's version.
  package var engine: String

  package init(
    name: String, closedOn: CalendarDay, closedBy: String?, folder: String, previous: String?,
    engine: String
  ) {
    self.name = name
    self.closedOn = closedOn
    self.closedBy = closedBy
    self.folder = folder
    self.previous = previous
    self.engine = engine
  }
}

/// Closes a dataset: counts it, takes down every file it came from, and writes all into a folder
/// that is put in its place whole.
///
/// Steps, in this order: `count`, `compare`, `write` for each page, `finish`. After a step that
/// failed `problems` says why, and `abandon` removes what was written.
package struct ClosingRun {
  private let path: String
  private let order: ClosingOrder
  private let options: CaseCountOptions
  private let files = FileAccess()
  private let folder: DraftFolder
  private var stamps: [String: FileStamp?] = [:]
  private var earlier: (closing: DossierClosing, sha256: String)?
  private var written: [String] = []
  package private(set) var problems: [Diagnostic] = []
  /// What `closing.yaml` will say; nil before the count.
  package private(set) var closing: DossierClosing?

  package init(_ path: String, _ order: ClosingOrder, _ options: CaseCountOptions) {
    self.path = path
    self.order = order
    folder = DraftFolder(order.folder)
    var options = options
    options.digestsExports = true
    options.ledger = folder.place(of: ClosingFiles.ledger)
    options.rejects = folder.place(of: ClosingFiles.rejects)
    self.options = options
  }

  private var hasFailed: Bool {
    problems.contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }

  package func abandon() { folder.abandon() }

  // MARK: Counting

  /// Counts the records; nil, with the reasons, when they cannot be closed.
  package mutating func count() -> CaseCount? {
    guard readEarlier() else { return nil }
    if let problem = folder.make() {
      problems.append(problem)
      return nil
    }
    let loading = loadCaseRecords(at: path, files: files)
    for export in loading.records.exports { stamps[export.path] = FileStamp(export.path) }
    var counter = CaseCounter(options, files, loading)
    counter.count(nil)
    problems += files.annotate(counter.problems.diagnostics).sorted()
    guard !hasFailed, let count = counter.result, let rules = options.rules ?? loading.rulesPath,
      let register = loading.unitsPath
    else { return nil }
    written += [ClosingFiles.ledger, ClosingFiles.rejects]
    take(count, counter.digests, rules: rules, register: register)
    return hasFailed ? nil : count
  }

  private mutating func readEarlier() -> Bool {
    guard let previous = order.previous else { return true }
    let loading = loadClosing(at: previous, files: files)
    problems += loading.diagnostics
    guard let closing = loading.closing else { return false }
    earlier = (closing, loading.sha256)
    return true
  }

  /// Takes down what was counted.
  private mutating func take(
    _ count: CaseCount, _ digests: [FileDigest], rules: String, register: String
  ) {
    let exports = Set(count.exports.map(\.export.path))
    var inputs: [String: ClosedFile] = [:]
    var others = digests.filter { !exports.contains($0.path) }
    if let digest = FileDigest(streaming: register) { others.append(digest) }
    var names: [String] = []
    for digest in others where inputs[digest.path] == nil {
      inputs[digest.path] = copied(digest, number: names.count + 1)
      names.append(digest.path)
    }
    guard let ofRules = inputs[rules], let ofRegister = inputs[register], !hasFailed else {
      return
    }
    let end = count.rules.closing(of: count.records)
    var closing = DossierClosing(
      name: order.name, version: (earlier?.closing.version ?? 0) + 1, asOf: end,
      closedOn: order.closedOn, closedBy: order.closedBy, engine: order.engine,
      records: seen(RecordPaths.declaration(at: path) ?? path), rules: ofRules,
      register: ofRegister)
    closing.inputs = names.filter { $0 != rules && $0 != register }.compactMap { inputs[$0] }
    closing.exports = count.exports.compactMap { export in
      digests.first { $0.path == export.export.path }.map { digest in
        ClosedExport(
          file: ClosedFile(
            file: seen(digest.path), bytes: FileStamp(digest.path)?.bytes ?? 0,
            sha256: digest.sha256),
          source: export.export.source, rows: export.rows, rejected: export.rejected)
      }
    }
    let total = count.count.total
    for metric in DossierMetric.allCases { closing.totals[metric] = total.value(metric) }
    if let earlier, let previous = order.previous {
      closing.previous = PreviousClosing(
        folder: seen(previous), version: earlier.closing.version, sha256: earlier.sha256,
        totals: earlier.closing.totals, changes: nil)
    }
    self.closing = closing
  }

  private func seen(_ path: String) -> String { FileAccess.path(path, from: order.folder) }

  /// Copies a small file into the folder, as it was read.
  private mutating func copied(_ digest: FileDigest, number: Int) -> ClosedFile? {
    let name = digest.path.split(separator: "/").last.map(String.init) ?? digest.path
    let copy = "inputs/\(number < 10 ? "0" : "")\(number)-\(name)"
    guard
      case .text(let text) = readFile(
        path: digest.path, displayPath: digest.path, limit: files.limit),
      FileDigest(text).sha256 == digest.sha256
    else {
      problems.append(.changedWhileClosing(digest.path))
      return nil
    }
    write(text.bytes, to: copy)
    return ClosedFile(
      file: seen(digest.path), copy: copy, bytes: text.bytes.count, sha256: digest.sha256)
  }

  // MARK: Changes

  /// Where `changes.csv` is to be written; nil when changes cannot be listed, or there is nothing
  /// to compare with.
  package mutating func changesFile() -> String? {
    guard let earlier, let previous = order.previous else { return nil }
    for export in earlier.closing.exports {
      let path = FileAccess.path(export.file.file, besides: previous + "/")
      let digest = FileDigest(streaming: path)
      if digest?.sha256 == export.file.sha256 { continue }
      problems.append(
        .changesUnknown(path, isGone: digest == nil, version: earlier.closing.version))
      return nil
    }
    return folder.place(of: ClosingFiles.changes)
  }

  /// Compares with the previous version's exports; everything beside them is read from its copies.
  /// - Returns: whether they could be compared.
  package mutating func compare(take: (RecordDifference) -> Void) -> Bool {
    guard let earlier, let previous = order.previous else { return false }
    func original(_ file: String) -> String {
      FileAccess.path(file, besides: previous + "/")
    }
    var before = CaseSide(
      original(earlier.closing.records), rules: original(earlier.closing.rules.file),
      asOf: earlier.closing.asOf)
    for input in earlier.closing.allInputs {
      before.files.copies[original(input.file)] = input.copy.map {
        FileAccess.normalised("\(previous)/\($0)")
      }
    }
    var comparison = CaseComparisonOptions()
    comparison.records.reading.threads = options.threads
    comparison.records.spill = options.spill
    let now = CaseSide(path, rules: options.rules, asOf: options.asOf)
    let loading = compareCases(before, now, comparison, take: take)
    guard loading.isUsable, let result = loading.result else {
      problems += loading.diagnostics
      return false
    }
    closing?.previous?.changes = result.result.total
    written.append(ClosingFiles.changes)
    return true
  }

  // MARK: Files

  /// Takes a problem of a file that somebody else writes.
  package mutating func note(_ problem: Diagnostic?) {
    if let problem { problems.append(problem) }
  }

  /// Writes a file of the folder.
  package mutating func write(_ bytes: [UInt8], to name: String) {
    if let problem = folder.write(bytes, to: name) { problems.append(problem) }
    written.append(name)
  }

  /// Writes `closing.yaml`, the hand-over sheet and the digests, and puts the folder in its place.
  /// - Parameters:
  ///   - yaml: `closing.yaml`.
  ///   - handover: the sheet, from what is closed and the digest of `closing.yaml`.
  /// - Returns: whether the folder is there.
  package mutating func finish(
    yaml: (DossierClosing) -> String, handover: (DossierClosing, String) -> String
  ) -> Bool {
    guard !hasFailed, var closing else { return false }
    closing.files = written.filter { !$0.contains("/") }.compactMap(closed)
    self.closing = closing
    let bytes = Array(yaml(closing).utf8)
    let digest = FileAccess.digest(bytes)
    write(bytes, to: ClosingFiles.closing)
    write(Array(handover(closing, digest).utf8), to: ClosingFiles.handover)
    let sums = written.compactMap(closed).map { "\($0.sha256)  \($0.file)\n" }.joined()
    write(Array(sums.utf8), to: ClosingFiles.sums)
    for (path, stamp) in stamps.sorted(by: { $0.key < $1.key })
    where stamp == nil || FileStamp(path) != stamp {
      problems.append(.changedWhileClosing(path))
    }
    guard !hasFailed else { return false }
    if let problem = folder.finish() { problems.append(problem) }
    return !hasFailed
  }

  private func closed(_ name: String) -> ClosedFile? {
    let path = folder.place(of: name)
    guard let digest = FileDigest(streaming: path), let stamp = FileStamp(path) else { return nil }
    return ClosedFile(file: name, bytes: stamp.bytes, sha256: digest.sha256)
  }
}
