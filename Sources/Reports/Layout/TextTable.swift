internal import Diagnostics

/// A table whose columns line up as a terminal shows them.
struct TextTable {
  enum Alignment {
    case leading
    case trailing
  }

  struct Column {
    var title: String
    var alignment = Alignment.leading
    /// Text wider than this is wrapped.
    var limit = 60
  }

  struct Line {
    let text: String
    let isStrong: Bool
  }

  private enum Row {
    case cells([String], isStrong: Bool)
    case rule
  }

  var columns: [Column]
  private var rows: [Row] = []

  init(_ columns: [Column]) { self.columns = columns }

  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; the text may come from any file, so it is made safe to show.
  mutating func add(_ cells: [String], isStrong: Bool = false) {
    rows.append(.cells(cells.map(DisplayedText.safe), isStrong: isStrong))
  }

  mutating func addRule() { rows.append(.rule) }

  func lines() -> [Line] {
    let titles = columns.map { Block($0.title, width: $0.limit) }
    let blocks = rows.map { row -> [Block] in
      guard case .cells(let cells, _) = row else { return [] }
      return zip(cells, columns).map { Block($0, width: $1.limit) }
    }
    var widths = titles.map(\.width)
    for row in blocks {
      for (place, block) in row.enumerated() { widths[place] = max(widths[place], block.width) }
    }
    let rule = Line(
      text: widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "),
      isStrong: false)
    var lines: [Line] = []
    if columns.contains(where: { !$0.title.isEmpty }) {
      lines += laidOut(titles, widths, isBottomAligned: true, isStrong: true) + [rule]
    }
    for (row, blocks) in zip(rows, blocks) {
      switch row {
      case .rule: lines.append(rule)
      case .cells(_, let isStrong):
        lines += laidOut(blocks, widths, isBottomAligned: false, isStrong: isStrong)
      }
    }
    return lines
  }

  /// A cell's text, wrapped, and the columns that each line takes.
  private struct Block {
    let lines: [(text: String, width: Int)]

    init(_ text: String, width: Int) {
      lines = wrapped(text, width: width).map { ($0, DisplayedText.width(of: $0)) }
    }

    var width: Int { lines.map(\.width).max() ?? 0 }
  }

  private func laidOut(
    _ blocks: [Block], _ widths: [Int], isBottomAligned: Bool, isStrong: Bool
  ) -> [Line] {
    let height = blocks.map(\.lines.count).max() ?? 0
    return (0..<height).map { row in
      let cells = blocks.enumerated().map { place, block -> String in
        let start = isBottomAligned ? height - block.lines.count : 0
        let (text, width) =
          block.lines.indices.contains(row - start) ? block.lines[row - start] : ("", 0)
        let room = String(repeating: " ", count: max(0, widths[place] - width))
        return columns[place].alignment == .trailing ? room + text : text + room
      }
      return Line(text: cells.joined(separator: "  "), isStrong: isStrong)
    }
  }
}
