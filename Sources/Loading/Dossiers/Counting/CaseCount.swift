package import Diagnostics
package import DossierCounting
package import Grading
internal import YAMLReading

/// The records of a round, counted by its rules.
package struct CaseCount: Sendable {
  package let rules: DossierRules
  package let records: CaseRecords
  /// Unit `n` has the figures `count.units[n]`.
  package let units: [Unit]
  package let count: DossierCount
  package let exports: [ExportCount]
  /// Whether ids that were read before were looked for.
  package let repeats: RepeatCheck

  /// Exports that broke off: the figures are of what stands before.
  package var cut: [ExportCount] { exports.filter(\.isCut) }
}

/// Whether dossiers are counted once.
package enum RepeatCheck: Hashable, Sendable {
  /// It was left out: a dossier that stands twice counts twice.
  case unchecked
  /// Rows that repeat a dossier as it is, and with another content; none of them counts.
  case checked(same: Int, differing: Int)
}

/// What was read of one export.
package struct ExportCount: Sendable {
  package let export: RecordExport
  package let rows: Int
  package let rejected: Int
  /// Whether it broke off, and only what stands before was counted.
  package let isCut: Bool
}

/// A count, or why there is none.
package struct CaseCountLoading: Sendable {
  package let result: CaseCount?
  package let digests: [FileDigest]
  package let diagnostics: [Diagnostic]

  package var isUsable: Bool {
    result != nil
      && !diagnostics.contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }

  /// Whether nothing is wrong but that an export broke off: there are figures, and they lack some.
  package var isOnlyIncomplete: Bool {
    result.map { !$0.cut.isEmpty } ?? false
      && !diagnostics.contains {
        $0.severity == .error && !$0.code.leavesFileUsable && $0.code != .fileIncomplete
      }
  }
}

/// How a round's records are counted.
package struct CaseCountOptions: Sendable {
  package var threads: Int?
  /// Instead of the time that `records.yaml` states: figures as they stood then.
  package var asOf: LocalMinute?
  /// Corrections decided and explanations handed in at this time or later are not applied: they
  /// were not known.
  package var known: LocalMinute?
  /// Rules to count by instead of those that `records.yaml` names; a bare export names none.
  package var rules: String?
  /// False: no dossier is excluded, whatever the rules say.
  package var keepsExclusions = true
  /// Whether the exports are digested too: provenance of a result.
  package var digestsExports = false
  /// Where the ledger and the rejects are written.
  package var ledger: String?
  package var rejects: String?
  /// Where the ledger is written instead, without its header, to be read back.
  package var scratch: TemporaryFile?
  /// Whether rows are found whose dossier was read before.
  package var findsRepeated = true
  /// Whether rows whose dates contradict each other are told beside the figures.
  package var tellsSuspicious = false
  /// When and where the search for them leaves memory.
  package var spill = SpillOptions()

  package init() {}
}

/// Counts the records that a `records.yaml` declares, by the rules it names.
/// - Parameter units: the register; nil: the one that `records.yaml` names.
package func countCases(
  at path: String, units: [Unit]? = nil, _ options: CaseCountOptions = CaseCountOptions(),
  files: FileAccess = FileAccess()
) -> CaseCountLoading {
  let loading = loadCaseRecords(at: path, units: units, files: files)
  var counter = CaseCounter(options, files, loading)
  counter.count(units)
  return CaseCountLoading(
    result: counter.result, digests: counter.digests,
    diagnostics: files.annotate(counter.problems.diagnostics).sorted())
}

/// Brings records, rules and the register of units together.
struct CaseCounter {
  let options: CaseCountOptions
  let files: FileAccess
  let loading: CaseRecordsLoading
  let problems = DiagnosticCollector()
  var digests: [FileDigest]
  var result: CaseCount?

  init(_ options: CaseCountOptions, _ files: FileAccess, _ loading: CaseRecordsLoading) {
    self.options = options
    self.files = files
    self.loading = loading
    digests = loading.digests
    problems.add(contentsOf: loading.diagnostics)
  }

  mutating func count(_ given: [Unit]?) {
    guard let (records, rules, units) = prepared(given) else { return }
    count(records, rules, units)
  }

