/// The place of a cell in a sheet, row and column counted from 0.
package struct CellAddress: Hashable, Comparable, Sendable {
  /// From 0; the row that people call 1.
  package var row: Int
  /// From 0; the column that people call A.
  package var column: Int

  /// How many rows a sheet can have.
  package static let rows = 1_048_576
  /// How many columns a sheet can have: the last is XFD.
  package static let columns = 16_384

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads an address as people and files write it: `B7`, `$B$7`.
  /// - Returns: nil when it is none, or one that no sheet has.
  package init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var digits = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      default: return nil
      }
      guard column <= CellAddress.columns, row <= CellAddress.rows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// `B7`.
  package var text: String { CellAddress.columnName(column) + String(row + 1) }

  /// `$B$7`, which stays the same where a formula is copied.
  package var absolute: String { "$" + CellAddress.columnName(column) + "$" + String(row + 1) }

  /// The letters of a column counted from 0: `A`, `Z`, `AA`.
  package static func columnName(_ column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// By row, then by column.
  package static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// A rectangle of cells, both corners included.
package struct CellRange: Hashable, Sendable {
  package var first: CellAddress
  package var last: CellAddress

  package init(_ first: CellAddress, _ last: CellAddress) {
    self.first = CellAddress(
      row: min(first.row, last.row), column: min(first.column, last.column))
    self.last = CellAddress(row: max(first.row, last.row), column: max(first.column, last.column))
  }

  package init(_ cell: CellAddress) { self.init(cell, cell) }

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
    last = CellAddress(row: rows.upperBound, column: columns.upperBound)
  }

  /// Reads `B7:D9`, or one cell.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first.flatMap({ CellAddress($0) }),
      let last = parts.last.flatMap({ CellAddress($0) })
    else { return nil }
    self.init(first, last)
  }

  package var isSingleCell: Bool { first == last }

  /// `B7:D9`.
  package var text: String { isSingleCell ? first.text : "\(first.text):\(last.text)" }

  /// `$B$7:$D$9`.
  package var absolute: String {
    isSingleCell ? first.absolute : "\(first.absolute):\(last.absolute)"
  }

  package func contains(_ cell: CellAddress) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}
