package import Diagnostics

extension IndexedLog {
  /// How many events there are as of a moment: all before the first one that is later.
  ///
  /// The first one behind them is read: it is later. That none of them is, is known once their
  /// groups were read (`EventGroups`); by itself the index would only say so.
  package func count(asOf moment: EventTime) throws(IndexUnfit) -> Int {
    // The latest time so far never falls: the first place where it is beyond the moment.
    var within = 0
    var beyond = count + 1
    while beyond - within > 1 {
      let middle = (within + beyond) / 2
      if try record(middle).latest <= moment.number { within = middle } else { beyond = middle }
    }
    guard within < count else { return within }
    guard try event(within + 1).content.time > moment else { throw IndexUnfit() }
    return within
  }

  /// The latest time of the first so many events; as true as `count(asOf:)`.
  package func latest(upTo number: Int) throws(IndexUnfit) -> EventTime? {
    number > 0 ? EventTime(number: try record(number).latest) : nil
  }

  /// One event.
  package func event(_ number: Int) throws(IndexUnfit) -> RoundEvent {
    try event(number, record(number))
  }

  func event(_ number: Int, _ record: IndexRecord) throws(IndexUnfit) -> RoundEvent {
    let (_, event, _) = try record.line(number, log, file, disk)
    guard IndexRecord.hash(of: event.content.unit) == record.unit else { throw IndexUnfit() }
    return event
  }

  /// The events of a unit in their order, without reading those of others.
  /// - Parameters:
  ///   - unit: nil for events that are about no unit: the opening, meetings, the publication.
  ///   - last: only events up to this number; nil: all.
  package func events(
    of unit: String?, upTo last: Int? = nil
  ) throws(IndexUnfit) -> [RoundEvent] {
    var events: [RoundEvent] = []
    for number in try numbers(of: IndexRecord.hash(of: unit), upTo: last ?? count) {
      let event = try event(number)
      if event.content.unit == unit { events.append(event) }
    }
    return events
  }

  /// Opens a log and reads from it; where a line is not what the index says, once more from the log
  /// alone.
  /// - Returns: nil and what is wrong, where the log cannot be used; beside a result, warnings.
  package static func read<Result>(
    _ path: String, displayPath: String? = nil, round: String? = nil,
    _ body: (IndexedLog) throws(IndexUnfit) -> Result
  ) -> (result: Result?, diagnostics: [Diagnostic]) {
    for rebuilding in [false, true] {
      let (log, diagnostics) = open(
        path, displayPath: displayPath, round: round, rebuilding: rebuilding)
      guard let log else { return (nil, diagnostics) }
      do throws(IndexUnfit) {
        return (try body(log), diagnostics)
      } catch {}
    }
    return (nil, [.logChanging(SourceFile(path: displayPath ?? path))])
  }
}
