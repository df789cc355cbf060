/// What an input holds or an expression yields.
package enum Value: Hashable, Sendable {
  case number(Exact)
  case date(LocalMoment)
  /// "Not issued": there is no such document, which is an answer and not a blank.
  case noDate
  case truth(Bool)
  case text(String)
  case days(Int, working: Bool)
}

/// What stands in a unit's input.
package enum InputValue: Hashable, Sendable {
  case blank
  case given(Value)
  /// Impossible: out of its range, above its limit, not of its type.
  case impossible
}

/// What stands for a figure that another office supplies.
package enum FigureValue: Hashable, Sendable {
  case missing
  case known(Value)
  /// No answer on complete data: a rate over nothing.
  case undefined
  /// Impossible on its face.
  case impossible
}

/// What an expression comes to; the failures are ordered as SCORING 44 orders them.
package enum Evaluation: Hashable, Sendable {
  case value(Value)
  case broken
  /// An own input is blank.
  case unanswered
  /// A figure that another office owes is not there.
  case missing
  /// No answer on complete data: x ÷ 0.
  case undefined

  private var weight: Int {
    switch self {
    case .broken: 4
    case .unanswered: 3
    case .missing: 2
    case .undefined: 1
    case .value: 0
    }
  }

  /// The graver of two failures.
  func graver(than other: Evaluation) -> Evaluation {
    weight >= other.weight ? self : other
  }
}
