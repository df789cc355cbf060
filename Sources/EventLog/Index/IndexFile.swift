internal import Glibc

/// The index beside a log, `events.jsonl.index`: one record an event in the log's order, and for
/// each bucket of units its newest event, from which every record leads to the one before it.
///
/// A file of our own and no database: what is asked is a record by its number and a chain of them,
/// the log itself keeps what must not be lost, and an index is simply made again. Nothing in it is
/// believed: each record and each head carries a check against accidents, a line that is read
/// through it is hashed and compared, and whoever reads all lines holds the links and the times
/// that it keeps against them (`EventGroups`). Records behind the header's count are none: whoever
/// adds some writes records, then heads, waits for the disk, then writes the header. A process that
/// is killed in between leaves heads that lead to records behind the count, which are passed over.
///
/// Adding is done behind a lock on the index; a new one is written beside it and takes its place.
struct IndexFile {
  let open: OpenFile
  let header: IndexHeader
  private let disk: LogDisk

  private static let heads = IndexHeader.length
  private static let records = heads + IndexHead.count * MemoryLayout<IndexHead>.stride
  private static let stride = MemoryLayout<IndexRecord>.stride

  /// What is in the index's place, if it is one.
  init?(_ path: String, _ disk: LogDisk) {
    guard let open = OpenFile(path, O_RDWR) ?? OpenFile(path, O_RDONLY) else { return nil }
    self.open = open
    self.disk = disk
    while flock(open.descriptor, LOCK_SH) != 0, errno == EINTR {}
    defer { flock(open.descriptor, LOCK_UN) }
    guard let header = IndexFile.header(open, disk) else { return nil }
    self.header = header
  }

  private static func header(_ open: OpenFile, _ disk: LogDisk) -> IndexHeader? {
    (try? disk.bytes(0..<IndexHeader.length, of: open.descriptor)).flatMap { IndexHeader($0) }
  }

  // MARK: Reading

  /// The record of an event, whether it is within the count or behind it.
  func record(_ number: Int) throws(IndexUnfit) -> IndexRecord {
    guard number > 0, let record = try records(number..<number + 1).first else {
      throw IndexUnfit()
    }
    return record
  }

  /// The records of some events, each of them checked.
  func records(_ numbers: Range<Int>) throws(IndexUnfit) -> [IndexRecord] {
    let start = IndexFile.records + (numbers.lowerBound - 1) * IndexFile.stride
    guard
      let records = values(start, count: numbers.count, of: IndexRecord.self),
      zip(numbers, records).allSatisfy({ $1.isSealed($0, salt: header.salt) })
    else { throw IndexUnfit() }
    return records
  }

  /// The newest event of a bucket, perhaps behind the count; 0: none.
  func head(_ bucket: Int) throws(IndexUnfit) -> Int {
    let start = IndexFile.heads + bucket * MemoryLayout<IndexHead>.stride
    guard let head = values(start, count: 1, of: IndexHead.self)?.first,
      let number = head.number(bucket: bucket, salt: header.salt)
    else { throw IndexUnfit() }
    return Int(number)
  }

  /// A record of a bucket, and the number of the one before it there; 0: none.
  ///
  /// Behind the count a record may stand in the place of another one that a head leads to still:
  /// then its unit is of another bucket.
  func step(from number: Int, in bucket: Int) throws(IndexUnfit) -> (
    record: IndexRecord, before: Int
  ) {
    let record = try record(number)
    guard record.previous < UInt64(number), IndexHead.bucket(of: record.unit) == bucket else {
      throw IndexUnfit()
    }
    return (record, Int(record.previous))
  }

  /// The newest event of each bucket that is within the count; 0: none.
  func newest() throws(IndexUnfit) -> [UInt64] {
    guard let heads = values(IndexFile.heads, count: IndexHead.count, of: IndexHead.self) else {
      throw IndexUnfit()
    }
    var newest: [UInt64] = []
    newest.reserveCapacity(heads.count)
    for (bucket, head) in heads.enumerated() { newest.append(try known(head, bucket)) }
    return newest
  }

