internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of a meeting that was to be recorded.
enum MeetingOutcome: Sendable {
  case hindered(Hindrance)
  case unreadable
  case nobodyPresent
  case recording(Recording)
}

extension WebApplication {
  /// Who can be present: members of the account's own council who are in office.
  func members(_ visit: Visit, _ rights: Rights, _ account: Account) -> [Person] {
    let council = rights.council(of: account) ?? Person.province
    return rights.people.values.filter {
      $0.role == .council && $0.council == council && $0.isInOffice(on: visit.now.local.day)
    }.sorted { $0.id < $1.id }
  }

  /// Meetings that an account may know of, in order: of its own council; of all for those that run
  /// or audit the whole round.
  func meetings(_ snapshot: RoundSnapshot, _ rights: Rights, _ account: Account) -> [RoundEvent] {
    let isOwn = WebApplication.isMeeting(of: rights.council(of: account), rights.people)
    return (snapshot.loaded.log?.ofRound ?? []).filter { isOwn($0.content) }
  }

  /// - Parameter council: nil, or the province's: of any council.
  private static func isMeeting(
    of council: String?, _ people: [String: Person]
  ) -> @Sendable (EventContent) -> Bool {
    { content in
      guard content.kind == .met else { return false }
      guard let council, council != Person.province else { return true }
      return ([content.author] + content.attendance).contains { people[$0]?.council == council }
    }
  }

  /// Records the meeting that the visit's form tells of.
  /// - Parameter time: when it was; nil: now.
  func meeting(_ visit: Visit, at time: EventTime? = nil) async throws -> MeetingOutcome {
    if let hindrance = try hindrance(visit, of: .recordMeeting) { return .hindered(hindrance) }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account,
      let person = rights.person(of: account),
      let seen = visit.seen
    else { return .unreadable }
    var content = EventContent(
      time: visit.now.local, author: person.id, role: person.role.rawValue, kind: .met)
    content.stage = snapshot.plan.stages.current([.council], at: visit.now.local)?.id
    // Whoever else is named in the form is not of this meeting.
    content.attendance = members(visit, rights, account).map(\.id)
      .filter { !visit.form[CouncilPage.member($0)].isEmpty }
    let text = visit.form[AppraisalForm.reason]
    let basis = visit.form[AppraisalForm.basis]
    content.text = text.isEmpty ? nil : text
    content.basis = basis.isEmpty ? nil : basis
    guard !content.attendance.isEmpty else { return .nobodyPresent }
    if let time { MeetingMoment.put(time, into: &content, latest: snapshot.loaded.log?.latest) }
    let recording = EventRecording(snapshot.loaded, snapshot.round, [content])
    let isOwn = WebApplication.isMeeting(of: rights.council(of: account), rights.people)
    return .recording(
      try await keeper.record(
        recording, watching: Watch(unit: nil, seen: seen, isWatched: isOwn)))
  }
}
