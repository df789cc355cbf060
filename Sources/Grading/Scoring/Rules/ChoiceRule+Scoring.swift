extension ChoiceRule {
  func result(_ data: Evaluator) -> RuleResult {
    let picked = CheckedExpression(tree: .name(input), type: .text, source: "", references: [])
    switch data.evaluate(picked) {
    case .value(.text(let level)):
      guard let match = levels.first(where: { $0.id == level }) else {
        return .broken(.noSuchLevel)
      }
      return .points(match.points, .level(level))
    case .value: return .broken(.type)
    case let failure: return RuleResult(Unavailable(failure))
    }
  }
}