  private func values<Value: BitwiseCopyable>(
    _ start: Int, count: Int, of type: Value.Type
  ) -> [Value]? {
    let length = count * MemoryLayout<Value>.stride
    guard let bytes = try? disk.bytes(start..<start + length, of: open.descriptor) else {
      return nil
    }
    return bytes.withUnsafeBytes { bytes in
      (0..<count).map { place in
        bytes.loadUnaligned(fromByteOffset: place * MemoryLayout<Value>.stride, as: type)
      }
    }
  }

  // MARK: Writing

  /// Adds records behind the last one; does nothing where another process has or is about to.
  func add(_ new: [IndexRecord], _ changed: IndexHeader) throws {
    guard flock(open.descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    defer { flock(open.descriptor, LOCK_UN) }
    guard IndexFile.header(open, disk) == header else { return }
    guard var heads = values(IndexFile.heads, count: IndexHead.count, of: IndexHead.self) else {
      throw IndexUnfit()
    }
    var records = new
    try IndexFile.link(&records, &heads, header.count, header.salt) {
      bucket, head throws(IndexUnfit) in
      try known(head, bucket)
    }
    try disk.put(
      records, at: IndexFile.records + header.count * IndexFile.stride, in: open.descriptor)
    try disk.put(heads, at: IndexFile.heads, in: open.descriptor)
    try disk.settle(disk.flush(open.descriptor))
    try disk.put(changed.bytes, at: 0, in: open.descriptor)
  }

  /// The newest event of a bucket that is within the count.
  private func known(_ head: IndexHead, _ bucket: Int) throws(IndexUnfit) -> UInt64 {
    guard var number = head.number(bucket: bucket, salt: header.salt) else { throw IndexUnfit() }
    while number > UInt64(header.count) {
      number = try UInt64(step(from: Int(number), in: bucket).before)
    }
    return number
  }

  /// Makes a new index in the place of whatever is there; does nothing where another process does.
  static func make(
    _ path: String, _ records: [IndexRecord], _ header: IndexHeader, _ disk: LogDisk
  ) throws {
    // One name for all, so that what a killed process left is written over.
    let draft = path + ".new"
    guard let open = OpenFile(draft, O_RDWR | O_CREAT),
      flock(open.descriptor, LOCK_EX | LOCK_NB) == 0, open.isStill(draft)
    else { return }
    do {
      guard ftruncate(open.descriptor, 0) == 0 else { throw SystemFailure(error: errno) }
      var records = records
      var heads = (0..<IndexHead.count).map { IndexHead(0, bucket: $0, salt: header.salt) }
      try link(&records, &heads, 0, header.salt) { _, _ in 0 }
      try disk.put(header.bytes, at: 0, in: open.descriptor)
      try disk.put(heads, at: IndexFile.heads, in: open.descriptor)
      try disk.put(records, at: IndexFile.records, in: open.descriptor)
      try disk.settle(disk.flush(open.descriptor))
      guard rename(draft, path) == 0 else { throw SystemFailure(error: errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Leads each record to the one before it in its bucket, and each bucket to its newest.
  private static func link(
    _ records: inout [IndexRecord], _ heads: inout [IndexHead], _ count: Int, _ salt: UInt64,
    _ known: (Int, IndexHead) throws(IndexUnfit) -> UInt64
  ) throws(IndexUnfit) {
    var newest: [Int: UInt64] = [:]
    for place in records.indices {
      let number = count + place + 1
      let bucket = IndexHead.bucket(of: records[place].unit)
      if let last = newest[bucket] {
        records[place].previous = last
      } else {
        records[place].previous = try known(bucket, heads[bucket])
      }
      newest[bucket] = UInt64(number)
      records[place].seal(number, salt: salt)
    }
    for (bucket, number) in newest {
      heads[bucket] = IndexHead(number, bucket: bucket, salt: salt)
    }
  }
}

/// An index, or a line read through it, is not what the log comes to.
package struct IndexUnfit: Error {
  package init() {}
}
