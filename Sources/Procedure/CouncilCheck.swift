internal import EventLog
internal import Grading

/// Explanations; the council's agenda, meetings and votes.
extension ProcedureCheck {
  mutating func checkExplanation() {
    switch content.kind {
    case .explanationRequested:
      if let due = content.due, EventTime(endOf: due) <= time {
        refuse(.dueAlready(due, logTime))
      }
      if let number = state.openRequest(about: .init(content), at: time) {
        refuse(.alreadyRequested(number))
      }
    case .explained: checkAnswer()
    default: break
    }
  }

  private mutating func checkAnswer() {
    guard let number = content.answers else {
      if let stage, stage.kind != .explanation { refuse(.unasked(StageName(stage))) }
      return
    }
    guard let request = ownRequest(number) else { return refuse(.answersNoRequest(number)) }
    if let closing = request.closedBy { refuse(.requestClosed(number, by: closing)) }
    if let due = request.due, time > EventTime(endOf: due) {
      refuse(.tooLate(number, due: due, logTime))
    }
  }

  /// A request about the same item of the same unit.
  func ownRequest(_ number: Int) -> ProcedureState.Request? {
    state.requests[number].flatMap {
      $0.unit == content.unit && $0.subject == content.subject ? $0 : nil
    }
  }

  // MARK: The council

  mutating func checkCouncil() {
    switch content.kind {
    case .met:
      guard let people = rules.people else { return }
      for id in content.attendance where people[id] == nil { refuse(.unknownAttendant(id)) }
    case .decided: checkDecision()
    default: break
    }
  }

  private mutating func checkDecision() {
    guard rules.requiresAgenda || rules.quorum != nil || content.vote != nil, let stage else {
      return
    }
    let earlier = state.decisions[.init(content)]
    // What the council scores itself needs no place on an agenda of disputes, until it is scored.
    let isScoring = event.item?.scoredBy == .council && earlier == nil
    let needsAgenda = rules.requiresAgenda && !isScoring
    let point = state.agenda.last {
      $0.stage == stage.id && $0.unit == content.unit
        && ($0.subject == nil || $0.subject == content.subject)
    }
    if needsAgenda {
      if let earlier, point.map({ $0.sequence < earlier }) ?? true {
        refuse(.decidedAlready(unit: content.unit, item: content.subjectName, by: earlier))
      } else if point == nil {
        refuse(.notOnAgenda(unit: content.unit, item: content.subjectName))
      }
    }
    if needsAgenda, content.vote == nil { refuse(.voteMissing) }
    let since = needsAgenda ? point?.sequence ?? 0 : 0
    let meetings = state.meetings.filter {
      $0.stage == stage.id && $0.sequence > since && !membersPresent(at: $0).isEmpty
    }
    // Whoever records it may have been at an earlier one, which decided it.
    let own = meetings.last { $0.attendance.contains(content.author) }
    guard let meeting = own ?? meetings.last else {
      if rules.requiresAgenda || rules.quorum != nil { refuse(.noMeeting(StageName(stage))) }
      return
    }
    if own == nil, let person = rules.people?[content.author], person.role == .council {
      refuse(.wasAbsent(person, meeting: meeting.sequence))
    }
    let present = membersPresent(at: meeting).count
    if let quorum = rules.quorum, let members = memberCount(on: meeting.day),
      Exact(present) < quorum * Exact(members)
    {
      refuse(
        .noQuorum(
          meeting: meeting.sequence, present: present, members: members, quorum: quorum))
    }
    if let vote = content.vote { check(vote, present) }
  }

  private mutating func check(_ vote: EventVote, _ present: Int) {
    let votes = vote.inFavour + vote.against + vote.abstaining
    if votes > present { refuse(.moreVotesThanPresent(votes: votes, present: present)) }
    if vote.inFavour * 2 <= present {
      refuse(.noMajority(inFavour: vote.inFavour, present: present))
    }
  }

  /// Members of the council of the unit who were there; whoever was, when nobody is known.
  private func membersPresent(at meeting: ProcedureState.Meeting) -> Set<String> {
    let attendance = Set(meeting.attendance)
    guard let people = rules.people else { return attendance }
    return attendance.filter { people[$0].map { isMember($0, on: meeting.day) } ?? false }
  }

  private func memberCount(on day: CalendarDay) -> Int? {
    rules.people?.values.count { isMember($0, on: day) }
  }

  private func isMember(_ person: Person, on day: CalendarDay) -> Bool {
    person.role == .council && person.council == event.unit?.council ?? Person.province
      && person.isInOffice(on: day)
  }
}
