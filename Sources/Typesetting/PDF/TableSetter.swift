/// Sets a table: rows as high as their highest cell, strokes round every cell.
struct TableSetter {
  let table: PaperTable
  /// Its place among the section's blocks.
  let place: Int
  let setter: LineSetter
  let width: Double
  /// The most that a page holds.
  let pageHeight: Double

  /// Where columns begin, and where the last one ends.
  private var edges: [Double] {
    let all = Double(max(1, table.columns.reduce(0) { $0 + $1.share }))
    var sum = 0
    return [0]
      + table.columns.map { column in
        sum += column.share
        return width * Double(sum) / all
      }
  }

  private var padding: (across: Double, down: Double) {
    switch table.kind {
    case .ruled: (4, 2.5)
    case .dense: (3, 1.5)
    case .open: (2, 0)
    }
  }

  /// Head rows, then the others; rows that share a cell stay together.
  func slices() -> [PageSlice] {
    let heads = slices(table.heads, isHead: true, most: pageHeight)
    let left = pageHeight - heads.reduce(0) { $0 + $1.height }
    return heads + slices(table.rows, isHead: false, most: max(left, pageHeight / 4))
  }

  /// A cell that is set.
  private struct SetCell {
    let place: TableGrid.Place
    let x: Double
    let width: Double
    var pieces: [Piece]
    var height: Double { pieces.reduce(0) { $0 + $1.height } }
  }

  private struct Piece {
    var height: Double
    var marks: [PageMark]
  }

  private func slices(_ rows: [PaperRow], isHead: Bool, most: Double) -> [PageSlice] {
    let grid = TableGrid(rows, columns: table.columns.count)
    let edges = edges
    let cells = grid.places.map { place in
      set(place, edges, isHead: isHead, isStrong: rows[place.row].isStrong)
    }
    var heights = [Double](repeating: 0, count: rows.count)
    for cell in cells where cell.place.rows == 1 {
      heights[cell.place.row] = max(heights[cell.place.row], cell.height + 2 * padding.down)
    }
    for cell in cells where cell.place.rows > 1 {
      let reach = cell.place.row..<(cell.place.row + cell.place.rows)
      let lacking = cell.height + 2 * padding.down - reach.reduce(0) { $0 + heights[$1] }
      if lacking > 0 { heights[reach.upperBound - 1] += lacking }
    }
    var byRow: [[SetCell]] = Array(repeating: [], count: rows.count)
    for cell in cells { byRow[cell.place.row].append(cell) }
    var slices: [PageSlice] = []
    for row in rows.indices {
      if heights[row] > most, !isHead {
        slices += pieces(of: byRow[row], most: most, isLast: row == rows.count - 1)
        continue
      }
      var marks: [PageMark] = []
      for cell in byRow[row] {
        let reach = heights[cell.place.row..<(cell.place.row + cell.place.rows)].reduce(0, +)
        marks += drawn(cell, height: reach)
      }
      slices.append(
        PageSlice(
          height: heights[row], marks: marks,
          staysWithNext: isHead || grid.lastOfGroup[row] > row, table: place, isHead: isHead))
    }
    return slices
  }

  /// The words of a cell from its middle, or from the top where nothing is ruled, and its strokes.
  private func drawn(_ cell: SetCell, height: Double) -> [PageMark] {
    var y =
      table.kind == .open
      ? padding.down : max(padding.down, (height - cell.height) / 2)
    var marks: [PageMark] = []
    for piece in cell.pieces {
      marks += piece.marks.map { $0.moved(x: cell.x + padding.across, y: y) }
      y += piece.height
    }
    return marks + box(cell.x, cell.width, height)
  }

  private func box(_ x: Double, _ width: Double, _ height: Double) -> [PageMark] {
    guard table.kind != .open else { return [] }
    return [
      .stroke(from: (x, 0), to: (x + width, 0)),
      .stroke(from: (x, height), to: (x + width, height)),
      .stroke(from: (x, 0), to: (x, height)),
      .stroke(from: (x + width, 0), to: (x + width, height)),
    ]
  }

  /// A row that is higher than a page, cut between lines.
  private func pieces(of cells: [SetCell], most: Double, isLast: Bool) -> [PageSlice] {
    var rest = cells
    var slices: [PageSlice] = []
    while rest.contains(where: { !$0.pieces.isEmpty }) {
      var part = rest
      for place in rest.indices {
        var height = 2 * padding.down
        let fitting = rest[place].pieces.prefix { piece in
          height += piece.height
          return height <= most
        }
        // A single line that is higher than a page stands there all the same.
        let count = max(fitting.count, rest[place].pieces.isEmpty ? 0 : 1)
        part[place].pieces = Array(rest[place].pieces[..<count])
        rest[place].pieces.removeFirst(count)
      }
      let height = part.map { $0.height + 2 * padding.down }.max() ?? 0
      slices.append(
        PageSlice(
          height: height, marks: part.flatMap { drawn($0, height: height) }, table: place))
    }
    return slices
  }

  private func set(
    _ place: TableGrid.Place, _ edges: [Double], isHead: Bool, isStrong: Bool
  ) -> SetCell {
    let x = edges[place.column]
    let width = edges[place.column + place.columns] - x
    let inner = max(1, width - 2 * padding.across)
    var pieces: [Piece] = []
    for part in place.cell.parts {
      switch part {
      case .words(let runs):
        var look = (isHead ? table.headStyle : table.cellStyle).look
        if isStrong { look.isBold = true }
        if !isHead {
          look.alignment = place.cell.alignment ?? table.columns[place.column].alignment
        }
        pieces += set(runs, look, inner)
      case .paragraph(let paragraph):
        var look = paragraph.style.look
        if let alignment = place.cell.alignment { look.alignment = alignment }
        pieces += set(paragraph.runs, look, inner)
      case .rule(let length):
        let half = min(Double(length), inner) / 2
        pieces.append(
          Piece(
            height: 5,
            marks: [
              .stroke(from: (inner / 2 - half, 2), to: (inner / 2 + half, 2))
            ]))
      }
    }
    return SetCell(place: place, x: x, width: width, pieces: pieces)
  }

  private func set(_ runs: [PaperRun], _ look: PaperStyle.Look, _ width: Double) -> [Piece] {
    let lines = setter.lines(runs, .init(look: look, width: width))
    return lines.enumerated().map { number, line in
      let before = number == 0 ? look.before : 0
      let after = number == lines.count - 1 ? look.after : 0
      return Piece(
        height: before + line.height + after,
        marks: [.line(line, x: line.x, baseline: before + line.baseline)])
    }
  }
}
