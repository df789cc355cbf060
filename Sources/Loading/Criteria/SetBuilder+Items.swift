internal import Diagnostics
internal import Grading
internal import YAMLReading

extension SetBuilder {
  mutating func build(
    item draft: Draft, _ maximum: Exact, parent: String, _ inherited: Inherited
  ) {
    claim(draft.id, parent: parent, at: draft.span)
    var reader = DraftReader(draft, problems)
    let title = reader.required("title")?.readString(into: problems) ?? ""
    let isStated = reader.value("max_points") != nil || reader.value("weight") != nil
    let weight = reader.value("weight")?.readExact(key: "weight", into: problems)
    let start = inputs.count
    let outerScope = scope.inputs
    readInputs(&reader)
    let own = Array(inputs[start...])
    let ruleNode = reader.required("rule")
    var loader = RuleLoader(
      id: draft.id, maximum: weight ?? maximum, inputs: own, inputStart: start, scope: scope,
      problems: problems)
    let rule = ruleNode.flatMap { loader.rule($0) }
    scope = loader.scope
    var item = Item(
      index: items.count, id: draft.id, title: title, area: inherited.area,
      criterion: inherited.criterion, maximum: maximum,
      rule: rule ?? .council(CouncilRule(levels: [])), span: draft.span)
    item.ruleSpan = ruleNode?.headSpan ?? draft.span
    item.ruleMaximum = weight ?? maximum
    item.scale = maximum.divided(by: item.ruleMaximum) ?? .one
    item.inputs = start..<inputs.count
    item.clause = clause(&reader, inherited.clause)
    item.effect = reader.choice("effect", ApplicabilityEffect.self) ?? .exclude
    item.applicability = applicability(&reader, inherited.applicability)
    item.ifUndefined = reader.choice("if_undefined", Fallback.self)
    item.ifMissing = reader.choice("if_missing", Fallback.self)
    let isCouncil = if case .council = item.rule { true } else { false }
    item.scoredBy = reader.choice("scored_by", ScoredBy.self) ?? (isCouncil ? .council : .unit)
    item.appraisedBy = reader.string("appraised_by")
    item.guidance = reader.string("guidance")
    item.mayBeNotApplicable = reader.yesNo("may_be_not_applicable") ?? false
    item.withoutEvidence =
      reader.choice("without_evidence", WithoutEvidence.self) ?? self.draft.withoutEvidence
    item.ownDocument = reader.yesNo("own_document") ?? false
    if let node = reader.value("evidence") { item.evidence = evidence(node) }
    reader.finish()
    scope.inputs = outerScope
    if rule != nil { check(&item, inherited, isStated: isStated) }
    items.append(item)
  }

  private mutating func readInputs(_ reader: inout DraftReader) {
    let entries = reader.value("inputs")?.readEntries(key: "inputs", into: problems)
    let all = entries.map(Array.init) ?? []
    let names = all.compactMap { $0.key.text }
    let start = inputs.count
    for (offset, entry) in all.enumerated() {
      guard let name = entry.key.text, let input = input(name, entry.value, own: names) else {
        continue
      }
      if let shared = scope.inputs[name], case .sharedInput(let place) = shared.reference {
        problems.add(.duplicateID(name, at: entry.key.span, first: inputs[place].span))
      }
      inputs.append(input)
      scope.inputs[name] = (.input(start + offset), input.type)
    }
    // Limits may name an input that stands further down.
    for (offset, entry) in all.enumerated() where start + offset < inputs.count {
      guard let limit = entry.value["at_most"], let name = limit.text else { continue }
      // Inputs of other items may have the same name; only what the item itself sees counts.
      switch scope.inputs[name]?.reference {
      case .input(let place), .sharedInput(let place): inputs[start + offset].atMost = place
      default: problems.add(.unknownName(name, known: names, at: limit.span))
      }
    }
  }

  mutating func input(_ name: String, _ node: YAMLNode, own: [String]) -> Input? {
    guard var reader = MappingReader(node, key: name, into: problems) else { return nil }
    let type = reader.choice("type", of: InputType.self, .required)
    let title = reader.string("title", .required)
    let unit = reader.string("unit")
    _ = reader.value("at_most")
    let sameAs = reader.value("same_as").flatMap { figure($0) }
    var options: [Input.Option] = []
    for option in reader.entries("options").map(Array.init) ?? [] {
      if let id = option.key.text, let title = option.value.readString(key: id, into: problems) {
        options.append(.init(id: id, title: title))
      }
    }
    var ends: [CheckedExpression?] = []
    let range = reader.elements("range")
    if let range, range.count != 2 {
      problems.add(.badRange(at: reader.value("range")?.headSpan ?? node.headSpan))
    }
    for end in range?.prefix(2) ?? [] {
      ends.append(
        end.isNull
          ? nil
          : end.readExpression(
            type == .date ? .date : .number, in: &scope, into: problems))
    }
    reader.finish()
    if ends.count == 2, let low = ends[0]?.value(in: draft.year),
      let high = ends[1]?.value(in: draft.year), low.isAbove(high)
    {
      problems.add(.rangeUpsideDown(at: reader.value("range")?.headSpan ?? node.headSpan))
    }
    guard let type else { return nil }
    if type == .choice, options.isEmpty { problems.add(.missingKey("options", in: node)) }
    var input = Input(
      name: name, type: type, title: title ?? name, unit: unit, options: options,
      low: ends.first ?? nil, high: ends.count > 1 ? ends[1] : nil, span: node.headSpan)
    input.sameAs = sameAs
    return input
  }

