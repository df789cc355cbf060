/// What is written into a cell.
package enum CellContent: Hashable, Sendable {
  /// Nothing; the cell has only its style.
  case blank
  /// A text, whatever it begins with: it never becomes a formula.
  case text(String)
  case number(CellNumber)
  case date(CellDate)
  case boolean(Bool)
  /// A formula in English function names with commas, beginning with `=`, and what it comes to:
  /// programs that do not calculate show that.
  case formula(String, result: FormulaResult)
}

/// What a formula comes to when its sheet is written.
package enum FormulaResult: Hashable, Sendable {
  case number(CellNumber)
  case text(String)
}

/// A cell of a sheet to be written.
struct PlacedCell: Sendable {
  let address: CellAddress
  let content: CellContent
  let style: CellStyle
}
