package import Diagnostics
internal import Grading
internal import Loading
package import Reports
internal import Spreadsheets

/// Two rounds of different years as a workbook: a row a unit, a row an area of each unit, a row an
/// item that moved, and how the parts come to be.
package struct YearWorkbook: Sendable {
  private let report: YearReport
  private let styles = YearStyles()

  package init(_ report: YearReport) { self.report = report }

  /// Writes it beside its place first, then into it.
  /// - Returns: why it was not written; nil when it was.
  package func write(to path: String) -> Diagnostic? {
    do {
      return FileAccess.write(try bytes(), to: path)
    } catch {
      return error.diagnostic(path)
    }
  }

  func bytes() throws(WorkbookFailure) -> [UInt8] {
    var workbook = Workbook([units, areas, items, method])
    workbook.properties.title = title
    return try workbook.bytes()
  }

  private var title: String {
    report.say(
      "So sánh \(report.later) với \(report.earlier)", "\(report.later) beside \(report.earlier)")
  }

  /// The units of the later round in the order of pages, with the block and the group of each.
  private var members: [(block: String, unit: UnitYears)] {
    report.years.after.groups.flatMap { group in
      let title = report.title(of: group)
      return report.members(of: group).map { (title, $0) }
    } + report.years.gone.map { (report.say("không còn", "gone"), $0) }
  }

  // MARK: Sheets

  private var units: Sheet {
    var columns = report.columns
    columns.insert(blockColumn, at: 0)
    var table = YearTable(report.say("Đơn vị", "Units"), title, columns, styles)
    for (block, unit) in members {
      let cells = report.row(unit)
      let values = report.values(unit)
      table.add(
        [.text(block), .text(cells[0])]
          + zip(values, cells.dropFirst()).map { .value($0, $1) } + [.text(cells[9])])
    }
    return table.fitted
  }

  private var areas: Sheet {
    let columns = [blockColumn, report.columns[0]] + report.areaFigureColumns
    var table = YearTable(report.say("Lĩnh vực", "Areas"), title, columns, styles)
    for (block, unit) in members {
      for cells in report.areaFigures(unit) {
        table.add([.text(block), .text(report.row(unit)[0])] + cells)
      }
    }
    return table.fitted
  }

  private var items: Sheet {
    let columns = [blockColumn, report.columns[0]] + report.itemFigureColumns
    var table = YearTable(report.say("Tiêu chí", "Items"), title, columns, styles)
    for (block, unit) in members {
      for cells in report.itemFigures(unit) {
        table.add([.text(block), .text(report.row(unit)[0])] + cells)
      }
    }
    return table.fitted
  }

  private var method: Sheet {
    var table = YearTable(
      report.say("Cách so sánh", "Method"), title,
      [YearColumn(report.setsTitle, isNumber: false)], styles)
    table.add([.text(report.method)])
    for set in report.sets() {
      table.add([.text(set.title)])
      for line in set.lines { table.add([.text("  " + line)]) }
    }
    for line in report.unitLists { table.add([.text(line)]) }
    return table.fitted
  }

  private var blockColumn: YearColumn {
    YearColumn(report.say("Khối", "Block"), isNumber: false)
  }
}
