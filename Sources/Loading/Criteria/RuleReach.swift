internal import Grading

extension Rule {
  /// The least and the most points the rule can give on its own scale; nil for an unbounded end
  /// never happens: counts are cut at the floor or the maximum.
  func reach(maximum: Exact) -> ClosedRange<Exact> {
    func hull(_ points: [Exact]) -> ClosedRange<Exact> {
      (points.min() ?? .zero)...(points.max() ?? .zero)
    }
    switch self {
    case .yesNo: return min(.zero, maximum)...max(.zero, maximum)
    case .choice(let rule): return hull(rule.levels.map(\.points))
    case .timeliness(let rule):
      return hull(rule.steps.map(\.points) + [rule.otherwise, rule.missing].compactMap(\.self))
    case .steps(let rule): return hull(rule.bands.map(\.points))
    case .proportional, .relativeToBest, .survey: return .zero...max(.zero, maximum)
    case .mix(let rule):
      let best = rule.parts.map(\.factor).max() ?? .zero
      let worst = rule.parts.map(\.factor).min() ?? .zero
      return min(.zero, worst * maximum)...max(.zero, best * maximum)
    case .deduction(let rule): return min(rule.floor, maximum)...maximum
    case .perItem: return .zero...max(.zero, maximum)
    case .bestOf(let rules):
      let reaches = rules.map { $0.reach(maximum: maximum) }
      let low = reaches.map(\.lowerBound).min() ?? .zero
      return low...max(low, reaches.map(\.upperBound).max() ?? .zero)
    case .subordinates(let rule):
      return rule.bands.isEmpty ? .zero...max(.zero, maximum) : hull(rule.bands.map(\.points))
    case .council(let rule):
      return rule.levels.isEmpty ? .zero...max(.zero, maximum) : hull(rule.levels)
    case .formula(let rule):
      return hull(rule.cases.map(\.points) + [rule.otherwise].compactMap(\.self))
    }
  }

  /// Whether complete data can leave the rule without an answer.
  var canBeUndefined: Bool {
    switch self {
    case .yesNo(let expression), .survey(let expression): expression.divides
    case .relativeToBest: true
    case .choice: false
    case .timeliness(let rule): rule.otherwise == nil || rule.missing == nil
    case .steps(let rule):
      rule.of.divides || !rule.bands.contains(where: \.isOtherwise)
    case .proportional(let rule): rule.of.divides
    case .mix: true
    case .deduction(let rule): rule.kinds.contains { $0.count.divides }
    case .perItem(let rule): rule.count.divides
    case .bestOf(let rules): rules.allSatisfy(\.canBeUndefined)
    case .subordinates: true
    case .council: false
    case .formula(let rule): rule.otherwise == nil || rule.cases.contains { $0.when.divides }
    }
  }

  /// The names that the rule reads of the unit's own data.
  ///
  /// Figures of the units below are counted as `absent:` says when they are not there, so nobody
  /// owes them.
  var ownReferences: [Reference] {
    switch self {
    case .subordinates: []
    case .bestOf(let rules): rules.flatMap(\.ownReferences)
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem,
      .relativeToBest, .survey, .council, .formula:
      references
    }
  }

  /// Whether a unit below without a value makes the rule wait.
  var waitsForBelow: Bool {
    switch self {
    case .subordinates(let rule): rule.absent == .pending
    case .bestOf(let rules): rules.contains(where: \.waitsForBelow)
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem,
      .relativeToBest, .survey, .council, .formula:
      false
    }
  }

  var readsBlock: Bool { comparesWithBlock }

  private var comparesWithBlock: Bool {
    switch self {
    case .relativeToBest: true
    case .bestOf(let rules): rules.contains(where: \.comparesWithBlock)
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem, .survey,
      .subordinates, .council, .formula:
      false
    }
  }

  var asksSubordinates: Bool {
    switch self {
    case .subordinates: true
    case .bestOf(let rules): rules.contains(where: \.asksSubordinates)
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem, .survey,
      .relativeToBest, .council, .formula:
      false
    }
  }
}

extension CheckedExpression {
  /// Whether it contains a division by something that can be 0.
  var divides: Bool { tree.divides }
}

extension Expression {
  fileprivate var divides: Bool {
    switch self {
    case .number, .text, .truth, .name: false
    case .negated(let inner), .not(let inner), .days(let inner, _): inner.divides
    case .arithmetic(let operation, let left, let right):
      left.divides || right.divides || (operation == .divide && !right.isNonzeroNumber)
    case .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
      left.divides || right.divides
    case .smallest(let all), .largest(let all): all.contains(where: \.divides)
    case .conditional(let condition, let then, let otherwise):
      condition.divides || then.divides || otherwise.divides
    case .date(let year, let month, let day): year.divides || month.divides || day.divides
    }
  }

  private var isNonzeroNumber: Bool {
    if case .number(let value) = self { !value.isZero } else { false }
  }
}
