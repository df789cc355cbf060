package import EventLog

/// The events of a round for programs: the lines of the log as they stand, and the seal.
package struct EventLogJSON {
  private var events: [UInt8] = []

  package init() {}

  package mutating func write(_ event: RoundEvent) {
    events += (events.isEmpty ? "\n" : ",\n").utf8
    events += event.line
  }

  /// The whole document.
  package func bytes(_ reading: LogReading) -> [UInt8] {
    let seal = reading.seal.map { "\"\($0.text)\"" } ?? "null"
    return Array("{\"format\":\"parindex/log@1\",\"seal\":\(seal),\"events\":[".utf8)
      + events + Array("\n]}\n".utf8)
  }
}
