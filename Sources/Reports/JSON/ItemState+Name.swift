package import Grading

extension ItemState {
  /// As results for programs name it; nil: scored.
  package var name: String? {
    switch self {
    case .scored: nil
    case .notApplicable(.exclude): "not_applicable"
    case .notApplicable(.fullPoints): "not_applicable_full_points"
    case .unanswered: "unanswered"
    case .pending(let waiting):
      switch waiting {
      case .figure: "pending_figure"
      case .undefined: "pending_undefined"
      case .council: "pending_council"
      case .applicability: "pending_applicability"
      case .claimedNotApplicable: "pending_claimed_not_applicable"
      case .evidence: "pending_evidence"
      }
    case .broken: "broken"
    }
  }

  /// All names that results have for states, `scored` among them.
  package static var names: [String] {
    ["scored"]
      + [
        .notApplicable(.exclude), .notApplicable(.fullPoints), .unanswered, .pending(.figure),
        .pending(.undefined), .pending(.council), .pending(.applicability),
        .pending(.claimedNotApplicable), .pending(.evidence), .broken(.input),
      ].compactMap(\ItemState.name)
  }
}
