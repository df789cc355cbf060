extension TimelinessRule {
  func result(_ data: Evaluator) -> RuleResult {
    switch data.evaluate(date) {
    case .value(.noDate): return missing.map { .points($0, .notIssued) } ?? .undefined
    case .value(.date(let moment)):
      for (index, step) in steps.enumerated() {
        switch data.evaluate(step.limit) {
        case .value(.date(let limit)):
          if step.isMet(moment, limit) { return .points(step.points, .step(index)) }
        case .value: return .broken(.type)
        case let failure: return RuleResult(Unavailable(failure))
        }
      }
      return otherwise.map { .points($0, .late) } ?? .undefined
    case .value: return .broken(.type)
    case let failure: return RuleResult(Unavailable(failure))
    }
  }
}

extension TimelinessRule.Step {
  /// Days compare by day; the time of day counts nowhere but in `submission.on_time`.
  func isMet(_ moment: LocalMoment, _ limit: LocalMoment) -> Bool {
    includesDay ? moment.day <= limit.day : moment.day < limit.day
  }
}
