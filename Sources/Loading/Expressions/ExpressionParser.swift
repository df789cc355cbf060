internal import Diagnostics
internal import Grading

/// Reads one expression: words to a tree, names resolved, types checked on the way up.
struct ExpressionParser {
  typealias Typed = (tree: Expression, type: ValueType)

  private let tokens: [ExpressionToken]
  private var next = 0
  private var depth = 0
  var scope: NameScope
  var references: [Reference] = []
  var diagnostics: [Diagnostic] = []
  /// The span of a stretch of the text.
  let span: (Int, Int) -> SourceSpan

  init(
    tokens: [ExpressionToken], scope: NameScope, span: @escaping (Int, Int) -> SourceSpan
  ) {
    self.tokens = tokens
    self.scope = scope
    self.span = span
  }

  private var token: ExpressionToken { tokens[min(next, tokens.count - 1)] }

  mutating func parse() -> Typed? {
    guard let whole = or() else { return nil }
    guard token.kind == .end else { return unexpected() }
    return whole
  }

  private mutating func unexpected() -> Typed? {
    // The first fault of an expression hides what follows it.
    guard diagnostics.isEmpty else { return nil }
    if token.kind == .symbol(","), next > 0, next + 1 < tokens.count,
      case .number(let whole) = tokens[next - 1].kind,
      case .number(let part) = tokens[next + 1].kind, tokens[next - 1].end == token.start,
      tokens[next + 1].start == token.end
    {
      let place = span(tokens[next - 1].start, tokens[next + 1].end)
      diagnostics.append(.decimalComma("\(whole).\(part)", at: place))
    } else {
      diagnostics.append(.expressionSyntax(token.written, at: span(token.start, token.end)))
    }
    return nil
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) || token.kind == .name(symbol) else { return false }
    next += 1
    return true
  }

  private mutating func or() -> Typed? {
    let start = token.start
    guard var left = and() else { return nil }
    while take("or") {
      guard let right = and() else { return nil }
      require(left, .truth, start)
      require(right, .truth, start)
      left = (.or(left.tree, right.tree), .truth)
    }
    return left
  }

  private mutating func and() -> Typed? {
    let start = token.start
    guard var left = negation() else { return nil }
    while take("and") {
      guard let right = negation() else { return nil }
      require(left, .truth, start)
      require(right, .truth, start)
      left = (.and(left.tree, right.tree), .truth)
    }
    return left
  }

  private mutating func negation() -> Typed? {
    let start = token.start
    guard take("not") else { return comparison() }
    depth += 1
    defer { depth -= 1 }
    guard depth < 100, let operand = negation() else { return unexpected() }
    require(operand, .truth, start)
    return (.not(operand.tree), .truth)
  }

  private mutating func comparison() -> Typed? {
    let start = token.start
    guard let left = sum() else { return nil }
    guard case .symbol(let symbol) = token.kind, let operation = Comparison(rawValue: symbol) else {
      return left
    }
    next += 1
    guard let right = sum() else { return nil }
    let isOrdered = left.type == .number || left.type == .date
    if left.type != right.type || left.type == .days
      || (!isOrdered && operation != .equal && operation != .notEqual)
    {
      mismatch(symbol, left, right, start, tokens[next - 1].end)
    }
    return (.comparison(operation, left.tree, right.tree), .truth)
  }

  private mutating func sum() -> Typed? {
    let start = token.start
    guard var left = product() else { return nil }
    while case .symbol(let symbol) = token.kind, let operation = Arithmetic(rawValue: symbol),
      operation == .add || operation == .subtract
    {
      next += 1
      guard let right = product() else { return nil }
      left = join(operation, left, right, start)
    }
    return left
  }

  private mutating func product() -> Typed? {
    let start = token.start
    guard var left = factor() else { return nil }
    while case .symbol(let symbol) = token.kind, let operation = Arithmetic(rawValue: symbol),
      operation == .multiply || operation == .divide
    {
      next += 1
      guard let right = factor() else { return nil }
      left = join(operation, left, right, start)
    }
    return left
  }

  private mutating func join(
    _ operation: Arithmetic, _ left: Typed, _ right: Typed, _ start: Int
  ) -> Typed {
    let tree = Expression.arithmetic(operation, left.tree, right.tree)
    switch (left.type, operation, right.type) {
    case (.number, _, .number): return (tree, .number)
    case (.date, .add, .days), (.date, .subtract, .days): return (tree, .date)
    case (.date, .subtract, .date): return (tree, .number)
    default:
      mismatch(operation.rawValue, left, right, start, tokens[next - 1].end)
      return (tree, .number)
    }
  }

  private mutating func factor() -> Typed? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { return unexpected() }
    let start = token.start
    if take("-") {
      guard let operand = factor() else { return nil }
      require(operand, .number, start)
      return (.negated(operand.tree), .number)
    }
    if take("(") {
      guard let inner = or() else { return nil }
      guard take(")") else { return unexpected() }
      return inner
    }
    switch token.kind {
    case .number(let text): return number(text)
    case .text(let text):
      next += 1
      return (.text(text), .text)
    case .name(let name): return named(name)
    case .symbol, .end: return unexpected()
    }
  }

  private mutating func number(_ text: String) -> Typed? {
    guard let value = Exact(parsing: text) else { return unexpected() }
    next += 1
    for (unit, isWorking) in [("working_days", true), ("days", false)] where take(unit) {
      return (.days(.number(value), working: isWorking), .days)
    }
    // "2 working days" reads as naturally as `2 working_days`.
    if token.kind == .name("working"), next + 1 < tokens.count,
      tokens[next + 1].kind == .name("days")
    {
      next += 2
      return (.days(.number(value), working: true), .days)
    }
    return (.number(value), .number)
  }

  private mutating func named(_ name: String) -> Typed? {
    let word = token
    next += 1
    if name == "yes" || name == "true" { return (.truth(true), .truth) }
    if name == "no" || name == "false" { return (.truth(false), .truth) }
    if token.kind == .symbol("(") { return call(name, word) }
    guard let (reference, type) = scope.resolve(name) else {
      diagnostics.append(.unknownName(name, known: scope.known, at: span(word.start, word.end)))
      // Whatever it was meant to be: one fault is told once.
      return (.number(.zero), .number)
    }
    if !references.contains(reference) { references.append(reference) }
    return (.name(reference), type)
  }

  private mutating func call(_ name: String, _ word: ExpressionToken) -> Typed? {
    guard take("(") else { return unexpected() }
    var arguments: [Typed] = []
    repeat {
      guard let argument = or() else { return nil }
      arguments.append(argument)
    } while take(",")
    guard take(")") else { return unexpected() }
    let trees = arguments.map(\.tree)
    switch (name, arguments.count) {
    case ("min", 1...), ("max", 1...):
      for argument in arguments { require(argument, .number, word.start) }
      return (name == "min" ? .smallest(trees) : .largest(trees), .number)
    case ("if", 3):
      require(arguments[0], .truth, word.start)
      if arguments[1].type != arguments[2].type {
        mismatch("if", arguments[1], arguments[2], word.start, word.end)
      }
      return (.conditional(trees[0], then: trees[1], otherwise: trees[2]), arguments[1].type)
    case ("date", 3):
      for argument in arguments { require(argument, .number, word.start) }
      return (.date(year: trees[0], month: trees[1], day: trees[2]), .date)
    case ("if", _), ("date", _):
      diagnostics.append(
        .argumentCount(
          name, found: arguments.count, at: span(word.start, tokens[next - 1].end)))
      return (.number(.zero), name == "date" ? .date : arguments.last?.type ?? .number)
    default:
      diagnostics.append(
        .unknownName(
          name + "(…)", known: ["min", "max", "if", "date"], at: span(word.start, word.end)))
      return (.number(.zero), .number)
    }
  }

  private mutating func require(_ typed: Typed, _ type: ValueType, _ start: Int) {
    guard typed.type != type, diagnostics.isEmpty else { return }
    let end = tokens[max(next - 1, 0)].end
    diagnostics.append(
      .typeMismatch(written(start, end), found: typed.type, expected: type, at: span(start, end)))
  }

  /// Two operands that do not go together, unless a fault inside them explains it.
  private mutating func mismatch(
    _ operation: String, _ left: Typed, _ right: Typed, _ start: Int, _ end: Int
  ) {
    guard diagnostics.isEmpty else { return }
    diagnostics.append(
      .operandMismatch(operation, left.type, right.type, at: span(start, end)))
  }

  private func written(_ start: Int, _ end: Int) -> String {
    tokens.filter { $0.start >= start && $0.end <= end }.map(\.written).joined(separator: " ")
  }
}
