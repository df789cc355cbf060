internal import Diagnostics
internal import Spreadsheets

/// The table of a workbook, found by its heads.
struct CriteriaTable {
  let sheet: ReadSheet
  /// The row of the heads, and the first row below them.
  let headRow: Int
  let firstRow: Int
  /// Where each column stands; of guidance there may be several.
  private(set) var columns: [CriteriaColumn: [Int]]

  /// One line of it with something in it.
  struct Row {
    let row: Int
    let cells: [CriteriaColumn: [ReadCell]]

    subscript(column: CriteriaColumn) -> ReadCell? { cells[column]?.first }
  }

  /// - Returns: nil, with a diagnostic, where there is none, or not just one.
  init?(_ file: SpreadsheetFile, _ path: String, _ problems: DiagnosticCollector) {
    let found = file.sheets.filter { !$0.isHidden }.compactMap { sheet in
      CriteriaTable.heads(sheet).map { (sheet, $0) }
    }
    guard let (sheet, head) = found.first else {
      problems.add(.tableMissing(path))
      return nil
    }
    guard found.count == 1 else {
      problems.add(.tableTwice(path, found.map(\.0.name)))
      return nil
    }
    self.sheet = sheet
    headRow = head
    columns = [:]
    var last = head
    for cell in sheet.cells where cell.address.row == head {
      last = max(last, sheet.merge(at: cell.address)?.last.row ?? head)
      guard let column = CriteriaColumn(head: cell.value.shown) else { continue }
      if column != .guidance, columns[column] != nil {
        problems.add(.tableColumnTwice(path, sheet.name, cell, column.head))
        return nil
      }
      columns[column, default: []].append(cell.address.column)
    }
    firstRow = last + 1
    let missing = [CriteriaColumn.title, .maximum].filter { columns[$0] == nil }
    guard missing.isEmpty else {
      problems.add(.tableColumnsMissing(path, sheet.name, row: head, missing.map(\.head)))
      return nil
    }
  }

  /// The row in which most columns are named, at least two of them.
  private static func heads(_ sheet: ReadSheet) -> Int? {
    var named: [Int: Set<CriteriaColumn>] = [:]
    for cell in sheet.cells {
      guard case .text(let text) = cell.value, let column = CriteriaColumn(head: text) else {
        continue
      }
      named[cell.address.row, default: []].insert(column)
    }
    return named.filter { $0.value.count > 1 }
      .max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }?.key
  }

  /// Rows from the first below the heads.
  func rows(_ reading: CellReading) -> [Row] {
    Set(sheet.cells.map(\.address.row)).sorted().filter { $0 >= firstRow }.compactMap { row in
      var cells: [CriteriaColumn: [ReadCell]] = [:]
      for (column, places) in columns {
        let found = places.map { reading.cell(CellAddress(row: row, column: $0)) }
          .filter { !$0.value.shown.trimmed.isEmpty }
        if !found.isEmpty { cells[column] = found }
      }
      return cells.isEmpty ? nil : Row(row: row, cells: cells)
    }
  }

  /// The cell of a column in a row, blank or not.
  func cell(_ column: CriteriaColumn, _ row: Int) -> ReadCell {
    sheet[CellAddress(row: row, column: columns[column]?.first ?? 0)]
  }
}
