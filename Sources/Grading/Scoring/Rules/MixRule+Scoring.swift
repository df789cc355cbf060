extension MixRule {
  func result(_ maximum: Exact, _ data: Evaluator) -> RuleResult {
    var failure: RuleResult?
    func number(_ expression: CheckedExpression) -> Exact {
      switch data.number(expression) {
      case .success(let value): return value
      case .failure(let reason):
        let result = RuleResult(reason)
        failure = failure.map { $0.weight >= result.weight ? $0 : result } ?? result
        return .zero
      }
    }
    let whole = number(total)
    let amounts = parts.map { number($0.of) }
    if let failure { return failure }
    if whole.isNegative || amounts.contains(where: \.isNegative) { return .broken(.negative) }
    if parts.contains(where: { $0.factor > .one }) { return .broken(.aboveMaximum) }
    if amounts.reduce(.zero, +) > whole { return .broken(.partsAboveTotal) }
    var share = Exact.zero
    for (part, amount) in zip(parts, amounts) {
      guard let ratio = amount.divided(by: whole) else { return .undefined }
      share += ratio * part.factor
    }
    return .points(share * maximum, .mix(total: whole, parts: amounts))
  }
}
