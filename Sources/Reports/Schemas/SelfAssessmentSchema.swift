internal import Diagnostics
package import Grading

/// The schema of a self-assessment against one set: its items, inputs, options and maxima, so
/// that an editor completes them and refuses others.
package func selfAssessmentSchema(for set: CriteriaSet, calendar: RoundCalendar? = nil)
  -> JSONValue
{
  let words = RuleWords(set: set, language: .vietnamese, calendar: calendar)
  let shared = set.inputs[set.sharedInputs].map { ($0.name, schema(of: $0, words)) }
  let answers = set.items.map { ($0.id, schema(of: $0, set, words)) }
  return selfAssessmentFile(
    answers: .mapping("Trả lời theo mã mục.", answers),
    shared: .mapping("Dữ liệu dùng chung.", shared)
  ).with("$id", .string("parindex:self-assessment@1:\(set.id)"))
    .with("title", .string("Bản tự chấm điểm: \(set.title)")).value
}

private func schema(of item: Item, _ set: CriteriaSet, _ words: RuleWords) -> JSONSchema {
  var keys: [(String, JSONSchema)] = []
  let inputs = set.inputs[item.inputs].map { ($0.name, schema(of: $0, words)) }
  if !inputs.isEmpty {
    keys.append(("inputs", JSONSchema.mapping("Dữ liệu của mục.", inputs).orBlank))
  }
  if item.scoredBy == .unit {
    keys.append(
      (
        "points",
        JSONSchema(["type": ["number", "string", "null"]])
          .with("description", "Điểm tự chấm; để trống là điểm tính từ số liệu.")
          .with("minimum", .decimal(min(item.reachable.lowerBound, .zero)))
          .with("maximum", .decimal(item.maximum))
          .with("pattern", "^[+-]?[0-9]+(\\.[0-9]+)?(/[0-9]+)?$")
      ))
  }
  if item.mayBeNotApplicable {
    keys.append(("not_applicable", .text("Lý do không áp dụng.")))
  }
  let points = words.numbers.points(item.maximum)
  let lines = [
    "Tối đa \(points). \(words.sentence(item)).", item.guidance,
    item.scoredBy == .unit ? nil : "Không tự chấm: \(item.scoredBy.wording.vietnamese).",
  ]
  return JSONSchema.mapping(
    lines.compactMap { $0 }.joined(separator: "\n"), keys + answerKeys
  ).titled("\(item.id) \(item.title)").orBlank
}

private func schema(of input: Input, _ words: RuleWords) -> JSONSchema {
  let range = words.expressions.window(input.low, input.high)
  let text = [input.type.wording.vietnamese, input.unit, range].compactMap { $0 }
    .joined(separator: "; ")
  let schema: JSONSchema =
    switch input.type {
    case .count: .whole(text, from: 0)
    case .number: .exact(text)
    case .rate: .share(text)
    case .date:
      JSONSchema.text(text).with("type", "string")
        .with("pattern", "^(none|[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?)$")
    case .yesNo: .yesNo(text)
    case .choice:
      JSONSchema(["enum": .array(input.options.map { .string($0.id) })])
        .with("enumDescriptions", .array(input.options.map { .string($0.title) }))
    case .text: .text(text)
    }
  var bounded = schema
  if input.type != .date, let low = input.low, case .number(let value) = low.tree {
    bounded = bounded.with("minimum", .decimal(value))
  }
  if input.type != .date, let high = input.high, case .number(let value) = high.tree {
    bounded = bounded.with("maximum", .decimal(value))
  }
  return bounded.titled(input.title).orBlank
}

extension JSONValue {
  /// A bound; a ratio whose decimals do not end is rounded away from zero, so that nothing right
  /// is refused.
  fileprivate static func decimal(_ value: Exact) -> JSONValue {
    let text = value.canonicalText
    guard text.contains("/") else { return .number(text) }
    let step = value.isNegative ? Exact(-1) : .one
    let outer = value + (step.divided(by: Exact(1_000_000)) ?? .zero)
    return .number(outer.fixedText(places: 6))
  }
}