  /// What the records are counted by; nil, with diagnostics, when they cannot be.
  mutating func prepared(_ given: [Unit]?) -> (CaseRecords, DossierRules, [Unit])? {
    guard let path = options.rules ?? loading.rulesPath else {
      if loading.isUsable, let export = loading.records.exports.first {
        problems.add(.noRules(for: export.path))
      }
      return nil
    }
    if given == nil, loading.unitsPath == nil, let export = loading.records.exports.first {
      problems.add(.noRegister(for: export.path))
      return nil
    }
    var units = given ?? []
    if given == nil, let register = loading.unitsPath,
      let document = files.yaml(register).document
    {
      units = loadUnits(document.root, into: problems)
    }
    let read = loadDossierRules(
      path, units: units, explanationsUntil: loading.records.explanationsUntil, files: files)
    problems.add(contentsOf: read.diagnostics)
    digests += read.digests
    guard var rules = read.rules, loading.isUsable else { return nil }
    if !options.keepsExclusions { rules.exclusions = [] }
    var records = loading.records
    records.asOf = options.asOf ?? records.asOf
    if let known = options.known {
      problems.add(contentsOf: records.leaveOutDecisions(from: known))
    }
    problems.add(contentsOf: checkExplanations(records, rules: rules))
    guard !problems.hasFatalErrors else { return nil }
    return (records, rules, units)
  }

  private mutating func count(_ records: CaseRecords, _ rules: DossierRules, _ units: [Unit]) {
    var opened = records.exports.enumerated().compactMap { place, export in
      self.opened(export, number: place + 1)
    }
    guard let repeats = findRepeated(&opened, records, rules, units, takesCut: true),
      let ledger = outputs()
    else { return }
    var total: DossierCount?
    var exports: [ExportCount] = []
    for open in opened {
      let export = open.export
      let plan = CountingPlan(rules: rules, records: records, units: units, source: export.source)
      if options.digestsExports, let digest = FileDigest(streaming: export.path) {
        digests.append(digest)
      }
      switch countRecords(of: open, by: plan, ledger.options) {
      case .success(let count):
        exports.append(
          ExportCount(
            export: export, rows: count.rows, rejected: count.rejected,
            isCut: count.cutAfter != nil))
        if let bytes = count.cutAfter {
          problems.add(.exportCut(after: bytes, count, of: open))
        }
        if options.tellsSuspicious {
          problems.add(contentsOf: Diagnostic.suspicious(count, of: open))
        }
        problems.add(contentsOf: Diagnostic.ofRows(count, open, rules))
        if total == nil { total = count } else { total?.add(count) }
      case .failure(let failure):
        problems.add(.countStopped(failure, reading: export.path, writing: options.ledger))
      }
    }
    if let problem = ledger.finish(
      isWhole: exports.count == records.exports.count && !exports.contains(where: \.isCut))
    {
      problems.add(problem)
    }
    guard let total, exports.count == records.exports.count else { return }
    result = CaseCount(
      rules: rules, records: records, units: units, count: total, exports: exports,
      repeats: repeats)
  }

  /// Looks for rows whose dossier was read before; nil, with the reason, when it cannot be done.
  ///
  /// Explanations and corrections of dossiers that no row has are told.
  func findRepeated(
    _ exports: inout [OpenExport], _ records: CaseRecords, _ rules: DossierRules, _ units: [Unit],
    takesCut: Bool = false
  ) -> RepeatCheck? {
    guard options.findsRepeated else { return .unchecked }
    var reading = CountingOptions()
    reading.threads = options.threads
    reading.takesCut = takesCut
    let search = RepeatSearch(exports, reading, options.spill, rules: rules, units: units)
    let named = NamedDossiers(records)
    switch search.find(lookingFor: named.ids) {
    case .failure(let failure):
      problems.add(.searchStopped(failure, folder: options.spill.folder))
      return nil
    case .success(let found):
      for place in exports.indices { exports[place].repeated = found.repeated[place] }
      if exports.count == records.exports.count {
        problems.add(contentsOf: named.problems(absent: found.absent))
      }
      let all = found.repeated.joined()
      let same = all.count { $0.isSame }
      return .checked(same: same, differing: all.count - same)
    }
  }

  private func outputs() -> LedgerFiles? {
    switch LedgerFiles.open(options) {
    case .success(let files): return files
    case .failure(let failure):
      problems.add(failure.diagnostic)
      return nil
    }
  }

  /// The export with its columns found; nil, with the reasons, when records cannot be read from it.
  func opened(_ export: RecordExport, number: Int) -> OpenExport? {
    let span = SourceSpan(whole: SourceFile(path: export.path))
    if isCompressedExport(export.path),
      case .failure(let failure) = unpackedHead(of: export.path, bytes: 1)
    {
      problems.add(.countStopped(failure, reading: export.path, writing: nil))
      return nil
    }
    guard let front = FileAccess.head(of: export.path, bytes: 1 << 20),
      var layout = RecordLayout(front: front, separator: export.separator)
    else {
      problems.add(.noHeaderLine(at: span))
      return nil
    }
    let columns = recordColumns(header: layout.header, declared: export.columns)
    guard columns.faults.isEmpty else {
      problems.add(
        contentsOf: columns.faults.map { .header($0, at: span, declared: false) })
      return nil
    }
    layout.columns = columns.places
    return OpenExport(export: export, number: number, layout: layout)
  }
}
