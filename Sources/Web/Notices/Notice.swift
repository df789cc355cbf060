internal import EventLog
internal import Grading
internal import Loading

/// Something that a person must learn, as it follows from the log, the round's stages or a proposal
/// that waits; it is kept nowhere but there.
struct Notice: Hashable, Sendable {
  /// How many days before the end of a stage, or of the time for an answer, people are reminded.
  ///
  /// Pages mark what is due in red from the same day on.
  static let daysBefore = 3

  enum Kind: Hashable, Sendable {
    case explanationAsked(due: LocalMoment?)
    /// An answer came to what the reader asked.
    case explained
    /// The time for an answer ends soon.
    case explanationDue(LocalMoment)
    /// A proposal waits for the reader as second approver.
    case proposed
    /// What the reader proposed came back.
    case givenBack
    case onAgenda
    /// The council decided.
    case decided
    /// nil: every stage.
    case locked(stage: String?)
    case unlocked(stage: String?)
    case publication(PublicationState)
    case reconsiderationAsked
    case reconsiderationAnswered
    case amended
    case stageEnds(String, LocalMoment)
    /// Deadlines are others than before.
    case deadlinesMoved([DeadlineText.Deadline])
    /// A unit says that a figure of a register is wrong.
    case disputed
    /// A figure of a register was put right, or is said to stay.
    case figureDecided
    /// A unit explains dossiers, or asks to have them corrected.
    case dossiersAsked
    /// What a unit says of its dossiers was accepted, or not.
    case dossiersDecided(isAccepted: Bool)
  }

  /// Names it among all notices of the round: `e12`, an event's number; `p3`, a proposal's;
  /// `yso-y-te-…`, what a unit's requests about dossiers have in common.
  let key: String
  let kind: Kind
  /// nil: the whole round.
  let unit: String?
  let subject: EventSubject?
  let time: EventTime
  /// The number of the event; nil: it is none.
  let event: Int?
  /// Who acted, as people.yaml names them: they need not be told.
  let author: String?
  /// What it stands on, so that whatever is made of it can be named the same each time: the digest
  /// of the event's line, or what the proposal or the stage says.
  let origin: String
  /// What it asks for was done: it is nothing new any more, read or not.
  var isSettled = false

  /// The item's id, where it is about one.
  var item: String? {
    if case .item(let id)? = subject { id } else { nil }
  }

  /// The figure's name, where it is about one.
  var figure: String? {
    if case .figure(let name)? = subject { name } else { nil }
  }

  /// Whether an account that has read some has yet to learn of it.
  func isNew(besides read: Set<String>) -> Bool { !isSettled && !read.contains(key) }

  /// Whether a reminder is due: from some days before a moment until it is over.
  static func isNear(_ moment: LocalMoment, at time: EventTime) -> Bool {
    guard let first = moment.day.adding(days: -daysBefore) else { return true }
    return first <= time.day
  }

  static func isOver(_ moment: LocalMoment, at time: EventTime) -> Bool {
    EventTime(endOf: moment) < time
  }
}
