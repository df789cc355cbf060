import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import EventLog

/// A log is read as far as its chain holds, and what broke it is named.
struct LogReaderTests {
  let folder: TemporaryFolder
  let sample: SampleLog

  init() throws {
    folder = try TemporaryFolder()
    sample = try SampleLog()
  }

  private func reader(_ lines: [[UInt8]]) throws -> LogReader {
    let path = try folder.write("events.jsonl", bytes: Array(lines.joined()))
    return LogReader(path, displayPath: "events.jsonl", round: SampleLog.round)
  }

  @Test func `a whole log gives every event`() throws {
    let (events, reading) = try reader(sample.lines).events()
    #expect(events == sample.events)
    #expect(reading.count == 17)
    #expect(reading.opening?.round == SampleLog.round)
    #expect(reading.seal?.head == sample.events.last?.digest)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func `a log that is there and empty has no events`() throws {
    let (events, reading) = try reader([]).events()
    #expect(events.isEmpty && reading.seal == nil && reading.diagnostics.isEmpty)
  }

  @Test func `as of a moment is every event before the first one later`() throws {
    var sample = sample
    // The clock was an hour ahead for one event.
    sample.contents[6].time = try moment("2018-01-12T08:30:00")
    let reader = try reader(sample.lines)
    func last(_ time: String) throws -> Int? {
      reader.events(asOf: try moment(time)).events.last?.sequence
    }
    #expect(try last("2017-11-30T23:59:59") == nil)
    #expect(try last("2017-12-27T09:31:04") == 4)
    #expect(try last("2017-12-27T09:31:05") == 5)
    #expect(try last("2018-01-12T08:10:00") == 6)
    #expect(try last("2018-01-12T08:30:00") == 8)
    #expect(try last("2019-01-01T00:00:00") == 17)
  }

  @Test("what was done to a log is told", arguments: Language.allCases)
  func tampering(language: Language) throws {
    var text = ""
    for tampering in try Self.tamperings(sample) {
      let seal = tampering.seal ?? LogSeal(length: 15, head: sample.events[14].digest)
      let reading = try reader(tampering.lines).read(seals: [seal])
      let comparison = reading.compared(with: seal)
      let found =
        reading.diagnostics
        + [comparison.diagnostic(SourceFile(path: "events.jsonl"), seal)].compactMap(\.self)
      #expect(!found.isEmpty, "\(tampering.name)")
      #expect(misplaced(found, in: Array(tampering.lines.joined())).isEmpty)
      text += "# \(tampering.name): \(reading.count) events stand\n" + told(found, language)
    }
    expectGolden(text, "tampering.\(language.rawValue).txt")
  }

  private struct Tampering {
    let name: String
    let lines: [[UInt8]]
    var seal: LogSeal?
  }

  private static func tamperings(_ sample: SampleLog) throws -> [Tampering] {
    let lines = sample.lines
    var forged = sample.contents[8]
    forged.time = sample.contents[4].time
    let putIn = RoundEvent(sequence: 6, previous: sample.events[4].digest, content: forged)
    var edited = sample
    edited.contents[3].from = .text("3")
    var rewritten = sample
    rewritten.contents[14].text = "Không có gì"
    var backwards = sample
    backwards.contents[5].time = try moment("2017-12-27T09:31:04")
    func with(_ change: (inout [[UInt8]]) -> Void) -> [[UInt8]] {
      var changed = lines
      change(&changed)
      return changed
    }
    return [
      Tampering(name: "insert", lines: with { $0.insert(putIn.line + [0x0A], at: 5) }),
      Tampering(name: "repeat", lines: with { $0.insert(lines[2], at: 8) }),
      Tampering(name: "insert nonsense", lines: with { $0.insert(Array("{}\n".utf8), at: 8) }),
      Tampering(name: "delete", lines: with { $0.remove(at: 5) }),
      Tampering(name: "delete three", lines: with { $0.removeSubrange(5...7) }),
      Tampering(name: "delete the first", lines: with { $0.remove(at: 0) }),
      Tampering(name: "reorder", lines: with { $0.swapAt(4, 7) }),
      Tampering(name: "edit", lines: with { $0[3] = edited.lines[3] }),
      Tampering(name: "edit the first", lines: with { $0[0][1] = 0x20 }),
      Tampering(name: "replace by other bytes", lines: with { $0[6][40] = 0xFF }),
      Tampering(
        name: "edit the last",
        lines: with { $0[14] = rewritten.lines[14] }),
      Tampering(name: "rewrite from the fourth on", lines: edited.lines),
      Tampering(name: "truncate at a line", lines: with { $0.removeLast(4) }),
      Tampering(name: "truncate in a line", lines: with { $0[14].removeLast(20) }),
      Tampering(
        name: "swap with another round's log", lines: try SampleLog(round: "ninh-thuan-2017").lines),
      Tampering(
        name: "add behind the seal", lines: lines,
        seal: LogSeal(length: 12, head: sample.events[11].digest)),
      Tampering(
        name: "a clock that ran backwards", lines: backwards.lines,
        seal: LogSeal(length: 15, head: backwards.events[14].digest)),
      Tampering(
        name: "a line without an end",
        lines: with { $0[3] = Array(repeating: 0x61, count: RoundEvent.longestLine + 1) }),
    ]
  }

  @Test func `whichever line is deleted, moved or repeated, the first bad one is named`() throws {
    let lines = sample.lines
    for place in lines.indices.dropLast() {
      var deleted = lines
      deleted.remove(at: place)
      #expect(try reader(deleted).read().count == place)
      var moved = lines
      moved.swapAt(place, place + 1)
      #expect(try reader(moved).read().count == place)
      var repeated = lines
      repeated.insert(lines[place], at: place + 1)
      let reading = try reader(repeated).read()
      #expect(reading.count == place + 1)
      #expect(!reading.isSound)
    }
  }

  @Test func `whichever byte before the last line is changed, it is noticed`() throws {
    let lines = sample.lines
    let bytes = Array(lines.joined())
    let last = bytes.count - (lines.last?.count ?? 0)
    // Without its line feed the line before the last one is a torn last line.
    for place in stride(from: 0, to: last - 1, by: 41) {
      var changed = bytes
      changed[place] ^= 1
      let line = bytes[..<place].count { $0 == 0x0A } + 1
      let reading = try reader([changed]).read()
      #expect(!reading.isSound, "byte \(place)")
      // At the line itself, or where the next one is held against it.
      #expect((line - 1...line).contains(reading.count), "byte \(place)")
    }
  }

  @Test func `a seal is read as it is written`() throws {
    let seal = try #require(try reader(sample.lines).read().seal)
    #expect(seal.text.hasPrefix("17:"))
    #expect(LogSeal(parsing: seal.text) == seal)
    for text in ["", "15", "0" + seal.text, "0:" + seal.head.text, seal.text + ":1", "-1:ab"] {
      #expect(LogSeal(parsing: text) == nil, "\(text)")
    }
  }

  @Test("a log that cannot be read is told", arguments: Language.allCases)
  func unreadable(language: Language) throws {
    try folder.write("a/events.jsonl/x", "")
    symlink(try folder.write("b.jsonl", ""), folder.path("link.jsonl"))
    var text = ""
    for name in ["missing.jsonl", "a/events.jsonl", "link.jsonl"] {
      let reading = LogReader(folder.path(name), displayPath: name).read()
      #expect(!reading.isSound)
      text += told(reading.diagnostics, language)
    }
    expectGolden(text, "reading.\(language.rawValue).txt")
  }
}
