package import EventLog
package import Grading

/// Why the rules of procedure refuse an event: each case is one rule.
package enum ProcedureRefusal: Hashable, Sendable {
  case person(PersonRefusal)
  case stage(StageRefusal)
  case word(WordRefusal)
  case approval(ApprovalRefusal)
  case points(PointsRefusal)
  case explanation(ExplanationRefusal)
  case council(CouncilRefusal)
  case lock(LockRefusal)
  case publication(PublicationRefusal)
}

/// Who may not.
///
/// A time is the log's latest one, where it counts instead of the event's own.
package enum PersonRefusal: Hashable, Sendable {
  case unknown(String)
  case notInOffice(Person, CalendarDay, EventTime?)
  case otherRole(Person, claimed: String)
  /// What may be done only in some roles.
  case roleOfEvent(EventKind, PublicationState?, role: String, allowed: [Role])
  case roleOfStage(StageName, role: String, who: String)
  /// Nobody judges the unit that they belong to.
  case ownUnit(Person, unit: String, allowed: [RoleHolder])
  /// Only the unit itself speaks for itself.
  case otherUnit(Person, unit: String)
  case otherOffice(Person, item: String, office: String, standsInFor: String?)
  case noStandIn(office: String, item: String)
  case otherCouncil(Person, council: String)
  case notAssigned(Person, StageName, item: String?, block: String)
  case otherOwner(Person, owner: String)
}

/// A role that may do something, with the one who has it, where there is only one.
package struct RoleHolder: Hashable, Sendable {
  package let role: Role
  package let person: Person?
}

/// A stage by its id and title.
package struct StageName: Hashable, Sendable {
  package let id: String
  package let title: String

  init(_ stage: Stage) {
    id = stage.id
    title = stage.title
  }
}

/// When and where not.
///
/// A time is the log's latest one, where it counts instead of the event's own.
package enum StageRefusal: Hashable, Sendable {
  case unknown(String, known: [String])
  case otherKind(StageName, EventKind)
  case notOpenYet(StageName, opens: LocalMoment)
  case closed(StageName, deadline: LocalMoment, EventTime?)
  case submittedAlready(unit: String, StageName, deadline: LocalMoment, EventTime?)
}

/// What an event must say.
package enum WordRefusal: Hashable, Sendable {
  case groundMissing([String])
  case groundUnknown(String, known: [String])
  case textMissing
  case basisMissing
  /// It names no document by its number and date.
  case basisIncomplete(String, DocumentReference)
}

/// The second approver.
package enum ApprovalRefusal: Hashable, Sendable {
  case missing(item: String, move: Exact, above: Exact, ofStage: String?)
  /// It would be taken back, or further, by one alone.
  case undone(item: String, move: Exact, above: Exact, ofStage: String?)
  case ownProposal(String)
  case unknown(String)
  case notInOffice(Person, CalendarDay, EventTime?)
  case role(Person, allowed: [Role])
  case ownUnit(Person, unit: String)
  case otherCouncil(Person, council: String)
}

/// Points that cannot be given so.
package enum PointsRefusal: Hashable, Sendable {
  case beyondRule(item: String, points: Exact, reach: ClosedRange<Exact>, StageName)
  case beyondRuleUnsaid(item: String, points: Exact, reach: ClosedRange<Exact>)
  /// After publication nobody goes beyond it.
  case beyondRuleAfterwards(item: String, points: Exact, reach: ClosedRange<Exact>)
  case councilScores(item: String, EventDecision)
}

/// Requests for explanations and what answers them.
package enum ExplanationRefusal: Hashable, Sendable {
  case alreadyRequested(Int)
  case answersNoRequest(Int)
  case requestClosed(Int, by: Int)
  case tooLate(Int, due: LocalMoment, EventTime?)
  case unasked(StageName)
  /// Its answer would be due before it is asked for.
  case dueAlready(LocalMoment, EventTime?)
}

/// The council's agenda, meetings and votes.
package enum CouncilRefusal: Hashable, Sendable {
  case notOnAgenda(unit: String?, item: String?)
  case decidedAlready(unit: String?, item: String?, by: Int)
  case noMeeting(StageName)
  case wasAbsent(Person, meeting: Int)
  case noQuorum(meeting: Int, present: Int, members: Int, quorum: Exact)
  case voteMissing
  case noMajority(inFavour: Int, present: Int)
  case moreVotesThanPresent(votes: Int, present: Int)
  case unknownAttendant(String)
}

/// Locks and unlocks.
package enum LockRefusal: Hashable, Sendable {
  case locked(by: Int)
  case openItems(Int)
  case alreadyLocked(by: Int)
  case nothingLocked
}

/// Publication and what follows it.
package enum PublicationRefusal: Hashable, Sendable {
  case otherState(claimed: String, PublicationState)
  case outOfOrder(from: PublicationState, to: PublicationState)
  case roundNotLocked(PublicationState)
  case afterPublication(EventKind)
  case beforePublication(EventKind)
  case reconsiderationTooLate(lastDay: CalendarDay, EventTime?)
  case answersNoReconsideration(Int)
  case answeredAlready(Int, by: Int)
  case amendedWithoutGround
}
