import Foundation
import TestSupport
import Testing

@testable import EventLog

/// That a group's events are still what they were is found without reading them as events.
struct KnownGroupsTests {
  private let folder: TemporaryFolder
  private let random: RandomLog
  private var path: String { folder.path("events.jsonl") }

  init() throws {
    folder = try TemporaryFolder()
    random = try RandomLog(60, units: 4, seed: 31)
    try folder.write("events.jsonl", bytes: random.bytes())
  }

  private func groups(upTo last: Int = 60) throws -> EventGroups {
    let opened = IndexedLog.open(
      path, displayPath: "events.jsonl", round: RandomLog.round, .system, worth: 0)
    return try #require(opened.log).groups(upTo: last)
  }

  private func digests(_ groups: EventGroups) -> [[UInt8]] {
    (0..<groups.all).map { groups.digest(of: $0) }
  }

  /// The group of an event.
  private func group(_ number: Int, _ groups: EventGroups) throws -> Int {
    try #require((0..<groups.all).first { groups.numbers(of: $0).contains(UInt32(number)) })
  }

  @Test func `groups go on to the log's end for whoever asks`() throws {
    let whole = try groups()
    for last in [1, 7, 30, 60] {
      let cut = try groups(upTo: last)
      #expect(cut.all == whole.count)
      #expect(digests(cut) == digests(whole))
      for group in 0..<cut.all {
        let events = try whole.events(at: group).flatMap(\.events)
        #expect(try cut.events(at: group, toTheEnd: true).flatMap(\.events) == events)
        #expect(
          try cut.events(at: group).flatMap(\.events) == events.filter { $0.sequence <= last })
        #expect((group < cut.count) == events.contains { $0.sequence <= last })
      }
    }
  }

  @Test func `a line that was changed is found up to the moment, wherever it is`() throws {
    #expect(try groups().stretches == 1)
    try groups().check(stretch: 0)
    let whole = random.bytes()
    let lines = whole.split(separator: 0x0A)
    var start = 0
    for (place, line) in lines.enumerated() {
      var bytes = whole
      bytes[start + line.count / 2] ^= 1
      start += line.count + 1
      // The index knows the first and the last line by itself.
      guard place > 0, place < lines.count - 1 else { continue }
      try folder.write("events.jsonl", bytes: bytes)
      let before = try groups(upTo: place)
      try before.check(stretch: 0)
      let after = try groups(upTo: place + 1)
      #expect(throws: IndexUnfit.self) { try after.check(stretch: 0) }
    }
  }

  @Test func `what is kept of an event changes its own group and that of the next`() throws {
    let before = try groups()
    let digests = digests(before)
    for number in [2, 17, 40] {
      for change in [0, 1] {
        let file = try #require(IndexFile(path + IndexedLog.suffix, .system))
        let whole = try file.record(number)
        let event = random.events[number - 1]
        var content = event.content
        if change == 1 { content.time = try #require(EventTime(parsing: "2100-01-01T00:00:00")) }
        let digest = change == 0 ? random.events[0].digest : event.digest
        let place = LinePlace(offset: Int(whole.offset), length: Int(whole.length), digest: digest)
        var forged = IndexRecord(
          RoundEvent(sequence: number, previous: event.previous, content: content), place,
          after: try file.record(number - 1))
        forged.previous = whole.previous
        forged.seal(number, salt: file.header.salt)
        let offset = IndexHeader.length + 8 * IndexHead.count + (number - 1) * 56
        try LogDisk.system.put([forged], at: offset, in: file.open.descriptor)
        let after = try groups()
        let touched = try Set([group(number, before), group(number + 1, before)])
        for group in 0..<before.all {
          #expect((after.digest(of: group) == digests[group]) == !touched.contains(group))
        }
        try LogDisk.system.put([whole], at: offset, in: file.open.descriptor)
      }
    }
  }
}
