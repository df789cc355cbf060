internal import Diagnostics
internal import Grading
internal import YAMLReading

/// What a level hands down to the one below it.
struct Inherited {
  var clause: Clause?
  var applicability: [Applicability] = []
  var area = 0
  var criterion = 0
  var isBonus = false
}

extension SetBuilder {
  mutating func build(_ draft: Draft, _ maximum: Exact?) {
    claim(draft.id, parent: nil, at: draft.span)
    var reader = DraftReader(draft, problems)
    let title = reader.required("title")?.readString(into: problems) ?? ""
    _ = reader.value("weight")
    let ownMaximum = reader.value("max_points")?.readExact(key: "max_points", into: problems)
    let kind = reader.choice("kind", AreaKind.self) ?? .regular
    let isOptional = reader.yesNo("optional") ?? false
    var inherited = Inherited()
    inherited.clause = clause(&reader, self.draft.clause)
    inherited.applicability = applicability(&reader, [])
    inherited.area = areas.count
    inherited.isBonus = kind != .regular
    reader.finish()
    let total = maximum ?? ownMaximum ?? .zero
    let maxima = maxima(
      draft.children, of: draft.id, total, at: draft.span, isCap: kind != .regular)
    let firstCriterion = criteria.count
    let firstItem = items.count
    for child in draft.children {
      build(criterion: child, maxima[child.id] ?? .zero, parent: draft.id, inherited)
    }
    areas.append(
      Area(
        id: draft.id, title: title, kind: kind, maximum: total, isOptional: isOptional,
        clause: inherited.clause, criteria: firstCriterion..<criteria.count,
        items: firstItem..<items.count, span: draft.span))
  }

  private mutating func build(
    criterion draft: Draft, _ maximum: Exact, parent: String, _ outer: Inherited
  ) {
    var inherited = outer
    inherited.criterion = criteria.count
    let firstItem = items.count
    guard !draft.children.isEmpty else {
      build(item: draft, maximum, parent: parent, inherited)
      if let item = items.last, items.count > firstItem {
        criteria.append(
          Criterion(
            id: draft.id, title: item.title, area: outer.area, maximum: maximum,
            isOptional: false, clause: item.clause, items: firstItem..<items.count,
            span: draft.span))
      }
      return
    }
    claim(draft.id, parent: parent, at: draft.span)
    var reader = DraftReader(draft, problems)
    let title = reader.required("title")?.readString(into: problems) ?? ""
    _ = reader.value("weight")
    _ = reader.value("max_points")
    let isOptional = reader.yesNo("optional") ?? false
    inherited.clause = clause(&reader, outer.clause)
    inherited.applicability = applicability(&reader, outer.applicability)
    reader.finish()
    let maxima = maxima(draft.children, of: draft.id, maximum, at: draft.span)
    for child in draft.children {
      build(item: child, maxima[child.id] ?? .zero, parent: draft.id, inherited)
    }
    criteria.append(
      Criterion(
        id: draft.id, title: title, area: outer.area, maximum: maximum, isOptional: isOptional,
        clause: inherited.clause, items: firstItem..<items.count, span: draft.span))
  }

  func clause(_ reader: inout DraftReader, _ outer: Clause?) -> Clause? {
    guard let node = reader.value("clause") else { return outer }
    return readClause(node, over: outer, into: problems)
  }

  mutating func applicability(_ reader: inout DraftReader, _ outer: [Applicability])
    -> [Applicability]
  {
    let whenNode = reader.value("applies_when")
    let namesNode = reader.value("not_applicable_for")
    let when =
      whenNode.flatMap { $0.readExpression(.truth, in: &scope, into: problems) }
    let names = (namesNode?.readElements(into: problems) ?? [])
      .compactMap { $0.readString(into: problems) }
    let effect = reader.choice("effect", ApplicabilityEffect.self) ?? .exclude
    guard when != nil || !names.isEmpty else { return outer }
    return outer + [
      Applicability(
        appliesWhen: when, notApplicableFor: names, effect: effect,
        span: (namesNode ?? whenNode)?.headSpan ?? reader.draft.span)
    ]
  }
}
