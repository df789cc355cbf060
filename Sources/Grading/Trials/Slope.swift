/// Which way an expression or a rule goes while some of what it reads goes from one value to
/// another.
enum Slope: Hashable, Sendable {
  case constant
  case rising
  case falling
  /// Not known to go one way only.
  case unknown

  var reversed: Slope {
    switch self {
    case .rising: .falling
    case .falling: .rising
    case .constant, .unknown: self
    }
  }

  static func + (left: Slope, right: Slope) -> Slope {
    if left == .constant || left == right { return right }
    return right == .constant ? left : .unknown
  }

  /// Of values that change like this.
  init(from first: Value?, to last: Value?) {
    switch (first, last) {
    case (.number(let a)?, .number(let b)?): self = a == b ? .constant : a < b ? .rising : .falling
    case (.truth(let a)?, .truth(let b)?): self = a == b ? .constant : b ? .rising : .falling
    case (.date(let a)?, .date(let b)?):
      self = a.day == b.day ? .constant : a.day < b.day ? .rising : .falling
    default: self = first == last ? .constant : .unknown
    }
  }
}

/// Finds slopes from what is read at both ends.
struct SlopeReader {
  let changing: [Leaf: Slope]
  let first: Evaluator
  let last: Evaluator

  func slope(_ expression: CheckedExpression) -> Slope { slope(expression.tree) }

  private func slope(_ expression: Expression) -> Slope {
    switch expression {
    case .number, .text, .truth: .constant
    case .name(let reference): slope(reference)
    case .negated(let operand), .not(let operand): slope(operand).reversed
    case .arithmetic(let operation, let left, let right): slope(operation, left, right)
    case .comparison(let comparison, let left, let right):
      slope(comparison, slope(left) + slope(right).reversed)
    case .and(let left, let right), .or(let left, let right): slope(left) + slope(right)
    case .smallest(let operands), .largest(let operands): slope(operands)
    case .conditional(let condition, let then, let otherwise):
      slope([condition, then, otherwise]) == .constant ? .constant : .unknown
    case .date(let year, let month, let day):
      slope([year, month, day]) == .constant ? .constant : .unknown
    case .days(let count, _): slope(count)
    }
  }

  private func slope(_ operands: [Expression]) -> Slope {
    operands.reduce(.constant) { $0 + slope($1) }
  }

  func slope(_ reference: Reference) -> Slope {
    switch reference {
    case .input(let place), .sharedInput(let place): changing[.input(place)] ?? .constant
    case .figure(let place): changing[.figure(place)] ?? .constant
    case .trait, .deadline, .year: .constant
    }
  }

  private func slope(_ comparison: Comparison, _ difference: Slope) -> Slope {
    switch comparison {
    case .greater, .atLeast: difference
    case .less, .atMost: difference.reversed
    case .equal, .notEqual: difference == .constant ? .constant : .unknown
    }
  }

  private func slope(_ operation: Arithmetic, _ left: Expression, _ right: Expression) -> Slope {
    let (own, other) = (slope(left), slope(right))
    switch operation {
    case .add: return own + other
    case .subtract: return own + other.reversed
    case .multiply:
      // Factors below zero turn it round; they are rare, and not followed.
      guard own != .constant || other != .constant else { return .constant }
      return isPositive(left) && isPositive(right) ? own + other : .unknown
    case .divide:
      guard own != .constant || other != .constant else { return .constant }
      return isPositive(left) && isPositive(right, strictly: true)
        ? own + other.reversed : .unknown
    }
  }

  /// At both ends, and so between them, because it goes one way.
  private func isPositive(_ expression: Expression, strictly: Bool = false) -> Bool {
    guard slope(expression) != .unknown else { return false }
    let checked = CheckedExpression(tree: expression, type: .number, source: "", references: [])
    return [first, last].allSatisfy { data in
      guard case .value(.number(let number)) = data.evaluate(checked) else { return false }
      return strictly ? number > .zero : number >= .zero
    }
  }
}
