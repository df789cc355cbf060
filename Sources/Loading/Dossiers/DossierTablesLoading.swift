package import Diagnostics
package import DossierCounting
package import Grading
internal import YAMLReading

/// The dossier figures of printed tables, what was found out about them, and every problem.
package struct DossierTablesLoading: Sendable {
  /// The figures as `dossiers.*`; nil when a table, a name or a correction cannot be used.
  package let table: FigureTable?
  package let report: ReconciliationReport
  package let diagnostics: [Diagnostic]
  /// The files that were read.
  package let digests: [FileDigest]
}

/// Reads and reconciles the tables that a `tables.yaml` names, and joins them to units.
///
/// `path` may also be a folder that holds `tables.yaml` (or `dossiers/tables.yaml`), a folder of
/// CSV tables, or one CSV table; their columns are then recognised by the names that official
/// tables use. Without units nothing is joined: the tables are reconciled as they stand.
package func loadDossierTables(
  _ path: String, units: [Unit] = [], files: FileAccess = FileAccess()
) -> DossierTablesLoading {
  loadDossierTables(at: [path], units: units, files: files)
}

/// As `loadDossierTables(_:units:files:)`, for several bare CSV tables of one report.
package func loadDossierTables(
  at paths: [String], units: [Unit] = [], files: FileAccess = FileAccess()
) -> DossierTablesLoading {
  var loader = DossierTablesLoader(units, files)
  return loader.load(paths)
}

/// One run over the tables of a report.
private struct DossierTablesLoader {
  let units: [Unit]
  let files: FileAccess
  let problems = DiagnosticCollector()
  var texts: [SourceText] = []
  var digests: [FileDigest] = []

  init(_ units: [Unit], _ files: FileAccess) {
    self.units = units
    self.files = files
  }

  mutating func load(_ paths: [String]) -> DossierTablesLoading {
    guard let file = tablesFile(paths) else { return finished(nil, ReconciliationReport.nothing) }
    var join = RowJoin(units, into: problems)
    var tables: [PrintedTable] = []
    for declaration in file.tables {
      guard var table = printedTable(declaration) else { continue }
      join.join(&table)
      tables.append(table)
    }
    let references = RowReferences(tables: tables, problems: problems)
    let corrections = references.corrections(file.corrections)
    var known: [[Int: String]] = tables.map { _ in [:] }
    for declared in file.known where declared.row.table != nil {
      guard let (table, row) = references.find(declared.row) else { continue }
      known[table][row] = declared.reason
    }
    let reconciled = tables.indices.map {
      TableReconciliation(tables[$0], corrections: corrections[$0], known: known[$0])
    }
    let report = ReconciliationReport(
      title: file.title, source: file.source, tables: reconciled,
      crossFindings: findings(file, reconciled, join),
      lists: file.lists.compactMap { rule in
        reconciled.first { $0.table.id == rule.table }?.repaired.list(rule)
      }, isIllustrative: file.isIllustrative, note: file.note)
    addFindings(of: report)
    reportIdle(file.known, report)
    let isUsable = !problems.hasFatalErrors && !units.isEmpty && !tables.isEmpty
    return finished(isUsable ? FigureTable(dossiers: report) : nil, report)
  }

  private func finished(_ table: FigureTable?, _ report: ReconciliationReport)
    -> DossierTablesLoading
  {
    DossierTablesLoading(
      table: table, report: report,
      diagnostics: texts.reduce(problems.diagnostics) { $1.annotate($0) }.sorted(),
      digests: digests)
  }

  // MARK: Files

  private mutating func tablesFile(_ paths: [String]) -> TablesFile? {
    if paths.count == 1 {
      for name in TableFiles.declarations(at: paths[0]) {
        let (document, text, diagnostics) = files.yaml(name)
        problems.add(contentsOf: diagnostics)
        if let text {
          texts.append(text)
          digests.append(FileDigest(text))
        }
        return document.flatMap { loadTablesFile($0.root, path: name, into: problems) }
      }
    }
    let bare = paths.flatMap { TableFiles.tables(at: $0) }
    guard !bare.isEmpty else {
      problems.add(.noTables(paths[0]))
      return nil
    }
    return bareTables(bare)
  }

