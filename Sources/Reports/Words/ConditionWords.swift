internal import Diagnostics
internal import Grading

/// Conditions part by part, each with what was found and whether it holds.
extension ValueWords {
  /// "“Số báo cáo trễ hạn” bằng 0 (số liệu: 2): không đạt; “Có kinh phí”: có, đạt".
  func checked(_ condition: CheckedExpression) -> String {
    parts(condition.tree, in: condition.source)
  }

  private func parts(_ tree: Expression, in source: String) -> String {
    switch tree {
    case .and(let left, let right):
      "\(parts(left, in: source)); \(say("và", "and")) \(parts(right, in: source))"
    case .or(let left, let right):
      "\(parts(left, in: source)); \(say("hoặc", "or")) \(parts(right, in: source))"
    case .name:
      if case .value(.truth(let truth)) = trace.value(tree) {
        "\(words.text(tree)): \(truth ? say("có", "yes") : say("không", "no"))"
      } else {
        "\(words.text(tree)): \(verdict(tree))"
      }
    case .not, .comparison, .number, .text, .truth, .negated, .arithmetic, .smallest,
      .largest, .conditional, .date, .days:
      "\(words.text(tree))\(found(tree, in: source)): \(verdict(tree))"
    }
  }

  private func verdict(_ tree: Expression) -> String {
    switch trace.value(tree) {
    case .value(.truth(true)): say("đạt", "holds")
    case .value(.truth(false)): say("không đạt", "does not hold")
    case .value: "?"
    case .broken: say("số liệu không hợp lệ", "impossible data")
    case .unanswered: say("chưa trả lời", "not answered")
    case .missing: say("chưa có số liệu", "no figure yet")
    case .undefined: say("không tính được", "cannot be computed")
    }
  }

  /// The values behind a comparison; nothing where the verdict says it all.
  private func found(_ tree: Expression, in source: String) -> String {
    guard case .comparison(_, let left, let right) = tree else { return "" }
    let sides = [left, right].compactMap { side($0, in: source) }
    guard !sides.isEmpty else { return "" }
    return " (\(say("số liệu", "found")): \(sides.joined(separator: "; ")))"
  }

  private func side(_ tree: Expression, in source: String) -> String? {
    guard tree.readsUnit, case .value(let value) = trace.value(tree) else { return nil }
    let text = substituted(tree, in: source)
    guard case .arithmetic = tree, case .number(let number) = value else { return text }
    return text + " " + numbers.equals(number, isPercent: words.isShare(tree))
  }
}

extension Expression {
  /// Whether the value differs from unit to unit, so that it is worth saying.
  var readsUnit: Bool {
    switch self {
    case .name(.input), .name(.sharedInput), .name(.figure): true
    case .name, .number, .text, .truth, .date: false
    case .negated(let operand), .not(let operand), .days(let operand, _): operand.readsUnit
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right):
      left.readsUnit || right.readsUnit
    case .smallest(let operands), .largest(let operands): operands.contains(where: \.readsUnit)
    case .conditional(let condition, let then, let otherwise):
      condition.readsUnit || then.readsUnit || otherwise.readsUnit
    }
  }
}
