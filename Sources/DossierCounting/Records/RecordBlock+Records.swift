extension RecordBlock {
  /// Goes through the records that have all their fields; the others are told when they are counted.
  /// - Parameters:
  ///   - body: gets a record, the place of its first byte in the block, and its number.
  ///   - other: gets the place of the first byte, the end and the number of a line that is no record.
  @inline(__always)
  func eachRecord(
    columnCount: Int, _ body: (Record, Int, Int) -> Void,
    other: (Int, Int, Int) -> Void = { _, _, _ in }
  ) {
    let last = endCount &- 1
    var place = 0
    for number in 0..<recordCount {
      let feed = feeds[number]
      let begin = Int(ends[place] &+ 1)
      guard place &+ columnCount <= last, ends[place &+ columnCount] == feed else {
        while ends[place] != feed { place &+= 1 }
        // A line that is given up has its line feed twice.
        if place < last, ends[place &+ 1] == feed { place &+= 1 }
        other(begin, Int(feed), number)
        continue
      }
      body(Record(bytes: bytes, ends: ends + place, columnCount: columnCount), begin, number)
      place &+= columnCount
    }
  }
}
