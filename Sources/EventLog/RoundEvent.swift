package import Grading

/// One event of a round: a line of its log, never edited.
package struct RoundEvent: Hashable, Sendable {
  /// From 1, without a gap.
  package let sequence: Int
  /// The digest of the line before; nil for the first event.
  package let previous: LineDigest?
  package let content: EventContent

  package init(sequence: Int, previous: LineDigest?, content: EventContent) {
    self.sequence = sequence
    self.previous = previous
    self.content = content
  }
}

/// What an event says, before it has its place in a log.
package struct EventContent: Hashable, Sendable {
  package var time: EventTime
  /// Who acted, as people.yaml names them.
  package var author: String
  /// What they acted as: `unit`, `helper-team`, `council`.
  package var role: String
  package var kind: EventKind

  /// The round and what it stood on; the first event's only.
  package var opening: LogOpening?
  /// The id of the unit; nil: the whole round.
  package var unit: String?
  package var subject: EventSubject?
  /// The stage's id.
  package var stage: String?
  package var decision: EventDecision?
  /// What stood there before.
  package var from: EventValue?
  /// What stands there now.
  package var to: EventValue?
  /// The points given by hand lie outside of what the rule can give.
  package var isBeyondRule = false
  /// Documents that are rejected, or that are asked about; empty: all of the item's.
  package var documents: [String] = []
  /// A ground of the round's closed list.
  package var ground: String?
  /// The free words: a reason, an explanation, what a lock covers.
  package var text: String?
  /// The legal basis: `141/QĐ-UBND ngày 19/01/2018`.
  package var basis: String?
  /// Ids of documents that bear the event out.
  package var evidence: [String] = []
  /// Until when an answer is due.
  package var due: LocalMoment?
  /// The number of the event that this one answers.
  package var answers: Int?
  /// The second approver, where one is needed.
  package var approver: String?
  /// Who was at a meeting, as people.yaml names them.
  package var attendance: [String] = []
  /// How the council voted.
  package var vote: EventVote?
  /// SHA-256 of the files that the event brings or stands on, by their path in the round's folder.
  package var files: [String: String] = [:]

  package init(time: EventTime, author: String, role: String, kind: EventKind) {
    self.time = time
    self.author = author
    self.role = role
    self.kind = kind
  }
}

extension EventContent {
  /// Whether it says anything in words; blanks say nothing.
  package var hasText: Bool { text?.contains { !$0.isWhitespace } ?? false }

  /// What a file that it replaces was before.
  package func earlierDigest(of path: String) -> String? {
    guard kind == .replaced, case .inputs(let digests)? = from else { return nil }
    return digests[path]
  }
}

/// What the first event of a log says of the round.
package struct LogOpening: Hashable, Sendable {
  package static let format = "parindex/events@1"

  /// The round's id.
  package let round: String

  package init(round: String) { self.round = round }
}

/// How many voted how.
package struct EventVote: Hashable, Sendable {
  package let inFavour: Int
  package let against: Int
  package let abstaining: Int

  package init(inFavour: Int, against: Int, abstaining: Int) {
    self.inFavour = inFavour
    self.against = against
    self.abstaining = abstaining
  }
}

/// What within a unit an event is about.
package enum EventSubject: Hashable, Sendable {
  /// An item of the criteria, by its id.
  case item(String)
  /// A figure of another office, by its dotted name.
  case figure(String)
}

/// What an event changes from or to.
package enum EventValue: Hashable, Sendable {
  /// Points, a figure or a state, as files write them: `0.75`, `2017-12-27`, `passed`.
  case text(String)
  /// Inputs by their names, as files write them.
  case inputs([String: String])

  package static func points(_ points: Exact) -> EventValue { .text(points.canonicalText) }

  /// The points, where it is a number.
  package var points: Exact? {
    switch self {
    case .text(let text): Exact(parsing: text)
    case .inputs: nil
    }
  }
}
