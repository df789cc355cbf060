extension Sheet {
  /// Makes every row that has no height of its own as high as its wrapped texts need, by a careful
  /// guess: programs make rows fit only when somebody types in them.
  package mutating func fitHeights() {
    var widths: [Int: Int] = [:]
    var hidden: Set<Int> = []
    for column in columns {
      for place in column.range { widths[place] = column.width }
      if column.isHidden { hidden.formUnion(column.range) }
    }
    let fixed = Set(heights.map(\.row))
    var needed: [Int: Int] = [:]
    var last: [CellAddress: PlacedCell] = [:]
    for cell in cells { last[cell.address] = cell }
    for cell in last.values
    where !fixed.contains(cell.address.row) && !hidden.contains(cell.address.column) {
      guard case .text(let text) = cell.content, cell.style.isWrapped else { continue }
      let width = (widths[cell.address.column] ?? 8) - 3 * cell.style.indent
      let lines = Sheet.lines(text, width: width, cell.style)
      let height = lines * (cell.style.size * 13 + 5) / 10 + 2
      needed[cell.address.row] = max(needed[cell.address.row] ?? 0, height)
    }
    for merge in merges where !fixed.contains(merge.range.first.row) {
      guard case .text(let text) = merge.content, merge.style.isWrapped,
        merge.range.first.row == merge.range.last.row
      else { continue }
      let width = (merge.range.first.column...merge.range.last.column)
        .reduce(0) { $0 + (widths[$1] ?? 8) }
      let height =
        Sheet.lines(text, width: width, merge.style) * (merge.style.size * 13 + 5) / 10 + 2
      needed[merge.range.first.row] = max(needed[merge.range.first.row] ?? 0, height)
    }
    for (row, height) in needed.sorted(by: { $0.key < $1.key }) where height > 16 {
      // No row can be higher.
      self.height(min(height, 405), ofRow: row)
    }
  }

  /// Lines that a text takes in a column, word by word.
  private static func lines(_ text: String, width: Int, _ style: CellStyle) -> Int {
    // Hundredths of the width of a digit in 11 points.
    let letter = style.size * (style.isBold ? 85 : 76) / 11
    let room = max(1, width) * 100
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      var lines = 1
      var used = 0
      for word in line.split(separator: " ") {
        let length = (word.count + 1) * letter
        if used > 0, used + length > room {
          lines += 1
          used = 0
        }
        used += length
        while used > room {
          lines += 1
          used -= room
        }
      }
      return sum + lines
    }
  }
}
