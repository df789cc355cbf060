package import Diagnostics
package import DossierCounting
package import Grading
internal import YAMLReading

/// What a round's folder says of its dossiers beside the rules, and every problem of it.
package struct CaseRecordsLoading: Sendable {
  package let records: CaseRecords
  /// The rules that `records.yaml` names; nil for an export that nobody declared.
  package let rulesPath: String?
  /// The register of units that records are joined to; nil when there is none.
  package let unitsPath: String?
  /// The files that were read; exports are digested by whoever reads them.
  package let digests: [FileDigest]
  package let diagnostics: [Diagnostic]

  /// Whether nothing was found that keeps the records from being counted.
  package var isUsable: Bool {
    !diagnostics.contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }
}

/// Reads a `records.yaml` and the small tables it names: outages, explanations, corrections, steps.
///
/// `path` may also be a folder that holds `records.yaml` (or `dossiers/records.yaml`), or one
/// export (`.csv` or `.csv.gz`), whose columns are then recognised by their usual names. Of exports
/// only the first rows are looked at: whether the columns are there, and how days are written.
/// - Parameter units: whom an outage may concern; nil: the units of `unitsPath`.
package func loadCaseRecords(
  at path: String, units: [Unit]? = nil, files: FileAccess = FileAccess()
) -> CaseRecordsLoading {
  var loader = CaseRecordsLoader(files)
  return loader.load(path, units)
}

/// One run over what stands beside a round's rules.
private struct CaseRecordsLoader {
  let files: FileAccess
  let problems = DiagnosticCollector()
  var texts: [SourceText] = []
  var digests: [FileDigest] = []
  var unitsPath: String?

  init(_ files: FileAccess) { self.files = files }

  mutating func load(_ path: String, _ units: [Unit]?) -> CaseRecordsLoading {
    guard let declaration = RecordPaths.declaration(at: path) else { return bareExport(path) }
    guard let file = recordsFile(declaration) else {
      return finished(CaseRecords(title: ""), rules: nil)
    }
    let known = register(file, declaration, units)
    var records = CaseRecords(title: file.title)
    records.isIllustrative = file.isIllustrative
    records.note = file.note
    records.owner = file.owner
    records.asOf = file.asOf
    records.explanationsUntil = file.explanationsUntil
    records.decisionFiles = [file.explanations?.path, file.corrections?.path].compactMap(\.self)
    records.exports = file.exports.map(looked)
    let sources = Set(file.exports.map(\.export.source)).sorted()
    records.outages =
      read(file.outages) { OutageReading(sources: sources, units: known).read(&$0) } ?? []
    records.explanations = read(file.explanations) { loadExplanations(&$0) } ?? []
    let corrections = read(file.corrections) { loadDossierCorrections(&$0) } ?? []
    records.corrections = corrections.filter { $0.evidence != nil }
    records.refusedCorrections = corrections.filter { $0.evidence == nil }
    let problems = problems
    records.steps =
      read(file.steps) {
        loadDossierSteps(&$0, beforeReturn: file.beforeReturn, into: problems)
      } ?? []
    return finished(records, rules: file.rulesPath)
  }

  private func finished(_ records: CaseRecords, rules: String?) -> CaseRecordsLoading {
    CaseRecordsLoading(
      records: records, rulesPath: rules, unitsPath: unitsPath, digests: digests,
      diagnostics: files.annotate(
        texts.reduce(problems.diagnostics) { $1.annotate($0) }
      ).sorted())
  }

  // MARK: Declarations

  private mutating func recordsFile(_ path: String) -> RecordsFile? {
    let (document, text, diagnostics) = files.yaml(path)
    problems.add(contentsOf: diagnostics)
    take(text)
    return document.flatMap { loadRecordsFile($0.root, path: path, files: files, into: problems) }
  }

  private mutating func take(_ text: SourceText?) {
    guard let text else { return }
    texts.append(text)
    digests.append(FileDigest(text))
  }

  /// The units an outage may name; nil when no register is at hand.
  private mutating func register(_ file: RecordsFile, _ path: String, _ given: [Unit]?) -> [Unit]? {
    if let units = file.units {
      let place = FileAccess.path(units.name, besides: path)
      if files.has(place) {
        unitsPath = place
      } else {
        problems.add(.noSuchFile(units.name, at: units.span))
      }
    } else {
      unitsPath = RecordPaths.units(beside: path, files)
    }
    if let given { return given }
    guard let unitsPath, let document = files.yaml(unitsPath).document else { return nil }
    // The register's own faults are told when it is checked itself.
    return loadUnits(document.root, into: DiagnosticCollector())
  }

  // MARK: Exports

  private mutating func bareExport(_ path: String) -> CaseRecordsLoading {
    guard RecordPaths.isExport(path), files.has(path) else {
      problems.add(.noRecords(path))
      return finished(CaseRecords(title: ""), rules: nil)
    }
    unitsPath = RecordPaths.units(beside: path, files)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var records = CaseRecords(title: name)
    let declaration = ExportDeclaration(
      export: RecordExport(
        path: files.copies[path] ?? path, name: name, source: RecordPaths.source(of: path)),
      fileSpan: SourceSpan(whole: SourceFile(path: path)))
    records.exports = [looked(declaration)]
    return finished(records, rules: nil)
  }

  /// The export after a look at its first rows; what its header lacks is told.
  private func looked(_ declaration: ExportDeclaration) -> RecordExport {
    var export = declaration.export
    if let fault = RecordHeader.textFault(export) {
      problems.add(fault)
      return export
    }
    guard let head = RecordHeader(export) else { return export }
    let columns = recordColumns(header: head.columns, declared: export.columns)
    problems.add(contentsOf: head.problems(columns, declaration))
    if !declaration.hasDates, let dates = head.dates(columns) { export.dates = dates }
    return export
  }

  // MARK: Small tables

  private mutating func read<Column: HeaderField, Values>(
    _ declaration: SideTableDeclaration<Column>?, _ body: (inout SideTable<Column>) -> Values
  ) -> Values? {
    guard let declaration else { return nil }
    let csv = files.csv(declaration.path)
    if let text = csv.text { digests.append(FileDigest(text)) }
    problems.add(contentsOf: csv.diagnostics)
    guard let table = csv.table else { return nil }
    texts.append(table.text)
    guard var side = SideTable(table, declaration, into: problems) else { return nil }
    let values = body(&side)
    problems.add(contentsOf: side.problems.all)
    return values
  }
}
