/// Where the cells of a table's rows stand once cells over several rows are counted in.
struct TableGrid {
  /// A cell by its row, its first column, and how far it reaches inside the table.
  struct Place: Hashable {
    let row: Int
    let column: Int
    let cell: PaperCell
    let columns: Int
    let rows: Int
  }

  let places: [Place]
  /// Rows up to which a page must not break, by row: a row that stands alone ends itself.
  let lastOfGroup: [Int]
  /// By row and column: the cell that covers the place from a row above.
  let covered: [[Int: Place]]

  init(_ rows: [PaperRow], columns count: Int) {
    var places: [Place] = []
    var open = [Int](repeating: 0, count: count)
    var owner = [Place?](repeating: nil, count: count)
    var ends = Array(rows.indices)
    var covered: [[Int: Place]] = Array(repeating: [:], count: rows.count)
    for (row, line) in rows.enumerated() {
      var column = 0
      func skip() {
        while column < count, open[column] > 0 {
          if let place = owner[column] { covered[row][column] = place }
          open[column] -= 1
          column += 1
        }
      }
      for cell in line.cells {
        skip()
        guard column < count else { break }
        let width = max(1, min(cell.columns, count - column))
        let height = max(1, min(cell.rows, rows.count - row))
        let place = Place(row: row, column: column, cell: cell, columns: width, rows: height)
        places.append(place)
        for own in column..<(column + width) {
          open[own] = height - 1
          owner[own] = place
        }
        ends[row] = max(ends[row], row + height - 1)
        column += width
      }
      skip()
    }
    // A row that a cell reaches into belongs to the group of the row where it begins.
    var last = [Int](repeating: 0, count: rows.count)
    var row = 0
    while row < rows.count {
      var end = ends[row]
      var next = row
      while next <= end {
        end = max(end, ends[next])
        next += 1
      }
      for own in row...end { last[own] = end }
      row = end + 1
    }
    self.places = places
    self.covered = covered
    lastOfGroup = last
  }
}