  /// The figure that an input repeats.
  private mutating func figure(_ node: YAMLNode) -> Int? {
    guard let name = node.readString(key: "same_as", into: problems) else { return nil }
    if case .figure(let place)? = scope.resolve(name)?.0 { return place }
    problems.add(.unknownName(name, known: scope.known, at: node.span))
    return nil
  }

  private mutating func evidence(_ node: YAMLNode) -> EvidenceRequirement {
    var evidence = EvidenceRequirement()
    guard var reader = MappingReader(node, key: "evidence", into: problems) else {
      return evidence
    }
    evidence.isRequired = reader.yesNo("required") ?? false
    evidence.kinds = reader.strings("kinds") ?? []
    evidence.atMostItems = reader.integer("at_most_items")
    let dated = reader.elements("dated") ?? []
    if let from = dated.first, !from.isNull {
      evidence.datedFrom = from.readExpression(.date, in: &scope, into: problems)
    }
    if dated.count > 1, !dated[1].isNull {
      evidence.datedThrough = dated[1].readExpression(.date, in: &scope, into: problems)
    }
    reader.finish()
    return evidence
  }

  /// What the rule can give against what it may, and what it leaves unsaid.
  private mutating func check(_ item: inout Item, _ inherited: Inherited, isStated: Bool) {
    let reach = item.rule.reach(maximum: item.ruleMaximum)
    if !isStated {
      // Without a maximum there is nothing to compare with.
    } else if reach.upperBound < item.ruleMaximum {
      problems.add(
        .cannotReach(item.id, best: reach.upperBound, maximum: item.ruleMaximum, at: item.ruleSpan))
    } else if reach.upperBound > item.ruleMaximum {
      problems.add(
        .exceeds(item.id, best: reach.upperBound, maximum: item.ruleMaximum, at: item.ruleSpan))
    }
    var low = reach.lowerBound * item.scale
    var high = min(reach.upperBound, item.ruleMaximum) * item.scale
    for fallback in [item.ifUndefined, item.ifMissing] {
      if fallback == .zero { (low, high) = (min(low, .zero), max(high, .zero)) }
      if fallback == .fullPoints { high = max(high, item.maximum) }
    }
    // What the item gives is rounded, so its ends are.
    low = self.draft.rounding.points(low, maximum: item.maximum)
    high = self.draft.rounding.points(high, maximum: item.maximum)
    item.reachable = min(low, high)...max(low, high)
    if item.rule.readsBlock { item.links.insert(.block) }
    if item.rule.asksSubordinates { item.links.insert(.subordinates) }
    let read =
      item.rule.references + item.applicability.flatMap { $0.appliesWhen?.references ?? [] }
    // The ends of a range are read wherever the input is.
    let shared = read.compactMap { if case .sharedInput(let place) = $0 { place } else { nil } }
    let ends = (Array(item.inputs) + shared).flatMap { place in
      (inputs[place].low?.references ?? []) + (inputs[place].high?.references ?? [])
    }
    for case .figure(let place) in read + ends {
      switch scope.figures[place].namespace {
      case "subordinates": item.links.insert(.subordinates)
      case "assessment": item.links.insert(.assessment)
      default: break
      }
    }
    // What the round counts itself is never owed by anybody.
    let own = NameScope.subordinates + NameScope.submission + NameScope.assessment
    let readsFigures = item.rule.ownReferences.contains {
      if case .figure(let place) = $0 { !own.contains(scope.figures[place]) } else { false }
    }
    if readsFigures || item.rule.waitsForBelow, item.ifMissing == nil, item.scoredBy != .system {
      problems.add(.withoutPolicy(.missingWithoutPolicy, item.id, at: item.ruleSpan))
    }
    if item.rule.canBeUndefined, item.ifUndefined == nil {
      problems.add(.withoutPolicy(.undefinedWithoutPolicy, item.id, at: item.ruleSpan))
    }
    if item.clause == nil { problems.add(.noClause(item.id, at: item.span)) }
    if inherited.isBonus,
      item.ifUndefined == .fullPoints || item.ifMissing == .fullPoints
        || item.applicability.contains(where: { $0.effect == .fullPoints })
    {
      problems.add(.fullPointsInBonus(item.id, at: item.span))
    }
  }
}
