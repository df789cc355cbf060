internal import Dispatch
internal import Glibc
package import Grading
internal import Synchronization

/// Finds the rows whose dossier was read before: first in the order of the exports, then of lines.
///
/// Only rows that can be read take part: an unreadable one is told for what is wrong with it, and the
/// dossier's first readable row counts.
///
/// Two passes: one hashes every id, and only where two hashes are equal a second reads the records
/// again and compares the ids themselves. A row takes sixteen bytes until then, in memory or in a
/// temporary file; the result does not depend on which.
package struct RepeatSearch: Sendable {
  private let exports: [OpenExport]
  private let options: CountingOptions
  private let spill: SpillOptions
  /// The number of each export's source.
  private let sources: [UInt64]
  /// What decides whether a row can be read; nil: every row that has all its fields can.
  private let readable: (rules: DossierRules, units: [Unit])?

  /// Rows looked at again at once, at most.
  static let mostCandidates = 2 << 20
  private static let partitionBits: UInt64 = 8

  package init(
    _ exports: [OpenExport], _ options: CountingOptions = CountingOptions(),
    _ spill: SpillOptions = SpillOptions(), rules: DossierRules? = nil, units: [Unit] = []
  ) {
    readable = rules.map { rules in
      // Nothing of a dossier is decided here.
      var bare = rules
      (bare.exclusions, bare.lists, bare.subsets, bare.rates) = ([], [], [], [])
      return (bare, units)
    }
    self.exports = exports
    self.options = options
    self.spill = spill
    let names = exports.map(\.export.source)
    sources = names.map { name in UInt64(names.firstIndex(of: name) ?? 0) }
  }

  /// - Returns: for each export its rows that repeat a dossier, in their order.
  package func find() -> Result<[[RepeatedRow]], RepeatFailure> {
    find(lookingFor: []).map(\.repeated)
  }

  /// - Parameter wanted: ids of dossiers that any source should have.
  package func find(lookingFor wanted: [String]) -> Result<FoundRows, RepeatFailure> {
    let partitions = Partitions(count: 1 << Int(Self.partitionBits), spill)
    var isCut = false
    for (place, export) in exports.enumerated() {
      if let failure = hash(export, place, into: partitions, &isCut) { return .failure(failure) }
    }
    var found = exports.map { _ in [RepeatedRow]() }
    var entries: [HashedRow] = []
    var wanted = WantedIDs(wanted, seeds: Set(sources.map(Self.seed)), bits: Self.partitionBits)
    for partition in 0..<partitions.count {
      entries += HashedRow.repeated(in: partitions.take(partition)) { isThere in
        wanted.look(in: partition, isThere)
      }
      if partitions.failure != 0 { return .failure(spilled(partitions.failure)) }
      guard entries.count > Self.mostCandidates || partition == partitions.count - 1 else {
        continue
      }
      if let failure = compare(entries, &found) { return .failure(failure) }
      entries = []
    }
    return .success(
      FoundRows(
        repeated: found.map { $0.sorted { $0.offset < $1.offset } },
        absent: isCut ? [] : wanted.absent))
  }

  private static func seed(_ source: UInt64) -> UInt64 { source &* 0x9E37_79B9_7F4A_7C15 }

  private func spilled(_ error: Int32) -> RepeatFailure {
    RepeatFailure(export: nil, failure: CountFailure(error: error, isReading: false))
  }

  // MARK: Hashing

  private func hash(
    _ export: OpenExport, _ place: Int, into partitions: Partitions, _ isCut: inout Bool
  ) -> RepeatFailure? {
    var cutAfter: Int?
    let seed = Self.seed(sources[place])
    let file = UInt64(place) << 48
    let column = export.layout.columns[.dossier] ?? 0
    let read = readBlocks(of: export, options) {
      RowHasher(partitions)
    } take: { hasher, block, place in
      block.eachRecord(columnCount: export.layout.columnCount) { record, begin, _ in
        if record.isEmpty(column) { return }
        let key = DossierKey(record, column, &hasher.scratch)
        if key.length == 0 { return }
        let hash = key.hash(seed)
        hasher.writer.add(to: Int(truncatingIfNeeded: hash >> (64 - Self.partitionBits))) {
          $0.append(hash)
          $0.append(file | UInt64(truncatingIfNeeded: place.offset &+ begin))
        }
      }
    } cut: {
      cutAfter = $0
    }
    if cutAfter != nil { isCut = true }
    switch read {
    case .success(let hashers):
      for hasher in hashers { hasher.writer.flush() }
      return partitions.failure == 0 ? nil : spilled(partitions.failure)
    case .failure(let failure):
      return RepeatFailure(export: export.export.path, failure: failure)
    }
  }

  // MARK: Comparing

  /// Reads the rows again and keeps those whose ids are equal indeed.
  private func compare(_ entries: [HashedRow], _ found: inout [[RepeatedRow]]) -> RepeatFailure? {
    if entries.isEmpty { return nil }
    var rows: [UInt64: ReadRow] = [:]
    for (place, export) in exports.enumerated() {
      let offsets = entries.filter { $0.file == place }.map(\.offset).sorted()
      if offsets.isEmpty { continue }
      let plan = readable.map {
        CountingPlan(
          rules: $0.rules, records: CaseRecords(title: ""), units: $0.units,
          source: export.export.source)
      }
      let read = readBlocks(of: export, options) {
        RowReader(export, offsets, plan)
      } take: { reader, block, place in
        reader.take(block, place)
      }
      switch read {
      case .failure(let failure):
        return RepeatFailure(export: export.export.path, failure: failure)
      case .success(let readers):
        for reader in readers {
          for row in reader.rows { rows[UInt64(place) << 48 | UInt64(row.offset)] = row }
        }
      }
    }
    var start = 0
    while start < entries.count {
      let end = entries[start...].firstIndex { $0.hash != entries[start].hash } ?? entries.count
      add(entries[start..<end], rows, &found)
      start = end
    }
    return nil
  }

  /// Rows of equal hashes, in order: each repeats the first that has its id.
  private func add(
    _ entries: ArraySlice<HashedRow>, _ rows: [UInt64: ReadRow], _ found: inout [[RepeatedRow]]
  ) {
    var firsts: [(row: ReadRow, file: Int)] = []
    for entry in entries {
      guard let row = rows[entry.place], row.isReadable else { continue }
      let source = sources[entry.file]
      guard let first = firsts.first(where: { $0.row.id == row.id && sources[$0.file] == source })
      else {
        firsts.append((row, entry.file))
        continue
      }
      found[entry.file].append(
        RepeatedRow(
          offset: row.offset, line: row.line,
          first: RecordPlace(file: exports[first.file].export.path, line: first.row.line),
          isSame: first.row.content == row.content))
    }
  }
}

