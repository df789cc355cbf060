import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

@testable import EventLog

/// Several events are added together or not at all, and only after the log was asked.
struct LogBatchTests {
  let folder: TemporaryFolder
  let sample: SampleLog

  init() throws {
    folder = try TemporaryFolder()
    sample = try SampleLog()
  }

  private var path: String { folder.path("events.jsonl") }

  private func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  private func writer(_ disk: FaultyDisk = FaultyDisk(), worth: Int = 0) -> LogWriter {
    LogWriter(
      folder: folder.path, round: SampleLog.round, disk: disk.disk, displayPath: "events.jsonl",
      worth: worth)
  }

  private func failure(
    _ writer: LogWriter, _ contents: [EventContent],
    _ check: (LogState) -> [Diagnostic] = { _ in [] }
  ) -> [DiagnosticCode] {
    do {
      _ = try writer.append(contents, checking: check)
      return []
    } catch {
      return error.diagnostics.map(\.code)
    }
  }

  @Test func `events that are added together are those that are added one by one`() throws {
    let added = try writer().append(Array(sample.contents[..<6]))
    #expect(added.events == Array(sample.events[..<6]))
    #expect(added.seal == LogSeal(length: 6, head: sample.events[5].digest))
    let more = try writer().append(Array(sample.contents[6...]))
    #expect(more.events == Array(sample.events[6...]))
    #expect(try bytes() == Array(sample.lines.joined()))
    let nothing = try writer().append([])
    #expect(nothing.events.isEmpty && nothing.seal == more.seal)
    #expect(try bytes() == Array(sample.lines.joined()))
  }

  @Test func `the log is asked behind its lock, of what stands in it`() throws {
    try folder.write("events.jsonl", bytes: Array(sample.lines[..<9].joined()))
    var asked = 0
    _ = try writer().append([sample.contents[9]]) { state in
      asked += 1
      #expect(state.last == sample.events[8])
      #expect(state.seal == LogSeal(length: 9, head: sample.events[8].digest))
      #expect(state.events(of: "so-y-te").map(\.sequence) == [2, 3, 4, 5, 6, 7])
      #expect(state.events(of: "so-tu-phap").map(\.sequence) == [8, 9])
      #expect(state.events(of: nil).map(\.sequence) == [1])
      #expect(state.events(of: "so-noi-vu").isEmpty)
      #expect(state.event(5) == sample.events[4])
      #expect(state.event(0) == nil && state.event(10) == nil)
      // Nobody else can write meanwhile.
      let other = Glibc.open(path, O_RDWR)
      #expect(flock(other, LOCK_EX | LOCK_NB) != 0)
      close(other)
      return []
    }
    #expect(asked == 1)
    let other = Glibc.open(path, O_RDWR)
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    close(other)
    var empty: [RoundEvent]?
    try FileManager.default.removeItem(atPath: path)
    _ = try writer().append([sample.contents[0]]) { state in
      #expect(state.last == nil && state.seal == nil && state.count == 0)
      empty = state.events(of: nil)
      return []
    }
    #expect(empty == [])
  }

  @Test func `one error refuses all of them`() throws {
    let whole = Array(sample.lines[..<9].joined())
    try folder.write("events.jsonl", bytes: whole)
    let contents = Array(sample.contents[9...11])
    let file = SourceFile(path: "events.jsonl")
    let error = Diagnostic(
      .decisionRefused, at: SourceSpan(whole: file), Wording(vi: "không", en: "no"))
    #expect(failure(writer(), contents) { _ in [error] } == [.decisionRefused])
    var incomplete = contents
    incomplete[2].basis = nil
    #expect(failure(writer(), incomplete) == [.missingKey])
    #expect(try bytes() == whole)
    let warning = Diagnostic(
      .unsealedEvents, at: SourceSpan(whole: file), Wording(vi: "lưu ý", en: "note"))
    let added = try writer().append(contents) { _ in [warning] }
    #expect(added.warnings.map(\.code) == [.unsealedEvents])
    #expect(added.events.count == 3)
  }

