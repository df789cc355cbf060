extension PerItemRule {
  func result(_ maximum: Exact, _ data: Evaluator) -> RuleResult {
    switch data.number(count) {
    case .failure(let failure): return RuleResult(failure)
    case .success(let count):
      guard !count.isNegative else { return .broken(.negative) }
      let earned = count * points
      return .points(
        min(max(earned, .zero), maximum), .counted(count, isCut: earned > maximum))
    }
  }
}
