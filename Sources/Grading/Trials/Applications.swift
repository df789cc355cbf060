/// How an item whose applicability waits for one value can turn out, shown by values that it may
/// have.
struct Applications {
  private(set) var applies = false
  private(set) var effects: Set<ApplicabilityEffect> = []

  init(_ item: Item, _ reading: UnitReading, _ leaves: ItemLeaves) {
    let values = reading.values(of: item)
    let missing = leaves.applicability[item.index].filter { !values.hasValue($0) }
    guard missing.count == 1, let leaf = missing.first else { return }
    for value in Applications.candidates(leaf, item, reading.set) {
      var data = values
      switch leaf {
      case .input(let place):
        guard data.inputs.indices.contains(place) else { continue }
        data.inputs[place] = .given(value)
        guard reading.set.fault(ofInput: place, data) == nil else { continue }
      case .figure(let place):
        guard data.figures.indices.contains(place) else { continue }
        data.figures[place] = .known(value)
      }
      switch reading.scorer.applicability(item.index, reading.record.unit, data) {
      case .applies: applies = true
      case .doesNotApply(let effect): effects.insert(effect)
      case .unknown: break
      }
    }
  }

  private static func candidates(_ leaf: Leaf, _ item: Item, _ set: CriteriaSet) -> [Value] {
    let type: InputType
    switch leaf {
    case .input(let place): type = set.inputs[place].type
    case .figure(let place): type = set.figures[place].type
    }
    let numbers = item.applicability.flatMap { $0.appliesWhen?.tree.numbers ?? [] } + [.zero, .one]
    switch type {
    case .yesNo: return [.truth(false), .truth(true)]
    case .count:
      return numbers.flatMap { [$0 - 1, $0, $0 + 1] }
        .filter { $0.isInteger && !$0.isNegative }.map(Value.number)
    case .number: return numbers.flatMap { [$0 - 1, $0, $0 + 1] }.map(Value.number)
    case .rate: return numbers.filter { !$0.isNegative && $0 <= .one }.map(Value.number)
    case .choice:
      guard case .input(let place) = leaf else { return [] }
      return set.inputs[place].options.map { .text($0.id) }
    case .date, .text: return []
    }
  }
}

extension Expression {
  /// Every number written in it.
  fileprivate var numbers: [Exact] {
    switch self {
    case .number(let number): [number]
    case .text, .truth, .name: []
    case .negated(let operand), .not(let operand), .days(let operand, _): operand.numbers
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right):
      left.numbers + right.numbers
    case .smallest(let operands), .largest(let operands): operands.flatMap(\.numbers)
    case .conditional(let condition, let then, let otherwise):
      condition.numbers + then.numbers + otherwise.numbers
    case .date(let year, let month, let day): year.numbers + month.numbers + day.numbers
    }
  }
}
