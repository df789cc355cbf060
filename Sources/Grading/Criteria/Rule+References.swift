extension Rule {
  /// Every formula of the rule, in the order it is written.
  package var expressions: [CheckedExpression] {
    switch self {
    case .yesNo(let expression), .relativeToBest(let expression), .survey(let expression):
      [expression]
    case .choice, .council: []
    case .timeliness(let rule): [rule.date] + rule.steps.map(\.limit)
    case .steps(let rule): [rule.of]
    case .proportional(let rule): [rule.of]
    case .mix(let rule): [rule.total] + rule.parts.map(\.of)
    case .deduction(let rule): rule.kinds.map(\.count)
    case .perItem(let rule): [rule.count]
    case .bestOf(let rules): rules.flatMap(\.expressions)
    case .subordinates(let rule):
      if case .figure(let expression) = rule.of { [expression] } else { [] }
    case .formula(let rule): rule.cases.map(\.when)
    }
  }

  /// The formulas that are worked out over the figures of each unit below, not over the unit's own.
  package var expressionsBelow: [CheckedExpression] {
    switch self {
    case .subordinates(let rule):
      if case .figure(let expression) = rule.of { [expression] } else { [] }
    case .bestOf(let rules): rules.flatMap(\.expressionsBelow)
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem,
      .relativeToBest, .survey, .council, .formula:
      []
    }
  }

  /// Every name that the rule reads.
  package var references: [Reference] {
    let choices: [Reference] =
      switch self {
      case .choice(let rule): [rule.input]
      case .bestOf(let rules):
        rules.compactMap { if case .choice(let rule) = $0 { rule.input } else { nil } }
      case .yesNo, .timeliness, .steps, .proportional, .mix, .deduction, .perItem,
        .relativeToBest, .survey, .subordinates, .council, .formula:
        []
      }
    return choices + expressions.flatMap(\.references)
  }
}
