/// The visible part of a line, and where under it the carets stand.
struct Snippet {
  private(set) var text = ""
  /// Columns before the first caret.
  private(set) var indent = 0
  /// How many carets there are, at least one.
  private(set) var carets = 0

  /// Cuts a line to a displayed width around the columns of a span.
  /// - Parameters:
  ///   - first: the column of the excerpt's first scalar.
  ///   - start: the span's first column.
  ///   - end: the column behind the span; nil when it ends on a later line.
  init(_ excerpt: String, first: Int, start: Int, end: Int?, width: Int) {
    let cells = DisplayedText.cells(of: excerpt)
    let from = min(max(start - first, 0), cells.count)
    let to = min(max((end ?? first + cells.count) - first, from), cells.count)
    let window = Self.window(cells, around: from, width: width)
    if window.lowerBound > 0 || first > 1 { text = "…" }
    indent = text.isEmpty ? 0 : 1
    for index in window {
      text += cells[index].text
      if index < from { indent += cells[index].width }
      if index >= from, index < to { carets += cells[index].width }
    }
    if window.upperBound < cells.count { text += "…" }
    while text.last == " " { text.removeLast() }
    carets = max(1, carets)
  }

  /// The cells shown: all when they fit, else some before the span and the rest behind it.
  private static func window(_ cells: [DisplayedText.Cell], around start: Int, width: Int)
    -> Range<Int>
  {
    guard cells.reduce(0, { $0 + $1.width }) > width else { return 0..<cells.count }
    var lower = start
    var used = 0
    while lower > 0, used + cells[lower - 1].width <= width / 3 {
      lower -= 1
      used += cells[lower].width
    }
    var upper = start
    while upper < cells.count, used + cells[upper].width <= width {
      used += cells[upper].width
      upper += 1
    }
    while lower > 0, used + cells[lower - 1].width <= width {
      lower -= 1
      used += cells[lower].width
    }
    // A mark without its letter would stand on the ellipsis.
    while lower > 0, lower < cells.count, cells[lower].width == 0 { lower -= 1 }
    return lower..<upper
  }
}
