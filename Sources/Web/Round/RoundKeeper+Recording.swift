package import Diagnostics
package import EventLog
internal import Grading
package import Loading

/// What a form about events was made from: whatever else happened there since, its sender has not
/// seen.
package struct Watch: Sendable {
  /// nil: events about no unit.
  package let unit: String?
  package let isWatched: @Sendable (EventContent) -> Bool
  /// The number of the last such event that was shown; 0: there was none.
  package let seen: Int
  /// Whatever happens to any unit, where it is about all of them.
  package var isOfAll = false

  package init(
    unit: String?, seen: Int, isWatched: @escaping @Sendable (EventContent) -> Bool
  ) {
    self.unit = unit
    self.seen = seen
    self.isWatched = isWatched
  }

  /// The events that it is about, in order; what happens to the whole round happens to each unit.
  package func events(_ loaded: LoadedRound) -> [RoundEvent] {
    var read = EventsByUnit(loaded)
    return events(&read)
  }

  /// The same beside other watches: a unit's events are read once for all of them.
  func events(_ read: inout EventsByUnit) -> [RoundEvent] {
    if isOfAll { return read.events(after: seen).filter { isWatched($0.content) } }
    return read.events(of: unit).filter { isWatched($0.content) }
  }
}

/// A log's events by the unit they concern, each unit's read when it is first asked for.
struct EventsByUnit {
  private let loaded: LoadedRound
  private var known: [String?: [RoundEvent]] = [:]

  init(_ loaded: LoadedRound) { self.loaded = loaded }

  /// Of every unit and of the round.
  func events(after seen: Int) -> [RoundEvent] { (try? loaded.log?.events(after: seen)) ?? [] }

  /// In order, with those of the whole round; nil: only those.
  mutating func events(of unit: String?) -> [RoundEvent] {
    if let events = known[unit] { return events }
    guard let log = loaded.log else { return [] }
    let own = unit.map { (try? log.events(of: $0)) ?? [] } ?? []
    let events = (own + log.ofRound).sorted { $0.sequence < $1.sequence }
    known[unit] = events
    return events
  }
}

/// What became of events that somebody wanted to record.
package enum Recording: Sendable {
  /// The number of the last of them.
  case done(Int)
  /// They are there already, from the same person: a form that was sent twice.
  case already(Int)
  /// Somebody was faster.
  case overtaken([RoundEvent])
  case refused([Diagnostic])
}

extension RoundKeeper {
  /// Does something beside which nothing is recorded, and nothing else that is done so.
  package func alone<Value: Sendable>(
    _ work: @Sendable (isolated RoundKeeper) throws -> Value
  ) rethrows -> Value {
    try work(self)
  }

  /// Records events, all or none; nothing when anything happened that the sender has not seen.
  package func record(
    _ recording: EventRecording, watching watch: Watch
  ) throws(KeeperFailure) -> Recording {
    try record(recording, watching: [watch])
  }

  /// The same of events about several units.
  package func record(
    _ recording: EventRecording, watching watches: [Watch]
  ) throws(KeeperFailure) -> Recording {
    let now = try snapshot()
    // What happens to the whole round is seen by each of them.
    var known: Set<Int> = []
    var newer: [RoundEvent] = []
    var read = EventsByUnit(now.loaded)
    for watch in watches {
      for event in watch.events(&read)
      where event.sequence > watch.seen && known.insert(event.sequence).inserted {
        newer.append(event)
      }
    }
    newer.sort { $0.sequence < $1.sequence }
    if let last = newer.last {
      let isRepeated =
        newer.count == recording.contents.count
        && zip(newer, recording.contents).allSatisfy { $0.content.says($1) }
      return isRepeated ? .already(last.sequence) : .overtaken(newer)
    }
    // What others recorded of the unit's other items stands in nobody's way.
    let recording =
      recording.knownEvents == now.loaded.log?.count
      ? recording : EventRecording(now.loaded, now.round, recording.contents)
    // What a rule says is plainer than what a reader of the log would.
    let broken = recording.problems.filter(\.isError)
    guard broken.isEmpty, recording.faults.isEmpty else {
      return .refused(broken.isEmpty ? recording.faults : broken)
    }
    do throws(LogFailure) {
      let appended = try recording.append()
      forget()
      return .done(appended.events.last?.sequence ?? 0)
    } catch {
      if error.isForbidden { return .refused(error.diagnostics) }
      throw error.diagnostics.first.map { .unwritable($0) } ?? .noLog(folder)
    }
  }
}

extension EventContent {
  /// Whether another says the same, whenever it was and whatever stood there before.
  func says(_ other: EventContent) -> Bool {
    var (own, other) = (self, other)
    other.time = own.time
    own.from = nil
    other.from = nil
    if own.decision == .accept {
      own.to = nil
      other.to = nil
    }
    return own == other
  }
}
