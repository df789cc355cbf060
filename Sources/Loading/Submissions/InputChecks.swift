internal import Diagnostics
internal import Grading
internal import YAMLReading

extension UnitReading {
  /// Marks inputs that are outside a range which depends on the unit's own data.
  func checkRanges(_ root: YAMLNode) {
    guard !tables.movingRanges.isEmpty else { return }
    let data = Evaluator(
      inputs: assessment.inputs, figures: [], traits: unit.traits, calendar: tables.plan.calendar)
    for place in tables.movingRanges {
      guard case .given(let value) = assessment.inputs[place] else { continue }
      let input = tables.set.inputs[place]
      let low = input.low.flatMap { data.value($0) }
      let high = input.high.flatMap { data.value($0) }
      guard low?.isAbove(value) == true || high.map({ value.isAbove($0) }) == true else { continue }
      assessment.inputs[place] = .impossible
      if let node = node(of: place, in: root) {
        assessment.refused[place] = RefusedInput(node.text ?? "", .outOfRange)
        problems.add(.valueOutOfRange(node, input.name, type: input.type, low: low, high: high))
      }
    }
  }

  /// Marks inputs that exceed the input that limits them.
  func checkLimits(_ root: YAMLNode) {
    var broken: [Int] = []
    for (place, limit) in tables.limits {
      guard case .given(let value) = assessment.inputs[place],
        case .given(let most) = assessment.inputs[limit], value.isAbove(most)
      else { continue }
      broken.append(place)
      if let node = node(of: place, in: root) {
        assessment.refused[place] = RefusedInput(node.text ?? "", .aboveLimit)
        reportAbove(node, place, limit, most)
      }
    }
    for place in broken { assessment.inputs[place] = .impossible }
  }

  func reportAbove(_ node: YAMLNode, _ place: Int, _ limit: Int, _ most: Value) {
    problems.add(
      .valueAboveLimit(
        node, tables.set.inputs[place].name, limit: tables.set.inputs[limit].name,
        type: tables.shapes[place].type, most: most))
  }

  /// Where an input was typed; looked up again, because only faults need it.
  private func node(of place: Int, in root: YAMLNode) -> YAMLNode? {
    let name = tables.set.inputs[place].name
    guard let item = tables.itemOfInput[place] else {
      return root["shared_inputs"]?[name]
    }
    return root["answers"]?[tables.set.items[item].id]?["inputs"]?[name]
  }
}

extension Evaluator {
  /// The value of an expression; nil while something it reads is not known.
  fileprivate func value(_ expression: CheckedExpression) -> Value? {
    if case .value(let value) = evaluate(expression) { value } else { nil }
  }
}
