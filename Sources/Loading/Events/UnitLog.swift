internal import Diagnostics
internal import EventLog
internal import Grading

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
  /// What it handed in last: the event's number and its files' paths in the round's folder; nil: it
  /// has not, or no file was noted.
  let handedIn: (event: Int, paths: Set<String>)?
  /// The files of the whole round that its log was opened on, with their digests.
  let ground: [String: String]
  /// Whether it hands in again now: what it handed in before need not be there any more.
  let isHandingIn: Bool
  let folder: String
  /// Whether a file that was changed since is worth telling: not when the past is looked at.
  let tellsChanges: Bool
  /// Whether its result is locked as a whole, by itself or with the round.
  let isLocked: Bool
  /// What its events were read as before; nil: they are to be read.
  var entries: [AppraisalEntry]?
  /// Events behind the moment, for whoever keeps what they are read as; nil: nobody does.
  var later: [RoundEvent]?

  /// - Parameters:
  ///   - proposed: events about no unit that are not in the log yet.
  ///   - isHandingIn: whether its files are read to be handed in.
  init(
    _ events: [RoundEvent], _ log: RoundLog, proposed: [RoundEvent] = [], isHandingIn: Bool = false
  ) {
    self.events = events
    file = log.file
    folder = log.folder
    tellsChanges = log.moment == nil
    submittedAt = events.first { $0.content.kind == .submitted }?.content.time.minute
    isLocked = UnitLog.isLocked(events + log.ofRound + proposed)
    self.isHandingIn = isHandingIn
    ground = log.ofRound.first?.content.files ?? [:]
    var pins: [String: (event: Int, digest: String)] = [:]
    var handedIn: (event: Int, paths: Set<String>)?
    for event in events {
      if event.content.kind == .submitted {
        // Whoever hands in anew takes the old files back, those too that are not handed in again.
        for path in handedIn?.paths ?? [] { pins[path] = nil }
        let paths = Set(event.content.files.keys)
        handedIn = paths.isEmpty ? nil : (event.sequence, paths)
      }
      for (path, digest) in event.content.files { pins[path] = (event.sequence, digest) }
    }
    self.pins = pins
    self.handedIn = handedIn
  }

  /// The event that handed in without a file, where it noted those that it brought.
  func leftOut(_ path: String) -> Int? {
    handedIn.flatMap { $0.paths.contains(path) ? nil : $0.event }
  }

  /// The last lock or unlock of the whole, by number, decides; those of a stage or an item do not.
  static func isLocked(_ events: [RoundEvent]) -> Bool {
    events.filter {
      ($0.content.kind == .locked || $0.content.kind == .unlocked) && $0.content.stage == nil
        && $0.content.subject == nil
    }.max { $0.sequence < $1.sequence }?.content.kind == .locked
  }

  /// The last amendment of the unit after publication.
  var amendment: RoundEvent? { events.last { $0.content.kind == .amended } }
}
