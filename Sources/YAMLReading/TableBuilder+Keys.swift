internal import Diagnostics

/// Room for the keys of one mapping, kept from mapping to mapping.
struct KeyScratch {
  var indices: [UInt32] = []
  var slots: [UInt32] = []
}

extension TableBuilder {
  /// Up to this many keys are compared pair by pair, which needs no table of hashes.
  private static let pairwiseKeys = 16

  /// Reports keys that a mapping already has, and marks their entries to be left out.
  mutating func findDuplicateKeys(of frame: Frame) {
    keys.indices.removeAll(keepingCapacity: true)
    var index = frame.record + 1
    let behind = records.count
    while index < behind {
      if records[index].kind == .scalar { keys.indices.append(UInt32(index)) }
      let value = Int(records[index].next)
      guard value < behind else { break }
      index = Int(records[value].next)
    }
    if keys.indices.count <= Self.pairwiseKeys {
      for later in keys.indices.indices.dropFirst() {
        for earlier in 0..<later where isSameKey(keys.indices[earlier], keys.indices[later]) {
          drop(keys.indices[later], first: keys.indices[earlier])
          break
        }
      }
    } else {
      findDuplicatesByHash()
    }
  }

  private mutating func findDuplicatesByHash() {
    var capacity = 64
    while capacity < keys.indices.count * 2 { capacity *= 2 }
    keys.slots.removeAll(keepingCapacity: true)
    keys.slots.append(contentsOf: repeatElement(0, count: capacity))
    for key in keys.indices {
      // Swift's hasher is seeded: nobody can prepare keys that collide. Order comes from the file.
      var slot = hash(of: key) & (capacity - 1)
      // The root has index 0 and is no key, so 0 marks a free slot.
      while keys.slots[slot] != 0, !isSameKey(keys.slots[slot], key) {
        slot = (slot + 1) & (capacity - 1)
      }
      if keys.slots[slot] == 0 {
        keys.slots[slot] = key
      } else {
        drop(key, first: keys.slots[slot])
      }
    }
  }

  private func range(of key: UInt32) -> Range<Int> {
    let record = records[Int(key)]
    return Int(record.offset)..<Int(record.offset) + Int(record.length)
  }

  private func isSameKey(_ left: UInt32, _ right: UInt32) -> Bool {
    guard records[Int(left)].length == records[Int(right)].length else { return false }
    let (leftRange, rightRange) = (range(of: left), range(of: right))
    return scalarBytes.withUnsafeBufferPointer { bytes in
      var (one, other) = (leftRange.lowerBound, rightRange.lowerBound)
      while one < leftRange.upperBound {
        guard bytes[one] == bytes[other] else { return false }
        one += 1
        other += 1
      }
      return true
    }
  }

  private func hash(of key: UInt32) -> Int {
    var hasher = Hasher()
    scalarBytes.withUnsafeBytes {
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range(of: key)]))
    }
    return hasher.finalize()
  }

  private mutating func drop(_ key: UInt32, first: UInt32) {
    let (later, earlier) = (records[Int(key)], records[Int(first)])
    records[Int(key)].isDropped = true
    hasDropped = true
    guard !problems.onlyCounts else { return problems.count() }
    let text = String(decoding: scalarBytes[range(of: key)], as: UTF8.self)
    problems.add(
      .duplicateKey(
        text, at: span(later.start, later.end), first: span(earlier.start, earlier.end)))
  }

  /// Takes the entries out whose key was marked, so that loaders meet every key once.
  mutating func removeDropped() {
    guard hasDropped else { return }
    var kept: [Record] = []
    kept.reserveCapacity(records.count)
    // The collections around the current node: where they end in the old table, and their
    // place in the new one.
    var open: [(behind: Int, record: Int)] = []
    func closeAll(endingBy index: Int) {
      while let last = open.last, last.behind <= index {
        kept[last.record].next = UInt32(kept.count)
        open.removeLast()
      }
    }
    var index = 0
    while index < records.count {
      closeAll(endingBy: index)
      var record = records[index]
      let next = Int(record.next)
      if record.isDropped, let parent = open.last, next < records.count {
        kept[parent.record].length -= 2
        index = Int(records[next].next)
        continue
      }
      record.next = UInt32(kept.count + 1)
      if record.kind != .scalar { open.append((next, kept.count)) }
      kept.append(record)
      index += 1
    }
    closeAll(endingBy: records.count)
    records = kept
  }
}
