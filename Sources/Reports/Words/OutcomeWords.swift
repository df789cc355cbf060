internal import Grading

extension RoundWords {
  /// An item's points, or its state where there are none.
  func outcome(_ outcome: Outcome) -> String {
    switch outcome.state {
    case .scored: numbers.shown(outcome.points)
    case .notApplicable: say("không áp dụng", "not applicable")
    case .unanswered: say("chưa trả lời", "unanswered")
    case .pending: say("chờ", "pending")
    case .broken: say("không hợp lệ", "broken")
    }
  }
}

extension Outcome {
  /// The same for programs.
  var resultText: String {
    switch state {
    case .scored: points.canonicalText
    case .notApplicable: "not_applicable"
    case .unanswered: "unanswered"
    case .pending: "pending"
    case .broken: "broken"
    }
  }
}
