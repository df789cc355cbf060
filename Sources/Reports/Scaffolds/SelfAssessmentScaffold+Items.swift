internal import Diagnostics
internal import Grading

extension SelfAssessmentScaffold {
  /// Why an item does not apply, as far as the unit's id and traits decide; nil: it may.
  func absence(_ item: Item) -> String? {
    let area = set.areas[item.area]
    let criterion = set.criteria[item.criterion]
    for id in [area.id, criterion.id] where plan.surveysNotHeld.contains(id) {
      return "kỳ này không tổ chức"
    }
    let data = Evaluator(inputs: [], figures: [], traits: unit.traits, calendar: plan.calendar)
    for level in item.applicability {
      let effect = level.effect.wording.vietnamese
      if level.notApplicableFor.contains(unit.id) {
        return "bộ tiêu chí nêu tên cơ quan (\(effect))"
      }
      if let trait = level.notApplicableFor.first(where: unit.traits.contains) {
        return "cơ quan có đặc điểm \(words.expressions.trait(trait)) (\(effect))"
      }
      if let condition = level.appliesWhen, case .value(.truth(false)) = data.evaluate(condition) {
        return "chỉ áp dụng khi có \(words.expressions.text(condition.tree)) (\(effect))"
      }
    }
    return nil
  }

  mutating func write(_ item: Item) {
    out.blank()
    let head = "\(item.id). \(item.title): tối đa \(words.numbers.points(item.maximum))"
    if let absence = absence(item) {
      out.comment("\(head). Không áp dụng: \(absence).", indent: 2)
      return
    }
    guard item.scoredBy == .unit else {
      out.comment("\(head). Không tự chấm: \(item.scoredBy.wording.vietnamese).", indent: 2)
      out.comment("Cách chấm: \(words.sentence(item)).", indent: 2)
      writeSources(item)
      return
    }
    out.comment(head, indent: 2)
    out.comment("Cách chấm: \(words.sentence(item)).", indent: 2)
    if let guidance = item.guidance { out.comment("Hướng dẫn: \(guidance)", indent: 2) }
    if let open = openCondition(item) { out.comment("Áp dụng khi có \(open).", indent: 2) }
    if let evidence = words.evidence(item) {
      out.comment("Tài liệu kiểm chứng: \(evidence).", indent: 2)
    }
    if let office = item.appraisedBy {
      out.comment("Thẩm định: \(officeNames[office] ?? office).", indent: 2)
    }
    writeSources(item)
    writeAnswer(item)
  }

  private mutating func writeAnswer(_ item: Item) {
    out.line("\"\(item.id)\":", indent: 2)
    let inputs = set.inputs[item.inputs]
    if !inputs.isEmpty {
      out.line("inputs:", indent: 4)
      for input in inputs { write(input, indent: 6) }
    }
    out.line("evidence: []", indent: 4)
    if item.mayBeNotApplicable {
      out.comment("not_applicable: lý do, nếu không phát sinh", indent: 4)
    }
  }

  /// A condition that only the year's data will decide.
  func openCondition(_ item: Item) -> String? {
    let data = Evaluator(inputs: [], figures: [], traits: unit.traits, calendar: plan.calendar)
    let open = item.applicability.compactMap(\.appliesWhen).filter { condition in
      if case .value = data.evaluate(condition) { false } else { true }
    }
    return open.isEmpty
      ? nil : open.map { words.expressions.text($0.tree) }.joined(separator: " và ")
  }

  /// Figures of other offices that the item reads, by table, with who keeps them.
  private mutating func writeSources(_ item: Item) {
    var names: [FigureName] = []
    for case .figure(let place) in item.rule.references where !names.contains(set.figures[place]) {
      names.append(set.figures[place])
    }
    var namespaces: [Substring] = []
    for name in names where !namespaces.contains(name.namespace) {
      namespaces.append(name.namespace)
    }
    for namespace in namespaces {
      let own = names.filter { $0.namespace == namespace }
      let list = own.map { "\($0.title) (`\($0.name)`)" }.joined(separator: "; ")
      out.comment("Số liệu không phải nhập: \(list)\(keeper(namespace)).", indent: 2)
    }
  }

  private func keeper(_ namespace: Substring) -> String {
    switch namespace {
    case "submission", "subordinates", "assessment": return ", tính từ kỳ đánh giá"
    default: break
    }
    let table = plan.figures.tables[String(namespace)]
    let title = table.map { ", \($0.title)" } ?? ""
    let owner = table?.owner.map { "; \(officeNames[$0] ?? $0) theo dõi" } ?? ""
    return "\(title)\(owner); chỉ nêu ý kiến ở disputes nếu không đồng ý"
  }

  /// `name:  # Tên (kiểu; khoảng)`, options below.
  mutating func write(_ input: Input, indent: Int) {
    var parts = [input.type.wording.vietnamese]
    if let unit = input.unit { parts.append("đơn vị tính: \(unit)") }
    if input.type == .date { parts.append("none nếu không có") }
    if input.type == .yesNo { parts = ["yes hoặc no"] }
    if let range = words.expressions.window(input.low, input.high) { parts.append(range) }
    if let limit = input.atMost {
      parts.append("không quá “\(set.inputs[limit].title)”")
    }
    out.entry(input.name, "", "\(input.title) (\(parts.joined(separator: "; ")))", indent: indent)
    for option in input.options { out.comment("\(option.id): \(option.title)", indent: indent + 2) }
  }
}
