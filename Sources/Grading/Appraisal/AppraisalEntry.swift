package import Diagnostics

/// One line of an appraisal: who decided what, when and why; never edited.
package struct AppraisalEntry: Sendable {
  package enum Subject: Hashable, Sendable {
    case item(Int)
    /// A figure of another office, by its name.
    case figure(String)
  }

  package enum Decision: Sendable {
    case accept
    /// Corrected inputs, by their place in `CriteriaSet.inputs`: the rule runs again.
    case adjust([Int: InputValue])
    case setPoints(Exact, beyondRule: Bool)
    /// Ids of documents; empty: all of the item's.
    case rejectEvidence([String])
    case requestExplanation
    case explanation(String)
    case markNotApplicable
    case correctFigure(Value)
  }

  package internal(set) var subject: Subject
  /// The stage's place in `RoundPlan.stages`.
  package let stage: Int
  package internal(set) var decision: Decision
  package let reason: String?
  package let author: String
  package let at: LocalMoment?
  /// The points that stood there when they were accepted.
  package var seen: Exact?
  /// The documents of an explanation.
  package var citations: [Citation] = []
  package let span: SourceSpan
  /// The number of the event in the round's log, and its ground in the round's closed list; nil
  /// where the entry stands in a file of its own.
  package var event: Int?
  package var ground: String?

  package init(
    subject: Subject, stage: Int, decision: Decision, reason: String?, author: String,
    at: LocalMoment?, span: SourceSpan
  ) {
    self.subject = subject
    self.stage = stage
    self.decision = decision
    self.reason = reason
    self.author = author
    self.at = at
    self.span = span
  }
}
