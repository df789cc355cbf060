package import Diagnostics
package import EventLog
internal import Grading

/// What a round's log says as of a moment.
///
/// Events are read where they are asked for: of one unit, of the whole round, or of all units beside
/// each other.
package struct RoundLog: Sendable {
  /// The round's folder.
  package let folder: String
  package let file: SourceFile
  /// The moment; nil: everything.
  package let moment: EventTime?
  /// How many events there are as of the moment.
  package let count: Int
  /// What the log came to then; nil without an event.
  package let seal: LogSeal?
  /// The latest time of them: that of the last one, unless a clock ran backwards.
  package let latest: EventTime?
  /// Events about no unit, in order.
  package let ofRound: [RoundEvent]
  private let log: IndexedLog

  /// Opens the log of a round; neither a log nor problems where it has none.
  /// - Parameters:
  ///   - folder: the round's folder.
  ///   - round: its id.
  ///   - rebuilding: whether an index that is there is passed over.
  package static func open(
    in folder: String, round: String, asOf moment: EventTime? = nil, rebuilding: Bool = false
  ) -> (log: RoundLog?, diagnostics: [Diagnostic]) {
    let path = FileAccess.path(LogWriter.usualName, besides: folder + "/")
    guard FileAccess.exists(path) else { return (nil, []) }
    let (opened, problems) = IndexedLog.open(path, round: round, rebuilding: rebuilding)
    guard let opened else { return (nil, problems) }
    let emptied: [Diagnostic] =
      opened.count == 0
      ? [.logWithoutEvents(SourceFile(path: path), severity: .warning)] : []
    do throws(IndexUnfit) {
      return (try RoundLog(opened, folder, path, moment), problems + emptied)
    } catch {
      guard !rebuilding else {
        return (nil, problems + [.logChanging(SourceFile(path: path))])
      }
      return open(in: folder, round: round, asOf: moment, rebuilding: true)
    }
  }

  private init(
    _ log: IndexedLog, _ folder: String, _ path: String, _ moment: EventTime?
  ) throws(IndexUnfit) {
    self.log = log
    self.folder = folder
    self.moment = moment
    file = SourceFile(path: path)
    let count = if let moment { try log.count(asOf: moment) } else { log.count }
    self.count = count
    latest = try log.latest(upTo: count)
    ofRound = try log.events(of: nil, upTo: count)
    if count == log.count {
      seal = log.seal
    } else {
      seal = count == 0 ? nil : LogSeal(length: count, head: try log.event(count).digest)
    }
  }

  /// Whether it has events behind the moment.
  package var goesOn: Bool { count < log.count }

  /// All events of a unit, in order.
  package func events(of unit: String) throws(IndexUnfit) -> [RoundEvent] {
    try log.events(of: unit, upTo: count)
  }

  /// The events behind the first so many, in order.
  package func events(after known: Int) throws(IndexUnfit) -> [RoundEvent] {
    var events: [RoundEvent] = []
    for number in (known + 1)..<max(known, count) + 1 { events.append(try log.event(number)) }
    return events
  }

  /// As `pins`, of a log that is not open; neither pins nor problems where there is no log.
  static func pins(
    in folder: String, round: String, asOf moment: EventTime? = nil
  ) -> (pins: [String: String], diagnostics: [Diagnostic]) {
    for rebuilding in [false, true] {
      let (log, problems) = open(in: folder, round: round, asOf: moment, rebuilding: rebuilding)
      guard let log else { return ([:], problems) }
      // An index that does not fit is made again.
      if let pins = try? log.pins() { return (pins, problems) }
    }
    let path = FileAccess.path(LogWriter.usualName, besides: folder + "/")
    return ([:], [.logChanging(SourceFile(path: path))])
  }

  /// The digests that files of the round's own had as of the moment, by their paths in its folder:
  /// of a file that the log names only later those that it had first.
  func pins() throws(IndexUnfit) -> [String: String] {
    var pins: [String: String] = [:]
    for event in try log.events(of: nil, upTo: log.count) {
      for (path, digest) in event.content.files {
        let earlier = event.content.earlierDigest(of: path)
        if event.sequence <= count {
          pins[path] = digest
        } else if pins[path] == nil {
          pins[path] = earlier ?? digest
        }
      }
    }
    return pins
  }

  /// The events unit by unit.
  func groups() throws(IndexUnfit) -> EventGroups { try log.groups(upTo: count) }

  /// The digests of all files that events bring or stand on.
  func filesNamed() throws(IndexUnfit) -> Set<String> {
    var digests: Set<String> = []
    let groups = try groups()
    for group in 0..<groups.count {
      for (_, events) in try groups.events(at: group) {
        for event in events { digests.formUnion(event.content.files.values) }
      }
    }
    return digests
  }

  /// What stands there, for asking what would be refused.
  package var state: LogState { LogState(log) }

  /// How far publication has come by the steps of the whole round; nil when no event says so.
  var publication: Publication? {
    ofRound.reduce(nil) { $1.content.publication(after: $0) }
  }

  /// Where the bytes with a digest are kept once a file was brought in.
  static func kept(_ digest: String, in folder: String) -> String {
    FileAccess.path("history/\(digest)", besides: folder + "/")
  }
}

extension EventContent {
  /// How far publication has come once this has happened.
  func publication(after before: Publication?) -> Publication? {
    var publication = before ?? Publication()
    switch kind {
    case .publication:
      guard case .text(let text)? = to, let state = PublicationState(rawValue: text) else {
        return before
      }
      publication.state = state
    case .amended: publication.state = .amended
    case .opened, .submitted, .corrected, .replaced, .appraised, .explanationRequested, .explained,
      .agenda, .met, .decided, .locked, .unlocked, .reconsiderationAsked, .reconsiderationAnswered:
      return before
    }
    if let basis {
      publication.decision = basis
      publication.date = time.day
    }
    return publication
  }
}
