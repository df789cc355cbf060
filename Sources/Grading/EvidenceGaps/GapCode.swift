package import Diagnostics

/// Every kind of gap between a claim and its proof; the names are public interface.
///
/// The table in `Criteria/README.md` lists them all, and a test says so.
package enum GapCode: String, Sendable, CaseIterable {
  // Not done yet
  case notSubmitted = "not-submitted"
  case submittedLate = "submitted-late"
  case unanswered
  case explanationNotGiven = "explanation-not-given"
  case noExplanation = "no-explanation"
  case claimWithoutNote = "claim-without-note"
  case linkedListMissing = "linked-list-missing"

  // Evidence
  case noEvidence = "no-evidence"
  case evidenceRejected = "evidence-rejected"
  case documentIncomplete = "document-incomplete"
  case citationIncomplete = "citation-incomplete"
  case documentWithoutFile = "document-without-file"
  case documentOutsideWindow = "document-outside-window"
  case documentOfOtherKind = "document-of-other-kind"
  case documentOverused = "document-overused"
  case fileMissing = "evidence-file-missing"
  case fileUnreadable = "evidence-file-unreadable"
  case fileEmpty = "evidence-file-empty"
  case fileDiffers = "evidence-file-differs"
  case ownDocumentShared = "own-document-shared"
  case documentShared = "document-shared"

  // Figures
  case claimAboveComputed = "claim-above-computed"
  case claimBelowComputed = "claim-below-computed"
  case claimOutOfReach = "claim-out-of-reach"
  case declaredDiffers = "declared-differs"
  case figuresImpossible = "figures-impossible"

  // Other offices
  case surveyMissing = "survey-missing"
  case dossiersMissing = "dossier-figures-missing"
  case registerMissing = "register-figure-missing"
  case figuresContradictory = "figures-contradictory"
  case linkedResultMissing = "linked-result-missing"
  case notApplicableUndecided = "not-applicable-undecided"
  case applicabilityUnknown = "applicability-unknown"
  case disputeOpen = "dispute-open"
  case explanationUndecided = "explanation-undecided"
  case councilUndecided = "council-undecided"
  case ruleWithoutAnswer = "rule-without-answer"
}

/// Who has to do what about a gap, as a unit's list is grouped.
package enum GapGroup: String, Sendable, CaseIterable {
  case notDone = "not-done"
  case evidence
  case figures
  case otherOffice = "other-office"
}

extension GapCode {
  package var group: GapGroup {
    switch self {
    case .notSubmitted, .submittedLate, .unanswered, .explanationNotGiven, .noExplanation,
      .claimWithoutNote, .linkedListMissing:
      .notDone
    case .noEvidence, .evidenceRejected, .documentIncomplete, .citationIncomplete,
      .documentWithoutFile, .documentOutsideWindow, .documentOfOtherKind, .documentOverused,
      .fileMissing, .fileUnreadable, .fileEmpty, .fileDiffers, .ownDocumentShared,
      .documentShared:
      .evidence
    case .claimAboveComputed, .claimBelowComputed, .claimOutOfReach, .declaredDiffers,
      .figuresImpossible:
      .figures
    case .surveyMissing, .dossiersMissing, .registerMissing, .figuresContradictory,
      .linkedResultMissing, .notApplicableUndecided, .applicabilityUnknown, .disputeOpen,
      .explanationUndecided, .councilUndecided, .ruleWithoutAnswer:
      .otherOffice
    }
  }

  package var severity: Severity {
    switch self {
    case .notSubmitted, .unanswered, .explanationNotGiven, .noEvidence, .evidenceRejected,
      .documentOutsideWindow, .documentWithoutFile, .fileMissing, .fileUnreadable, .fileEmpty,
      .fileDiffers, .ownDocumentShared, .declaredDiffers, .figuresImpossible, .linkedListMissing:
      .error
    case .submittedLate, .noExplanation, .claimWithoutNote, .documentIncomplete,
      .citationIncomplete, .documentOfOtherKind, .documentOverused, .claimAboveComputed,
      .claimOutOfReach, .surveyMissing, .dossiersMissing, .registerMissing,
      .figuresContradictory, .linkedResultMissing, .applicabilityUnknown, .disputeOpen,
      .ruleWithoutAnswer:
      .warning
    case .documentShared, .claimBelowComputed, .notApplicableUndecided, .explanationUndecided,
      .councilUndecided:
      .note
    }
  }
}
