import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import EventLog

/// An event is added whole and behind the last one, or not at all.
struct LogWriterTests {
  let folder: TemporaryFolder
  let sample: SampleLog

  init() throws {
    folder = try TemporaryFolder()
    sample = try SampleLog()
  }

  private var path: String { folder.path("events.jsonl") }

  private func bytes(_ name: String = "events.jsonl") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
  }

  private func writer(_ disk: FaultyDisk = FaultyDisk()) -> LogWriter {
    LogWriter(
      folder: folder.path, round: SampleLog.round, disk: disk.disk, displayPath: "events.jsonl")
  }

  private func failure(_ writer: LogWriter, _ content: EventContent) -> [Diagnostic] {
    do {
      _ = try writer.append(content)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `events are added one by one and read back`() throws {
    let writer = LogWriter(folder: folder.path, round: SampleLog.round)
    for (content, event) in zip(sample.contents, sample.events) {
      let added = try writer.append(content)
      #expect(added.event == event)
      #expect(added.seal == LogSeal(length: event.sequence, head: event.digest))
      #expect(added.warnings.isEmpty)
    }
    #expect(try bytes() == Array(sample.lines.joined()))
    #expect(LogReader(path, round: SampleLog.round).events().events == sample.events)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode.map { $0 & 0o133 } == 0)
  }

  @Test func `a torn last line of any length is kept beside the log and written over`() throws {
    // A short log: it is read some hundred times.
    var sample = sample
    sample.contents = [0, 1, 9].map { sample.contents[$0] }
    let lines = sample.lines
    let whole = Array(lines[..<2].joined())
    let last = lines[2]
    for length in 0..<last.count {
      try folder.write("events.jsonl", bytes: whole + last.prefix(length))
      let before = LogReader(path).read()
      #expect(before.count == 2 && before.isSound)
      #expect(before.tornBytes == length)
      let added = try writer().append(sample.contents[2])
      #expect(added.event.sequence == 3)
      #expect(added.warnings.map(\.code) == (length == 0 ? [] : [.logTorn]))
      #expect(try bytes() == whole + last)
      if length > 0 {
        #expect(try bytes("events.jsonl.torn-\(length)") == Array(last.prefix(length)))
      }
    }
  }

  @Test func `a last line that ends and is no JSON is torn too`() throws {
    let whole = Array(sample.lines.dropLast().joined())
    let zeros = [UInt8](repeating: 0, count: 100) + [0x0A]
    try folder.write("events.jsonl", bytes: whole + zeros)
    #expect(LogReader(path).read().tornBytes == 101)
    #expect(try writer().append(try #require(sample.contents.last)).event.sequence == 17)
    #expect(try bytes("events.jsonl.torn-1") == zeros)
    #expect(LogReader(path).read().diagnostics.isEmpty)
  }

  @Test func `a log whose only line was torn begins anew`() throws {
    try folder.write("events.jsonl", bytes: Array(sample.lines[0].dropLast(9)))
    #expect(try writer().append(sample.contents[0]).event == sample.events[0])
    #expect(try bytes() == sample.lines[0])
  }

  @Test func `a disk that is full after any byte leaves the log as it was`() throws {
    let whole = Array(sample.lines.prefix(9).joined())
    try folder.write("events.jsonl", bytes: whole)
    for space in 0..<sample.lines[9].count {
      let told = failure(writer(FaultyDisk(space: space)), sample.contents[9])
      #expect(told.map(\.code) == [.fileUnwritable])
      #expect(try bytes() == whole)
    }
    #expect(try writer().append(sample.contents[9]).event == sample.events[9])
  }

  @Test func `what cannot even be taken back is set aside by the next writer`() throws {
    try folder.write("events.jsonl", bytes: Array(sample.lines.prefix(9).joined()))
    for space in [1, 50, 200] {
      let told = failure(writer(FaultyDisk(space: space, cuts: false)), sample.contents[9])
      #expect(told.map(\.code) == [.fileUnwritable])
      let reading = LogReader(path).read()
      #expect(reading.count == 9 && reading.isSound && reading.tornBytes > 0)
    }
    #expect(try writer().append(sample.contents[9]).event == sample.events[9])
    #expect(LogReader(path).read().diagnostics.isEmpty)
  }

  @Test func `an event that does not reach the disk is not acknowledged`() throws {
    let whole = Array(sample.lines.prefix(9).joined())
    try folder.write("events.jsonl", bytes: whole)
    let told = failure(writer(FaultyDisk(flushes: false)), sample.contents[9])
    #expect(told.map(\.code) == [.fileUnwritable])
    #expect(try bytes() == whole)
  }

  @Test func `a torn line that cannot be kept is not taken away`() throws {
    let torn = Array(sample.lines.prefix(9).joined()) + sample.lines[9].prefix(80)
    try folder.write("events.jsonl", bytes: torn)
    #expect(failure(writer(FaultyDisk(space: 79)), sample.contents[9]).count == 1)
    #expect(try bytes() == torn)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["events.jsonl"])
  }

  @Test func `an event costs the same however long the log is`() throws {
    var contents = sample.contents
    var costs: [Int] = []
    for length in [20, 500] {
      while contents.count < length { contents.append(sample.contents[9]) }
      let lines = SampleLog.chained(contents).map { $0.line + [0x0A] }
      try folder.write("events.jsonl", bytes: Array(lines.joined()))
      let disk = FaultyDisk()
      #expect(try writer(disk).append(sample.contents[9]).event.sequence == length + 1)
      costs.append(disk.bytesRead)
    }
    #expect(costs[1] < 10_000)
    #expect(costs[1] <= costs[0] + 4096)
  }

  @Test func `a clock that runs backwards is recorded as it is`() throws {
    try folder.write("events.jsonl", bytes: Array(sample.lines.prefix(9).joined()))
    var early = sample.contents[9]
    early.time = try moment("2018-01-15T14:29:59")
    let added = try writer().append(early)
    #expect(added.event.content.time == early.time)
    #expect(added.warnings.map(\.code) == [.timeGoesBack])
    let reading = LogReader(path).read()
    #expect(reading.count == 10 && reading.isSound)
    #expect(reading.diagnostics.map(\.code) == [.timeGoesBack])
  }

  @Test("what is not written is told", arguments: Language.allCases)
  func refusals(language: Language) throws {
    var text = ""
    func refuse(_ name: String, _ log: [UInt8]?, _ content: EventContent) throws {
      if let log { try folder.write("events.jsonl", bytes: log) }
      let problems = failure(writer(), content)
      #expect(!problems.isEmpty, "\(name)")
      text += "# \(name)\n" + told(problems, language)
      if let log { #expect(try bytes() == log, "\(name)") }
    }
    let nine = Array(sample.lines.prefix(9).joined())
    try refuse("no opening", nil, sample.contents[1])
    #expect(try bytes().isEmpty)
    try refuse("a second opening", nine, sample.contents[0])
    var incomplete = sample.contents[3]
    incomplete.stage = nil
    incomplete.to = .text("một")
    try refuse("an event that says too little", nine, incomplete)
    var long = sample.contents[9]
    long.text = String(repeating: "a", count: RoundEvent.longestLine)
    try refuse("a text without end", nine, long)
    let other = Array(try SampleLog(round: "ninh-thuan-2017").lines.joined())
    try refuse("the log of another round", other, sample.contents[9])
    try refuse("opening another round", [], try SampleLog(round: "ninh-thuan-2017").contents[0])
    let noEvent = Array("{\"kind\":\"locked\"}\n".utf8)
    try refuse("an end that is no event", nine + noEvent, sample.contents[9])
    let garbage = Array("abc\nabc\n".utf8)
    try refuse("an end that is no JSON twice", nine + garbage, sample.contents[9])
    try refuse("a head that is no event", noEvent + sample.lines[1], sample.contents[9])
    try FileManager.default.removeItem(atPath: path)
    symlink(try folder.write("elsewhere/events.jsonl", bytes: nine), path)
    try refuse("a link", nil, sample.contents[9])
    #expect(try bytes("elsewhere/events.jsonl") == nine)
    try FileManager.default.removeItem(atPath: path)
    try folder.write("events.jsonl/x", "")
    try refuse("a folder in its place", nil, sample.contents[9])
    try FileManager.default.removeItem(atPath: path)
    mkfifo(path, 0o600)
    try refuse("a pipe in its place", nil, sample.contents[9])
    let nowhere = LogWriter(
      folder: folder.path("missing"), round: SampleLog.round, disk: FaultyDisk().disk,
      displayPath: "events.jsonl")
    text += "# no folder\n" + told(failure(nowhere, sample.contents[0]), language)
    try FileManager.default.removeItem(atPath: path)
    let torn = nine + sample.lines[9].dropLast(30)
    try folder.write("events.jsonl", bytes: torn)
    text += "# a torn line\n" + told(try writer().append(sample.contents[9]).warnings, language)
    expectGolden(text, "writing.\(language.rawValue).txt")
  }
}
