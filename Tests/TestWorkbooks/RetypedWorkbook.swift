package import Spreadsheets

/// A workbook that somebody types in and another program saves: values stay, all looks are lost.
package struct RetypedWorkbook {
  package struct Page {
    package var name: String
    package var isHidden: Bool
    package var cells: [CellAddress: CellContent]
  }

  package var pages: [Page]

  package init(_ bytes: [UInt8]) throws {
    pages = try SpreadsheetFile(bytes).sheets.map { sheet in
      var cells: [CellAddress: CellContent] = [:]
      for cell in sheet.cells {
        cells[cell.address] =
          switch cell.value {
          case .blank: .blank
          case .text(let text), .error(let text): .text(text)
          case .number(let number): .number(number)
          case .date(let date): .date(date)
          case .boolean(let truth): .boolean(truth)
          }
      }
      return Page(name: sheet.name, isHidden: sheet.isHidden, cells: cells)
    }
  }

  package func bytes() throws -> [UInt8] {
    try Workbook(
      pages.map { page in
        var sheet = Sheet(SheetName(page.name))
        for (address, content) in page.cells.sorted(by: { $0.key < $1.key }) {
          sheet.put(content, at: address)
        }
        sheet.isHidden = page.isHidden
        return sheet
      }
    ).bytes()
  }

  /// The first cell of the first sheet in which a text stands.
  package func place(of text: String) -> CellAddress? {
    pages[0].cells.filter { $0.value == .text(text) }.keys.min()
  }

  /// Types into the first sheet, in the row and under the name that stand there as texts.
  /// - Returns: whether there is such a cell.
  @discardableResult
  package mutating func type(_ content: CellContent, in row: String, under name: String) -> Bool {
    guard let row = place(of: row), let column = place(of: name) else { return false }
    pages[0].cells[CellAddress(row: row.row, column: column.column)] = content
    return true
  }

  /// Takes every column of the first sheet elsewhere.
  package mutating func moveColumns(_ place: (Int) -> Int) {
    pages[0].cells = Dictionary(
      uniqueKeysWithValues: pages[0].cells.map { address, content in
        (CellAddress(row: address.row, column: place(address.column)), content)
      })
  }
}
