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
        scorer.figures(record, layers[layer]))
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
    if isDecided(unit, layer, item.index) { refuseEntries(unit, layer, item, links, figures) }
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
