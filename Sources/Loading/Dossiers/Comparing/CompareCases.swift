package import Diagnostics
package import DossierCounting
internal import Grading
internal import YAMLReading

/// What is compared: a folder with `records.yaml`, that file, or one export.
package struct CaseSide: Sendable {
  package var path: String
  /// Instead of the rules that `records.yaml` names.
  package var rules: String?
  /// Instead of the time that `records.yaml` states.
  package var asOf: LocalMinute?
  /// Decisions made at this time or later are not applied.
  package var known: LocalMinute?
  package var files: FileAccess

  package init(_ path: String, rules: String? = nil, asOf: LocalMinute? = nil) {
    self.path = path
    self.rules = rules
    self.asOf = asOf
    known = asOf
    files = FileAccess()
  }
}

/// How two sides are compared.
package struct CaseComparisonOptions: Sendable {
  /// Whether dossiers are matched by id alone; so they are where each side has one source.
  package var isAcrossSources = false
  package var records = ComparisonOptions()

  package init() {}
}

/// A comparison, or why there is none.
package struct CaseComparisonLoading: Sendable {
  package let result: CaseComparison?
  package let diagnostics: [Diagnostic]

  package var isUsable: Bool {
    result != nil
      && !diagnostics.contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }
}

/// Compares the records of two sides dossier by dossier.
///
/// A side that names no rules is decided by the other's; one that has no register of units is
/// joined to the other's. Where there are no rules nothing is decided.
/// - Parameter take: gets each difference, in the order of A and then of B.
package func compareCases(
  _ a: CaseSide, _ b: CaseSide, _ options: CaseComparisonOptions = CaseComparisonOptions(),
  take: (RecordDifference) -> Void
) -> CaseComparisonLoading {
  var sides = [SideReader(a), SideReader(b)]
  let rules = sides.map(\.rulesPath)
  let registers = sides.map(\.loading.unitsPath)
  sides[0].read(rules: rules[0] ?? rules[1], units: registers[0] ?? registers[1])
  sides[1].read(rules: rules[1] ?? rules[0], units: registers[1] ?? registers[0])
  var problems = sides.flatMap(\.problems)
  guard let first = sides[0].cases, let second = sides[1].cases, !problems.areFatal else {
    return CaseComparisonLoading(result: nil, diagnostics: problems.once.sorted())
  }
  let matching = SourceMatching(first, second, isAcross: options.isAcrossSources)
  problems += matching.problems(first, second)
  let compared = zip(sides, [first, second]).map { matching.exports($0.opened, $1) }
  switch compareRecords(compared[0], compared[1], options.records, take: take) {
  case .failure(let failure):
    problems.append(.comparisonStopped(failure, folder: options.records.spill.folder))
    return CaseComparisonLoading(result: nil, diagnostics: problems.once.sorted())
  case .success(let result):
    problems += [(first, result.a), (second, result.b)].flatMap { Diagnostic.leftOut($0, $1) }
    return CaseComparisonLoading(
      result: CaseComparison(
        a: first, b: second, result: result, isAcrossSources: matching.isAcross,
        left: matching.left(compared.joined().map { $0 })),
      diagnostics: problems.once.sorted())
  }
}

/// Reads what one side is compared by.
private struct SideReader {
  let side: CaseSide
  let loading: CaseRecordsLoading
  private(set) var cases: ComparedCases?
  private(set) var opened: [OpenExport] = []
  private(set) var problems: [Diagnostic] = []

  init(_ side: CaseSide) {
    self.side = side
    loading = loadCaseRecords(at: side.path, files: side.files)
  }

  var rulesPath: String? { side.rules ?? loading.rulesPath }

  /// The `records.yaml` or the export, from the root on.
  private var place: String {
    FileAccess.whole(RecordPaths.declaration(at: side.path) ?? side.path)
  }

  mutating func read(rules: String?, units register: String?) {
    var options = CaseCountOptions()
    options.rules = rules
    options.asOf = side.asOf
    options.known = side.known
    var counter = CaseCounter(options, side.files, loading)
    var units: [Unit]?
    if rules == nil || loading.unitsPath == nil, let register,
      let document = side.files.yaml(register).document
    {
      // The register's own faults are told when it is checked itself.
      units = loadUnits(document.root, into: DiagnosticCollector())
    }
    if rules == nil {
      cases = ComparedCases(
        path: side.path, place: place, records: loading.records, rules: nil, units: units ?? [])
    } else if let (records, rules, units) = counter.prepared(units) {
      cases = ComparedCases(
        path: side.path, place: place, records: records, rules: rules, units: units)
    }
    if let cases {
      opened = cases.records.exports.enumerated().compactMap {
        counter.opened($0.element, number: $0.offset + 1)
      }
    }
    problems = side.files.annotate(counter.problems.diagnostics)
  }
}

/// Which exports of the two sides hold the same dossiers.
private struct SourceMatching {
  let isAcross: Bool
  private let sources: [String]

  init(_ a: ComparedCases, _ b: ComparedCases, isAcross: Bool) {
    let (first, second) = (a.sources, b.sources)
    self.isAcross = isAcross || first.count == 1 && second.count == 1
    sources = first.union(second).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Sources that only one side has: all their dossiers are only there.
  func problems(_ a: ComparedCases, _ b: ComparedCases) -> [Diagnostic] {
    if isAcross { return [] }
    return [(a, b), (b, a)].flatMap { side, other in
      side.sources.subtracting(other.sources).sorted().map {
        .sourceOnOneSide($0, side.path, other.path)
      }
    }
  }

  private func group(_ export: OpenExport) -> Int {
    isAcross ? 0 : sources.firstIndex(of: export.export.source) ?? 0
  }

  func exports(_ opened: [OpenExport], _ side: ComparedCases) -> [ComparedExport] {
    let undecided = DossierRules(
      title: "", year: 0,
      window: MinuteSpan(start: LocalMinute(number: 0), end: LocalMinute(number: 0)),
      lateIncludesOverdue: false)
    return opened.map { open in
      ComparedExport(
        open: open,
        plan: CountingPlan(
          rules: side.rules ?? undecided, records: side.records, units: side.units,
          source: open.export.source),
        decides: side.rules != nil, group: group(open))
    }
  }

  func left(_ exports: [ComparedExport]) -> [LeftFields] {
    (isAcross ? [nil] : sources.map(Optional.some)).enumerated().compactMap { group, source in
      let left = comparedFields(exports.filter { $0.group == group }.map(\.open)).left
      return left.isEmpty ? nil : LeftFields(source: source, fields: left)
    }
  }
}

extension ComparedCases {
  fileprivate var sources: Set<String> { Set(records.exports.map(\.source)) }
}

extension [Diagnostic] {
  /// Whether one of them keeps the records from being compared.
  fileprivate var areFatal: Bool {
    contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }

  /// Each once: both sides may read the same rules.
  fileprivate var once: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
