internal import Grading

/// What a rule's shape tells of the size of its inputs.
struct RuleHints {
  /// Counts that are worth nothing more above this.
  private(set) var tops: [Int: Int] = [:]
  /// Counts that a condition compares with this.
  private(set) var thresholds: [Int: Int] = [:]
  /// Figures of other offices that the rule reads.
  private(set) var figures: [Int] = []
  /// Days at which points change.
  private(set) var limits: [CheckedExpression] = []
  private(set) var allowsNoDate = false
  private(set) var isMix = false

  /// - Parameter maximum: the item's maximum on the rule's own scale.
  init(_ rule: Rule, maximum: Exact) { read(rule, maximum) }

  private mutating func read(_ rule: Rule, _ maximum: Exact) {
    for expression in rule.expressions {
      for case .figure(let place) in expression.references { figures.append(place) }
    }
    switch rule {
    case .perItem(let rule):
      if let place = input(rule.count), let most = maximum.divided(by: rule.points) {
        tops[place] = max(1, most.rounded(places: 0, mode: .halfUp).integer ?? 1)
      }
    case .steps(let rule):
      if let place = input(rule.of) {
        tops[place] = max(1, rule.bands.compactMap { $0.lower?.bound.integer }.max() ?? 1)
      }
    case .deduction(let rule):
      for kind in rule.kinds { if let place = input(kind.count) { tops[place] = 2 } }
    case .timeliness(let rule):
      limits += rule.steps.map(\.limit)
      allowsNoDate = rule.missing != nil
    case .mix: isMix = true
    case .bestOf(let rules): for rule in rules { read(rule, maximum) }
    case .yesNo(let condition): compare(condition.tree)
    case .formula(let rule): for step in rule.cases { compare(step.when.tree) }
    case .choice, .proportional, .relativeToBest, .survey, .subordinates, .council: break
    }
  }

  private func input(_ expression: CheckedExpression) -> Int? {
    if case .name(.input(let place)) = expression.tree { place } else { nil }
  }

  private mutating func compare(_ expression: Expression) {
    switch expression {
    case .comparison(_, .name(.input(let place)), .number(let number)):
      if let whole = number.integer { thresholds[place] = whole }
    case .and(let left, let right), .or(let left, let right):
      compare(left)
      compare(right)
    case .not(let operand): compare(operand)
    case .comparison, .number, .text, .truth, .name, .negated, .arithmetic, .smallest, .largest,
      .conditional, .date, .days:
      break
    }
  }
}

extension Band.Lower {
  fileprivate var bound: Exact {
    switch self {
    case .above(let bound), .from(let bound): bound
    }
  }
}
