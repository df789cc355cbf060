/// One item tried on data made up for it: what a worked case looks at.
package struct ItemTrial: Sendable {
  package let item: Item
  package let outcome: Outcome
  /// What the rule itself said; nil when it was not asked, because the item does not apply.
  package let result: RuleResult?
  /// What the rule read.
  package let data: Evaluator
  package let links: LinkedValues
  /// The values of the block's other units.
  let others: [Exact]
  let record: UnitRecord
  let scorer: ItemScorer
}

extension ItemScorer {
  /// One item's outcome in the computed layer of a unit that no round holds.
  ///
  /// The outcome comes from the code that scores a round; only what a round would gather from
  /// other units is given by hand.
  /// - Parameters:
  ///   - record: the unit; its figures hold what the round would have filled in.
  ///   - links: the units below, and the order of grades.
  ///   - others: the values of the block's other units, for rules that compare with the best.
  package func trial(
    _ item: Item, _ record: UnitRecord, _ links: LinkedValues = LinkedValues(),
    others: [Exact] = []
  ) -> ItemTrial {
    let data = evaluator(record, .computed)
    var links = links
    if item.links.contains(.block) {
      links.best = others.max()
      if case .success(let own)? = compared(item, record, data, nil) {
        links.best = max(links.best ?? own, own)
      }
    }
    let outcome = outcome(item.index, .computed, record, data, nil, links)
    let checked = checked(item.index, data)
    var result: RuleResult?
    if case .applies = applicability(item.index, record.unit, checked) {
      result = item.rule.result(
        maximum: item.ruleMaximum, checked, links, figures: set.figures)
    }
    return ItemTrial(
      item: item, outcome: outcome, result: result, data: checked, links: links, others: others,
      record: record, scorer: self)
  }

  /// The value that `relative_to_best` compares; nil when the item does not apply to the unit, or
  /// for x ÷ 0 on complete data, which is no value and takes no part.
  func compared(_ item: Item, _ record: UnitRecord, _ data: Evaluator, _ standing: Standing?)
    -> Result<Exact, Unavailable>?
  {
    guard let expression = item.rule.comparedExpression, !isNotHeld[item.index],
      standing?.isNotApplicable != true
    else { return nil }
    let own = checked(item.index, standing.map { overlaid(data, $0) } ?? data)
    switch applicability(item.index, record.unit, own) {
    case .doesNotApply: return nil
    case .unknown: return .failure(Unavailable(.missing))
    case .applies: break
    }
    let value = own.number(expression)
    guard case .failure(let failure) = value else { return value }
    if failure.evaluation == .undefined { return nil }
    // A figure that never comes and takes the item away is not waited for.
    if failure.evaluation == .missing, item.ifMissing == .notApplicable { return nil }
    return value
  }
}
