internal import Glibc

/// Compares two sides dossier by dossier.
///
/// One pass over each export writes a hash of each record's id and a digest of 128 bits, under a key
/// drawn for this comparison, of its id and content; where the two sides have one record each with
/// equal digests, it is the same. All others are read again and compared by their ids' and contents'
/// bytes. Both wait in temporary files when they are too many for memory. Ids are compared as bytes,
/// without quotes and blanks around them.
///
/// The order of differences: that of A's records, then of those that only B has.
/// - Parameter take: gets each difference.
package func compareRecords(
  _ a: [ComparedExport], _ b: [ComparedExport], _ options: ComparisonOptions = ComparisonOptions(),
  take: (RecordDifference) -> Void
) -> Result<RecordComparison, ComparisonFailure> {
  var run = ComparisonRun([a, b], options)
  do {
    try run.hash()
    try run.join()
    try run.report(take)
    return .success(run.result)
  } catch {
    return .failure(error)
  }
}

/// A row in both passes: the side in the upper bit, the export in fifteen, the offset below.
struct ComparedRow: Comparable {
  let code: UInt64

  init(code: UInt64) { self.code = code }

  init(side: Int, export: Int, offset: Int) {
    code = UInt64(side) << 63 | UInt64(export) << 48 | UInt64(offset)
  }

  var side: Int { Int(code >> 63) }
  var export: Int { Int(code >> 48 & 0x7FFF) }
  var offset: Int { Int(code & 0xFFFF_FFFF_FFFF) }

  static func < (left: ComparedRow, right: ComparedRow) -> Bool { left.code < right.code }
}

/// The passes over both sides.
private struct ComparisonRun {
  let sides: [[ComparedExport]]
  let options: ComparisonOptions
  /// The compared fields of each group.
  let fields: [[RecordField]]
  var result = RecordComparison()

  private let hashes: Partitions
  private let digest = KeyedDigest()
  private let seed = UInt64.random(in: 0...UInt64.max)
  private let halfSpill: SpillOptions
  /// By side and export: how far its records reach.
  private var sizes: [[Int]]
  /// Stretches of the output, and what was read of their records.
  private var order: OutputOrder
  private var contents: Partitions

  private static let partitionBits: UInt64 = 8

  init(_ sides: [[ComparedExport]], _ options: ComparisonOptions) {
    self.sides = sides
    self.options = options
    let all = sides.joined()
    fields = (0...(all.map(\.group).max() ?? 0)).map { group in
      comparedFields(all.filter { $0.group == group }.map(\.open)).compared
    }
    sizes = sides.map { $0.map { _ in 0 } }
    var half = options.spill
    half.memory /= 2
    halfSpill = half
    hashes = Partitions(count: 1 << Int(Self.partitionBits), half)
    order = OutputOrder(sizes, stretch: options.stretch)
    contents = Partitions(count: 0, half)
  }

  // MARK: First pass

  mutating func hash() throws(ComparisonFailure) {
    for (side, exports) in sides.enumerated() {
      var reading = ComparedReading()
      for (place, export) in exports.enumerated() {
        for hasher in try hash(export, side, place) {
          sizes[side][place] = max(sizes[side][place], hasher.reached)
          reading.add(hasher, export: place)
        }
      }
      if side == 0 { result.a = reading } else { result.b = reading }
    }
    order = OutputOrder(sizes, stretch: options.stretch)
    contents = Partitions(count: order.count, halfSpill)
  }

  private func hash(_ export: ComparedExport, _ side: Int, _ place: Int) throws(ComparisonFailure)
    -> [ContentHasher]
  {
    let (fields, digest, hashes) = (fields[export.group], digest, hashes)
    let seed = seed &+ UInt64(export.group) &* 0x9E37_79B9_7F4A_7C15
    let shift = 64 - Self.partitionBits
    let hashers = try read(export) {
      ContentHasher(export, fields, hashes)
    } take: { hasher, block, position in
      hasher.take(block, position) { id, content, offset in
        let hash = id.hash(seed)
        let value = digest.digest(content)
        hasher.writer.add(to: Int(truncatingIfNeeded: hash >> shift)) {
          $0.append(hash)
          $0.append(ComparedRow(side: side, export: place, offset: offset).code)
          $0.append(value.first)
          $0.append(value.second)
        }
      }
    }
    for hasher in hashers { hasher.writer.flush() }
    if hashes.failure != 0 { throw spilled(hashes.failure) }
    return hashers
  }

