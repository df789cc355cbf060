internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Reads one item's rule; the shapes of the fourteen kinds stand in `Rules/`.
struct RuleLoader {
  let id: String
  let maximum: Exact
  /// The item's own inputs: their places in the set, by name.
  let inputs: [Input]
  let inputStart: Int
  var scope: NameScope
  let problems: DiagnosticCollector

  static let kinds = [
    "yes_no", "choice", "timeliness", "steps", "proportional", "mix", "deduction", "per_item",
    "best_of", "relative_to_best", "survey", "subordinates", "council", "formula",
  ]

  mutating func rule(_ node: YAMLNode) -> Rule? {
    guard let entries = node.readEntries(key: "rule", into: problems) else { return nil }
    let all = Array(entries)
    guard all.count == 1, let entry = all.first, let name = entry.key.text else {
      problems.add(
        .ruleMismatch(
          Wording(
            vi: "`\(id)` phải có đúng một quy tắc, đang có \(all.count)",
            en: "`\(id)` must have exactly one rule, it has \(all.count)"), at: node.span))
      return nil
    }
    let value = entry.value
    switch name {
    case "yes_no": return expression(value, .truth).map(Rule.yesNo)
    case "choice": return choice(value)
    case "timeliness": return timeliness(value)
    case "steps": return steps(value)
    case "proportional": return proportional(value)
    case "mix": return mix(value)
    case "deduction": return deduction(value)
    case "per_item": return perItem(value)
    case "best_of":
      guard let nodes = value.readElements(key: name, into: problems), !nodes.isEmpty else {
        return nil
      }
      let rules = nodes.compactMap { rule($0) }
      return rules.count == nodes.count ? .bestOf(rules) : nil
    case "relative_to_best":
      guard var reader = MappingReader(value, key: name, into: problems) else { return nil }
      let of = reader.value("of", .required).flatMap { expression($0, .number) }
      if let within = reader.string("within"), within != "block" {
        problems.add(
          .badValue(
            reader.value("within") ?? value, key: "within",
            expected: Wording(vi: "`block`", en: "`block`")))
      }
      reader.finish()
      return of.map(Rule.relativeToBest)
    case "survey":
      guard var reader = MappingReader(value, key: name, into: problems) else { return nil }
      let of = reader.value("of", .required).flatMap { expression($0, .number) }
      reader.finish()
      return of.map(Rule.survey)
    case "subordinates": return subordinates(value)
    case "council":
      let levels = (value.readElements(key: name, into: problems) ?? [])
        .compactMap { $0.readExact(key: name, into: problems) }
      return .council(CouncilRule(levels: levels))
    case "formula": return formula(value)
    default:
      problems.add(.unknownRule(name, known: RuleLoader.kinds, at: entry.key.span))
      return nil
    }
  }

  mutating func expression(_ node: YAMLNode, _ type: ValueType) -> CheckedExpression? {
    node.readExpression(type, in: &scope, into: problems)
  }

  /// A bare date, or an expression that yields one.
  mutating func date(_ node: YAMLNode) -> CheckedExpression? {
    if let text = node.text, let moment = LocalMoment(parsing: text) {
      problems.add(.absoluteDate(text, at: node.span))
      let (year, month, day) = moment.day.components
      return CheckedExpression(
        tree: .date(
          year: .number(Exact(year)), month: .number(Exact(month)), day: .number(Exact(day))),
        type: .date, source: text, references: [])
    }
    let checked = expression(node, .date)
    guard let checked else { return nil }
    if checked.isNeverADay {
      problems.add(.noSuchDay(checked.source, at: node.span))
      return nil
    }
    if checked.references.isEmpty { problems.add(.absoluteDate(checked.source, at: node.span)) }
    return checked
  }
}

extension CheckedExpression {
  /// Its value in a year, when it reads nothing else.
  func value(in year: Int) -> Value? {
    guard references.allSatisfy({ $0 == .year }) else { return nil }
    let data = Evaluator(
      inputs: [], figures: [], traits: [], calendar: RoundCalendar(year: year))
    guard case .value(let value) = data.evaluate(self) else { return nil }
    return value
  }

  /// Whether it names no day in any year, leap years included.
  fileprivate var isNeverADay: Bool {
    references.allSatisfy { $0 == .year } && (2016...2019).allSatisfy { value(in: $0) == nil }
  }
}
