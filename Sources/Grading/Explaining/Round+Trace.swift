internal import Diagnostics

extension Round {
  /// Why an item has its points in a layer: the same computation again, with everything it read.
  package func trace(unit: Int, item place: Int, layer: Int) -> ItemTrace {
    let result = units[unit]
    let record = result.record
    let scorer = scorers[record.set]
    let item = scorer.set.items[place]
    let standing = scorer.standing(record, place, layers[layer])
    var data = scorer.evaluator(record, layers[layer])
    if result.linkedFigures.indices.contains(layer) { data.figures = result.linkedFigures[layer] }
    if item.links.contains(.assessment) {
      data.figures = assessedFigures(unit, layer, result.selfScored)
    }
    if let standing { data = scorer.overlaid(data, standing) }
    return trace(
      unit, item, layer, result.sheets[layer][place], scorer.checked(item.index, data),
      tracedLinks(unit, layer, item),
      item.links.contains(.block)
        ? result.best[layer][place] ?? BestTrace(value: nil, units: []) : nil)
  }

  /// Everything that an outcome was made of.
  func trace(
    _ unit: Int, _ item: Item, _ layer: Int, _ outcome: Outcome, _ data: Evaluator,
    _ links: LinkedValues, _ best: BestTrace?
  ) -> ItemTrace {
    let record = units[unit].record
    let scorer = scorers[record.set]
    let standing = scorer.standing(record, item.index, layers[layer])
    let read = TraceReader(
      round: self, record: record, scorer: scorer, item: item, layer: layers[layer], data: data)
    let figures = read.figures()
    let bodies = item.rule.subordinatesRule?.bodies(data, links, scorer.set.figures) ?? []
    return ItemTrace(
      unit: unit, layer: layer, item: item, outcome: outcome,
      result: item.rule.result(
        maximum: item.ruleMaximum, data, links, figures: scorer.set.figures),
      inputs: read.inputs(standing), figures: figures, traits: read.traits(),
      deadlines: read.deadlines(), applicability: scorer.applicabilityTrace(item, record, data),
      best: best, bodies: bodies,
      evidence: read.evidence(standing), entries: read.entries(figures),
      decidedBy: standing?.decidedEntry, claim: read.claim(),
      isIllustrative: plan.isIllustrative
        || (record.assessment.isIllustrative && item.scoredBy == .unit)
        || figures.contains { $0.origin?.isIllustrative == true }
        || bodies.contains { $0.origin?.isIllustrative == true },
      data: data, links: links, names: scorer.set.figures)
  }

  private func tracedLinks(_ unit: Int, _ layer: Int, _ item: Item) -> LinkedValues {
    var links = item.links.contains(.subordinates) ? linkedValues(of: unit, layer) : LinkedValues()
    links.best = units[unit].best[layer][item.index]?.value
    return links
  }
}

extension ItemScorer {
  /// What decided whether an item applies; the same walk as `applicability`, with its reason.
  fileprivate func applicabilityTrace(_ item: Item, _ record: UnitRecord, _ data: Evaluator)
    -> ApplicabilityTrace
  {
    var unknown: CheckedExpression?
    for level in item.applicability {
      if level.notApplicableFor.contains(record.unit.id) {
        return .doesNotApply(.unit, level.effect)
      }
      if let trait = level.notApplicableFor.first(where: record.unit.traits.contains) {
        return .doesNotApply(.trait(trait), level.effect)
      }
      guard let condition = level.appliesWhen else { continue }
      switch data.truth(condition) {
      case .success(true): continue
      case .success(false): return .doesNotApply(.condition(condition), level.effect)
      case .failure: unknown = unknown ?? condition
      }
    }
    if let unknown { return .unknown(unknown) }
    return isNotHeld[item.index] ? .surveyNotHeld : .applies
  }
}
