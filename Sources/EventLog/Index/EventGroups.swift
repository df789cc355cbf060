/// The events of a log up to one of them, unit by unit.
///
/// Only records are held; the events of a group are read when they are asked for, from any thread.
/// Whoever asks for all groups has read every line, and its chain was checked: each line against
/// its digest, and against the digest that the next one names it by. With it the index itself was
/// checked, as no sum over its own bytes could: that every record leads to the one before it in its
/// bucket and every bucket to its newest, and that the latest time it keeps is that of the lines.
package struct EventGroups: Sendable {
  /// The events of one unit, or of none, in their order.
  package typealias UnitEvents = (unit: String?, events: [RoundEvent])

  private let log: IndexedLog
  /// Of all events, those behind the last one too.
  let records: [IndexRecord]
  /// The last event that is asked for.
  let last: Int
  /// Numbers of events, group after group, and where each group begins.
  private let numbers: [UInt32]
  private let starts: [Int]

  /// How many groups there are: one a unit that has events, in the order of their first ones, and
  /// one for events about no unit.
  package let count: Int

  /// How many there are to the log's end.
  package var all: Int { starts.count - 1 }

  init(_ log: IndexedLog, upTo last: Int) throws(IndexUnfit) {
    self.log = log
    self.last = max(0, last)
    records = try log.records(upTo: log.count)
    try log.checkLinks(records)
    var places: [UInt64: Int] = [:]
    var sizes: [Int] = []
    var groups: [UInt32] = []
    groups.reserveCapacity(records.count)
    var end: UInt64 = 0
    var begun = 0
    for (place, record) in records.enumerated() {
      if place == last { begun = sizes.count }
      guard record.offset == end else { throw IndexUnfit() }
      end = record.end
      let group: Int
      if let known = places[record.unit] {
        group = known
      } else {
        group = sizes.count
        places[record.unit] = group
        sizes.append(0)
      }
      sizes[group] += 1
      groups.append(UInt32(group))
    }
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    var numbers = [UInt32](repeating: 0, count: records.count)
    for (place, group) in groups.enumerated() {
      numbers[next[Int(group)]] = UInt32(place + 1)
      next[Int(group)] += 1
    }
    self.starts = starts
    self.numbers = numbers
    count = last < records.count ? begun : sizes.count
  }

  /// Reads a group: nearly always one unit's events, of more where they share what stands for them
  /// in the index.
  /// - Parameter toTheEnd: whether events behind the last one are read too.
  package func events(
    at group: Int, toTheEnd: Bool = false
  ) throws(IndexUnfit) -> [UnitEvents] {
    var units: [UnitEvents] = []
    for number in numbers(of: group) where toTheEnd || number <= last {
      let event = try event(Int(number))
      if let place = units.firstIndex(where: { $0.unit == event.content.unit }) {
        units[place].events.append(event)
      } else {
        units.append((event.content.unit, [event]))
      }
    }
    return units
  }

  /// One event, held against the one before it.
  package func event(_ number: Int) throws(IndexUnfit) -> RoundEvent {
    guard records.indices.contains(number - 1) else { throw IndexUnfit() }
    let event = try log.event(number, records[number - 1])
    guard follows(event), isLatest(event) else { throw IndexUnfit() }
    return event
  }

  /// Numbers of a group's events to the log's end, in order.
  func numbers(of group: Int) -> ArraySlice<UInt32> { numbers[starts[group]..<starts[group + 1]] }

  /// Bytes of the log.
  func bytes(_ range: Range<Int>) throws(IndexUnfit) -> [UInt8] {
    guard let bytes = try? log.disk.bytes(range, of: log.log.descriptor) else {
      throw IndexUnfit()
    }
    return bytes
  }

  /// Whether an event names the line before it.
  private func follows(_ event: RoundEvent) -> Bool {
    guard let previous = event.previous else { return event.sequence == 1 }
    return event.sequence > 1 && records[event.sequence - 2].agrees(with: previous)
  }
}

extension EventGroups {
  /// Whether the latest time kept with an event is its own or that of the event before it.
  ///
  /// Where that holds of all events, each record keeps the latest time of all up to it.
  private func isLatest(_ event: RoundEvent) -> Bool {
    let before = event.sequence > 1 ? records[event.sequence - 2].latest : .min
    return records[event.sequence - 1].latest == max(before, event.content.time.number)
  }
}

extension IndexedLog {
  /// The events up to a number, unit by unit.
  package func groups(upTo last: Int) throws(IndexUnfit) -> EventGroups {
    try EventGroups(self, upTo: last)
  }
}
