internal import CXlsxWriter
internal import Glibc

/// Writes one sheet through libxlsxwriter.
struct SheetWriter {
  let sheet: Sheet
  let target: UnsafeMutablePointer<lxw_worksheet>

  init(_ sheet: Sheet, to target: UnsafeMutablePointer<lxw_worksheet>) {
    self.sheet = sheet
    self.target = target
  }

  func write(_ styles: inout StyleTable) throws(WorkbookFailure) {
    try shape()
    for merge in sheet.merges {
      let (first, last) = (merge.range.first, merge.range.last)
      let format = try styles.format(merge.style)
      try check(
        worksheet_merge_range(
          target, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column),
          "", format))
      try put(merge.content, at: first, format)
    }
    for cell in sheet.cells { try put(cell.content, at: cell.address, styles.format(cell.style)) }
    for validation in sheet.validations { try ValidationWriter(validation).write(to: target) }
    for highlight in sheet.highlights { try self.highlight(highlight, styles) }
    setUpPrinting()
    if sheet.isProtected { protect() }
    if sheet.isHidden { worksheet_hide(target) }
  }

  private func shape() throws(WorkbookFailure) {
    for column in sheet.columns {
      var options = lxw_row_col_options()
      options.hidden = column.isHidden ? 1 : 0
      try check(
        worksheet_set_column_opt(
          target, UInt16(column.range.lowerBound), UInt16(column.range.upperBound),
          Double(column.width), nil, &options))
    }
    for height in sheet.heights {
      try check(worksheet_set_row(target, UInt32(height.row), Double(height.points), nil))
    }
    if let first = sheet.firstMoving {
      worksheet_freeze_panes(target, UInt32(first.row), UInt16(first.column))
    }
    if let filter = sheet.filter {
      try check(
        worksheet_autofilter(
          target, UInt32(filter.first.row), UInt16(filter.first.column), UInt32(filter.last.row),
          UInt16(filter.last.column)))
    }
    if !sheet.showsGrid { worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
    worksheet_set_zoom(target, UInt16(clamping: sheet.zoom))
    if let colour = sheet.tabColour { worksheet_set_tab_color(target, colour) }
  }

  private func put(
    _ content: CellContent, at address: CellAddress, _ format: UnsafeMutablePointer<lxw_format>
  ) throws(WorkbookFailure) {
    let row = UInt32(address.row)
    let column = UInt16(address.column)
    switch content {
    case .blank: try check(worksheet_write_blank(target, row, column, format))
    case .text(let text):
      guard text.utf16.count <= CellText.length else {
        throw .textTooLong(sheet: sheet.name.text, cell: address.text)
      }
      try check(worksheet_write_string(target, row, column, CellText.escaped(text), format))
    case .number(let number):
      try check(worksheet_write_number(target, row, column, number.double, format))
    case .date(let date):
      var value = date.library
      try check(worksheet_write_datetime(target, row, column, &value, format))
    case .boolean(let value):
      try check(worksheet_write_boolean(target, row, column, value ? 1 : 0, format))
    case .formula(let formula, .number(let number)):
      try check(
        worksheet_write_formula_num(target, row, column, formula, format, number.double))
    case .formula(let formula, .text(let text)):
      try check(worksheet_write_formula_str(target, row, column, formula, format, text))
    }
  }

  private func highlight(_ highlight: PlacedHighlight, _ styles: StyleTable)
    throws(WorkbookFailure)
  {
    let formula = strdup(highlight.formula)
    defer { free(formula) }
    var format = lxw_conditional_format()
    format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    format.value_string = formula
    format.format = try styles.highlight(ink: highlight.ink, fill: highlight.fill)
    let (first, last) = (highlight.range.first, highlight.range.last)
    try check(
      worksheet_conditional_format_range(
        target, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column),
        &format))
  }

  private func setUpPrinting() {
    let print = sheet.print
    worksheet_set_paper(target, 9)
    if print.isLandscape { worksheet_set_landscape(target) } else { worksheet_set_portrait(target) }
    func inches(_ millimetres: Int) -> Double { Double(millimetres) / 25.4 }
    let margins = print.margins
    worksheet_set_margins(
      target, inches(margins.left), inches(margins.right), inches(margins.top),
      inches(margins.bottom))
    if print.fitsWidth { worksheet_fit_to_pages(target, 1, 0) }
    if print.isCentred { worksheet_center_horizontally(target) }
    if let rows = print.repeatedRows {
      worksheet_repeat_rows(target, UInt32(rows.lowerBound), UInt32(rows.upperBound))
    }
    let header = print.header.code
    if !header.isEmpty { worksheet_set_header(target, header) }
    let footer = print.footer.code
    if !footer.isEmpty { worksheet_set_footer(target, footer) }
  }

  /// Without a password, as it keeps from slips and not from will; columns and rows can be made wider.
  private func protect() {
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    options.sort = 0
    options.autofilter = 1
    worksheet_protect(target, nil, &options)
  }
}

extension CellNumber {
  /// The nearest binary number, for the library alone: it prints the same decimal again.
  var double: Double { Double(text) ?? 0 }
}
