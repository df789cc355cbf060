internal import Grading
internal import Reports
internal import Spreadsheets

/// How cells of the workbook look.
struct YearStyles: Sendable {
  let title = CellStyle().with {
    $0.size = 14
    $0.isBold = true
    $0.isWrapped = false
  }
  let head = CellStyle().with {
    $0.isBold = true
    $0.fill = 0xDDE6F0
    $0.horizontal = .centre
    $0.border = .thin(0x808080)
  }
  let text = CellStyle().with {
    $0.border = .thin(0xC0C0C0)
    $0.vertical = .top
  }
  let aside = CellStyle().with {
    $0.border = .thin(0xC0C0C0)
    $0.vertical = .top
    $0.horizontal = .right
  }

  func number(places: Int) -> CellStyle {
    text.with { $0.number = places == 0 ? .whole : .decimals(atLeast: places, atMost: places) }
  }
}

/// A table that is sorted and sieved in the program, with its title above.
struct YearTable {
  private var sheet: Sheet
  private let styles: YearStyles
  private let columns: [YearColumn]
  private var row = 3

  init(_ name: String, _ title: String, _ columns: [YearColumn], _ styles: YearStyles) {
    self.styles = styles
    self.columns = columns
    sheet = Sheet(SheetName(name))
    sheet.put(.text(title), at: CellAddress(row: 0, column: 0), styles.title)
    for (place, column) in columns.enumerated() {
      sheet.put(.text(column.title), at: CellAddress(row: 2, column: place), styles.head)
      let width = columns.count == 1 ? 120 : column.isNumber ? 12 : place == 0 ? 30 : 42
      sheet.width(width, ofColumns: place...place)
    }
    sheet.firstMoving = CellAddress(row: 3, column: 0)
    sheet.print.repeatedRows = 2...2
    sheet.print.footer.centre = [.page, .text("/"), .pages]
  }

  /// The sheet, with every row as high as its text.
  var fitted: Sheet {
    var fitted = sheet
    fitted.fitHeights()
    return fitted
  }

  mutating func add(_ cells: [YearCell]) {
    for (place, cell) in cells.enumerated() {
      let address = CellAddress(row: row, column: place)
      switch cell {
      case .text(let text):
        let isNumber = columns.indices.contains(place) && columns[place].isNumber
        sheet.put(
          text.isEmpty ? .blank : .text(text), at: address, isNumber ? styles.aside : styles.text)
      case .value(let value, let words):
        if let value, let number = CellNumber(value.fixedText(places: 6)) {
          let places = value.isInteger && !words.contains(where: { $0 == "," || $0 == "." }) ? 0 : 2
          sheet.put(.number(number), at: address, styles.number(places: places))
        } else {
          sheet.put(.text(words), at: address, styles.aside)
        }
      }
    }
    sheet.filter = CellRange(rows: 2...row, columns: 0...(columns.count - 1))
    row += 1
  }
}
