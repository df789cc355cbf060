internal import EventLog
internal import Grading
internal import Loading
internal import Procedure

/// What a round's log says to whom; it follows the log, so that an event is read once.
struct NoticeLedger: Sendable {
  /// Those who are told something.
  enum Audience: Hashable, Sendable {
    /// Everybody of a unit.
    case unit(String)
    /// Somebody of people.yaml.
    case person(String)
    /// Members of a council: `province`, or the id of a district.
    case council(String)
    case organiser
    case decider
    case everybody
  }

  private(set) var count = 0
  private var last: LineDigest?
  private var notices: [Audience: [Notice]] = [:]
  /// Who asked, by the number of the request.
  private var askers: [Int: String] = [:]
  private var requests: [String: ProcedureState] = [:]
  /// The digest of round.yaml.
  private var round: String?

  /// In the order of the log.
  subscript(audience: Audience) -> [Notice] { notices[audience] ?? [] }

  /// The numbers of a unit's requests for an explanation that still wait.
  func unanswered(_ unit: String) -> [Int] { requests[unit]?.unanswered ?? [] }

  /// Whether what a notice asks for was done since.
  func isSettled(_ notice: Notice) -> Bool {
    guard let event = notice.event, let state = notice.unit.flatMap({ requests[$0] }) else {
      return false
    }
    switch notice.kind {
    case .explanationAsked: return !state.unanswered.contains(event)
    case .onAgenda: return !state.undecided.contains(event)
    case .reconsiderationAsked: return !state.unreconsidered.contains(event)
    case .explained, .explanationDue, .proposed, .givenBack, .decided, .locked, .unlocked,
      .publication, .reconsiderationAnswered, .amended, .stageEnds, .deadlinesMoved, .disputed,
      .figureDecided, .dossiersAsked, .dossiersDecided:
      return false
    }
  }

  /// Takes what the log has beyond what was read before; all of it where that is not the same log.
  /// - Parameters:
  ///   - history: where files that were replaced are kept.
  ///   - council: the council that appraises a unit, by the unit's id.
  mutating func follow(_ log: RoundLog, history: RoundHistory, council: (String) -> String?) {
    if count > log.count { self = NoticeLedger() }
    guard var events = try? log.events(after: max(0, count - 1)) else { return }
    if count > 0, events.first?.digest != last {
      self = NoticeLedger()
      guard let all = try? log.events(after: 0) else { return }
      events = all
    } else if count > 0 {
      events.removeFirst()
    }
    for event in events { take(event, council, history) }
    if let event = events.last { last = event.digest }
    count += events.count
  }

  private mutating func take(
    _ event: RoundEvent, _ council: (String) -> String?, _ history: RoundHistory
  ) {
    let content = event.content
    if let unit = content.unit { requests[unit, default: ProcedureState()].take(event) }
    guard let (kind, audiences) = reading(event, council) ?? moving(event, history) else { return }
    let notice = Notice(
      key: "e\(event.sequence)", kind: kind, unit: content.unit, subject: content.subject,
      time: content.time, event: event.sequence, author: content.author,
      origin: event.digest.text)
    for audience in audiences { notices[audience, default: []].append(notice) }
  }

  private mutating func reading(
    _ event: RoundEvent, _ council: (String) -> String?
  ) -> (Notice.Kind, [Audience])? {
    let content = event.content
    let unit = content.unit
    let own = unit.map(Audience.unit)
    switch content.kind {
    case .explanationRequested:
      askers[event.sequence] = content.author
      return own.map { (.explanationAsked(due: content.due), [$0]) }
    case .explained:
      let asker = content.answers.flatMap { askers[$0] }
      return asker.map { (.explained, [.person($0)]) }
    case .agenda:
      return (.onAgenda, [.council(unit.flatMap(council) ?? Person.province)])
    case .decided: return own.map { (.decided, [$0]) }
    case .locked: return (.locked(stage: content.stage), [own ?? .everybody])
    case .unlocked: return (.unlocked(stage: content.stage), [own ?? .everybody])
    case .publication:
      guard case .text(let text)? = content.to, let state = PublicationState(rawValue: text) else {
        return nil
      }
      return (.publication(state), [NoticeLedger.audience(of: state)])
    case .reconsiderationAsked:
      return (
        .reconsiderationAsked,
        [.organiser, .council(unit.flatMap(council) ?? Person.province)]
      )
    case .reconsiderationAnswered: return own.map { (.reconsiderationAnswered, [$0]) }
    case .amended: return (.amended, [own ?? .everybody])
    case .corrected, .appraised:
      guard case .figure? = content.subject else { return nil }
      return own.map { (.figureDecided, [$0]) }
    case .opened, .submitted, .replaced, .met: return nil
    }
  }

  /// A round.yaml with other deadlines than the one before: everybody's business.
  private mutating func moving(
    _ event: RoundEvent, _ history: RoundHistory
  ) -> (Notice.Kind, [Audience])? {
    guard let digest = event.content.files[WebApplication.roundName] else { return nil }
    let before = round.flatMap(history.copy(of:)).flatMap { DeadlineText($0) }
    round = digest
    guard event.content.kind == .replaced, let before,
      let after = history.copy(of: digest).flatMap({ DeadlineText($0) })
    else { return nil }
    // Written otherwise is not moved.
    let moved = after.deadlines.filter { deadline in
      !before.deadlines.contains { $0.place == deadline.place && $0.last == deadline.last }
    }
    return moved.isEmpty ? nil : (.deadlinesMoved(moved), [.everybody])
  }

  /// Whose move is next; once it is published, everybody.
  private static func audience(of state: PublicationState) -> Audience {
    switch state {
    case .draft, .passed, .issued: .organiser
    case .submitted: .decider
    case .published, .amended: .everybody
    }
  }
}
