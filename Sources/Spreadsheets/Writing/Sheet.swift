/// A sheet to be written.
package struct Sheet: Sendable {
  package let name: SheetName
  /// In the order of their setting; the last one of an address counts.
  private(set) var cells: [PlacedCell] = []
  private(set) var merges: [PlacedMerge] = []
  private(set) var columns: [PlacedColumn] = []
  private(set) var heights: [PlacedHeight] = []
  private(set) var validations: [PlacedValidation] = []
  private(set) var highlights: [PlacedHighlight] = []
  /// The first cell that is not in the rows and columns that always stay in sight.
  package var firstMoving: CellAddress?
  /// The rows and columns with sieves in their heads.
  package var filter: CellRange?
  package var print = PrintSetup()
  /// Cells whose style is locked cannot be typed in.
  package var isProtected = false
  package var isHidden = false
  package var showsGrid = false
  /// Of the screen, in percent, 10…400.
  package var zoom = 100
  /// Of the tab; nil is none.
  package var tabColour: UInt32?

  package init(_ name: SheetName) { self.name = name }

  /// Sets a cell.
  package mutating func put(
    _ content: CellContent, at address: CellAddress, _ style: CellStyle = CellStyle()
  ) {
    cells.append(PlacedCell(address: address, content: content, style: style))
  }

  /// Makes one cell of a range; of one cell, it sets that.
  package mutating func merge(
    _ range: CellRange, _ content: CellContent, _ style: CellStyle = CellStyle()
  ) {
    guard !range.isSingleCell else { return put(content, at: range.first, style) }
    merges.append(PlacedMerge(range: range, content: content, style: style))
  }

  /// Sets how wide some columns are, in characters of the usual size.
  package mutating func width(
    _ width: Int, ofColumns range: ClosedRange<Int>, isHidden: Bool = false
  ) {
    columns.append(PlacedColumn(range: range, width: width, isHidden: isHidden))
  }

  /// Sets how high a row is, in points; other rows are as high as their text.
  package mutating func height(_ points: Int, ofRow row: Int) {
    heights.append(PlacedHeight(row: row, points: points))
  }

  package mutating func validate(_ range: CellRange, _ validation: CellValidation) {
    validations.append(PlacedValidation(range: range, validation: validation))
  }

  /// Shows the cells of a range in other colours where a formula, written for the first of them,
  /// comes to true.
  package mutating func highlight(
    _ range: CellRange, where formula: String, ink: UInt32? = nil, fill: UInt32? = nil
  ) {
    highlights.append(PlacedHighlight(range: range, formula: formula, ink: ink, fill: fill))
  }
}

struct PlacedMerge: Sendable {
  let range: CellRange
  let content: CellContent
  let style: CellStyle
}

struct PlacedColumn: Sendable {
  let range: ClosedRange<Int>
  let width: Int
  let isHidden: Bool
}

struct PlacedHeight: Sendable {
  let row: Int
  let points: Int
}

struct PlacedValidation: Sendable {
  let range: CellRange
  let validation: CellValidation
}

struct PlacedHighlight: Sendable {
  let range: CellRange
  let formula: String
  let ink: UInt32?
  let fill: UInt32?
}