/// One worker of the first pass.
private final class RowHasher: @unchecked Sendable {
  let writer: PartitionWriter
  var scratch = ByteSink(capacity: 256)

  init(_ partitions: Partitions) { writer = PartitionWriter(partitions) }

  deinit {
    writer.deallocate()
    scratch.deallocate()
  }
}

/// A row and the hash of its id.
private struct HashedRow {
  let hash: UInt64
  /// The export's number in the upper sixteen bits, the row's offset below.
  let place: UInt64

  var file: Int { Int(place >> 48) }
  var offset: Int { Int(place & 0xFFFF_FFFF_FFFF) }

  /// The rows whose hash others have too, those of one hash behind each other, in order.
  /// - Parameter look: may ask whether any row has a hash.
  static func repeated(in bytes: [UInt8], look: ((UInt64) -> Bool) -> Void) -> [HashedRow] {
    bytes.withUnsafeBytes { bytes in
      let count = bytes.count / 16
      if count == 0 {
        look { _ in false }
        return []
      }
      func hash(_ row: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: row &* 16, as: UInt64.self)
      }
      var bits = 4
      while 1 << bits < 2 * count { bits += 1 }
      let mask = 1 << bits - 1
      let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << bits)
      slots.initialize(repeating: 0, count: 1 << bits)
      defer { slots.deallocate() }
      var repeated: Set<UInt64> = []
      for row in 0..<count {
        let hash = hash(row)
        var slot = Int(truncatingIfNeeded: hash >> 1) & mask
        while slots[slot] != 0, slots[slot] != hash { slot = (slot &+ 1) & mask }
        if slots[slot] == hash { repeated.insert(hash) } else { slots[slot] = hash }
      }
      look { hash in
        var slot = Int(truncatingIfNeeded: hash >> 1) & mask
        while slots[slot] != 0, slots[slot] != hash { slot = (slot &+ 1) & mask }
        return slots[slot] == hash
      }
      if repeated.isEmpty { return [] }
      return (0..<count).filter { repeated.contains(hash($0)) }.map { row in
        HashedRow(
          hash: hash(row),
          place: bytes.loadUnaligned(fromByteOffset: row &* 16 &+ 8, as: UInt64.self))
      }.sorted { ($0.hash, $0.place) < ($1.hash, $1.place) }
    }
  }
}
