package import Diagnostics
package import Grading

/// Everything beside the rules that a count reads: files of records, and what people decided.
package struct CaseRecords: Sendable {
  package var title: String
  /// The time before which the exports are complete; what they say of it and later is not known.
  ///
  /// A day that was given alone counts whole: this is then the first minute of the next.
  package var asOf: LocalMinute?
  /// The end of the time for explanations, where the round has moved it away from the rules' own.
  package var explanationsUntil: LocalMinute?
  package var isIllustrative = false
  package var note: String?
  /// The office that keeps the records.
  package var owner: String?
  /// The files of explanations and corrections: what the office that keeps the records decided.
  package var decisionFiles: [String] = []
  package var exports: [RecordExport] = []
  package var outages: [Outage] = []
  package var explanations: [DossierExplanation] = []
  package var corrections: [DossierCorrection] = []
  /// Corrections that are not applied, for they name no evidence.
  package var refusedCorrections: [DossierCorrection] = []
  package var steps: [DossierStep] = []

  package init(title: String) { self.title = title }
}

/// What a unit says of a late dossier, and what was decided.
package struct DossierExplanation: Hashable, Sendable {
  package let dossier: String
  package let cause: String?
  package let handedIn: LocalMinute?
  package let decision: ExplanationDecision
  package let decidedBy: String?
  package let evidence: String?
  package let span: SourceSpan

  package init(
    dossier: String, cause: String?, handedIn: LocalMinute?, decision: ExplanationDecision,
    decidedBy: String?, evidence: String?, span: SourceSpan
  ) {
    self.dossier = dossier
    self.cause = cause
    self.handedIn = handedIn
    self.decision = decision
    self.decidedBy = decidedBy
    self.evidence = evidence
    self.span = span
  }
}

/// A recorded change of a dossier's finish: done on time and closed late in the system, or a
/// leftover of a retired system.
///
/// The original stays visible.
package struct DossierCorrection: Hashable, Sendable {
  package let dossier: String
  package let finished: LocalMinute
  package let reason: String
  package let evidence: String?
  package let decidedBy: String
  package let decidedOn: CalendarDay
  package let span: SourceSpan

  package init(
    dossier: String, finished: LocalMinute, reason: String, evidence: String?, decidedBy: String,
    decidedOn: CalendarDay, span: SourceSpan
  ) {
    self.dossier = dossier
    self.finished = finished
    self.reason = reason
    self.evidence = evidence
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.span = span
  }
}

/// A line of a step log: when a dossier came to a step and left it.
package struct DossierStep: Hashable, Sendable {
  package let dossier: String
  package let step: String
  package let agency: String?
  package let reached: LocalMinute
  package let due: LocalMinute?
  package let forwarded: LocalMinute?
  /// Whether it is the step before "waiting for return".
  package let isBeforeReturn: Bool

  package init(
    dossier: String, step: String, agency: String?, reached: LocalMinute, due: LocalMinute?,
    forwarded: LocalMinute?, isBeforeReturn: Bool
  ) {
    self.dossier = dossier
    self.step = step
    self.agency = agency
    self.reached = reached
    self.due = due
    self.forwarded = forwarded
    self.isBeforeReturn = isBeforeReturn
  }
}
