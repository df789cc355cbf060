package import Diagnostics
internal import Glibc

/// The log of a round as it stood when it was opened, to be read from anywhere.
///
/// Beside a log of more than a few hundred events an index is kept (see `IndexFile`). It is never a
/// source: each time it is opened, the log's first line and the line of the last event that it
/// knows must come to the digests it keeps, at the places it keeps; events behind that one are read
/// and their chain is checked. Where anything does not fit, or there is no index, the whole log is
/// read and its chain checked, and a new index is made; where it cannot be written, all goes on
/// without. Each line that is read is hashed and held against the index.
///
/// What is not found in this way: a line between that was changed, as long as nobody reads it, and
/// a log and an index that were both changed to fit each other. `EventGroups` of all events reads
/// every line, and finds the first; only a full reading (`LogReader`, `log --verify`) with a seal
/// from elsewhere finds the second.
package struct IndexedLog: Sendable {
  /// How many events there are.
  package let count: Int
  /// The first event.
  package let first: RoundEvent?
  /// How long the log is and what its last event comes to; nil for one without events.
  package let seal: LogSeal?
  let log: OpenFile
  let disk: LogDisk
  let file: SourceFile
  private let index: IndexFile?
  /// Records of the events behind the last one that the index knows.
  private let recent: [IndexRecord]

  /// How many bytes of a log may be read each time before they are worth a place in an index.
  static let worth = 256 << 10

  /// The name of the index beside a log.
  package static let suffix = ".index"

  /// Opens a log.
  ///
  /// - Parameters:
  ///   - path: where the log is.
  ///   - displayPath: its name in diagnostics.
  ///   - round: the id of the round that it must belong to.
  ///   - rebuilding: whether an index that is there is passed over.
  /// - Returns: the log, or what is wrong with it. A last line that was not written to its end is
  ///   told; clocks that ran backwards are told by `LogReader` only.
  package static func open(
    _ path: String, displayPath: String? = nil, round: String? = nil, rebuilding: Bool = false
  ) -> (log: IndexedLog?, diagnostics: [Diagnostic]) {
    open(
      path, displayPath: displayPath, round: round, rebuilding: rebuilding, .system,
      worth: IndexedLog.worth)
  }

  static func open(
    _ path: String, displayPath: String?, round: String?, rebuilding: Bool = false, _ disk: LogDisk,
    worth: Int
  ) -> (log: IndexedLog?, diagnostics: [Diagnostic]) {
    let file = SourceFile(path: displayPath ?? path)
    // Before the log: it must not know more than the log had when its size was taken.
    let index = rebuilding ? nil : IndexFile(path + suffix, disk)
    do throws(LogFailure) {
      let log = try LogReader.open(path, file)
      return open(
        log, size: log.size, file, round: round, index, at: path + suffix, disk, worth: worth)
    } catch {
      return (nil, error.diagnostics)
    }
  }

  /// Opens the first bytes of a log that is open already.
  static func open(
    _ log: OpenFile, size: Int, _ file: SourceFile, round: String?, _ found: IndexFile?,
    at path: String, _ disk: LogDisk, worth: Int
  ) -> (log: IndexedLog?, diagnostics: [Diagnostic]) {
    var chain: LogChain?
    var index: IndexFile?
    var first: RoundEvent?
    if let found, let known = try? KnownEvents(found, log, size: size, file, disk),
      round.map({ known.first.content.opening?.round == $0 }) ?? true
    {
      index = found
      first = known.first
      chain = LogChain(file: file, behind: known.last)
    }
    var records: [IndexRecord] = []
    var last = index.flatMap { try? $0.record($0.header.count) }
    func follow(_ chain: inout LogChain, from place: Int) {
      chain.check(LogLines(log.descriptor, size: size, from: place)) { event, place in
        if event.sequence == 1 { first = copy event }
        let record = IndexRecord(event, place, after: last)
        records.append(record)
        last = record
      }
    }
    if var known = chain, let header = index?.header {
      follow(&known, from: header.end)
      chain = known.reading.isSound ? known : nil
    }
    if chain == nil {
      index = nil
      records = []
      last = nil
      var whole = LogChain(file: file, round: round, watched: [])
      follow(&whole, from: 0)
      chain = whole
    }
    guard let reading = chain?.reading else { return (nil, []) }
    let told = reading.diagnostics.filter { $0.code != .timeGoesBack }
    guard reading.isSound else { return (nil, told) }
    let opened = IndexedLog(
      count: reading.count, first: first, seal: reading.seal, log: log, disk: disk, file: file,
      index: index, recent: records)
    opened.keep(path, worth: worth)
    return (opened, told)
  }

  /// Writes what the index does not know yet, where that is worth it.
  private func keep(_ path: String, worth: Int) {
    guard let first, let seal, let last = recent.last,
      Int(last.end) - (recent.first.map { Int($0.offset) } ?? 0) > worth
    else { return }
    let header = IndexHeader(
      count: count, end: Int(last.end), first: index?.header.first ?? first.digest,
      last: seal.head)
    // A full disk, a folder that may not be written to: the next one tries again.
    if let index {
      try? index.add(recent, header)
    } else {
      try? IndexFile.make(path, recent, header, disk)
    }
  }

  // MARK: Records

  /// Whether all records are reached from the heads, in their order: no event of a unit is left out.
  func checkLinks(_ records: [IndexRecord]) throws(IndexUnfit) {
    guard let index else { return }
    var newest = [UInt64](repeating: 0, count: IndexHead.count)
    for (place, record) in records.prefix(indexed).enumerated() {
      let bucket = IndexHead.bucket(of: record.unit)
      guard record.previous == newest[bucket] else { throw IndexUnfit() }
      newest[bucket] = UInt64(place + 1)
    }
    guard try index.newest() == newest else { throw IndexUnfit() }
  }

  /// How many of the events the index knows.
  var indexed: Int { index?.header.count ?? 0 }

  func record(_ number: Int) throws(IndexUnfit) -> IndexRecord {
    guard (1...max(1, count)).contains(number) else { throw IndexUnfit() }
    if number > indexed {
      let place = number - indexed - 1
      guard recent.indices.contains(place) else { throw IndexUnfit() }
      return recent[place]
    }
    guard let index else { throw IndexUnfit() }
    return try index.record(number)
  }

  /// The records of the first events.
  func records(upTo number: Int) throws(IndexUnfit) -> [IndexRecord] {
    let known = min(number, indexed)
    var records: [IndexRecord] = []
    if known > 0, let index { records = try index.records(1..<known + 1) }
    records += recent.prefix(number - known)
    return records
  }

  /// Numbers of events that may be of a unit, in order.
  func numbers(of unit: UInt64, upTo last: Int) throws(IndexUnfit) -> [Int] {
    var numbers: [Int] = []
    if let index, indexed > 0 {
      let bucket = IndexHead.bucket(of: unit)
      var number = try index.head(bucket)
      while number > 0 {
        let (record, before) = try index.step(from: number, in: bucket)
        if number <= min(last, indexed), record.unit == unit { numbers.append(number) }
        number = before
      }
      numbers.reverse()
    }
    for (place, record) in recent.enumerated()
    where record.unit == unit && indexed + place < last {
      numbers.append(indexed + place + 1)
    }
    return numbers
  }
}

