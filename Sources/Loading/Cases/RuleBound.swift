internal import Diagnostics
internal import Grading

/// A bound at which an item's points change: a case should stand exactly at it, and one beyond.
struct RuleBound: Hashable {
  enum Place: Hashable {
    /// A value against a number.
    case value(Exact)
    /// A dated step, by its place.
    case step(Int)
    /// An ordered comparison in a condition, by its place among the rule's.
    case comparison(Int)
  }

  /// On which side of the bound the neighbouring answer lies.
  enum Side: Hashable {
    case above
    case below
  }

  let path: [Int]
  let place: Place
  let far: Side
}

/// Where a case stands to a bound.
enum BoundReach {
  case at
  case beyond
}

extension Rule {
  /// Every bound of the rule and its alternatives.
  func bounds(_ path: [Int] = []) -> [RuleBound] {
    func bound(_ value: Exact, _ far: RuleBound.Side) -> RuleBound? {
      // Nothing is counted below 0.
      far == .below && value <= .zero ? nil : RuleBound(path: path, place: .value(value), far: far)
    }
    switch self {
    case .steps(let rule): return Self.bounds(of: rule.bands, bound)
    case .subordinates(let rule): return Self.bounds(of: rule.bands, bound)
    case .proportional(let rule):
      return [rule.floor.flatMap { bound($0, .below) }].compactMap(\.self)
    case .timeliness(let rule):
      return rule.steps.indices.map { place in
        RuleBound(
          path: path, place: .step(place), far: rule.steps[place].includesDay ? .above : .below)
      }
    case .yesNo, .formula:
      return comparisons.enumerated().compactMap { place, comparison in
        switch comparison.operation {
        case .greater, .atMost: RuleBound(path: path, place: .comparison(place), far: .above)
        case .less, .atLeast: RuleBound(path: path, place: .comparison(place), far: .below)
        case .equal, .notEqual: nil
        }
      }
    case .bestOf(let rules): return rules.enumerated().flatMap { $1.bounds(path + [$0]) }
    case .choice, .mix, .deduction, .perItem, .relativeToBest, .survey, .council: return []
    }
  }

  private static func bounds(
    of bands: [Band], _ bound: (Exact, RuleBound.Side) -> RuleBound?
  ) -> [RuleBound] {
    var bounds: [RuleBound] = []
    for band in bands {
      let lower: RuleBound? =
        switch band.lower {
        case .above(let value): bound(value, .above)
        case .from(let value): bound(value, .below)
        case nil: nil
        }
      let upper: RuleBound? =
        switch band.upper {
        case .below(let value): bound(value, .below)
        case .upTo(let value): bound(value, .above)
        case nil: nil
        }
      for bound in [lower, upper].compactMap(\.self) where !bounds.contains(bound) {
        bounds.append(bound)
      }
    }
    return bounds
  }

  /// The ordered comparisons in the rule's conditions, in the order they are written.
  var comparisons: [(operation: Comparison, left: CheckedExpression, right: CheckedExpression)] {
    switch self {
    case .yesNo(let condition): condition.comparisons
    case .formula(let rule): rule.cases.flatMap(\.when.comparisons)
    case .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem, .bestOf,
      .relativeToBest, .survey, .subordinates, .council:
      []
    }
  }

  /// Where a trial stands to a bound of this very rule; nil when it is nowhere near or unknown.
  func reach(_ bound: RuleBound, _ trial: ItemTrial, _ set: CriteriaSet) -> BoundReach? {
    switch bound.place {
    case .value(let limit):
      guard let value = measured(trial, set) else { return nil }
      return bound.reach(value, limit)
    case .step(let place):
      guard case .timeliness(let rule) = self,
        case .value(.date(let date)) = trial.data.evaluate(rule.date),
        case .value(.date(let limit)) = trial.data.evaluate(rule.steps[place].limit)
      else { return nil }
      if date.day == limit.day { return .at }
      let next = limit.day.adding(days: bound.far == .above ? 1 : -1)
      return date.day == next ? .beyond : nil
    case .comparison(let place):
      let comparison = comparisons[place]
      switch (trial.data.evaluate(comparison.left), trial.data.evaluate(comparison.right)) {
      case (.value(.number(let value)), .value(.number(let limit))):
        return bound.reach(value, limit)
      case (.value(.date(let date)), .value(.date(let limit))):
        return bound.reach(date.day, limit.day)
      default: return nil
      }
    }
  }

  /// The value that a rule with bounds holds against them.
  private func measured(_ trial: ItemTrial, _ set: CriteriaSet) -> Exact? {
    switch self {
    case .steps(let rule): return trial.data.evaluate(rule.of).number
    case .proportional(let rule): return trial.data.evaluate(rule.of).number
    case .subordinates:
      let result = result(
        maximum: trial.item.ruleMaximum, trial.data, trial.links, figures: set.figures)
      guard case .points(_, .subordinates(let found)) = result else { return nil }
      return found.value
    case .yesNo, .choice, .timeliness, .mix, .deduction, .perItem, .bestOf, .relativeToBest,
      .survey, .council, .formula:
      return nil
    }
  }
}

extension RuleBound {
  fileprivate func reach<Amount: Comparable>(_ value: Amount, _ limit: Amount) -> BoundReach? {
    if value == limit { return .at }
    return (value > limit) == (far == .above) ? .beyond : nil
  }
}

extension Evaluation {
  fileprivate var number: Exact? {
    if case .value(.number(let number)) = self { number } else { nil }
  }
}

extension CheckedExpression {
  /// The comparisons in a condition, each side as an expression of its own.
  fileprivate var comparisons:
    [(operation: Comparison, left: CheckedExpression, right: CheckedExpression)]
  {
    tree.comparisons.map { operation, left, right in
      func side(_ tree: Expression) -> CheckedExpression {
        CheckedExpression(tree: tree, type: .number, source: source, references: [])
      }
      return (operation, side(left), side(right))
    }
  }
}

extension Expression {
  fileprivate var comparisons: [(Comparison, Expression, Expression)] {
    switch self {
    case .comparison(let operation, let left, let right): [(operation, left, right)]
    case .and(let left, let right), .or(let left, let right): left.comparisons + right.comparisons
    case .not(let inner): inner.comparisons
    case .conditional(let condition, let then, let otherwise):
      condition.comparisons + then.comparisons + otherwise.comparisons
    case .number, .text, .truth, .name, .negated, .arithmetic, .smallest, .largest, .date, .days:
      []
    }
  }
}