  /// Declares tables by what their header lines say.
  private mutating func bareTables(_ paths: [String]) -> TablesFile? {
    var declared: [(TableDeclaration, Set<HeaderNames.Role>)] = []
    var totals: [(path: String, roles: Set<HeaderNames.Role>)] = []
    var unused: [SourceFile] = []
    for path in paths {
      let csv = files.csv(path)
      guard let table = csv.table else {
        problems.add(contentsOf: csv.diagnostics)
        continue
      }
      let roles = Set(HeaderNames.roles(table.header.map(\.text)).compactMap(\.self))
      let hasFigures = roles.contains { if case .figure = $0 { true } else { false } }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if hasFigures, roles.contains(.unit) {
        let declaration = TableDeclaration(
          id: String(name.prefix { $0 != "." }), title: name, path: path,
          span: SourceSpan(whole: table.file))
        declared.append((declaration, roles))
      } else if hasFigures, roles.contains(.type) {
        totals.append((path, roles))
      } else {
        unused.append(table.file)
      }
    }
    for (path, roles) in totals {
      let place = declared.firstIndex {
        $0.1.isSuperset(of: roles) && $0.0.totalsPath == nil
      }
      if let place { declared[place].0.totalsPath = path }
    }
    for file in unused where declared.isEmpty || paths.count == 1 {
      problems.add(.noFigureColumns(at: SourceSpan(whole: file)))
    }
    guard !declared.isEmpty else { return nil }
    return TablesFile(
      title: declared.map(\.0.title).joined(separator: ", "), tables: declared.map(\.0),
      checks: [CrossCheck("online", atMost: "received")],
      lists: declared.filter {
        $0.1.isSuperset(of: [.unit, .figure("late"), .figure("resolved")])
      }.flatMap { TableFiles.usualLists($0.0.id) })
  }

  private mutating func printedTable(_ declaration: TableDeclaration) -> PrintedTable? {
    guard let csv = csv(declaration.path) else { return nil }
    let totals = declaration.totalsPath.map { self.csv($0) }
    if let totals, totals == nil { return nil }
    var reader = TableReader(declaration, into: problems)
    return reader.table(csv, totals: totals ?? nil)
  }

  private mutating func csv(_ path: String) -> CSVTable? {
    let csv = files.csv(path)
    problems.add(contentsOf: csv.diagnostics)
    if let table = csv.table { texts.append(table.text) }
    if let text = csv.text { digests.append(FileDigest(text)) }
    return csv.table
  }

  // MARK: Findings

  private func findings(
    _ file: TablesFile, _ tables: [TableReconciliation], _ join: RowJoin
  ) -> [CrossTableFinding] {
    var comparison = CrossTableComparison()
    var rows: [String: PrintedRow] = [:]
    for table in tables {
      let keys = table.repaired.rows.map(join.key)
      comparison.add(table.repaired, keys: keys)
      for (row, key) in zip(table.repaired.rows, keys) {
        if let key { rows[key] = row }
      }
    }
    let known = file.known.filter { $0.row.table == nil }
    return comparison.findings(
      file.checks, units: { rows[$0]?.unit },
      known: { key in
        known.first { declared in
          guard let row = rows[key], let unit = declared.row.unit else { return false }
          return row.unit == unit.name || isNamed(row, unit.name)
        }?.reason
      })
  }

  /// Whether a row is of the unit with this name, by the register or as printed.
  private func isNamed(_ row: PrintedRow, _ name: String) -> Bool {
    let folded = UnitNames.folded(name)
    if UnitNames.folded(row.name) == folded { return true }
    guard let unit = units.first(where: { $0.id == row.unit }) else { return false }
    return ([unit.name] + unit.aliases).contains { UnitNames.folded($0) == folded }
  }

  /// Adds what the reconciliation found; a figure that could not be read is not missing.
  private func addFindings(of report: ReconciliationReport) {
    let unread = Set(
      problems.diagnostics.filter { $0.code == .csvValue || $0.code == .ambiguousNumber }
        .map(\.primary.span.citation))
    for finding in report.diagnostics
    where finding.code != .figuresMissing || !unread.contains(finding.primary.span.citation) {
      problems.add(finding)
    }
  }

  /// What is said to be known and is not there.
  private func reportIdle(_ known: [KnownDeclaration], _ report: ReconciliationReport) {
    let used = Set(
      report.crossFindings.compactMap(\.knownReason)
        + report.tables.flatMap { table in
          table.remaining.flatMap { $0.rows.compactMap { table.known[$0] } }
        })
    for declared in known where !used.contains(declared.reason) {
      problems.add(.nothingKnown(at: declared.row.span))
    }
  }
}

extension ReconciliationReport {
  fileprivate static let nothing = ReconciliationReport(title: "", tables: [])
}
