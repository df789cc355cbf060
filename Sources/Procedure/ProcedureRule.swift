/// The rules of procedure, one for each way in which an event can be refused; raw values are
/// public interface.
package enum ProcedureRule: String, Sendable, CaseIterable {
  // Who
  case knownPerson = "known-person"
  case inOffice = "in-office"
  case ownRole = "own-role"
  case roleOfEvent = "role-of-event"
  case roleOfStage = "role-of-stage"
  case notOwnUnit = "not-own-unit"
  case ownUnitOnly = "own-unit-only"
  case appraisingOffice = "appraising-office"
  case standIn = "stand-in"
  case ownCouncil = "own-council"
  case assigned
  case registerOwner = "register-owner"

  // When
  case knownStage = "known-stage"
  case stageKind = "stage-kind"
  case stageOpens = "stage-opens"
  case stageCloses = "stage-closes"
  case submittedOnce = "submitted-once"

  // What is said
  case ground
  case closedGrounds = "closed-grounds"
  case reason
  case basis

  // The second approver
  case secondApproval = "second-approval"
  case otherApprover = "other-approver"
  case knownApprover = "known-approver"
  case approverInOffice = "approver-in-office"
  case approverRole = "approver-role"
  case approverOfOtherUnit = "approver-of-other-unit"
  case approverOfOwnCouncil = "approver-of-own-council"

  // Points
  case reach
  case reachSaid = "reach-said"
  case councilScores = "council-scores"

  // Explanations
  case oneRequest = "one-request"
  case answersRequest = "answers-request"
  case openRequest = "open-request"
  case answeredInTime = "answered-in-time"
  case explanationStage = "explanation-stage"
  case dueAhead = "due-ahead"

  // The council
  case agenda
  case decidedOnce = "decided-once"
  case meeting
  case presentAtMeeting = "present-at-meeting"
  case quorum
  case vote
  case majority
  case votesOfThosePresent = "votes-of-those-present"
  case knownMembers = "known-members"

  // Locks
  case lock
  case openItems = "open-items"
  case lockOnce = "lock-once"
  case unlock

  // Publication
  case publicationState = "publication-state"
  case publicationOrder = "publication-order"
  case lockedBeforePublication = "locked-before-publication"
  case closedByPublication = "closed-by-publication"
  case afterPublication = "after-publication"
  case reconsiderationInTime = "reconsideration-in-time"
  case answersReconsideration = "answers-reconsideration"
  case answeredOnce = "answered-once"
  case reconsideredInTime = "reconsidered-in-time"
  case amendedWithGround = "amended-with-ground"
}
