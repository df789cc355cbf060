import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import EventLog

/// Through an index a log says what it says when it is read from its beginning, whatever became of
/// the index.
struct IndexedLogTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path("events.jsonl") }
  private var index: String { path + IndexedLog.suffix }

  private func open(
    worth: Int = 0, _ disk: FaultyDisk = FaultyDisk()
  ) -> (log: IndexedLog?, diagnostics: [Diagnostic]) {
    IndexedLog.open(
      path, displayPath: "events.jsonl", round: RandomLog.round, disk.disk, worth: worth)
  }

  private func write(_ bytes: [UInt8]) throws { try folder.write("events.jsonl", bytes: bytes) }

  private func hasIndex() -> Bool { FileManager.default.fileExists(atPath: index) }

  /// Holds every answer of an opened log against the events themselves.
  private func compare(
    _ log: IndexedLog?, _ random: RandomLog, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let log = try #require(log, sourceLocation: place)
    let events = random.events.prefix(log.count)
    #expect(log.seal == events.last.map { LogSeal(length: log.count, head: $0.digest) })
    #expect(log.first == events.first, sourceLocation: place)
    for last in [0, 1, log.count / 2, log.count] {
      for unit in random.units + [nil, "khong-co"] {
        let found = try log.events(of: unit, upTo: last)
        let numbers = random.numbers(of: unit, upTo: min(last, log.count))
        #expect(found.map(\.sequence) == numbers, sourceLocation: place)
        #expect(found == numbers.map { random.events[$0 - 1] }, sourceLocation: place)
      }
      let groups = try log.groups(upTo: last)
      var read: [RoundEvent] = []
      var units: Set<String?> = []
      for group in 0..<groups.count {
        for (unit, events) in try groups.events(at: group) {
          #expect(units.insert(unit).inserted, sourceLocation: place)
          #expect(events.allSatisfy { $0.content.unit == unit }, sourceLocation: place)
          #expect(events.map(\.sequence) == events.map(\.sequence).sorted())
          read += events
        }
      }
      read.sort { $0.sequence < $1.sequence }
      #expect(read == Array(events.prefix(last)), sourceLocation: place)
    }
  }

  @Test("as of every moment the index says what a full reading says", arguments: [1, 2, 3])
  func moments(seed: UInt64) throws {
    let random = try RandomLog(90, units: 5, seed: seed)
    try write(random.bytes(0..<60))
    #expect(open().log?.indexed == 0)
    try write(random.bytes())
    let opened = [open(worth: .max).log, open().log, open().log]
    #expect(opened.map { $0?.indexed } == [60, 60, 90])
    for log in opened {
      try compare(log, random)
      let log = try #require(log)
      let times = Set(random.events.flatMap { [$0.content.time, $0.content.time.before] })
      for time in times {
        let expected = random.events.prefix { $0.content.time <= time }.count
        #expect(try log.count(asOf: time) == expected)
      }
      #expect(try log.count(asOf: try moment("9999-12-31T23:59:59")) == 90)
      #expect(try log.count(asOf: try moment("0001-01-01T00:00:00")) == 0)
    }
  }

  @Test func `a short log has no index`() throws {
    let random = try RandomLog(30, units: 3, seed: 4)
    try write(random.bytes())
    try compare(open(worth: IndexedLog.worth).log, random)
    #expect(!hasIndex())
    try write([])
    #expect(open().log?.count == 0)
    #expect(!hasIndex())
  }

  @Test func `an index of another log, or of what the log was once, is not used`() throws {
    let random = try RandomLog(50, units: 4, seed: 5)
    let other = try RandomLog(50, units: 4, seed: 6)
    try write(other.bytes())
    _ = open()
    // Another log with the same first line.
    try write(random.bytes())
    #expect(open(worth: .max).log?.indexed == 0)
    try compare(open().log, random)
    #expect(open().log?.indexed == 50)
    // A copy from before; what was written since is other events.
    try write(random.bytes(0..<40))
    #expect(open(worth: .max).log?.indexed == 0)
    try compare(open().log, random)
    #expect(open().log?.indexed == 40)
    // The log ends in the middle of the last line that the index knows.
    try write(Array(random.bytes(0..<40).dropLast(3)))
    let torn = open(worth: .max)
    #expect(torn.log?.indexed == 0)
    #expect(torn.diagnostics.map(\.code) == [.logTorn])
    try compare(torn.log, random)
    // A log that is empty.
    try write([])
    #expect(open().log?.count == 0)
  }

  @Test func `whichever byte of an index is changed, the answers are right`() throws {
    let random = try RandomLog(40, units: 4, seed: 7)
    try write(random.bytes())
    _ = open()
    let whole = try Array(Data(contentsOf: URL(fileURLWithPath: index)))
    let heads = random.units.map { unit in
      IndexHeader.length + 8 * IndexHead.bucket(of: IndexRecord.hash(of: unit))
    }
    let records = IndexHeader.length + 8 * IndexHead.count
    #expect(whole.count == records + 40 * 56)
    var places = Array(stride(from: 0, to: 130, by: 9)) + heads.map { $0 + 3 }
    places += Array(stride(from: records, to: whole.count, by: 101))
    for place in places {
      var changed = whole
      changed[place] ^= 4
      try Data(changed).write(to: URL(fileURLWithPath: index))
      let (numbers, diagnostics) = IndexedLog.read(path, round: RandomLog.round) {
        log throws(IndexUnfit) in
        var numbers: [[Int]] = []
        for unit in random.units { numbers.append(try log.events(of: unit).map(\.sequence)) }
        return numbers
      }
      #expect(numbers == random.units.map { random.numbers(of: $0, upTo: 40) }, "byte \(place)")
      #expect(diagnostics.isEmpty)
    }
    for length in [0, 100, IndexHeader.length, records + 56, whole.count - 1] {
      try Data(whole.prefix(length)).write(to: URL(fileURLWithPath: index))
      let log = open().log
      #expect(log?.indexed == 0)
      try compare(log, random)
      try compare(open().log, random)
    }
  }

  @Test func `a line changed between is found by whoever reads it, and by whoever reads all`()
    throws
  {
    let random = try RandomLog(40, units: 4, seed: 8)
    try write(random.bytes())
    _ = open()
    let changed = try #require(random.events.dropFirst(10).first { $0.content.unit != nil })
    let text = String(decoding: random.bytes(), as: UTF8.self)
    let line = changed.sequence - 1
    try write(Array(text.replacing("lần \(line)\"", with: "lẩn \(line)\"").utf8))
    #expect(open().log?.indexed == 40)
    for unit in random.units {
      let (events, diagnostics) = IndexedLog.read(path) { log throws(IndexUnfit) in
        try log.events(of: unit)
      }
      if unit == changed.content.unit {
        #expect(events == nil)
        #expect(diagnostics.map(\.code) == [.logBroken])
      } else {
        #expect(events?.count == random.numbers(of: unit, upTo: 40).count)
      }
    }
    let (_, diagnostics) = IndexedLog.read(path) { log throws(IndexUnfit) in
      let groups = try log.groups(upTo: 40)
      for group in 0..<groups.count { _ = try groups.events(at: group) }
    }
    #expect(diagnostics.map(\.code) == [.logBroken])
  }

  @Test func `what is wrong with a log is told as a full reading tells it`() throws {
    let random = try RandomLog(40, units: 4, seed: 9)
    try write(random.bytes(0..<30))
    _ = open()
    try write(random.bytes(0..<30) + random.bytes(31..<40))
    for _ in 0..<2 {
      let opened = open()
      #expect(opened.log == nil)
      let reader = LogReader(path, displayPath: "events.jsonl", round: RandomLog.round)
      let expected = reader.read().diagnostics.filter { $0.code != .timeGoesBack }
      #expect(told(opened.diagnostics, .english) == told(expected, .english))
      #expect(opened.diagnostics.map(\.code) == [.logBroken])
    }
    try write(random.bytes(0..<30))
    let other = IndexedLog.open(path, round: "ninh-thuan-2017")
    #expect(other.log == nil && other.diagnostics.map(\.code) == [.roundMismatch])
    let missing = IndexedLog.open(folder.path("missing.jsonl"))
    #expect(missing.log == nil && missing.diagnostics.map(\.code) == [.fileMissing])
  }

  /// An index whose sums are right and whose contents are not.
  private func forge(
    _ random: RandomLog, time: (RoundEvent) -> EventTime = { $0.content.time },
    unit: (RoundEvent) -> String? = { $0.content.unit }
  ) throws {
    var records: [IndexRecord] = []
    var offset = 0
    for event in random.events {
      let line = event.line
      var content = event.content
      content.time = time(event)
      content.unit = unit(event)
      let forged = RoundEvent(
        sequence: event.sequence, previous: event.previous, content: content)
      let place = LinePlace(offset: offset, length: line.count, digest: event.digest)
      records.append(IndexRecord(forged, place, after: records.last))
      offset += line.count + 1
    }
    let header = IndexHeader(
      count: records.count, end: offset, first: random.events[0].digest,
      last: try #require(random.events.last).digest)
    try IndexFile.make(index, records, header, .system)
  }

  @Test func `a forged index moves no cut of the log and hides no event`() throws {
    let random = try RandomLog(60, units: 4, seed: 21)
    try write(random.bytes())
    let middle = random.events[30].content.time
    let expected = random.events.prefix { $0.content.time <= middle }.count
    let early = random.events[0].content.time
    let far = try moment("2100-01-01T00:00:00")
    func read() throws -> (count: Int, latest: EventTime?, ofRound: [Int])? {
      IndexedLog.read(path, round: RandomLog.round) { log throws(IndexUnfit) in
        let count = try log.count(asOf: middle)
        let groups = try log.groups(upTo: count)
        for group in 0..<groups.count { _ = try groups.events(at: group) }
        return (
          count, try log.latest(upTo: count), try log.events(of: nil, upTo: count).map(\.sequence)
        )
      }.result
    }
    let hidden = try #require(random.numbers(of: nil, upTo: expected).last)
    let forgeries: [() throws -> Void] = [
      // Later events are to slip into the past, earlier ones out of it.
      { try forge(random, time: { _ in early }) },
      { try forge(random, time: { $0.sequence > 10 ? far : $0.content.time }) },
      { try forge(random, time: { $0.sequence == 31 ? early : $0.content.time }) },
      // An event about the whole round is to be found among a unit's.
      { try forge(random, unit: { $0.sequence == hidden ? "don-vi-1" : $0.content.unit }) },
    ]
    for (place, forgery) in forgeries.enumerated() {
      try forgery()
      #expect(open(worth: .max).log?.indexed == 60, "the forgery is taken for an index")
      let found = try #require(try read())
      #expect(found.count == expected, "forgery \(place)")
      #expect(found.latest == random.events.prefix(expected).map(\.content.time).max())
      #expect(found.ofRound == random.numbers(of: nil, upTo: expected), "forgery \(place)")
      try FileManager.default.removeItem(atPath: index)
    }
    // A record that is passed over: its unit's next one leads to the one before it.
    try forge(random)
    let numbers = random.numbers(of: nil, upTo: 60)
    try #require(numbers.count > 3)
    let file = try #require(IndexFile(index, .system))
    var record = try file.record(numbers[2])
    record.previous = UInt64(numbers[0])
    record.seal(numbers[2], salt: file.header.salt)
    try LogDisk.system.put(
      [record], at: IndexHeader.length + 8 * IndexHead.count + (numbers[2] - 1) * 56,
      in: file.open.descriptor)
    let log = try #require(open(worth: .max).log)
    #expect(try log.events(of: nil).count == numbers.count - 1, "the forgery hides one")
    #expect(throws: IndexUnfit.self) { try log.groups(upTo: 60) }
  }

  @Test func `a disk that is full, or a process that is killed, costs only the index`() throws {
    let random = try RandomLog(60, units: 4, seed: 10)
    let header = IndexHeader.length
    let heads = 8 * IndexHead.count
    try write(random.bytes(0..<40))
    for space in [0, 100, header, header + heads, header + heads + 39 * 56] {
      try compare(open(FaultyDisk(space: space)).log, random)
      #expect(!hasIndex())
    }
    try compare(open(FaultyDisk(flushes: false)).log, random)
    #expect(!hasIndex())
    // What a killed process left of a new one is written over.
    try folder.write("events.jsonl.index.new", "rác")
    _ = open()
    #expect(open().log?.indexed == 40)
    #expect(!FileManager.default.fileExists(atPath: index + ".new"))
    // Twenty more are added, and whoever adds them stops after any of these bytes.
    try write(random.bytes())
    for space in [0, 56, 20 * 56 - 1, 20 * 56 + 5000, 20 * 56 + heads, 20 * 56 + heads + 60] {
      try compare(open(FaultyDisk(space: space)).log, random)
      try compare(open(worth: .max).log, random)
    }
    try compare(open().log, random)
    #expect(open().log?.indexed == 60)
    try compare(open().log, random)
  }

  @Test func `what was half added of a log that was put back is not taken for what came after`()
    throws
  {
    let random = try RandomLog(60, units: 12, seed: 15)
    try write(random.bytes(0..<40))
    _ = open()
    // Killed before the header was written.
    try write(random.bytes())
    _ = open(FaultyDisk(space: 20 * 56 + 8 * IndexHead.count))
    #expect(open(worth: .max).log?.indexed == 40)
    // A copy of the log from before is put back, and goes on otherwise.
    let other = RandomLog(random, upTo: 40, then: try RandomLog(60, units: 12, seed: 16))
    for count in [41, 50, 60] {
      try write(other.bytes(0..<count))
      try compareThroughReading(other, count)
      try compareThroughReading(other, count)
    }
  }

  /// As programs read: from the log alone where the index does not fit.
  private func compareThroughReading(_ random: RandomLog, _ count: Int) throws {
    _ = open()
    for unit in random.units + [nil] {
      let (events, diagnostics) = IndexedLog.read(path) { log throws(IndexUnfit) in
        try log.events(of: unit)
      }
      #expect(events?.map(\.sequence) == random.numbers(of: unit, upTo: count))
      #expect(diagnostics.isEmpty)
    }
  }

  @Test func `an index that is no file of its own is left alone`() throws {
    let random = try RandomLog(40, units: 4, seed: 12)
    try write(random.bytes())
    let elsewhere = try folder.write("elsewhere", "khác")
    symlink(elsewhere, index + ".new")
    try compare(open().log, random)
    #expect(try folder.lines(of: "elsewhere") == ["khác"])
    #expect(!hasIndex())
  }

  @Test func `many open the log at once while it grows`() throws {
    let random = try RandomLog(80, units: 4, seed: 13)
    try write(random.bytes(0..<40))
    let writer = LogWriter(
      folder: folder.path, round: RandomLog.round, disk: FaultyDisk().disk, worth: 2000)
    let contents = random.events.map(\.content)
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      if worker == 0 {
        for place in stride(from: 40, to: 80, by: 2) {
          let added = try? writer.append(Array(contents[place..<place + 2])) { state in
            let found = state.events(of: random.units[0]).map(\.sequence)
            #expect(found == random.numbers(of: random.units[0], upTo: place))
            return []
          }
          #expect(added?.events.count == 2)
        }
      } else {
        for _ in 0..<6 {
          let log = open(worth: 1000).log
          let unit = random.units[worker]
          let count = log?.count ?? 0
          #expect(count >= 40)
          let found = try? log?.events(of: unit).map(\.sequence)
          #expect(found == random.numbers(of: unit, upTo: count))
        }
      }
    }
    try compare(open().log, random)
    #expect(open().log?.count == 80)
  }
}

extension EventTime {
  /// A second earlier.
  fileprivate var before: EventTime {
    let second = Int(second)
    guard second > 0 else { return self }
    let moved = EventTime(
      day, hour: (second - 1) / 3600, minute: (second - 1) / 60 % 60, second: (second - 1) % 60)
    return moved ?? self
  }
}
