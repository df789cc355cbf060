internal import Diagnostics
internal import Grading

/// Formulas with a unit's values put in, and values as people read them.
struct ValueWords {
  let trace: ItemTrace
  let words: ExpressionWords

  var numbers: NumberWords { words.numbers }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  // MARK: Values

  private var plain: PlainValueWords { PlainValueWords(words.language) }

  func text(_ value: Value, as type: InputType, options: [Input.Option] = []) -> String {
    plain.text(value, as: type, options: options)
  }

  func text(_ value: InputValue, of input: Input) -> String { plain.text(value, of: input) }

  func text(_ value: FigureValue, of name: FigureName) -> String { plain.text(value, of: name) }

  // MARK: Formulas

  /// `18/20`: the numbers in place of the names.
  func substituted(_ tree: Expression, in source: String) -> String {
    switch tree {
    case .number(let value): return literal(value, in: source)
    case .text(let text): return "“\(text)”"
    case .truth(let truth): return truth ? say("có", "yes") : say("không", "no")
    case .name(let reference): return value(of: reference)
    case .negated(let operand): return "−" + operandText(operand, in: source)
    case .arithmetic(let operation, let left, let right):
      if words.isDate(tree) { return computed(tree) }
      return arithmetic(operation, left, right, in: source)
    case .smallest(let operands):
      return say("số nhỏ nhất trong", "the smallest of") + " (\(list(operands, in: source)))"
    case .largest(let operands):
      return say("số lớn nhất trong", "the largest of") + " (\(list(operands, in: source)))"
    case .conditional(let condition, let then, let otherwise):
      // Only the branch that was taken has a meaning for the unit.
      guard case .value(.truth(let holds)) = trace.value(condition) else { return "?" }
      return substituted(holds ? then : otherwise, in: source)
    case .date, .days, .comparison, .and, .or, .not: return computed(tree)
    }
  }

  /// `18/20 = 90%`, or the value alone where the formula is only a name.
  func equation(_ expression: CheckedExpression, _ value: Exact, isPercent: Bool, places: Int = 2)
    -> String
  {
    guard !expression.isNameOrNumber else {
      return "\(words.text(expression)) "
        + numbers.equals(value, isPercent: isPercent, places: places)
    }
    return substituted(expression.tree, in: expression.source) + " "
      + numbers.equals(value, isPercent: isPercent, places: places)
  }

  private func arithmetic(
    _ operation: Arithmetic, _ left: Expression, _ right: Expression, in source: String
  ) -> String {
    let isProduct = operation == .multiply || operation == .divide
    let first = isProduct ? operandText(left, in: source) : substituted(left, in: source)
    let second =
      operation == .add ? substituted(right, in: source) : operandText(right, in: source)
    return switch operation {
    case .add: "\(first) + \(second)"
    case .subtract: "\(first) − \(second)"
    case .multiply: "\(first) × \(second)"
    case .divide: "\(first)/\(second)"
    }
  }

  private func operandText(_ tree: Expression, in source: String) -> String {
    let text = substituted(tree, in: source)
    if case .arithmetic = tree { return "(\(text))" }
    return text
  }

  private func list(_ trees: [Expression], in source: String) -> String {
    trees.map { substituted($0, in: source) }.joined(separator: "; ")
  }

  /// A number as the author wrote it: `90%` where the formula says so.
  private func literal(_ value: Exact, in source: String) -> String {
    let percent = (value * .hundred).canonicalText + "%"
    return source.contains(percent) ? numbers.shownPercent(value) : numbers.shown(value)
  }

  private func computed(_ tree: Expression) -> String {
    if case .value(let value) = trace.value(tree) { text(value, as: .number) } else { "?" }
  }

  private func value(of reference: Reference) -> String {
    guard case .value(let value) = trace.value(.name(reference)) else { return "?" }
    switch reference {
    case .input(let place), .sharedInput(let place):
      let input = words.set.inputs[place]
      return text(value, as: input.type, options: input.options)
    case .figure(let place): return text(value, as: words.set.figures[place].type)
    case .trait, .deadline: return text(value, as: .yesNo)
    // A year is not grouped: 2017, not 2.017.
    case .year: return if case .number(let year) = value { year.canonicalText } else { "?" }
    }
  }
}

extension CheckedExpression {
  /// Nothing is computed: putting the number in would only say it twice.
  var isNameOrNumber: Bool {
    switch tree {
    case .name, .number: true
    case .text, .truth, .negated, .arithmetic, .comparison, .and, .or, .not, .smallest, .largest,
      .conditional, .date, .days:
      false
    }
  }
}
