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
  /// The stage's place in `RoundPlan.stages`; `RoundPlan.amending`: it amends a published result.
  package let stage: Int
  package internal(set) var decision: Decision
  /// Everything that gives no points, behind one reference: entries are passed around for each item
  /// in each layer.
  private var remarks: Shared<Remarks>

  package init(
    subject: Subject, stage: Int, decision: Decision, reason: String?, author: String,
    at: LocalMoment?, span: SourceSpan
  ) {
    self.subject = subject
    self.stage = stage
    self.decision = decision
    remarks = Shared(Remarks(reason: reason, author: author, at: at, span: span))
  }
}

extension AppraisalEntry {
  /// What an entry says beside what it decides.
  private struct Remarks: Sendable {
    let reason: String?
    let author: String
    let at: LocalMoment?
    let span: SourceSpan
    var seen: Exact?
    var citations: [Citation] = []
    var event: Int?
    var ground: String?
    var amendedBy: String?
  }

  package var reason: String? { remarks.values.reason }
  package var author: String { remarks.values.author }
  package var at: LocalMoment? { remarks.values.at }
  package var span: SourceSpan { remarks.values.span }

  /// The points that stood there when they were accepted.
  package var seen: Exact? {
    get { remarks.values.seen }
    set { remarks = remarks.changed { $0.seen = newValue } }
  }

  /// The documents of an explanation.
  package var citations: [Citation] {
    get { remarks.values.citations }
    set { remarks = remarks.changed { $0.citations = newValue } }
  }

  /// The number of the event in the round's log, and its ground in the round's closed list; nil
  /// where the entry stands in a file of its own.
  package var event: Int? {
    get { remarks.values.event }
    set { remarks = remarks.changed { $0.event = newValue } }
  }

  package var ground: String? {
    get { remarks.values.ground }
    set { remarks = remarks.changed { $0.ground = newValue } }
  }

  /// The document that orders it, where it amends a published result.
  package var amendedBy: String? {
    get { remarks.values.amendedBy }
    set { remarks = remarks.changed { $0.amendedBy = newValue } }
  }
}
