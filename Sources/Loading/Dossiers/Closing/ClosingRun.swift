package import Diagnostics
package import DossierCounting
internal import YAMLReading

/// Closes a dataset: counts it, takes down every file it came from, and writes all into a folder
/// that is put in its place whole.
///
/// Steps, in this order: `count`, `compare`, `write` for each page, `finish`. After a step that
/// failed `problems` says why; a folder that is not finished is gone with the run.
package struct ClosingRun {
  private let path: String
  private let order: ClosingOrder
  private let options: CaseCountOptions
  private let files = FileAccess()
  private var folder: DraftFolder?
  private var stamps: [String: FileStamp?] = [:]
  private var earlier: EarlierClosing?
  private var written: [String] = []
  package private(set) var problems: [Diagnostic] = []
  /// What `closing.yaml` will say; nil before the count.
  package private(set) var closing: DossierClosing?

  package init(_ path: String, _ order: ClosingOrder, _ options: CaseCountOptions) {
    self.path = path
    self.order = order
    var options = options
    options.digestsExports = true
    // Figures of a day may be closed later, with what was decided until then.
    options.known = order.closedOn.end
    self.options = options
  }

  private var hasFailed: Bool {
    problems.contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }

  package func abandon() { folder?.abandon() }

  // MARK: Counting

  /// Counts the records; nil, with the reasons, when they cannot be closed.
  package mutating func count() -> CaseCount? {
    guard readEarlier(), let folder = makeFolder() else { return nil }
    let loading = loadCaseRecords(at: path, files: files)
    for export in loading.records.exports { stamps[export.path] = FileStamp(export.path) }
    var options = options
    options.ledger = folder.place(of: ClosingFiles.ledger)
    options.rejects = folder.place(of: ClosingFiles.rejects)
    var counter = CaseCounter(options, files, loading)
    counter.count(nil)
    problems += files.annotate(counter.problems.diagnostics).sorted()
    guard !hasFailed, let count = counter.result, let rules = options.rules ?? loading.rulesPath,
      let register = loading.unitsPath
    else { return nil }
    let end = count.rules.closing(of: count.records)
    guard end <= order.closedOn.end else {
      problems.append(.closedBeforeItsDay(path, closedOn: order.closedOn, asOf: end))
      return nil
    }
    written += [ClosingFiles.ledger, ClosingFiles.rejects]
    take(count, counter, folder, rules: rules, register: register)
    return hasFailed ? nil : count
  }

  private mutating func readEarlier() -> Bool {
    guard let previous = order.previous else { return true }
    let loading = loadClosing(at: previous, files: files)
    problems += loading.diagnostics
    guard let closing = loading.closing else { return false }
    earlier = EarlierClosing(folder: previous, closing: closing, sha256: loading.sha256)
    return true
  }

  private mutating func makeFolder() -> DraftFolder? {
    switch DraftFolder.make(order.folder) {
    case .success(let made): folder = made
    case .failure(let failure): problems.append(failure.diagnostic)
    }
    return folder
  }

  /// Takes down what was counted.
  private mutating func take(
    _ count: CaseCount, _ counter: CaseCounter, _ folder: DraftFolder, rules: String,
    register: String
  ) {
    let declaration = RecordPaths.declaration(at: path) ?? path
    var copies = ClosedCopies(folder, besides: declaration, limit: files.limit)
    let inputs = copies.inputs(of: counter, count, register: register)
    let exports = copies.exports(of: counter, count)
    problems += copies.problems
    written += copies.written
    guard let ofRules = inputs[rules], let ofRegister = inputs[register], !hasFailed else {
      return
    }
    var closing = DossierClosing(
      name: order.name, version: (earlier?.closing.version ?? 0) + 1,
      asOf: count.rules.closing(of: count.records), closedOn: order.closedOn,
      closedBy: order.closedBy, engine: order.engine,
      records: FileAccess.path(declaration, from: order.folder), rules: ofRules,
      register: ofRegister)
    closing.inputs = inputs.filter { $0.key != rules && $0.key != register }.map(\.value)
      .sorted { ($0.copy ?? "") < ($1.copy ?? "") }
    closing.exports = exports
    let total = count.count.total
    for metric in DossierMetric.allCases { closing.totals[metric] = total.value(metric) }
    closing.previous = earlier.map { earlier in
      PreviousClosing(
        folder: FileAccess.path(earlier.folder, from: order.folder),
        version: earlier.closing.version, sha256: earlier.sha256,
        totals: earlier.closing.totals, changes: nil)
    }
    self.closing = closing
  }

  // MARK: Changes

  /// Compares with the previous version's records, where there is one and they are still known.
  /// - Parameters:
  ///   - begin: gets the place of `changes.csv`.
  ///   - end: gets whether it is whole, and says why it could not be written.
  /// - Returns: whether nothing went wrong.
  package mutating func compare<File>(
    begin: (String) -> File, take: (File, RecordDifference) -> Void,
    end: (File, Bool) -> Diagnostic?
  ) -> Bool {
    guard let earlier, let folder else { return true }
    let before: CaseSide
    switch earlier.side() {
    case .success(let side): before = side
    case .failure(let problem):
      problems.append(problem.diagnostic)
      return true
    }
    var now = CaseSide(path, rules: options.rules, asOf: options.asOf)
    now.known = options.known
    var comparison = CaseComparisonOptions()
    comparison.records.reading.threads = options.threads
    comparison.records.spill.folder = options.spill.folder
    let file = begin(folder.place(of: ClosingFiles.changes))
    let loading = compareCases(before, now, comparison) { take(file, $0) }
    if let problem = end(file, loading.isUsable) { problems.append(problem) }
    guard loading.isUsable, let result = loading.result else {
      problems += loading.diagnostics
      return false
    }
    closing?.previous?.changes = result.result.total
    written.append(ClosingFiles.changes)
    return !hasFailed
  }

  // MARK: Files

  /// Writes a file of the folder.
  package mutating func write(_ bytes: [UInt8], to name: String) {
    if let problem = folder?.write(bytes, to: name) { problems.append(problem) }
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
    guard !hasFailed, var closing, let folder else { return false }
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
    guard let path = folder?.place(of: name), let digest = FileDigest(streaming: path),
      let stamp = FileStamp(path)
    else { return nil }
    return ClosedFile(file: name, bytes: stamp.bytes, sha256: digest.sha256)
  }
}
