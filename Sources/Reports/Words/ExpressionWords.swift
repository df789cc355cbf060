package import Diagnostics
package import Grading

/// Expressions of a set said in the titles of what they read, without any unit's data.
package struct ExpressionWords: Sendable {
  package let set: CriteriaSet
  package let language: Language
  /// With a round's year and deadlines dates are said as days, without them as "31/12 năm trước".
  package let calendar: RoundCalendar?
  package let numbers: NumberWords
  /// What traits of units are called, by name.
  let traits: [String: String]

  package init(
    set: CriteriaSet, language: Language, calendar: RoundCalendar? = nil,
    traits: [String: String] = [:]
  ) {
    self.traits = traits
    self.set = set
    self.language = language
    self.calendar = calendar
    numbers = NumberWords(language)
  }

  /// The whole expression; a name alone stands without quotation marks.
  package func text(_ expression: CheckedExpression) -> String {
    if case .name(let reference) = expression.tree, let title = title(reference) { return title }
    return text(expression.tree)
  }

  /// As part of a longer formula: a name stands in quotation marks, anything else in brackets.
  package func term(_ expression: CheckedExpression) -> String { operandText(expression.tree) }

  /// Whether the value is a share, so that bounds are said in percent.
  package func isShare(_ expression: CheckedExpression) -> Bool { isShare(expression.tree) }

  /// The title of an input or figure; nil for what has none.
  package func title(_ reference: Reference) -> String? {
    switch reference {
    case .input(let place), .sharedInput(let place):
      set.inputs.indices.contains(place) ? set.inputs[place].title : nil
    case .figure(let place):
      set.figures.indices.contains(place) ? set.figures[place].title : nil
    case .trait, .deadline, .year: nil
    }
  }

  func say(_ vietnamese: String, _ english: String) -> String {
    Wording(vi: vietnamese, en: english)[language]
  }

  // MARK: Trees

  func text(_ tree: Expression) -> String {
    if let day = fixedDay(tree) { return day }
    switch tree {
    case .number(let value): return numbers.plain(value)
    case .text(let text): return "“\(text)”"
    case .truth(let truth): return truth ? say("có", "yes") : say("không", "no")
    case .name(let reference): return name(reference)
    case .negated(let operand): return "−" + operandText(operand)
    case .arithmetic(let operation, let left, let right):
      return arithmetic(operation, left, right)
    case .comparison(let comparison, let left, let right):
      return self.comparison(comparison, left, right)
    case .and(let left, let right):
      return "\(conjunct(left)) \(say("và", "and")) \(conjunct(right))"
    case .or(let left, let right): return "\(text(left)) \(say("hoặc", "or")) \(text(right))"
    case .not(let operand): return "\(say("không có", "not")) \(operandText(operand))"
    case .smallest(let operands):
      return "\(say("số nhỏ nhất trong", "the smallest of")) (\(list(operands)))"
    case .largest(let operands):
      return "\(say("số lớn nhất trong", "the largest of")) (\(list(operands)))"
    case .conditional(let condition, let then, let otherwise):
      return say(
        "(nếu \(text(condition)) thì \(text(then)), nếu không thì \(text(otherwise)))",
        "(if \(text(condition)) then \(text(then)), otherwise \(text(otherwise)))")
    case .date(let year, let month, let day): return date(year, month, day)
    case .days(let count, let working):
      let unit = working ? say("ngày làm việc", "working days") : say("ngày", "days")
      return "\(text(count)) \(unit)"
    }
  }

  private func name(_ reference: Reference) -> String {
    switch reference {
    case .input, .sharedInput, .figure: "“\(title(reference) ?? "?")”"
    case .trait(let trait): say("đặc điểm \(self.trait(trait))", "the trait \(self.trait(trait))")
    case .deadline(let id): say("thời hạn `\(id)`", "the deadline `\(id)`")
    case .year: say("năm đánh giá", "the round's year")
    }
  }

  /// A trait as people call it: “Có giải quyết hồ sơ TTHC”, or its bare name.
  func trait(_ name: String) -> String { traits[name].map { "“\($0)”" } ?? "`\(name)`" }

  private func arithmetic(_ operation: Arithmetic, _ left: Expression, _ right: Expression)
    -> String
  {
    if case .days = right {
      let later = operation == .add
      return say(
        "\(text(right)) \(later ? "sau" : "trước") \(text(left))",
        "\(text(right)) \(later ? "after" : "before") \(text(left))")
    }
    let sign =
      switch operation {
      case .add: "+"
      case .subtract: "−"
      case .multiply: "×"
      case .divide: "÷"
      }
    let isProduct = operation == .multiply || operation == .divide
    let first = isProduct ? operandText(left) : text(left)
    let second = operation == .add ? text(right) : operandText(right)
    return "\(first) \(sign) \(second)"
  }

  private func comparison(_ comparison: Comparison, _ left: Expression, _ right: Expression)
    -> String
  {
    let subject = text(left)
    if isDate(left) || isDate(right) {
      let day = text(right)
      return switch comparison {
      case .equal: say("\(subject) đúng ngày \(day)", "\(subject) is \(day)")
      case .notEqual: say("\(subject) khác ngày \(day)", "\(subject) is not \(day)")
      case .less: say("\(subject) trước ngày \(day)", "\(subject) before \(day)")
      case .atMost: say("\(subject) đến hết ngày \(day)", "\(subject) through \(day)")
      case .greater: say("\(subject) sau ngày \(day)", "\(subject) after \(day)")
      case .atLeast: say("\(subject) từ ngày \(day)", "\(subject) from \(day) on")
      }
    }
    if case .text(let level) = right {
      let title = "“\(optionTitle(left, level))”"
      return comparison == .notEqual
        ? say("\(subject) khác \(title)", "\(subject) is not \(title)")
        : say("\(subject) là \(title)", "\(subject) is \(title)")
    }
    let value = bound(right, against: left)
    return switch comparison {
    case .equal: say("\(subject) bằng \(value)", "\(subject) is \(value)")
    case .notEqual: say("\(subject) khác \(value)", "\(subject) is not \(value)")
    case .less: say("\(subject) dưới \(value)", "\(subject) below \(value)")
    case .atMost: say("\(subject) không quá \(value)", "\(subject) at most \(value)")
    case .greater: say("\(subject) trên \(value)", "\(subject) above \(value)")
    case .atLeast: say("\(subject) từ \(value) trở lên", "\(subject) at least \(value)")
    }
  }

  /// A bound in percent beside a share, in percentage points beside a difference of shares.
  private func bound(_ tree: Expression, against other: Expression) -> String {
    guard case .number(let value) = tree, isShare(other) else { return text(tree) }
    if case .arithmetic(.subtract, _, _) = other {
      return say(
        "\(numbers.plain(value * .hundred)) điểm phần trăm",
        "\(numbers.plain(value * .hundred)) percentage points")
    }
    return numbers.percent(value)
  }

  private func optionTitle(_ tree: Expression, _ level: String) -> String {
    guard case .name(let reference) = tree else { return level }
    switch reference {
    case .input(let place), .sharedInput(let place):
      return set.inputs[place].options.first { $0.id == level }?.title ?? level
    case .figure, .trait, .deadline, .year: return level
    }
  }

  private func list(_ trees: [Expression]) -> String { trees.map(text).joined(separator: "; ") }

  private func conjunct(_ tree: Expression) -> String {
    if case .or = tree { "(\(text(tree)))" } else { text(tree) }
  }

  private func operandText(_ tree: Expression) -> String {
    switch tree {
    case .arithmetic, .and, .or, .comparison: "(\(text(tree)))"
    default: text(tree)
    }
  }
}