/// The first and the last event that an index knows, as they stand in the log.
private struct KnownEvents {
  let first: RoundEvent
  let last: LogLink

  init(
    _ index: IndexFile, _ log: OpenFile, size: Int, _ file: SourceFile, _ disk: LogDisk
  ) throws(IndexUnfit) {
    let header = index.header
    guard header.end <= size else { throw IndexUnfit() }
    func line(_ number: Int) throws(IndexUnfit) -> (LogLine, RoundEvent, LineDigest) {
      let record = try index.record(number)
      guard number > 1 || record.offset == 0, number < header.count || record.end == header.end
      else { throw IndexUnfit() }
      return try record.line(number, log, file, disk)
    }
    let (_, first, firstDigest) = try line(1)
    let (bytes, event, digest) = try line(header.count)
    guard firstDigest == header.first, digest == header.last else { throw IndexUnfit() }
    self.first = first
    last = LogLink(line: bytes, time: event.content.time, digest: digest)
  }
}

extension IndexRecord {
  /// The event's line in the log, if it is the one that the record was made of.
  func line(
    _ number: Int, _ log: OpenFile, _ file: SourceFile, _ disk: LogDisk
  ) throws(IndexUnfit) -> (LogLine, RoundEvent, LineDigest) {
    guard isUsable,
      var bytes = try? disk.bytes(place.lowerBound..<place.upperBound + 1, of: log.descriptor),
      bytes.popLast() == 0x0A
    else { throw IndexUnfit() }
    let line = LogLine(file: file, number: number, bytes: bytes)
    let digest = LineDigest(ofLine: line.bytes)
    guard agrees(with: digest), case .event(let event) = EventReading.read(line),
      event.sequence == number
    else { throw IndexUnfit() }
    return (line, event, digest)
  }
}
