package import Diagnostics
package import EventLog
package import Grading

/// What a round's log says as of a moment: the events themselves, and which bytes of which files
/// they stood on.
package struct RoundLog: Sendable {
  /// The round's folder.
  package let folder: String
  package let file: SourceFile
  /// What reading the whole log came to; it may go on behind the moment.
  package let reading: LogReading
  /// The moment; nil: everything.
  package let moment: EventTime?
  /// Events without a unit, in order.
  package private(set) var ofRound: [RoundEvent] = []
  private var ofUnits: [String: [RoundEvent]] = [:]
  /// The digests that files of the round's own had when they were last brought in, by path.
  private(set) var pins: [String: String] = [:]
  /// How far publication has come; nil when no event says so.
  package private(set) var publication: Publication?
  /// What the log came to at the moment; nil without an event.
  package private(set) var seal: LogSeal?
  /// How many events there are as of the moment.
  package private(set) var count = 0

  /// Reads the log of a round; nil when it has none.
  /// - Parameters:
  ///   - folder: the round's folder.
  ///   - round: its id.
  package init?(in folder: String, round: String, asOf moment: EventTime? = nil) {
    let path = FileAccess.path(LogWriter.usualName, besides: folder + "/")
    guard FileAccess.exists(path) else { return nil }
    self.folder = folder
    self.moment = moment
    file = SourceFile(path: path)
    var events: [String: [RoundEvent]] = [:]
    var own: [RoundEvent] = []
    var publication: Publication?
    var count = 0
    var last: RoundEvent?
    reading = LogReader(path, round: round).read(asOf: moment) { event in
      count += 1
      last = event
      publication = event.content.publication(after: publication)
      if let unit = event.content.unit {
        events[unit, default: []].append(event)
      } else {
        own.append(event)
      }
    }
    ofUnits = events
    ofRound = own
    self.count = count
    seal = last.map { LogSeal(length: count, head: $0.digest) }
    self.publication = publication
    for event in own { pins.merge(event.content.files) { _, new in new } }
  }

  /// All events of a unit, in order.
  package func events(of unit: String) -> [RoundEvent] { ofUnits[unit] ?? [] }

  /// All events, in order.
  package var all: [RoundEvent] {
    (ofRound + ofUnits.values.joined()).sorted { $0.sequence < $1.sequence }
  }

  /// Units that events name.
  package var units: [String] { ofUnits.keys.sorted() }

  /// What the log says of one unit.
  func unit(_ id: String) -> UnitLog { UnitLog(events(of: id), self) }

  /// Where the bytes with a digest are kept once a file was brought in.
  static func kept(_ digest: String, in folder: String) -> String {
    FileAccess.path("history/\(digest)", besides: folder + "/")
  }
}

/// What a round's log says of one unit.
struct UnitLog: Sendable {
  /// When it first handed in; nil: it has not.
  let submittedAt: LocalMoment?
  /// In order.
  let events: [RoundEvent]
  let file: SourceFile
  /// The events that last brought its files in, and the digests they had then, by path in the
  /// round's folder.
  let pins: [String: (event: Int, digest: String)]
  let folder: String
  /// Whether a file that was changed since is worth telling: not when the past is looked at.
  let tellsChanges: Bool
  /// Whether its result is locked as a whole, by itself or with the round.
  let isLocked: Bool

  init(_ events: [RoundEvent], _ log: RoundLog) {
    self.events = events
    file = log.file
    folder = log.folder
    tellsChanges = log.moment == nil
    submittedAt = events.first { $0.content.kind == .submitted }?.content.time.minute
    isLocked = UnitLog.isLocked(events + log.ofRound)
    var pins: [String: (event: Int, digest: String)] = [:]
    for event in events {
      for (path, digest) in event.content.files { pins[path] = (event.sequence, digest) }
    }
    self.pins = pins
  }

  /// The last lock or unlock of the whole, by number, decides; those of a stage or an item do not.
  private static func isLocked(_ events: [RoundEvent]) -> Bool {
    events.filter {
      [.locked, .unlocked].contains($0.content.kind) && $0.content.stage == nil
        && $0.content.subject == nil
    }.max { $0.sequence < $1.sequence }?.content.kind == .locked
  }
}

extension EventContent {
  /// How far publication has come once this has happened.
  fileprivate func publication(after before: Publication?) -> Publication? {
    var publication = before ?? Publication()
    switch kind {
    case .publication:
      guard case .text(let text)? = to, let state = PublicationState(rawValue: text) else {
        return before
      }
      publication.state = state
    case .amended: publication.state = .amended
    case .opened, .submitted, .corrected, .appraised, .explanationRequested, .explained, .agenda,
      .met, .decided, .locked, .unlocked, .reconsiderationAsked, .reconsiderationAnswered:
      return before
    }
    if let basis {
      publication.decision = basis
      publication.date = time.day
    }
    return publication
  }
}
