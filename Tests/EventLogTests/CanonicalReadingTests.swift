import Diagnostics
import TestSupport
import Testing

@testable import EventLog

/// Lines are read the short way only where the long way finds the same event.
struct CanonicalReadingTests {
  private func long(_ bytes: [UInt8]) -> RoundEvent? {
    let line = LogLine(file: SourceFile(path: "events.jsonl"), number: 1, bytes: bytes)
    guard case .event(let event) = EventReading.examine(line) else { return nil }
    return event
  }

  @Test func `what the program writes is read the short way`() throws {
    for event in try SampleLog().events {
      #expect(CanonicalReading.event(event.line) == event)
      #expect(long(event.line) == event)
    }
  }

  @Test func `a text in a form that needs composing is left to the long way`() throws {
    var sample = try SampleLog()
    sample.contents[9].text = "計画"
    let line = sample.events[9].line
    #expect(CanonicalReading.event(line) == nil)
    #expect(long(line) == sample.events[9])
  }

  @Test func `a line with faults is never read the short way as something else`() throws {
    let lines = try SampleLog().events.map(\.line)
    var random = SplitMix64(seed: 11)
    var taken = 0
    for round in 0..<3000 {
      let line = mutated(lines[round % lines.count], &random)
      guard let event = CanonicalReading.event(line) else { continue }
      taken += 1
      #expect(event == long(line), "\(String(decoding: line, as: UTF8.self))")
    }
    #expect(taken > 0)
  }

  @Test func `whichever letter of a line is another, both ways agree`() throws {
    let signs: [UInt8] = [0x00, 0x20, 0x22, 0x30, 0x5C, 0x61, 0x7F, 0x80, 0xC2, 0xE2, 0xFF]
    for (number, event) in try SampleLog().events.enumerated() {
      let line = event.line
      for place in stride(from: number % 3, to: line.count, by: 3) {
        var changed = line
        changed[place] = signs[(place + number) % signs.count]
        if let event = CanonicalReading.event(changed) {
          #expect(event == long(changed), "\(String(decoding: changed, as: UTF8.self))")
        }
      }
    }
  }

  /// What the mutations hardly ever come upon.
  @Test(
    "what only a whole value shows is refused as well",
    arguments: [
      (10, #""sequence":10"#, #""sequence":010"#), (10, #""sequence":10"#, #""sequence":1"#),
      (9, #""to":"1.5""#, #""to":"1.50""#), (9, #""to":"1.5""#, #""to":{"a":"1"}"#),
      (4, #""to":{"completed":"17","planned":"20"}"#, #""to":{"planned":"20","completed":"17"}"#),
      (4, #""to":{"completed":"17","planned":"20"}"#, #""to":{"planned":"20","planned":"20"}"#),
      (6, #""answers":5"#, #""answers":6"#), (6, #""phu-luc-1""#, #""ke-hoach-cchc""#),
      (7, #""item":"2.3.1","#, ""), (7, #""item":"2.3.1""#, #""figure":"reports.late""#),
      (12, #""to":"issued""#, #""to":"isued""#),
      (12, #""basis":"141/QĐ-UBND ngày 19/01/2018","#, ""),
      (1, "events@1", "events@2"), (1, #""kind":"opened""#, #""kind":"locked""#),
      (5, "2018-01-08T17:00", "2018-01-08 17:00"), (10, "Điểm", "Đi\u{2028}ểm"),
      (10, "Điểm", "Đi\u{85}ểm"), (10, "Điểm", #"\u0110iểm"#), (10, "Điểm", #"Đi\/ểm"#),
      (10, #"}"#, #"} "#), (9, #""beyond_rule":true"#, #""beyond_rule":false"#),
    ])
  func refused(event: Int, old: String, new: String) throws {
    let line = String(decoding: try SampleLog().events[event - 1].line, as: UTF8.self)
    let changed = Array(line.replacing(old, with: new).utf8)
    #expect(changed != Array(line.utf8))
    #expect(CanonicalReading.event(changed) == nil)
    #expect(long(changed) == nil)
  }
}
