/// How many lines a text takes in a cell: not every program fits rows to their text when it opens a
/// workbook.
enum CellLines {
  /// The lines of a text whose words wrap, reckoned from the number of letters.
  /// - Parameters:
  ///   - width: in characters of the usual size, as columns are measured.
  ///   - size: of the letters, in points.
  static func count(_ text: String, width: Int, size: Int, isBold: Bool) -> Int {
    // Letters of Times New Roman are narrower than the digits that columns are measured by.
    let length = max(1, width * (isBold ? 115 : 125) / 100 * 11 / max(1, size))
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + count(ofLine: $1, length) }
  }

  private static func count(ofLine line: Substring, _ length: Int) -> Int {
    var lines = 1
    var used = 0
    for word in line.split(separator: " ") {
      let needed = word.count + (used == 0 ? 0 : 1)
      if used + needed <= length {
        used += needed
      } else {
        lines += used == 0 ? 0 : 1
        // A word that is longer than the cell is cut.
        lines += (word.count - 1) / length
        used = word.count % length
      }
    }
    return lines
  }

  /// In points; no more than the highest row that a sheet can have.
  static func height(_ lines: Int, size: Int) -> Int {
    min(409, max(1, lines) * (size * 13 + 9) / 10 + 3)
  }
}
