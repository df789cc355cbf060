import EventLog
import Grading
import TestSupport

/// A log of made-up units, of any length; its clock runs backwards now and then.
struct RandomLog {
  static let round = SampleLog.round

  let events: [RoundEvent]
  let units: [String]

  init(_ count: Int, units: Int, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    self.units = (1...units).map { "don-vi-\($0)" }
    var contents = [try SampleLog().contents[0]]
    let start = contents[0].time.day.number
    var minute = 0
    while contents.count < count {
      minute += Int.random(in: -3...20, using: &random)
      let day = CalendarDay(number: start + 1 + Int32(max(0, minute) / 1440))
      let time = EventTime(
        day, hour: max(0, minute) / 60 % 24, minute: max(0, minute) % 60, second: 0)
      var content = EventContent(
        time: time ?? contents[0].time, author: "to-giup-viec/01", role: "helper-team",
        kind: .locked)
      content.text = "lần \(contents.count)"
      if Int.random(in: 0..<8, using: &random) > 0 {
        content.unit = self.units.randomElement(using: &random)
      }
      contents.append(content)
    }
    events = SampleLog.chained(contents)
  }

  /// As another log up to one of its events, and behind it as a third one.
  init(_ start: RandomLog, upTo count: Int, then rest: RandomLog) {
    units = start.units
    events = SampleLog.chained(
      start.events.prefix(count).map(\.content) + rest.events.dropFirst(count).map(\.content))
  }

  /// Each line with its line feed.
  func bytes(_ range: Range<Int>? = nil) -> [UInt8] {
    Array(events[range ?? 0..<events.count].map { $0.line + [0x0A] }.joined())
  }

  /// The numbers of a unit's events.
  func numbers(of unit: String?, upTo last: Int) -> [Int] {
    events.prefix(last).filter { $0.content.unit == unit }.map(\.sequence)
  }
}
