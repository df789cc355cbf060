internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Reads the CSV files of one declared table into a `PrintedTable`.
struct TableReader {
  let declaration: TableDeclaration
  let problems: DiagnosticCollector
  /// The printed spelling that stands for a parent, by its compared form.
  private var parents: [String: String] = [:]
  /// Names of rows that are totals or groups, as they are compared; nil: groups by their beginning.
  private let totalNames: Set<String>
  private let groupNames: Set<String>?
  private let groupStart = UnitNames.folded("khối") + " "

  init(_ declaration: TableDeclaration, into problems: DiagnosticCollector) {
    self.declaration = declaration
    self.problems = problems
    totalNames = Set(declaration.totalRows.map(UnitNames.folded))
    groupNames = declaration.groups.map { Set($0.map(UnitNames.folded)) }
  }

  /// The table; nil when its columns cannot be made out.
  mutating func table(_ csv: CSVTable, totals: CSVTable?) -> PrintedTable? {
    guard let columns = TableColumns(declaration, header: csv.header, into: problems) else {
      return nil
    }
    var rows = csv.rows.compactMap { read($0, columns, isTotals: false) }
    if let totals {
      var declaration = declaration
      declaration.unit = nil
      let totalColumns = TableColumns(
        declaration, header: totals.header, isTotals: true, metrics: columns.metrics.map(\.name),
        into: problems)
      if let totalColumns {
        rows += totals.rows.compactMap { read($0, totalColumns, isTotals: true) }
      }
    }
    let table = PrintedTable(
      id: declaration.id, title: declaration.title, metrics: columns.metrics.map(\.name),
      identities: identities(columns.metrics.map(\.name)), percents: columns.percents.map(\.column),
      closedOn: declaration.closedOn, period: declaration.period, file: csv.file, rows: rows)
    reportEmptyTotals(table)
    return table
  }

  // MARK: Rows

  private mutating func read(_ row: CSVRow, _ columns: TableColumns, isTotals: Bool) -> PrintedRow?
  {
    let name = columns.unit.map { row[$0].text } ?? ""
    let printedType = columns.type.map { row[$0].text } ?? declaration.typeOfAll
    let type = printedType.flatMap { $0.isEmpty ? nil : $0 }
    let parent = columns.parent.flatMap { canonical(row[$0].text) }
    guard isTotals || !name.isEmpty else {
      problems.add(.rowWithoutName(at: row.span))
      return nil
    }
    let kind = kind(name, type, parent, isTotals: isTotals)
    let isAll = kind == .total(.all)
    return PrintedRow(
      name: name, kind: kind, type: isAll ? nil : type, parent: parent,
      values: columns.metrics.map { column in column.place.flatMap { count(row[$0]) } },
      percents: columns.percents.map { percent(row[$0.place]) }, span: row.span,
      nameSpan: columns.unit.map { row[$0].span },
      cellSpans: columns.metrics.map { column in column.place.map { row[$0].span } ?? row.span })
  }

  private func kind(
    _ name: String, _ type: String?, _ parent: String?, isTotals: Bool
  ) -> PrintedRow.Kind {
    let folded = UnitNames.folded(name)
    let isTotal = isTotals || totalNames.contains(folded)
    if isTotal {
      guard let type, type != declaration.allMark, declaration.typeOfAll == nil || isTotals else {
        return .total(.all)
      }
      return .total(parent.map { .parent(type: type, $0) } ?? .type(type))
    }
    let isGroup = groupNames?.contains(folded) ?? folded.hasPrefix(groupStart)
    return isGroup ? .group : .unit
  }

  private mutating func canonical(_ parent: String) -> String? {
    guard !parent.isEmpty else { return nil }
    let key = UnitNames.folded(parent)
    if let spelling = parents[key] { return spelling }
    parents[key] = parent
    return parent
  }

  // MARK: Cells

  private func count(_ cell: CSVCell) -> Int? {
    switch PrintedNumber(count: cell.text, declaration.numbers) {
    case .missing: return nil
    case .number(let value):
      if let count = value.integer, count <= MetricNames.mostDossiers { return count }
      problems.add(.noCount(cell.text, at: cell.span))
    case .ambiguous(let grouped, let plain):
      problems.add(.ambiguousNumber(cell.text, grouped, plain, at: cell.span))
    case .unreadable: problems.add(.noCount(cell.text, at: cell.span))
    }
    return nil
  }

  private func percent(_ cell: CSVCell) -> Exact? {
    switch PrintedNumber(percent: cell.text, declaration.numbers) {
    case .missing: return nil
    case .number(let value): return value
    case .ambiguous(let grouped, let plain):
      problems.add(.ambiguousNumber(cell.text, grouped, plain, at: cell.span))
    case .unreadable: problems.add(.noPercent(cell.text, at: cell.span))
    }
    return nil
  }

  // MARK: Equations

  private func identities(_ metrics: [String]) -> [RowIdentity] {
    if let written = declaration.identities {
      return written.compactMap { text in
        if let identity = RowIdentity(text.name, metrics) { return identity }
        problems.add(.badIdentity(text.name, metrics: metrics, at: text.span))
        return nil
      }
    }
    return MetricNames.identities.compactMap { RowIdentity($0, metrics) }
  }

  private func reportEmptyTotals(_ table: PrintedTable) {
    for row in table.rows {
      guard let scope = row.scope, table.rows(in: scope).isEmpty else { continue }
      problems.add(.totalOfNothing(at: row.span))
    }
  }
}

extension RowIdentity {
  /// Reads `received = resolved + unresolved`; nil when it is none, or names other metrics.
  init?(_ text: String, _ metrics: [String]) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, let left = Self.terms(sides[0], metrics),
      let right = Self.terms(sides[1], metrics)
    else { return nil }
    self.init(left: left, right: right)
  }

  private static func terms(_ text: Substring, _ metrics: [String]) -> [Term]? {
    var terms: [Term] = []
    var sign: Int? = 1
    for word in text.split(separator: " ") {
      if word == "+" || word == "-" {
        guard sign == nil else { return nil }
        sign = word == "+" ? 1 : -1
      } else {
        guard let current = sign, let metric = metrics.firstIndex(of: String(word)) else {
          return nil
        }
        terms.append(Term(metric: metric, sign: current))
        sign = nil
      }
    }
    return terms.isEmpty || sign != nil ? nil : terms
  }
}
