package import EventLog
internal import Grading

/// What earlier events left behind that the rules of procedure ask about.
///
/// For an event about a unit it needs the events of that unit and those of the whole round, in
/// their order. For a lock or a step of publication it also needs the other units' locks and
/// unlocks. The latest time is that of all events, whoever they are about.
package struct ProcedureState: Sendable {
  struct Request: Sendable {
    let unit: String?
    let subject: EventSubject?
    let due: LocalMoment?
    /// The day on which it was asked.
    let day: CalendarDay
    /// The event that answered it or made it pointless.
    var closedBy: Int?

    mutating func close(_ event: Int) { closedBy = closedBy ?? event }

    /// Takes an answer, where it is one to this: of the same unit about the same item.
    mutating func answer(_ event: RoundEvent) {
      guard event.content.unit == unit, event.content.subject == subject else { return }
      close(event.sequence)
    }

    func isOpen(at time: EventTime) -> Bool {
      closedBy == nil && (due.map { time <= EventTime(endOf: $0) } ?? true)
    }
  }

  /// What is asked about.
  struct Matter: Hashable, Sendable {
    let unit: String?
    let subject: EventSubject?
  }

  struct AgendaPoint: Sendable {
    let sequence: Int
    let stage: String?
    let unit: String?
    let subject: EventSubject?
  }

  /// What the council decides in one of its stages.
  struct CouncilMatter: Hashable, Sendable {
    let stage: String?
    let matter: Matter
  }

  struct Meeting: Sendable {
    let sequence: Int
    let stage: String?
    let day: CalendarDay
    let attendance: [String]
  }

  private(set) var locks = LockHistory()
  /// Requests for an explanation by their numbers.
  private(set) var requests: [Int: Request] = [:]
  /// Those that nothing closed, by what they ask about.
  private var unclosed: [Matter: [Int]] = [:]
  /// Requests for reconsideration by their numbers.
  private(set) var reconsiderations: [Int: Request] = [:]
  private(set) var agenda: [AgendaPoint] = []
  private(set) var meetings: [Meeting] = []
  /// The last decision of the council on something, by its number: it used up its agenda point.
  private(set) var decisions: [CouncilMatter: Int] = [:]
  /// The latest time of the log so far; events themselves may go back behind it.
  package private(set) var latest: EventTime?
  /// Units that handed in.
  private(set) var submitted: Set<String> = []
  private(set) var publication = PublicationState.draft
  private(set) var published: EventTime?

  package init() {}

  /// Takes note of a time in the log, of an event that may be about another unit.
  package mutating func see(_ time: EventTime) { latest = max(latest ?? time, time) }

  /// Takes the next event.
  package mutating func take(_ event: RoundEvent) {
    let content = event.content
    see(content.time)
    switch content.kind {
    case .opened, .corrected, .replaced: break
    case .submitted: if let unit = content.unit { submitted.insert(unit) }
    case .appraised: closeRequest(event)
    case .decided:
      closeRequest(event)
      if content.settles { decisions[CouncilMatter(content)] = event.sequence }
    case .explanationRequested:
      requests[event.sequence] = Request(content)
      unclosed[Matter(content), default: []].append(event.sequence)
    case .explained:
      if let request = content.answers { requests[request]?.answer(event) }
    case .agenda:
      agenda.append(
        AgendaPoint(
          sequence: event.sequence, stage: content.stage, unit: content.unit,
          subject: content.subject))
    case .met:
      meetings.append(
        Meeting(
          sequence: event.sequence, stage: content.stage, day: content.time.day,
          attendance: content.attendance))
    case .locked: locks.take(event, isLock: true)
    case .unlocked: locks.take(event, isLock: false)
    case .publication: publish(content)
    case .reconsiderationAsked: reconsiderations[event.sequence] = Request(content)
    case .reconsiderationAnswered:
      if let asked = content.answers { reconsiderations[asked]?.answer(event) }
    case .amended: publication = .amended
    }
  }

  /// A decision makes what was asked about the same item pointless; rejected documents do not.
  private mutating func closeRequest(_ event: RoundEvent) {
    guard event.content.settles else { return }
    for number in unclosed.removeValue(forKey: Matter(event.content)) ?? [] {
      requests[number]?.close(event.sequence)
    }
  }

  /// The first request about something that still waits for its answer.
  func openRequest(about matter: Matter, at time: EventTime) -> Int? {
    unclosed[matter]?.first { requests[$0]?.isOpen(at: time) ?? false }
  }

  /// Requests for an explanation that nobody answered and no decision made pointless, in order.
  package var unanswered: [Int] {
    requests.filter { $0.value.closedBy == nil }.keys.sorted()
  }

  /// Requests to reconsider that nobody answered, by their numbers.
  package var unreconsidered: [Int] {
    reconsiderations.filter { $0.value.closedBy == nil }.keys.sorted()
  }

  /// Points of the agenda that the council has not decided since, by their numbers.
  package var undecided: [Int] {
    agenda.filter { point in
      let matter = Matter(unit: point.unit, subject: point.subject)
      let decision = decisions[CouncilMatter(stage: point.stage, matter: matter)]
      return decision.map { $0 < point.sequence } ?? true
    }.map(\.sequence)
  }

  private mutating func publish(_ content: EventContent) {
    guard case .text(let text)? = content.to, let state = PublicationState(rawValue: text) else {
      return
    }
    publication = state
    if state == .published { published = content.time }
  }

  /// Only recorded corrections change anything any more.
  var isPublished: Bool { publication == .published || publication == .amended }
}

extension ProcedureState.Request {
  fileprivate init(_ content: EventContent) {
    self.init(
      unit: content.unit, subject: content.subject, due: content.due, day: content.time.day)
  }
}

extension ProcedureState.Matter {
  init(_ content: EventContent) { self.init(unit: content.unit, subject: content.subject) }
}

extension ProcedureState.CouncilMatter {
  init(_ content: EventContent) {
    self.init(stage: content.stage, matter: ProcedureState.Matter(content))
  }
}

extension EventContent {
  /// Whether it settles what it is about; evidence that is rejected leaves that open.
  var settles: Bool { decision.map { $0 != .rejectEvidence } ?? false }
}
