extension RoundEvent {
  /// Events with their places in a new log, each naming the one before it.
  package static func chain(_ contents: [EventContent]) -> [RoundEvent] {
    var events: [RoundEvent] = []
    events.reserveCapacity(contents.count)
    var previous: LineDigest?
    for content in contents {
      let event = RoundEvent(sequence: events.count + 1, previous: previous, content: content)
      previous = event.digest
      events.append(event)
    }
    return events
  }

  /// The bytes of a log that holds these events and nothing else.
  package static func log(_ events: [RoundEvent]) -> [UInt8] {
    var bytes: [UInt8] = []
    for event in events {
      bytes += event.line
      bytes.append(0x0A)
    }
    return bytes
  }
}
