extension FormulaRule {
  /// The first case that holds; a case that cannot be decided decides the state (SCORING 44).
  func result(_ data: Evaluator) -> RuleResult {
    for (index, option) in cases.enumerated() {
      switch data.truth(option.when) {
      case .success(true): return .points(option.points, .formula(index))
      case .success(false): continue
      case .failure(let failure): return RuleResult(failure)
      }
    }
    return otherwise.map { .points($0, .otherwise) } ?? .undefined
  }
}
