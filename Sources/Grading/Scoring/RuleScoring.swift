/// What linked rules read beside the unit's own data.
package struct LinkedValues: Sendable {
  /// The best compared value of the block; nil while none is known.
  package var best: Exact?
  package var isBestCertain = true
  package var children: [SubordinateResult] = []
  package var outside: [String: [SubordinateResult]] = [:]
  /// Names of grades, best first.
  package var gradeOrder: [String] = []

  package init() {}
}

extension Rule {
  /// The points of this rule on its own scale, 0…`maximum`.
  package func result(
    maximum: Exact, _ data: Evaluator, _ links: LinkedValues, figures: [FigureName]
  ) -> RuleResult {
    let result =
      switch self {
      case .yesNo(let condition): yesNo(condition, maximum, data)
      case .choice(let rule): rule.result(data)
      case .timeliness(let rule): rule.result(data)
      case .steps(let rule): rule.result(data)
      case .proportional(let rule): rule.result(maximum, data)
      case .mix(let rule): rule.result(maximum, data)
      case .deduction(let rule): rule.result(maximum, data)
      case .perItem(let rule): rule.result(maximum, data)
      case .bestOf(let rules): best(of: rules, maximum, data, links, figures)
      case .relativeToBest(let value): relative(value, maximum, data, links)
      case .survey(let index): survey(index, maximum, data)
      case .subordinates(let rule): rule.result(maximum, data, links, figures)
      case .council: RuleResult.awaitsCouncil
      case .formula(let rule): rule.result(data)
      }
    if case .points(let points, _) = result, points > maximum { return .broken(.aboveMaximum) }
    return result
  }

  private func yesNo(_ condition: CheckedExpression, _ maximum: Exact, _ data: Evaluator)
    -> RuleResult
  {
    switch data.truth(condition) {
    case .success(let holds): .points(holds ? maximum : .zero, .yesNo(holds))
    case .failure(let failure): RuleResult(failure)
    }
  }

  /// The best alternative among those that have a value; else the gravest failure.
  private func best(
    of rules: [Rule], _ maximum: Exact, _ data: Evaluator, _ links: LinkedValues,
    _ figures: [FigureName]
  ) -> RuleResult {
    var best: (points: Exact, index: Int, step: RuleStep)?
    var failure: RuleResult?
    for (index, rule) in rules.enumerated() {
      let result = rule.result(maximum: maximum, data, links, figures: figures)
      if case .points(let points, let step) = result {
        if best.map({ points > $0.points }) ?? true { best = (points, index, step) }
      } else {
        failure = failure.map { $0.weight >= result.weight ? $0 : result } ?? result
      }
    }
    if let best { return .points(best.points, .alternative(best.index, best.step)) }
    return failure ?? .undefined
  }

  private func relative(
    _ expression: CheckedExpression, _ maximum: Exact, _ data: Evaluator, _ links: LinkedValues
  ) -> RuleResult {
    switch data.number(expression) {
    case .failure(let failure): return RuleResult(failure)
    case .success(let value):
      guard !value.isNegative else { return .broken(.negative) }
      guard let best = links.best else { return .missing }
      guard !best.isNegative else { return .broken(.negative) }
      guard let share = value.divided(by: best) else { return .undefined }
      return .points(
        min(share, .one) * maximum, .best(value: value, best: best))
    }
  }

  private func survey(_ expression: CheckedExpression, _ maximum: Exact, _ data: Evaluator)
    -> RuleResult
  {
    switch data.number(expression) {
    case .failure(let failure): RuleResult(failure)
    case .success(let index):
      if index.isNegative {
        .broken(.negative)
      } else if index > .one {
        .broken(.rateAboveOne)
      } else {
        .points(index * maximum, .survey(index))
      }
    }
  }
}

extension RuleResult {
  /// The order of states inside an item (SCORING 44).
  var weight: Int {
    switch self {
    case .broken: 5
    case .unanswered: 4
    case .missing: 3
    case .awaitsCouncil: 2
    case .undefined: 1
    case .points: 0
    }
  }
}