  private func read<Worker: Sendable>(
    _ export: ComparedExport, worker: @Sendable () -> Worker?,
    take: @Sendable (Worker, RecordBlock, BlockPlace) -> Void
  ) throws(ComparisonFailure) -> [Worker] {
    switch readBlocks(of: export.open, options.reading, worker: worker, take: take) {
    case .success(let workers): return workers
    case .failure(let failure):
      throw ComparisonFailure(export: export.open.export.path, failure: failure)
    }
  }

  private func spilled(_ error: Int32) -> ComparisonFailure {
    ComparisonFailure(export: nil, failure: CountFailure(error: error, isReading: false))
  }

  // MARK: Joining

  /// Finds what is not the same on both sides, and reads it again.
  mutating func join() throws(ComparisonFailure) {
    var candidates = Candidates(sizes)
    for partition in 0..<hashes.count {
      let found = HashedRecords(hashes.take(partition)).join { candidates.add($0, order: $1) }
      if hashes.failure != 0 { throw spilled(hashes.failure) }
      result.same += found.same
      result.a.repeated += found.repeated.a
      result.b.repeated += found.repeated.b
      guard candidates.count > options.mostCandidates || partition == hashes.count - 1 else {
        continue
      }
      try readAgain(&candidates)
    }
  }

  private func readAgain(_ candidates: inout Candidates) throws(ComparisonFailure) {
    let (order, contents) = (order, contents)
    for (side, exports) in sides.enumerated() {
      for (place, export) in exports.enumerated() {
        let rows = candidates.take(side, place)
        if rows.isEmpty { continue }
        let fields = fields[export.group]
        let readers = try read(export) {
          ContentCopier(export, fields, contents)
        } take: { copier, block, position in
          copier.take(block, position, rows, side: side, export: place, order)
        }
        for reader in readers { reader.writer.flush() }
        if contents.failure != 0 { throw spilled(contents.failure) }
      }
    }
  }

  // MARK: Reporting

  private func origin(of row: ComparedRow) -> CopiedRecords.Origin {
    let export = sides[row.side][row.export]
    return CopiedRecords.Origin(fields: fields[export.group], name: export.open.export.name)
  }

  mutating func report(_ take: (RecordDifference) -> Void) throws(ComparisonFailure) {
    for stretch in 0..<order.count {
      let copies = CopiedRecords(contents.take(stretch))
      if contents.failure != 0 { throw spilled(contents.failure) }
      let found = copies.compare(origin: origin(of:)) {
        result.add($0)
        take($0)
      }
      result.same += found.same
      result.a.repeated += found.repeated.a
      result.b.repeated += found.repeated.b
    }
  }
}

extension ComparedReading {
  fileprivate mutating func add(_ hasher: ContentHasher, export: Int) {
    rows += hasher.rows
    unreadable += hasher.unreadable
    guard let line = hasher.firstUnreadable else { return }
    let first = ComparedPlace(export: export, line: line)
    firstUnreadable = min(firstUnreadable ?? first, first)
  }
}

/// Stretches of the output in their order: A's exports, then B's.
struct OutputOrder: Sendable {
  private let starts: [[Int]]
  private let stretch: Int
  private let countOfA: Int
  let count: Int

  /// The most stretches: each costs every thread a few thousand bytes.
  private static let most = 512

  init(_ sizes: [[Int]], stretch: Int) {
    starts = sizes.map { sizes in sizes.indices.map { sizes[..<$0].reduce(0) { $0 + $1 + 1 } } }
    let totals = sizes.map { $0.reduce(0) { $0 + $1 + 1 } }
    let shortest = (totals.max() ?? 0) / OutputOrder.most + 1
    self.stretch = max(stretch, shortest)
    countOfA = totals[0] / self.stretch + 1
    count = countOfA + totals[1] / self.stretch + 1
  }

  func stretch(of row: ComparedRow) -> Int {
    let place = (starts[row.side][row.export] + row.offset) / stretch
    return row.side == 0 ? place : countOfA + place
  }
}

/// Rows that are to be read again, by side and export.
private struct Candidates {
  private var rows: [[[CandidateRow]]]
  private(set) var count = 0

  init(_ sizes: [[Int]]) { rows = sizes.map { $0.map { _ in [] } } }

  mutating func add(_ row: ComparedRow, order: ComparedRow) {
    rows[row.side][row.export].append(CandidateRow(offset: row.offset, order: order))
    count += 1
  }

  /// Those of one export, in the order of the file; they are gone afterwards.
  mutating func take(_ side: Int, _ export: Int) -> [CandidateRow] {
    var taken: [CandidateRow] = []
    swap(&taken, &rows[side][export])
    count -= taken.count
    taken.sort { $0.offset < $1.offset }
    return taken
  }
}

/// A row to read again, and the row whose place in the output is its own.
struct CandidateRow: Sendable {
  let offset: Int
  let order: ComparedRow
}
