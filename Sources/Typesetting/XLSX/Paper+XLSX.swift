internal import Diagnostics
internal import Spreadsheets

extension Paper {
  /// The paper as a workbook: a sheet a section, numbers as numbers, set up to be printed on A4.
  ///
  /// - Parameter path: what the file will be called, for the message when it cannot be made.
  package func xlsx(path: String) throws(PaperFailure) -> [UInt8] {
    let names = SheetName.distinct(sections.map(\.name))
    var workbook = Workbook(
      zip(sections, names).map { section, name in SheetPart(section, name).sheet() })
    workbook.properties.title = title
    workbook.properties.created = CellDate(year: date.year, month: date.month, day: date.day)
    do {
      return try workbook.bytes()
    } catch {
      throw PaperFailure(error.diagnostic(path))
    }
  }
}

/// One section as a sheet.
private struct SheetPart {
  private let section: PaperSection
  private let name: SheetName
  /// As many as the widest table has.
  private let columns: [PaperTable.Column]
  /// Characters of the usual size that a line of the page holds.
  private let lineLength: Int

  init(_ section: PaperSection, _ name: SheetName) {
    self.section = section
    self.name = name
    let tables = section.blocks.compactMap { block in
      if case .table(let table) = block { table.columns } else { nil }
    }
    columns = tables.max { $0.count < $1.count } ?? [.init(1)]
    switch section.shape {
    case .portrait: lineLength = 88
    case .landscape: lineLength = 138
    }
  }

  private var widths: [Int] {
    let all = max(1, columns.reduce(0) { $0 + $1.share })
    return columns.map { max(4, lineLength * $0.share / all) }
  }

  func sheet() -> Sheet {
    var sheet = Sheet(name)
    for (column, width) in widths.enumerated() {
      sheet.width(width, ofColumns: column...column)
    }
    var row = 0
    for block in section.blocks {
      switch block {
      case .space: row += 1
      case .paragraph(let paragraph):
        put(paragraph, row, &sheet)
        row += 1
      case .table(let table): put(table, &row, &sheet)
      }
    }
    sheet.print.isLandscape = section.shape == .landscape
    sheet.print.margins = PageMargins(left: 20, right: 15, top: 20, bottom: 15)
    sheet.print.header.centre = [.page]
    if let mark = section.mark { sheet.print.header.right = [.text(mark)] }
    return sheet
  }

  private func put(_ paragraph: PaperParagraph, _ row: Int, _ sheet: inout Sheet) {
    let look = paragraph.style.look
    let style = CellStyle().with {
      $0.size = Int(look.size.rounded()) - 1
      $0.isBold = look.isBold
      $0.isItalic = look.isItalic
      $0.horizontal = place(look.alignment)
    }
    sheet.merge(
      range(row, 0, row, columns.count - 1), .text(paragraph.text), style)
    let lines = CellLines.count(
      paragraph.text, width: widths.reduce(0, +), size: style.size, isBold: look.isBold)
    sheet.height(CellLines.height(lines, size: style.size), ofRow: row)
  }

  private func put(_ table: PaperTable, _ row: inout Int, _ sheet: inout Sheet) {
    let first = row
    put(table.heads, table, at: row, isHead: true, &sheet)
    row += table.heads.count
    if !table.heads.isEmpty, sheet.print.repeatedRows == nil {
      sheet.print.repeatedRows = first...(row - 1)
      sheet.firstMoving = CellAddress(row: row, column: 0)
    }
    put(table.rows, table, at: row, isHead: false, &sheet)
    row += table.rows.count
  }

  private func put(
    _ rows: [PaperRow], _ table: PaperTable, at first: Int, isHead: Bool, _ sheet: inout Sheet
  ) {
    let widths = widths
    var heights = [Int](repeating: 0, count: rows.count)
    for place in TableGrid(rows, columns: table.columns.count).places {
      let look = (isHead ? table.headStyle : table.cellStyle).look
      let alignment =
        isHead
        ? look.alignment : place.cell.alignment ?? table.columns[place.column].alignment
      let number = place.cell.number
      let style = CellStyle().with {
        $0.size = table.kind == .dense ? 10 : 11
        $0.isBold = look.isBold || rows[place.row].isStrong
        $0.horizontal = self.place(alignment)
        if table.kind != .open { $0.border = .thin(0) }
        if let number {
          $0.number =
            number.places == 0
            ? .whole : .decimals(atLeast: number.places, atMost: number.places)
        }
      }
      let value = number.flatMap { CellNumber($0.digits) }
      let content: CellContent =
        value.map { .number($0) } ?? (place.cell.text.isEmpty ? .blank : .text(place.cell.text))
      sheet.merge(
        range(
          first + place.row, place.column, first + place.row + place.rows - 1,
          place.column + place.columns - 1), content, style)
      let width = widths[place.column..<min(place.column + place.columns, widths.count)]
        .reduce(0, +)
      let lines = CellLines.count(
        place.cell.text, width: width, size: style.size, isBold: style.isBold)
      // What a cell over several rows needs is shared by them.
      let height = CellLines.height(lines, size: style.size)
      for row in place.row..<(place.row + place.rows) {
        heights[row] = max(heights[row], (height + place.rows - 1) / place.rows)
      }
    }
    for (row, height) in heights.enumerated() { sheet.height(height, ofRow: first + row) }
  }

  private func range(_ row: Int, _ column: Int, _ lastRow: Int, _ lastColumn: Int) -> CellRange {
    CellRange(
      CellAddress(row: row, column: column), CellAddress(row: lastRow, column: lastColumn))
  }

  private func place(_ alignment: PaperAlignment) -> HorizontalPlace {
    switch alignment {
    case .leading, .justified: .left
    case .center: .centre
    case .trailing: .right
    }
  }
}