  @Test func `what would be written is tried by the same checks and not written`() throws {
    let whole = Array(sample.lines[..<9].joined())
    let torn = whole + Array("{\"by\":".utf8)
    try folder.write("events.jsonl", bytes: torn)
    var contents = Array(sample.contents[9...11])
    contents[1].time = sample.contents[8].time
    var asked = 0
    let warnings = try writer().rehearse(contents) { state in
      asked += 1
      #expect(state.count == 9)
      return []
    }
    #expect(asked == 1)
    #expect(warnings.map(\.code) == [.timeGoesBack])
    #expect(try bytes() == torn)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().count == 1)
    contents[2].text = "\u{1B}[31m"
    let file = SourceFile(path: "events.jsonl")
    let error = Diagnostic(
      .decisionRefused, at: SourceSpan(whole: file), Wording(vi: "không", en: "no"))
    // A rule that refuses it is told before what keeps its line from being read.
    for (found, code) in [([], DiagnosticCode.badValue), ([error], .decisionRefused)] {
      #expect(failure(writer(), contents) { _ in found } == [code])
      #expect(throws: LogFailure.self) { try writer().rehearse(contents) { _ in found } }
      do { _ = try writer().rehearse(contents) { _ in found } } catch {
        #expect(error.diagnostics.map(\.code) == [code])
      }
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: LogFailure.self) { try writer().rehearse(contents) { _ in [] } }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a disk that is full after any byte takes none of them`() throws {
    let whole = Array(sample.lines[..<9].joined())
    try folder.write("events.jsonl", bytes: whole)
    let length = sample.lines[9...11].joined().count
    for space in stride(from: 0, to: length, by: 17) {
      let told = failure(writer(FaultyDisk(space: space)), Array(sample.contents[9...11]))
      #expect(told == [.fileUnwritable])
      #expect(try bytes() == whole)
    }
  }

  @Test func `clocks that run backwards within are told`() throws {
    try folder.write("events.jsonl", bytes: Array(sample.lines[..<9].joined()))
    var contents = Array(sample.contents[9...11])
    contents[1].time = sample.contents[8].time
    let added = try writer().append(contents)
    #expect(added.warnings.map(\.code) == [.timeGoesBack])
  }

  @Test func `nothing is added to a log that refuses to answer`() throws {
    var lines = sample.lines
    lines.remove(at: 3)
    let whole = Array(lines[..<9].joined())
    try folder.write("events.jsonl", bytes: whole)
    let told = failure(writer(), [sample.contents[10]]) { state in
      #expect(state.events(of: "so-y-te").isEmpty)
      return []
    }
    #expect(told == [.logBroken])
    #expect(try bytes() == whole)
  }

  @Test func `asking and adding cost the same however long the log is`() throws {
    let disks = [FaultyDisk(), FaultyDisk()]
    var costs: [Int] = []
    for (count, disk) in zip([300, 1500], disks) {
      let random = try RandomLog(count, units: count / 10, seed: 14)
      try folder.write("events.jsonl", bytes: random.bytes())
      _ = IndexedLog.open(
        path, displayPath: nil, round: RandomLog.round, FaultyDisk().disk, worth: 0)
      // As many events of the unit in both.
      let unit = try #require(random.units.first { random.numbers(of: $0, upTo: count).count == 8 })
      var content = random.events[count - 1].content
      content.unit = unit
      let added = try writer(disk, worth: 10_000).append([content, content]) { state in
        #expect(state.events(of: unit).count == 8)
        return []
      }
      #expect(added.seal?.length == count + 2)
      costs.append(disk.bytesRead)
    }
    #expect(costs[0] > 1000)
    #expect(costs[1] < 40_000)
    #expect(costs[1] <= costs[0] + 4096)
  }
}
