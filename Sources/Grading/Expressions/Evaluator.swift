/// Everything an expression can read for one unit in one layer.
package struct Evaluator: Sendable {
  package var inputs: [InputValue]
  package var figures: [FigureValue]
  /// What is the same for the whole unit, behind one reference: it is handed around for each item.
  private let ground: Shared<Ground>

  private struct Ground: Sendable {
    let traits: Set<String>
    let calendar: RoundCalendar
  }

  package var traits: Set<String> { ground.values.traits }
  package var calendar: RoundCalendar { ground.values.calendar }

  package init(
    inputs: [InputValue], figures: [FigureValue], traits: Set<String>, calendar: RoundCalendar
  ) {
    self.inputs = inputs
    self.figures = figures
    ground = Shared(Ground(traits: traits, calendar: calendar))
  }

  package func evaluate(_ expression: CheckedExpression) -> Evaluation {
    evaluate(expression.tree)
  }

  /// The value as a number.
  func number(_ expression: CheckedExpression) -> Result<Exact, Unavailable> {
    switch evaluate(expression.tree) {
    case .value(.number(let number)): .success(number)
    case .value: .failure(Unavailable(.broken))
    case let failure: .failure(Unavailable(failure))
    }
  }

  /// A condition under three-valued logic; a failure means unknown.
  func truth(_ expression: CheckedExpression) -> Result<Bool, Unavailable> {
    switch evaluate(expression.tree) {
    case .value(.truth(let truth)): .success(truth)
    case .value: .failure(Unavailable(.broken))
    case let failure: .failure(Unavailable(failure))
    }
  }

  private func evaluate(_ expression: Expression) -> Evaluation {
    switch expression {
    case .number(let number): .value(.number(number))
    case .text(let text): .value(.text(text))
    case .truth(let truth): .value(.truth(truth))
    case .name(let reference): value(of: reference)
    case .negated(let operand): negated(evaluate(operand))
    case .arithmetic(let operation, let left, let right):
      combine(evaluate(left), evaluate(right)) { arithmetic(operation, $0, $1) }
    case .comparison(let comparison, let left, let right):
      combine(evaluate(left), evaluate(right)) { compare(comparison, $0, $1) }
    case .and(let left, let right): logic(evaluate(left), { evaluate(right) }, decidedBy: false)
    case .or(let left, let right): logic(evaluate(left), { evaluate(right) }, decidedBy: true)
    case .not(let operand):
      switch evaluate(operand) {
      case .value(.truth(let truth)): .value(.truth(!truth))
      case .value: .broken
      case let failure: failure
      }
    case .smallest(let operands): extreme(operands) { $0 < $1 }
    case .largest(let operands): extreme(operands) { $0 > $1 }
    case .conditional(let condition, let then, let otherwise):
      switch evaluate(condition) {
      case .value(.truth(true)): evaluate(then)
      case .value(.truth(false)): evaluate(otherwise)
      case .value: .broken
      case let failure: failure
      }
    case .date(let year, let month, let day): date(evaluate(year), evaluate(month), evaluate(day))
    case .days(let count, let working):
      switch evaluate(count) {
      case .value(.number(let number)):
        number.integer.map { .value(.days($0, working: working)) } ?? .broken
      case .value: .broken
      case let failure: failure
      }
    }
  }

  private func value(of reference: Reference) -> Evaluation {
    switch reference {
    case .input(let place), .sharedInput(let place):
      guard inputs.indices.contains(place) else { return .unanswered }
      switch inputs[place] {
      case .blank: return .unanswered
      case .given(let value): return .value(value)
      case .impossible: return .broken
      }
    case .figure(let place):
      guard figures.indices.contains(place) else { return .missing }
      switch figures[place] {
      case .missing: return .missing
      case .known(let value): return .value(value)
      case .undefined: return .undefined
      case .impossible: return .broken
      }
    case .trait(let trait): return .value(.truth(traits.contains(trait)))
    case .deadline(let id):
      return calendar.deadlines[id].map { .value(.date($0)) } ?? .missing
    case .year: return .value(.number(Exact(calendar.year)))
    }
  }

  private func combine(
    _ left: Evaluation, _ right: Evaluation, _ body: (Value, Value) -> Evaluation
  ) -> Evaluation {
    if case .value(let a) = left, case .value(let b) = right { return body(a, b) }
    return left.graver(than: right)
  }

  private func negated(_ operand: Evaluation) -> Evaluation {
    switch operand {
    case .value(.number(let number)): .value(.number(-number))
    case .value: .broken
    default: operand
    }
  }

  /// `false and ?` is false and `true or ?` is true, whatever is unknown.
  private func logic(
    _ left: Evaluation, _ right: () -> Evaluation, decidedBy decisive: Bool
  ) -> Evaluation {
    if case .value(.truth(decisive)) = left { return left }
    let other = right()
    if case .value(.truth(decisive)) = other { return other }
    return combine(left, other) { a, _ in .value(a) }
  }

  private func extreme(_ operands: [Expression], _ better: (Exact, Exact) -> Bool) -> Evaluation {
    var best: Exact?
    var failure: Evaluation?
    for operand in operands {
      switch evaluate(operand) {
      case .value(.number(let number)):
        if best.map({ better(number, $0) }) ?? true { best = number }
      case .value: return .broken
      case let other: failure = failure.map { $0.graver(than: other) } ?? other
      }
    }
    return failure ?? best.map { .value(.number($0)) } ?? .undefined
  }

  private func date(_ year: Evaluation, _ month: Evaluation, _ day: Evaluation) -> Evaluation {
    guard case .value(.number(let y)) = year, case .value(.number(let m)) = month,
      case .value(.number(let d)) = day
    else { return year.graver(than: month.graver(than: day)) }
    guard let y = y.integer, let m = m.integer, let d = d.integer,
      let date = CalendarDay(year: y, month: m, day: d)
    else { return .broken }
    return .value(.date(LocalMoment(date)))
  }
}

/// Why an expression has no value.
struct Unavailable: Error, Hashable {
  let evaluation: Evaluation

  init(_ evaluation: Evaluation) { self.evaluation = evaluation }
}
