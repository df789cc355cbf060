/// Why an input's value cannot be meant.
package enum InputFault: Hashable, Sendable {
  /// Outside the declared range; the ends that could be worked out.
  case outOfRange(low: Value?, high: Value?)
  /// Above the input that limits it: its place in `CriteriaSet.inputs`, and that value.
  case aboveLimit(Int, Exact)
}

extension CriteriaSet {
  /// What is wrong with a given input; nil when it is blank or nothing is (SCORING 47).
  package func fault(ofInput place: Int, _ data: Evaluator) -> InputFault? {
    guard data.inputs.indices.contains(place), case .given(let value) = data.inputs[place] else {
      return nil
    }
    if let limit = inputs[place].atMost, data.inputs.indices.contains(limit),
      case .given(.number(let most)) = data.inputs[limit], case .number(let number) = value,
      number > most
    {
      return .aboveLimit(limit, most)
    }
    let low = inputs[place].low.flatMap { data.value(of: $0) }
    let high = inputs[place].high.flatMap { data.value(of: $0) }
    let isBelow = low.map { value.isBelow($0) } ?? false
    let isAbove = high.map { $0.isBelow(value) } ?? false
    return isBelow || isAbove ? .outOfRange(low: low, high: high) : nil
  }

  /// For each item the inputs it reads that can be out of bounds.
  var boundedInputs: [[Int]] {
    items.map { item in
      let read =
        item.rule.references + item.applicability.flatMap { $0.appliesWhen?.references ?? [] }
      let shared = read.compactMap { if case .sharedInput(let place) = $0 { place } else { nil } }
      return (Array(item.inputs) + Set(shared).sorted()).filter {
        let input = inputs[$0]
        return input.low != nil || input.high != nil || input.atMost != nil
      }
    }
  }
}

extension ItemScorer {
  /// The data of one item, with impossible inputs marked so.
  ///
  /// Each layer is checked anew: an appraisal that mends a limit mends what exceeded it.
  func checked(_ item: Int, _ data: Evaluator) -> Evaluator {
    var marked = data
    for place in boundedInputs[item] where set.fault(ofInput: place, data) != nil {
      marked.inputs[place] = .impossible
    }
    return marked
  }
}

extension Evaluator {
  fileprivate func value(of expression: CheckedExpression) -> Value? {
    if case .value(let value) = evaluate(expression) { value } else { nil }
  }
}

extension Value {
  /// Numbers by size, dates by day; anything else is never below.
  fileprivate func isBelow(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): a < b
    case (.date(let a), .date(let b)): a.day < b.day
    default: false
    }
  }
}
