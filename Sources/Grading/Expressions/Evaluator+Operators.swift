extension Evaluator {
  func arithmetic(_ operation: Arithmetic, _ left: Value, _ right: Value) -> Evaluation {
    switch (left, right) {
    case (.number(let a), .number(let b)):
      switch operation {
      case .add: .value(.number(a + b))
      case .subtract: .value(.number(a - b))
      case .multiply: .value(.number(a * b))
      case .divide: a.divided(by: b).map { .value(.number($0)) } ?? .undefined
      }
    case (.date(let moment), .days(let days, let working)):
      shifted(moment, operation == .subtract ? -days : days, working)
    case (.date(let a), .date(let b)) where operation == .subtract:
      .value(.number(Exact(Int(a.day.number) - Int(b.day.number))))
    // A thing that was never issued has no day to count from.
    case (.noDate, _), (_, .noDate): .undefined
    default: .broken
    }
  }

  private func shifted(_ moment: LocalMoment, _ days: Int, _ working: Bool) -> Evaluation {
    let day =
      working
      ? moment.day.adding(workingDays: days, holidays: calendar.holidays)
      : moment.day.adding(days: days)
    return day.map { .value(.date(LocalMoment($0, minute: moment.minute))) } ?? .broken
  }

  func compare(_ comparison: Comparison, _ left: Value, _ right: Value) -> Evaluation {
    switch (left, right) {
    case (.number(let a), .number(let b)): .value(.truth(comparison.holds(a, b)))
    // Dates with times compare by day (SCORING 45).
    case (.date(let a), .date(let b)): .value(.truth(comparison.holds(a.day, b.day)))
    case (.noDate, .date), (.date, .noDate), (.noDate, .noDate):
      switch comparison {
      case .equal: .value(.truth(left == right))
      case .notEqual: .value(.truth(left != right))
      case .less, .atMost, .greater, .atLeast: .value(.truth(false))
      }
    case (.truth(let a), .truth(let b)):
      .value(.truth(comparison == .notEqual ? a != b : a == b))
    case (.text(let a), .text(let b)):
      .value(.truth(comparison == .notEqual ? a != b : a == b))
    default: .broken
    }
  }
}

extension Comparison {
  func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    }
  }
}
