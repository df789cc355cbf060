internal import Diagnostics
internal import Grading

extension ExpressionWords {
  /// Whether a value is a share: a rate, or a quotient of two numbers.
  func isShare(_ tree: Expression) -> Bool {
    switch tree {
    case .name(let reference): type(of: reference) == .rate
    case .arithmetic(.divide, _, let divisor):
      // A quotient by a fixed number stays what it was.
      if case .number = divisor { false } else { true }
    case .arithmetic(_, let left, let right): isShare(left) || isShare(right)
    case .negated(let operand): isShare(operand)
    case .smallest(let operands), .largest(let operands): operands.contains(where: isShare)
    case .conditional(_, let then, let otherwise): isShare(then) || isShare(otherwise)
    case .number, .text, .truth, .comparison, .and, .or, .not, .date, .days: false
    }
  }

  func isDate(_ tree: Expression) -> Bool {
    switch tree {
    case .date: true
    case .name(let reference): type(of: reference) == .date
    case .arithmetic(_, let left, .days): isDate(left)
    default: false
    }
  }

  private func type(of reference: Reference) -> InputType? {
    switch reference {
    case .input(let place), .sharedInput(let place):
      set.inputs.indices.contains(place) ? set.inputs[place].type : nil
    case .figure(let place):
      set.figures.indices.contains(place) ? set.figures[place].type : nil
    case .deadline: .date
    case .trait: .yesNo
    case .year: .count
    }
  }

  /// The day a date comes to when the round's calendar is known and nothing of a unit is read.
  func fixedDay(_ tree: Expression) -> String? {
    guard let calendar, isDate(tree) else { return nil }
    let checked = CheckedExpression(tree: tree, type: .date, source: "", references: [])
    let data = Evaluator(inputs: [], figures: [], traits: [], calendar: calendar)
    guard case .value(.date(let moment)) = data.evaluate(checked) else { return nil }
    // Dates compare by day, whatever the hour (SCORING 45).
    return say(moment.day.vietnameseText, moment.day.isoText)
  }

  /// `31/12 năm trước`, `31/01 của năm đánh giá`; the year in words while no round gives it.
  func date(_ year: Expression, _ month: Expression, _ day: Expression) -> String {
    guard case .number(let month) = month, case .number(let day) = day,
      let month = month.integer, let day = day.integer
    else { return say("ngày tính theo công thức", "a computed day") }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let vietnamese = "\(two(day))/\(two(month))"
    let english = "\(two(month))-\(two(day))"
    switch year {
    case .number(let year): return say("\(vietnamese)/\(year)", "\(year)-\(english)")
    case .name(.year):
      return say("\(vietnamese) của năm đánh giá", "\(english) of the round's year")
    case .arithmetic(.subtract, .name(.year), .number(1)):
      return say("\(vietnamese) năm trước", "\(english) of the year before")
    case .arithmetic(.add, .name(.year), .number(1)):
      return say("\(vietnamese) năm sau", "\(english) of the year after")
    default: return say("\(vietnamese) (năm: \(text(year)))", "\(english) (year: \(text(year)))")
    }
  }
}
