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
  let folder: String
  /// Whether a file that was changed since is worth telling: not when the past is looked at.
  let tellsChanges: Bool
  /// Whether its result is locked as a whole, by itself or with the round.
  let isLocked: Bool

  /// - Parameter proposed: events about no unit that are not in the log yet.
  init(_ events: [RoundEvent], _ log: RoundLog, proposed: [RoundEvent] = []) {
    self.events = events
    file = log.file
    folder = log.folder
    tellsChanges = log.moment == nil
    submittedAt = events.first { $0.content.kind == .submitted }?.content.time.minute
    isLocked = UnitLog.isLocked(events + log.ofRound + proposed)
    var pins: [String: (event: Int, digest: String)] = [:]
    for event in events {
      for (path, digest) in event.content.files { pins[path] = (event.sequence, digest) }
    }
    self.pins = pins
  }

  /// The last lock or unlock of the whole, by number, decides; those of a stage or an item do not.
  private static func isLocked(_ events: [RoundEvent]) -> Bool {
    events.filter {
      ($0.content.kind == .locked || $0.content.kind == .unlocked) && $0.content.stage == nil
        && $0.content.subject == nil
    }.max { $0.sequence < $1.sequence }?.content.kind == .locked
  }

  /// The last amendment of the unit after publication.
  var amendment: RoundEvent? { events.last { $0.content.kind == .amended } }
}
