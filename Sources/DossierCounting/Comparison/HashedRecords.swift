/// The hashes of one partition: of each record 32 bytes.
struct HashedRecords {
  private struct Entry {
    let hash: UInt64
    let row: ComparedRow
    let digest: KeyedDigest.Value
  }

  private var entries: [Entry]

  init(_ bytes: [UInt8]) {
    entries = bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 32).map { place in
        func word(_ number: Int) -> UInt64 {
          bytes.loadUnaligned(fromByteOffset: place &* 32 &+ number &* 8, as: UInt64.self)
        }
        return Entry(
          hash: word(0), row: ComparedRow(code: word(1)),
          digest: KeyedDigest.Value(first: word(2), second: word(3)))
      }
    }
    entries.sort { ($0.hash, $0.row.code) < ($1.hash, $1.row.code) }
  }

  /// Counts what is the same on both sides, and names all other rows with the first row of theirs.
  func join(_ other: (_ row: ComparedRow, _ first: ComparedRow) -> Void) -> JoinedCount {
    var count = JoinedCount()
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      join(entries[start..<end], &count, other)
      start = end
    }
    return count
  }

  private func join(
    _ run: ArraySlice<Entry>, _ count: inout JoinedCount,
    _ other: (ComparedRow, ComparedRow) -> Void
  ) {
    let first = run.startIndex
    if run.count == 1 { return other(run[first].row, run[first].row) }
    if run.count == 2, run[first].row.side != run[first + 1].row.side,
      run[first].digest == run[first + 1].digest
    {
      return count.same += 1
    }
    // A row that repeats another of its side as it is need not be looked at again.
    var seen: [Set<KeyedDigest.Value>] = [[], []]
    for entry in run {
      if seen[entry.row.side].insert(entry.digest).inserted {
        other(entry.row, run[first].row)
      } else {
        count.repeat(entry.row.side)
      }
    }
  }
}

/// What is not different.
struct JoinedCount {
  var same = 0
  var repeated = (a: 0, b: 0)

  mutating func `repeat`(_ side: Int) {
    if side == 0 { repeated.a += 1 } else { repeated.b += 1 }
  }
}
