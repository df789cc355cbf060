package import Diagnostics

/// A part that came back, read and checked as far as the workbook alone says.
package struct FilledPart: Sendable {
  /// The number of the log's last event when it was taken out.
  package let seen: Int
  /// Those with a decision, in the order of the sheet.
  package let rows: [Row]

  /// What is said of one item of one unit.
  package struct Row: Sendable {
    package let unit: String
    package let item: String
    /// As files write them; the decision and the ground by their ids.
    package let values: [PartColumn: String]
    private let cells: [PartColumn: CellSource]

    init(unit: String, item: String, values: [PartColumn: String], cells: [PartColumn: CellSource])
    {
      self.unit = unit
      self.item = item
      self.values = values
      self.cells = cells
    }

    /// The cell of a column, with what stands in it.
    package func label(_ column: PartColumn) -> SourceLabel? { cells[column]?.label }
  }
}
