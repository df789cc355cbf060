extension Round {
  /// Items that read results of the units below, in one layer of one group.
  mutating func score(_ group: RankingGroup, _ layer: Int) {
    for unit in group.units {
      let record = units[unit].record
      let scorer = scorers[record.set]
      guard !scorer.linkedItems.isEmpty else { continue }
      let links = linkedValues(of: unit, layer)
      let figures = links.children.filling(
        scorer.linkedItems.belowFigures, scorer.set.figures,
        scorer.evaluator(record, layers[layer]).figures)
      update(unit) { $0.linkedFigures.append(figures) }
      let reading = scorer.linkedItems.below
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
    if !units[unit].record.entries.isEmpty { refuseEntries(unit, layer, item, links, figures) }
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
    return LinkReading(self, unit, layer).outcome(item, links, figures)
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
        isSubmitted: result.isSubmitted,
        index: total?.index,
        grade: total?.grade.map { block.grades[$0.grade].name },
        grades: block.grades.map(\.name),
        figures: scorers[result.record.set].figures(wanted, result.record, layers[layer]),
        isProvisional: result.isOpenToParent(total))
    }
  }

  /// Items that compare with the best of the block and set, in one layer of one group
  /// (SCORING 14, 48).
  /// - Parameter readsAssessment: whether those that read the unit's own totals are meant, which
  ///   are known only once all layers are.
  mutating func compareWithBest(
    _ group: RankingGroup, _ layer: Int, readsAssessment: Bool = false
  ) {
    var compared: [ComparedItem: (best: Exact?, isCertain: Bool)] = [:]
    for unit in group.units {
      let isUnreadable = units[unit].record.assessment.isUnreadable
      let items = comparedItems(unit, readsAssessment)
      guard !items.isEmpty, units[unit].isSubmitted || isUnreadable else { continue }
      let reading = LinkReading(self, unit, layer)
      for item in items {
        let key = ComparedItem(set: units[unit].record.set, item: item.index)
        var entry = compared[key] ?? (nil, true)
        defer { compared[key] = entry }
        // What an unreadable unit has could be the best.
        guard !isUnreadable else {
          entry.isCertain = false
          continue
        }
        switch reading.compared(item, figures(of: unit, layer, item)) {
        case .some(.success(let value)): entry.best = max(entry.best ?? value, value)
        case .some(.failure): entry.isCertain = false
        case nil: break
        }
      }
    }
    for unit in group.units {
      let items = comparedItems(unit, readsAssessment)
      guard !items.isEmpty else { continue }
      var reading = LinkReading(self, unit, layer)
      for item in items {
        let key = ComparedItem(set: units[unit].record.set, item: item.index)
        var links =
          item.links.contains(.subordinates)
          ? linkedValues(of: unit, layer) : LinkedValues()
        links.best = compared[key]?.best
        links.isBestCertain = compared[key]?.isCertain ?? false
        let figures = figures(of: unit, layer, item)
        if !units[unit].record.entries.isEmpty {
          refuseEntries(unit, layer, item, links, figures)
          reading = LinkReading(self, unit, layer)
        }
        let forced = layers[layer] == .claimed ? nil : units[unit].forced[item.index]
        let outcome = forced ?? reading.outcome(item, links, figures)
        update(unit) { result in
          result.best[layer][item.index] = links.best
          if result.sheets[layer][item.index] != outcome {
            result.sheets[layer][item.index] = outcome
          }
          if !links.isBestCertain, outcome.counts { result.isLinkedProvisional[layer] = true }
        }
      }
    }
  }

  private struct ComparedItem: Hashable {
    let set: Int
    let item: Int
  }

  private func comparedItems(_ unit: Int, _ readsAssessment: Bool) -> [Item] {
    let items = scorers[units[unit].record.set].linkedItems
    return readsAssessment ? items.blockAndAssessment : items.block
  }

  /// What a linked item reads of figures, the unit's own totals included where it reads them.
  private func figures(of unit: Int, _ layer: Int, _ item: Item) -> [FigureValue] {
    item.links.contains(.assessment)
      ? assessedFigures(unit, layer, units[unit].selfScored) : units[unit].linkedFigures[layer]
  }

  /// nil: the item does not apply to the unit.
  func comparedValue(_ unit: Int, _ layer: Int, _ item: Item)
    -> Result<Exact, Unavailable>?
  {
    LinkReading(self, unit, layer).compared(item, figures(of: unit, layer, item))
  }
}

extension UnitResult {
  /// Whether the unit above has to wait for this one (SCORING 49).
  ///
  /// A unit that handed nothing in is a settled case: the rule says how it counts.
  func isOpenToParent(_ total: Total?) -> Bool {
    if record.assessment.isUnreadable { return true }
    if record.assessment.submittedAt == nil { return false }
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
