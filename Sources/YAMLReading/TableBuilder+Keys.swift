internal import Diagnostics

/// A key of an open mapping, with enough of its text to tell most keys apart.
struct KeyMark {
  let record: UInt32
  let length: UInt32
  /// The first eight bytes, zeros behind a shorter key.
  let prefix: UInt64
}

extension TableBuilder {
  /// Up to this many keys are compared pair by pair, which needs no table of hashes.
  private static let pairwiseKeys = 16

  /// Remembers a key that is about to get the next record.
  mutating func noteKey(_ key: NodeRecord) {
    var prefix: UInt64 = 0
    scalarBytes.withUnsafeBytes { bytes in
      let range = key.bytes
      if range.lowerBound + 8 <= bytes.count {
        prefix = bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self).littleEndian
        if range.count < 8 { prefix &= (1 << UInt64(range.count * 8)) - 1 }
      } else {
        for index in range.reversed().suffix(8) { prefix = prefix << 8 | UInt64(bytes[index]) }
      }
    }
    keys.append(
      KeyMark(
        record: UInt32(truncatingIfNeeded: records.count),
        length: UInt32(truncatingIfNeeded: key.length), prefix: prefix))
  }

  /// Reports keys that a mapping already has, and marks their entries to be left out.
  /// - Parameter first: where the mapping's keys begin among the keys of all open mappings.
  mutating func findDuplicateKeys(from first: Int) {
    guard keys.count - first <= Self.pairwiseKeys else { return findDuplicatesByHash(from: first) }
    for later in first + 1..<keys.count {
      let key = keys[later]
      for earlier in first..<later where isSame(keys[earlier], key) {
        drop(key, first: keys[earlier])
        break
      }
    }
  }

  private mutating func findDuplicatesByHash(from first: Int) {
    var capacity = 64
    while capacity < (keys.count - first) * 2 { capacity *= 2 }
    keySlots.removeAll(keepingCapacity: true)
    keySlots.append(contentsOf: repeatElement(UInt32.max, count: capacity))
    for index in first..<keys.count {
      let key = keys[index]
      // Swift's hasher is seeded: nobody can prepare keys that collide. Order comes from the file.
      var slot = hash(of: key) & (capacity - 1)
      while keySlots[slot] != UInt32.max, !isSame(keys[Int(keySlots[slot])], key) {
        slot = (slot + 1) & (capacity - 1)
      }
      if keySlots[slot] == UInt32.max {
        keySlots[slot] = UInt32(truncatingIfNeeded: index)
      } else {
        drop(key, first: keys[Int(keySlots[slot])])
      }
    }
  }

  private func isSame(_ left: KeyMark, _ right: KeyMark) -> Bool {
    guard left.prefix == right.prefix, left.length == right.length else { return false }
    guard left.length > 8 else { return true }
    let (one, other) = (records[Int(left.record)].bytes, records[Int(right.record)].bytes)
    return scalarBytes.withUnsafeBufferPointer { bytes in
      bytes[one].elementsEqual(bytes[other])
    }
  }

  private func hash(of key: KeyMark) -> Int {
    var hasher = Hasher()
    hasher.combine(key.prefix)
    hasher.combine(key.length)
    if key.length > 8 {
      let range = records[Int(key.record)].bytes
      scalarBytes.withUnsafeBytes {
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
    }
    return hasher.finalize()
  }

  private mutating func drop(_ key: KeyMark, first: KeyMark) {
    let (later, earlier) = (records[Int(key.record)], records[Int(first.record)])
    records[Int(key.record)].isDropped = true
    hasDropped = true
    guard !problems.onlyCounts else { return problems.count() }
    let text = String(decoding: scalarBytes[later.bytes], as: UTF8.self)
    problems.add(
      .duplicateKey(
        text, at: span(later.start, later.end), first: span(earlier.start, earlier.end)))
  }

  /// Takes the entries out whose key was marked, so that loaders meet every key once.
  mutating func removeDropped() {
    guard hasDropped else { return }
    var kept: [NodeRecord] = []
    kept.reserveCapacity(records.count)
    // The collections around the current node: where they end in the old table, and their
    // place in the new one.
    var open: [(behind: Int, record: Int)] = []
    func closeAll(endingBy index: Int) {
      while let last = open.last, last.behind <= index {
        kept[last.record].close(before: kept.count)
        open.removeLast()
      }
    }
    var index = 0
    while index < records.count {
      closeAll(endingBy: index)
      let record = records[index]
      let next = record.next(at: index)
      if record.isDropped, let parent = open.last, next < records.count {
        kept[parent.record].length -= 2
        index = records[next].next(at: next)
        continue
      }
      if record.kind != .scalar { open.append((next, kept.count)) }
      kept.append(record)
      index += 1
    }
    closeAll(endingBy: records.count)
    records = kept
  }
}
