internal import Crypto

/// For whoever keeps what a group's events were read as: that they are still the same, found without
/// reading them as events.
extension EventGroups {
  /// How many lines are hashed in one piece of work.
  private static let stretch = 4096

  /// How many pieces of work there are in hashing all lines up to the last one asked for.
  package var stretches: Int {
    (min(last, records.count) + EventGroups.stretch - 1) / EventGroups.stretch
  }

  /// Hashes a stretch of lines: each must come to the digest that its record keeps.
  package func check(stretch: Int) throws(IndexUnfit) {
    let start = stretch * EventGroups.stretch
    let places = start..<min(start + EventGroups.stretch, min(last, records.count))
    guard let first = places.first, let end = places.last else { return }
    let offset = Int(records[first].offset)
    let bytes = try bytes(offset..<Int(records[end].end))
    let agree = bytes.withUnsafeBytes { bytes in
      places.allSatisfy { place in
        let line = records[place].place
        let own = UnsafeRawBufferPointer(
          rebasing: bytes[line.lowerBound - offset..<line.upperBound - offset])
        return bytes[line.upperBound - offset] == 0x0A
          && records[place].agrees(with: LineDigest(ofLine: own))
      }
    }
    guard agree else { throw IndexUnfit() }
  }

  /// What a group's events come to, to the log's end: everything that reading them looks at.
  ///
  /// Where lines agree with their records, nothing that is read of them can differ unless this does:
  /// not what they say, nor whether each names the line before it, nor the times.
  package func digest(of group: Int) -> [UInt8] {
    let numbers = numbers(of: group)
    var words: [UInt64] = []
    words.reserveCapacity(9 * numbers.count)
    func add(_ record: IndexRecord) {
      words.append(record.unit)
      words.append(UInt64(bitPattern: record.latest))
      words.append(record.digest)
      words.append(record.digest2)
    }
    for number in numbers {
      let place = Int(number) - 1
      words.append(UInt64(number))
      add(records[place])
      if place > 0 { add(records[place - 1]) }
    }
    var hash = SHA256()
    words.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return Array(hash.finalize())
  }
}
