internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// One of the small tables beside the records, opened, with its columns found.
///
/// Its size is bounded as that of every table that is held in memory: 500 000 rows, 32 MiB.
struct SideTable<Column: HeaderField> {
  let table: CSVTable
  private let columns: HeaderMatch<Column>
  var problems = ProblemList()

  /// nil, with diagnostics, when a required column is not there.
  init?(
    _ table: CSVTable, _ declaration: SideTableDeclaration<Column>,
    into problems: DiagnosticCollector
  ) {
    self.table = table
    let header = table.header
    columns = HeaderMatch(
      header.map(\.text), declared: declaration.columns.mapValues(\.name))
    let span = header.first?.span ?? declaration.fileSpan
    for fault in columns.faults {
      let declared = declaration.columns[fault.field]?.span
      problems.add(.header(fault, at: declared ?? span, declared: declared != nil))
    }
    guard Column.required.allSatisfy({ columns[$0] != nil }) else { return nil }
    let found = Set(columns.places.values)
    for cell in header where !found.contains(cell.column) && !cell.isEmpty {
      problems.add(
        .unreadColumn(cell.text, known: Column.allCases.map(\.rawValue), at: cell.span))
    }
  }

  /// The place of a column in the file, from 0; nil: the file lacks it.
  func place(of column: Column) -> Int? { columns[column] }

  /// Whether the file has the column.
  func has(_ column: Column) -> Bool { columns[column] != nil }

  /// The cell of a row; nil when it is empty or the file lacks the column.
  func cell(_ column: Column, _ row: CSVRow) -> CSVCell? {
    guard let place = columns[column], !row[place].isEmpty else { return nil }
    return row[place]
  }

  /// What the file calls a column.
  func name(_ column: Column) -> String {
    columns[column].map { table.header[$0].text } ?? column.rawValue
  }

  // MARK: Values

  func text(_ column: Column, _ row: CSVRow) -> String? { cell(column, row)?.text }

  /// A text that must be there.
  mutating func required(_ column: Column, _ row: CSVRow) -> CSVCell? {
    if let cell = cell(column, row) { return cell }
    let place = columns[column].map { row[$0].span } ?? row.span
    let name = name(column)
    problems.add { .emptyCell(name, at: place) }
    return nil
  }

  /// A day, with a time or without; nil, with a diagnostic, when it is something else.
  mutating func moment(_ column: Column, _ row: CSVRow, isRequired: Bool = false) -> LocalMoment? {
    guard let cell = isRequired ? required(column, row) : cell(column, row) else { return nil }
    let text = cell.text
    if let moment = LocalMoment(parsing: text, order: nil) { return moment }
    let name = name(column)
    problems.add { .noMoment(text, column: name, at: cell.span) }
    return nil
  }

  /// nil for an empty cell, and, with a diagnostic, for one that is neither.
  mutating func yesNo(_ column: Column, _ row: CSVRow) -> Bool? {
    guard let cell = cell(column, row) else { return nil }
    switch cell.text.lowercased() {
    case "yes", "true", "có", "x": return true
    case "no", "false", "không", "chưa": return false
    default:
      let name = name(column)
      problems.add { .noAnswer(cell.text, column: name, at: cell.span) }
      return nil
    }
  }
}
