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
  private let records: [IndexRecord]
  /// Numbers of events, group after group, and where each group begins.
  private let numbers: [UInt32]
  private let starts: [Int]

  /// How many groups there are: one a unit that has events, in the order of their first ones, and
  /// one for events about no unit.
  package var count: Int { starts.count - 1 }

  init(_ log: IndexedLog, upTo last: Int) throws(IndexUnfit) {
    self.log = log
    let all = try log.records(upTo: log.count)
    try log.checkLinks(all)
    records = Array(all.prefix(max(0, last)))
    var places: [UInt64: Int] = [:]
    var sizes: [Int] = []
    var groups: [UInt32] = []
    groups.reserveCapacity(records.count)
    var end: UInt64 = 0
    for record in records {
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
  }

  /// Reads a group: nearly always one unit's events, of more where they share what stands for them
  /// in the index.
  package func events(at group: Int) throws(IndexUnfit) -> [UnitEvents] {
    var units: [UnitEvents] = []
    for number in numbers[starts[group]..<starts[group + 1]] {
      let number = Int(number)
      let event = try log.event(number, records[number - 1])
      guard follows(event), isLatest(event) else { throw IndexUnfit() }
      if let place = units.firstIndex(where: { $0.unit == event.content.unit }) {
        units[place].events.append(event)
      } else {
        units.append((event.content.unit, [event]))
      }
    }
    return units
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
