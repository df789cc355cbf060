extension Round {
  /// Items that read results of the units below, in one layer of one group.
  mutating func score(_ group: RankingGroup, _ layer: Int) {
    for unit in group.units {
      let record = units[unit].record
      let scorer = scorers[record.set]
      guard scorer.set.items.contains(where: { !$0.links.isEmpty }) else { continue }
      let links = linkedValues(of: unit, layer)
      let figures = links.children.filling(
        scorer.set.figures, scorer.evaluator(record, layers[layer]).figures)
      update(unit) { $0.linkedFigures.append(figures) }
      let reading = scorer.set.items.filter { $0.links.contains(.subordinates) }
      if links.children.contains(where: \.isProvisional), !reading.isEmpty {
        update(unit) { $0.isLinkedProvisional[layer] = true }
      }
      for item in reading where item.links == .subordinates {
        link(unit, layer, item, links, figures)
      }
    }
  }

  /// What a unit's items read of those below it.
  func linkedValues(of unit: Int, _ layer: Int) -> LinkedValues {
    let record = units[unit].record
    var links = LinkedValues()
    links.children = subordinates(of: unit, layer)
    links.outside = record.outsideSubordinates
    links.gradeOrder = plan.blocks[record.block].grades.map(\.name)
    return links
  }

  /// Puts the outcome of a linked item into its layer.
  mutating func link(
    _ unit: Int, _ layer: Int, _ item: Item, _ links: LinkedValues, _ figures: [FigureValue]
  ) {
    let outcome = linked(unit, layer, item, links, figures)
    update(unit) { result in
      if result.sheets[layer][item.index] != outcome {
        result.sheets[layer][item.index] = outcome
      }
    }
  }

  /// The outcome of a linked item in a layer.
  func linked(
    _ unit: Int, _ layer: Int, _ item: Item, _ links: LinkedValues, _ figures: [FigureValue]
  ) -> Outcome {
    if layers[layer] != .claimed, let forced = units[unit].forced[item.index] { return forced }
    let record = units[unit].record
    let scorer = scorers[record.set]
    var data = scorer.evaluator(record, layers[layer])
    data.figures = figures
    let standing = scorer.standing(record, item, layers[layer])
    if let standing { data = scorer.overlaid(data, standing) }
    let outcome = scorer.outcome(item, layers[layer], record, data, standing, links)
    guard layers[layer] == .claimed, item.scoredBy == .unit else { return outcome }
    return scorer.claimed(record, item, outcome)
  }

  /// What a unit sees of those below it in the same layer.
  func subordinates(of unit: Int, _ layer: Int) -> [SubordinateResult] {
    let parent = units[unit].record
    let below = children[parent.unit.id] ?? []
    guard !below.isEmpty else { return [] }
    let wanted =
      scorers[parent.set].namesBelow + plan.blocks[parent.block].conditionFigures.namesBelow
    return below.map { child in
      let result = units[child]
      let total = result.totals[layer]
      let block = plan.blocks[result.record.block]
      return SubordinateResult(
        name: result.record.unit.name,
        isSubmitted: isListed(result),
        index: total?.index,
        grade: total?.grade.map { block.grades[$0.grade].name },
        grades: block.grades.map(\.name),
        figures: scorers[result.record.set].figures(wanted, result.record, layers[layer]),
        isProvisional: result.isOpenToParent(total, plan.notSubmitted))
    }
  }

  /// Items that compare with the best of the block, in one layer of one group (SCORING 14, 48).
  mutating func compareWithBest(_ group: RankingGroup, _ layer: Int) {
    // Overlays of one base share item ids; the best is looked for among all of them.
    var compared: [String: (best: Exact?, isCertain: Bool)] = [:]
    for unit in group.units {
      let isUnreadable = units[unit].record.assessment.isUnreadable
      guard units[unit].isSubmitted || isUnreadable else { continue }
      for item in comparedItems(unit) {
        var entry = compared[item.id] ?? (nil, true)
        defer { compared[item.id] = entry }
        // What an unreadable unit has could be the best.
        guard !isUnreadable else {
          entry.isCertain = false
          continue
        }
        switch comparedValue(unit, layer, item) {
        case .some(.success(let value)): entry.best = max(entry.best ?? value, value)
        case .some(.failure): entry.isCertain = false
        case nil: break
        }
      }
    }
    for unit in group.units {
      for item in comparedItems(unit) {
        var links =
          item.links.contains(.subordinates)
          ? linkedValues(of: unit, layer) : LinkedValues()
        links.best = compared[item.id]?.best
        links.isBestCertain = compared[item.id]?.isCertain ?? false
        let figures = units[unit].linkedFigures[layer]
        link(unit, layer, item, links, figures)
        update(unit) { result in
          result.best[layer][item.index] = links.best
          let counts = result.sheets[layer][item.index].counts
          if !links.isBestCertain, counts { result.isLinkedProvisional[layer] = true }
        }
      }
    }
  }

  private func comparedItems(_ unit: Int) -> [Item] {
    sets[units[unit].record.set].items.filter { $0.links.contains(.block) }
  }

  /// nil: the item does not apply to the unit.
  func comparedValue(_ unit: Int, _ layer: Int, _ item: Item)
    -> Result<Exact, Unavailable>?
  {
    let record = units[unit].record
    let scorer = scorers[record.set]
    var data = scorer.evaluator(record, layers[layer])
    data.figures = units[unit].linkedFigures[layer]
    return scorer.compared(item, record, data, scorer.standing(record, item, layers[layer]))
  }
}

extension UnitResult {
  /// Whether the unit above has to wait for this one (SCORING 49).
  ///
  /// A unit that handed nothing in is a settled case: the rule says how it counts.
  func isOpenToParent(_ total: Total?, _ notSubmitted: NotSubmitted) -> Bool {
    if record.assessment.isUnreadable { return true }
    if record.assessment.submittedAt == nil, notSubmitted == .unranked { return false }
    return total?.isProvisional ?? true
  }
}

extension Rule {
  /// What `relative_to_best` compares, alone or as an alternative.
  var comparedExpression: CheckedExpression? {
    switch self {
    case .relativeToBest(let expression): expression
    case .bestOf(let rules): rules.lazy.compactMap(\.comparedExpression).first
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem, .survey,
      .subordinates, .council, .formula:
      nil
    }
  }
}
