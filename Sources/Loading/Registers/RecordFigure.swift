internal import Diagnostics
internal import Grading
internal import YAMLReading

/// How rows are counted into one figure.
struct RecordFigure {
  enum Rule {
    /// How many rows meet the condition.
    case count
    /// The sum over the rows that meet the condition.
    case sum(CheckedExpression)
    /// The sum of one thing over the sum of another; missing below the least sum.
    case ratio(of: CheckedExpression, over: CheckedExpression, atLeast: Exact?)
  }

  let figure: FigureName
  let rule: Rule
  /// nil: every row.
  let condition: CheckedExpression?
  let span: SourceSpan
}

/// Reads `figures:` of a register of records.
struct RecordFigureReader {
  private var scope = NameScope()
  private let columns: [DeclaredColumn]
  private let expected: ExpectedRegisters.Register
  private let problems: DiagnosticCollector

  init(
    columns: [DeclaredColumn], expected: ExpectedRegisters.Register, problems: DiagnosticCollector
  ) {
    self.columns = columns
    self.expected = expected
    self.problems = problems
    for (place, column) in columns.enumerated() {
      scope.inputs[column.name] = (.input(place), column.cells.type)
    }
  }

  mutating func read(register: String, _ key: YAMLNode, _ node: YAMLNode) -> RecordFigure? {
    guard let name = key.text, var reader = MappingReader(node, key: name, into: problems) else {
      return nil
    }
    let title = reader.string("title")
    let (count, sum, of) = (reader.value("count"), reader.value("sum"), reader.value("of"))
    let rules = [count, sum, of].compactMap { $0 }.count
    let over = reader.value("over", of == nil ? .optional : .required)
    let atLeast = reader.exact("at_least")
    let condition = reader.value("where")
    reader.finish()
    guard rules == 1 else {
      problems.add(.figureWithoutRule(name, at: key.span))
      return nil
    }
    var rule: RecordFigure.Rule?
    var type = InputType.count
    var when = condition.flatMap { expression($0, .truth) }
    if let count {
      if let condition { problems.add(.conditionTwice(at: condition.span)) }
      when = expression(count, .truth)
      rule = when == nil ? nil : .count
    } else if let sum {
      type = .number
      rule = expression(sum, .number).map { .sum($0) }
    } else if let of, let over {
      type = .rate
      let (above, below) = (expression(of, .number), expression(over, .number))
      if let above, let below { rule = .ratio(of: above, over: below, atLeast: atLeast) }
    }
    guard let rule, condition == nil || when != nil else { return nil }
    let wanted = expected.column(name)
    if let wanted, wanted.type.valueType != .number {
      problems.add(
        .columnTypeConflict(
          name, register: register, wanted: wanted.type.valueType, found: .number, at: key.span))
    }
    // A share stays a share: without rows it is missing, never zero.
    return RecordFigure(
      figure: FigureName(
        name: "\(register).\(name)", type: type == .rate ? .rate : wanted?.type ?? type,
        title: title ?? wanted?.title ?? name),
      rule: rule, condition: when, span: key.span)
  }

  /// An expression over the columns of a row.
  private mutating func expression(_ node: YAMLNode, _ type: ValueType) -> CheckedExpression? {
    guard let read = node.readExpression(type, in: &scope, into: problems) else { return nil }
    for case .figure(let place) in read.references {
      problems.add(
        .unknownName(scope.figures[place].name, known: columns.map(\.name), at: node.span))
      return nil
    }
    return read
  }
}

/// The rows of one unit counted into one figure, row by row.
struct RecordTally {
  private var sum = Exact.zero
  private var base = Exact.zero
  /// The first row whose part is not known.
  private var unknownLine: Int?
  private var isBroken = false
  /// The rows counted, by their place in the table.
  private(set) var rows: [Int] = []

  mutating func add(_ figure: RecordFigure, _ row: Evaluator, place: Int, line: Int) {
    switch figure.condition.map(row.evaluate) ?? .value(.truth(true)) {
    case .value(.truth(true)): break
    case .value: return
    case let failure: return fail(failure, line)
    }
    switch figure.rule {
    case .count: sum = sum + .one
    case .sum(let of): add(row.evaluate(of), to: \.sum, line)
    case .ratio(let of, let over, _):
      add(row.evaluate(of), to: \.sum, line)
      add(row.evaluate(over), to: \.base, line)
    }
    rows.append(place)
  }

  private mutating func add(
    _ evaluation: Evaluation, to total: WritableKeyPath<RecordTally, Exact>, _ line: Int
  ) {
    if case .value(.number(let number)) = evaluation {
      self[keyPath: total] = self[keyPath: total] + number
    } else {
      fail(evaluation, line)
    }
  }

  private mutating func fail(_ evaluation: Evaluation, _ line: Int) {
    if evaluation == .broken { isBroken = true }
    if unknownLine == nil { unknownLine = line }
  }

  /// What the rows come to.
  enum Outcome {
    case value(Exact)
    /// A row does not say enough.
    case unknown(line: Int)
    case tooFew(Exact, least: Exact)
    case nothingToShare
    case broken
    /// Not what its type can be: a share above 1, a count of 1.5.
    case impossible(Exact)
  }

  func outcome(_ figure: RecordFigure) -> Outcome {
    if isBroken { return .broken }
    if let unknownLine { return .unknown(line: unknownLine) }
    var value = sum
    if case .ratio(_, _, let atLeast) = figure.rule {
      if let atLeast, base < atLeast { return .tooFew(base, least: atLeast) }
      guard let share = sum.divided(by: base) else { return .nothingToShare }
      value = share
    }
    switch figure.figure.type {
    case .rate where value < .zero || value > .one: return .impossible(value)
    case .count where value < .zero || !value.isInteger: return .impossible(value)
    default: return .value(value)
    }
  }
}
