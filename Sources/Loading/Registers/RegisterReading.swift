internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Reads the file of one register.
struct RegisterReading {
  let loader: RegisterLoader
  let register: DeclaredRegister
  let table: CSVTable
  var problems: ProblemList

  /// A declared column that the file has.
  struct Bound {
    let place: Int
    let column: DeclaredColumn
  }

  mutating func content() -> LoadedRegister.Content? {
    switch register.kind {
    case .table: figures().map { .figures($0) }
    case .records(let figures, let description):
      records(figures, description).map { .figures($0) }
    case .bodies: bodies().map { .bodies($0) }
    }
  }

  // MARK: Columns

  /// The place of a column that must be there; nil with a diagnostic.
  mutating func required(_ header: String) -> Int? {
    if let place = table.column(header) { return place }
    problems.add(
      .missingColumn(header, among: table.header.map(\.text), at: headerSpan))
    return nil
  }

  /// The declared columns in the file's order; every one that is not there is reported.
  mutating func bound() -> [Bound] {
    let expected = loader.expected[register.name]
    var bound: [Bound] = []
    for column in register.columns {
      // Of records, figures can be missing and not the columns they are counted from.
      let isMissing = register.kind.isTable && register.missingColumns.contains(column.name)
      if let place = table.column(column.header) {
        if isMissing {
          problems.add(.missingColumnIsThere(column.name, at: table.header[place].span))
        }
        bound.append(Bound(place: place, column: column))
      } else if isMissing {
        continue
      } else if expected.read.contains(column.name) {
        problems.add(
          .registerLacksColumn(
            column.header, register: register.name, among: table.header.map(\.text), at: headerSpan)
        )
      } else if column.span != register.fileSpan {
        problems.add(
          .missingColumn(column.header, among: table.header.map(\.text), at: headerSpan))
      }
    }
    return bound.sorted { $0.place < $1.place }
  }

  /// Columns that nobody declared are told, so that a misspelt one is noticed.
  mutating func reportUnread(_ bound: [Bound]) {
    let read = Set(bound.map(\.place))
    let known = [register.unitColumn, register.parentColumn] + RegisterWords.freeColumns
    for cell in table.header where !read.contains(cell.column) && !cell.isEmpty {
      let name = cell.text
      guard !known.contains(name) else { continue }
      problems.add(
        .unreadColumn(name, known: register.columns.map(\.header) + known, at: cell.span))
    }
  }

  var headerSpan: SourceSpan {
    let header = table.header
    guard let first = header.first?.span, let last = header.last?.span else {
      return SourceSpan(whole: table.file)
    }
    return SourceSpan(file: table.file, start: first.start, end: last.end)
  }

  // MARK: Rows

  /// The column that says which unit stands above the row's; nil when the file has none.
  func parentPlace(besides bound: [Bound]) -> Int? {
    table.column(register.parentColumn).flatMap { place in
      bound.contains { $0.place == place } ? nil : place
    }
  }

  /// The unit a row is of; nil with a diagnostic.
  mutating func unit(_ row: CSVRow, _ unitPlace: Int, _ parentPlace: Int?) -> Unit? {
    var parent: Unit?
    if let parentPlace, !row[parentPlace].isEmpty {
      parent = loader.names.unit(
        row[parentPlace], column: register.parentColumn, into: &problems)
      if parent == nil { return nil }
    }
    return loader.names.unit(
      row[unitPlace], column: register.unitColumn, below: parent, into: &problems)
  }

  // MARK: Tables

  func emptyTable(_ columns: [FigureName]) -> FigureTable {
    var figures = FigureTable(
      name: register.name, title: register.title, file: table.file, columns: columns,
      absent: register.absent)
    figures.owner = register.owner
    figures.closedOn = register.closedOn
    figures.period = register.period
    figures.note = register.note
    figures.isIllustrative = register.isIllustrative
    figures.covers = register.covers
    return figures
  }

  /// Whether the register is of this unit; says so when a row is of another.
  mutating func checkCovered(_ unit: Unit, _ cell: CSVCell) {
    guard let covers = register.covers, !covers.contains(unit.id) else { return }
    if problems.onlyCounts { return problems.count() }
    problems.add(.unitNotCovered(unit.id, register: register.name, at: cell.span))
  }

  /// One warning for all covered units without a row, where that leaves their figures missing.
  mutating func reportAbsent(_ hasRow: (String) -> Bool) {
    guard register.absent == .missing else { return }
    let absent = loader.units.map(\.id).filter {
      register.covers?.contains($0) ?? true && !hasRow($0)
    }
    guard !absent.isEmpty else { return }
    problems.add(.unitsWithoutRow(absent, register: register.name, at: register.fileSpan))
  }
}

extension InputValue {
  /// The cell's value as a figure.
  var figure: FigureValue {
    switch self {
    case .blank: .missing
    case .given(let value): .known(value)
    case .impossible: .impossible
    }
  }
}
