extension DeductionRule {
  func result(_ maximum: Exact, _ data: Evaluator) -> RuleResult {
    var counts: [Exact] = []
    var points = maximum
    var failure: RuleResult?
    for kind in kinds {
      switch data.number(kind.count) {
      case .success(let count):
        if count.isNegative { failure = .broken(.negative) }
        counts.append(count)
        points -= count * kind.points
      case .failure(let reason):
        let result = RuleResult(reason)
        failure = failure.map { $0.weight >= result.weight ? $0 : result } ?? result
      }
    }
    if let failure { return failure }
    return .points(max(points, floor), .deducted(counts: counts, isCut: points < floor))
  }
}
