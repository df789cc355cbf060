package import Diagnostics
internal import Glibc

/// What reading a log came to.
package struct LogReading: Sendable {
  /// How many events stand in an unbroken chain from the first one on.
  package internal(set) var count = 0
  /// The digest of the last of them; with `count`, what a seal keeps.
  package internal(set) var head: LineDigest?
  package internal(set) var opening: LogOpening?
  /// How many bytes stand behind the last whole line: an event that was not written to its end.
  package internal(set) var tornBytes = 0
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Whether there is a file that could be read.
  package internal(set) var isOpened = true
  /// The digests of the events asked for, by their numbers.
  var digests: [Int: LineDigest] = [:]

  /// Whether nothing is wrong; a torn tail and clocks that run backwards are no fault of the log.
  package var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// What to seal; nil for a log without events.
  package var seal: LogSeal? { head.map { LogSeal(length: count, head: $0) } }
}

/// Reads a round's log from its beginning and checks the chain as it goes.
package struct LogReader {
  private let path: String
  private let file: SourceFile
  private let round: String?

  /// - Parameters:
  ///   - path: where the log is.
  ///   - displayPath: its name in diagnostics.
  ///   - round: the id of the round that it must belong to.
  package init(_ path: String, displayPath: String? = nil, round: String? = nil) {
    self.path = path
    file = SourceFile(path: displayPath ?? path)
    self.round = round
  }

  /// Gives every event in order, up to the first that does not stand in the chain.
  ///
  /// The whole file is checked however few events are asked for. Of a log that is not sound the
  /// last event given may be the one that was changed.
  /// - Parameters:
  ///   - moment: only the events before the first one later than this: the log as of then.
  ///   - seals: seals that the log is to be compared with afterwards.
  ///   - take: is given each event.
  package func read(
    asOf moment: EventTime? = nil, seals: [LogSeal] = [], _ take: (RoundEvent) -> Void = { _ in }
  ) -> LogReading {
    do throws(LogFailure) {
      return check(try LogReader.open(path, file), asOf: moment, seals, take)
    } catch {
      var reading = LogReading()
      reading.diagnostics = error.diagnostics
      reading.isOpened = false
      return reading
    }
  }

  private func check(
    _ log: OpenFile, asOf moment: EventTime?, _ seals: [LogSeal], _ take: (RoundEvent) -> Void
  ) -> LogReading {
    var chain = LogChain(file: file, round: round, watched: Set(seals.map(\.length)))
    var isPast = false
    chain.check(LogLines(log.descriptor, size: log.size)) { event, _ in
      if let moment, event.content.time > moment { isPast = true }
      if !isPast { take(copy event) }
    }
    return chain.reading
  }

  /// Opens a log at a moment when no writer is in the middle of a line.
  static func open(_ path: String, _ file: SourceFile) throws(LogFailure) -> OpenFile {
    let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LogFailure(diagnostics: [.logUnreadable(file, error: errno)])
    }
    while flock(descriptor, LOCK_SH) != 0, errno == EINTR {}
    guard let log = OpenFile(owning: descriptor) else {
      throw LogFailure(diagnostics: [.logNoRegularFile(file)])
    }
    flock(descriptor, LOCK_UN)
    return log
  }

  /// All events, or those as of a moment.
  package func events(asOf moment: EventTime? = nil) -> (events: [RoundEvent], LogReading) {
    var events: [RoundEvent] = []
    let reading = read(asOf: moment) { events.append($0) }
    return (events, reading)
  }
}
