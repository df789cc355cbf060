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
    let titles = columns.map { wrapped($0.title, width: $0.limit) }
    var widths = titles.map { $0.map(DisplayedText.width).max() ?? 0 }
    for case .cells(let cells, _) in rows {
      for (place, cell) in cells.enumerated() where place < widths.count {
        for line in wrapped(cell, width: columns[place].limit) {
          widths[place] = max(widths[place], DisplayedText.width(of: line))
        }
      }
    }
    let rule = Line(
      text: widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "),
      isStrong: false)
    var lines: [Line] = []
    if columns.contains(where: { !$0.title.isEmpty }) {
      lines += laidOut(titles, widths, isBottomAligned: true, isStrong: true) + [rule]
    }
    for row in rows {
      switch row {
      case .rule: lines.append(rule)
      case .cells(let cells, let isStrong):
        let blocks = cells.enumerated().map {
          wrapped($0.element, width: columns[$0.offset].limit)
        }
        lines += laidOut(blocks, widths, isBottomAligned: false, isStrong: isStrong)
      }
    }
    return lines
  }

  private func laidOut(
    _ blocks: [[String]], _ widths: [Int], isBottomAligned: Bool, isStrong: Bool
  ) -> [Line] {
    let height = blocks.map(\.count).max() ?? 0
    return (0..<height).map { row in
      let cells = blocks.enumerated().map { place, block -> String in
        let start = isBottomAligned ? height - block.count : 0
        let text = block.indices.contains(row - start) ? block[row - start] : ""
        let room = String(
          repeating: " ", count: max(0, widths[place] - DisplayedText.width(of: text)))
        return columns[place].alignment == .trailing ? room + text : text + room
      }
      return Line(text: cells.joined(separator: "  "), isStrong: isStrong)
    }
  }
}
