package import EventLog
package import Grading

/// What an appraisal or the council says of an item or a figure, as somebody types it.
package enum WrittenDecision: Hashable, Sendable {
  case accept
  case points(Exact, beyondRule: Bool)
  /// Inputs by their names, as files write them: the rule runs again.
  case inputs([String: String])
  /// Ids of documents; empty: all that the item cites.
  case reject([String])
  case notApplicable
  /// Another value of another office's figure.
  case value(String)

  /// Puts the decision in an event, with what stands there now.
  package func fill(_ content: inout EventContent, _ drafting: EventDrafting) {
    switch self {
    case .accept:
      content.decision = .accept
      content.to = drafting.points.map(EventValue.points)
    case .points(let points, let isBeyondRule):
      content.decision = .setPoints
      content.from = drafting.points.map(EventValue.points)
      content.to = .points(points)
      content.isBeyondRule = isBeyondRule
    case .inputs(let inputs):
      content.decision = .adjust
      content.to = .inputs(inputs)
      content.from = drafting.inputs(named: inputs.keys.sorted())
    case .reject(let documents):
      content.decision = .rejectEvidence
      content.documents = documents
    case .notApplicable:
      content.decision = .markNotApplicable
      content.from = drafting.points.map(EventValue.points)
    case .value(let value):
      content.decision = .correctFigure
      content.from = drafting.figure.map(EventValue.text)
      content.to = .text(value)
    }
  }
}

extension EventVote {
  /// Reads `8/1/0`: in favour, against, abstaining.
  package init?(typed text: String) {
    let counts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard counts.count == 3, counts.allSatisfy({ (0...10_000).contains($0) }) else { return nil }
    self.init(inFavour: counts[0], against: counts[1], abstaining: counts[2])
  }
}
