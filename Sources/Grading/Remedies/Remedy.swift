package import Diagnostics

/// What a unit means to do about the points it lost on one item, and what it has done.
package struct Remedy: Sendable {
  /// Its place in `CriteriaSet.items`.
  package let item: Int
  package let cause: String
  package let measure: String
  /// Who answers for it.
  package let person: String
  /// The last day that is in time.
  package let due: CalendarDay
  /// The day it was finished; nil: not yet.
  package let done: CalendarDay?
  package let outcome: String?
  /// What shows that it was done.
  package let evidence: [EvidenceDocument]
  package let span: SourceSpan

  package init(
    item: Int, cause: String, measure: String, person: String, due: CalendarDay,
    done: CalendarDay? = nil, outcome: String? = nil, evidence: [EvidenceDocument] = [],
    span: SourceSpan
  ) {
    self.item = item
    self.cause = cause
    self.measure = measure
    self.person = person
    self.due = due
    self.done = done
    self.outcome = outcome
    self.evidence = evidence
    self.span = span
  }
}

/// A unit's plan as its file has it.
package struct RemedySubmission: Sendable {
  /// nil: a draft, which covers nothing yet.
  package var submittedAt: LocalMoment?
  /// Each item once.
  package var remedies: [Remedy]
  package var isIllustrative: Bool
  /// The file is there and cannot be used.
  package var isUnreadable: Bool

  package init(
    submittedAt: LocalMoment? = nil, remedies: [Remedy] = [], isIllustrative: Bool = false,
    isUnreadable: Bool = false
  ) {
    self.submittedAt = submittedAt
    self.remedies = remedies
    self.isIllustrative = isIllustrative
    self.isUnreadable = isUnreadable
  }
}
