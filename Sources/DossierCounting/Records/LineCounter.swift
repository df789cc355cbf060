/// The line on which each record of a block begins.
struct LineCounter {
  private let block: RecordBlock
  private let line: Int
  private var place: Int
  private var lineThere: Int

  init(block: RecordBlock, start: Int, line: Int) {
    self.block = block
    self.line = line
    place = start
    lineThere = line
  }

  /// - Parameter start: where the record begins; records are asked for in order.
  mutating func line(of record: Int, at start: Int) -> Int {
    guard block.hasHiddenFeeds else { return line + record }
    lineThere += block.lines(from: place, to: start)
    place = start
    return lineThere
  }
}
