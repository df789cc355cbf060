extension Round {
  /// Items that read results of the units below, in one layer of one group.
  mutating func score(_ group: RankingGroup, _ layer: Int) {
    let gradeOrder = plan.blocks[group.block].grades.map(\.name)
    for unit in group.units {
      let record = units[unit].record
      let scorer = scorers[record.set]
      let linked = scorer.set.items.filter { $0.links == .subordinates }
      guard scorer.set.items.contains(where: { !$0.links.isEmpty }) else { continue }
      let below = subordinates(of: unit, layer)
      let figures = filled(
        scorer.set.figures, scorer.evaluator(record, layers[layer]).figures, below)
      update(unit) { $0.linkedFigures.append(figures) }
      if below.contains(where: \.isProvisional), !linked.isEmpty {
        update(unit) { $0.isLinkedProvisional[layer] = true }
      }
      guard !linked.isEmpty else { continue }
      var links = LinkedValues()
      links.children = below
      links.outside = record.outsideSubordinates
      links.gradeOrder = gradeOrder
      for item in linked { link(unit, layer, item, links, figures) }
    }
  }

  /// Puts the outcome of a linked item into its layer.
  mutating func link(
    _ unit: Int, _ layer: Int, _ item: Item, _ links: LinkedValues, _ figures: [FigureValue]
  ) {
    let record = units[unit].record
    let scorer = scorers[record.set]
    var data = scorer.evaluator(record, layers[layer])
    data.figures = figures
    let standing = scorer.standing(record, item, layers[layer])
    if let standing { data = scorer.overlaid(data, standing) }
    var outcome = scorer.outcome(item, layers[layer], record, data, standing, links)
    if layers[layer] == .claimed, item.scoredBy == .unit {
      outcome = scorer.claimed(record, item, outcome)
    }
    update(unit) { result in
      if result.sheets[layer][item.index] != outcome {
        result.sheets[layer][item.index] = outcome
      }
    }
  }

  /// What a unit sees of those below it in the same layer.
  func subordinates(of unit: Int, _ layer: Int) -> [SubordinateResult] {
    (children[units[unit].record.unit.id] ?? []).map { child in
      let result = units[child]
      let total = result.totals[layer]
      let block = plan.blocks[result.record.block]
      let names = sets[result.record.set].figures
      return SubordinateResult(
        name: result.record.unit.name,
        isSubmitted: result.isSubmitted || plan.notSubmitted == .zero,
        index: total?.index,
        grade: total?.grade.map { block.grades[$0.grade].name },
        figures: Dictionary(
          zip(
            names.map(\.name),
            scorers[result.record.set].evaluator(result.record, layers[layer]).figures),
          uniquingKeysWith: { first, _ in first }),
        isProvisional: total?.isProvisional ?? true)
    }
  }

  /// Figures with `subordinates.*` filled in.
  func filled(
    _ names: [FigureName], _ base: [FigureValue], _ below: [SubordinateResult]
  ) -> [FigureValue] {
    var figures = base
    for (place, name) in names.enumerated() where name.namespace == "subordinates" {
      switch name.column {
      case "count": figures[place] = .known(.number(Exact(below.count)))
      case "submitted":
        figures[place] = .known(.number(Exact(below.count(where: \.isSubmitted))))
      case "not_submitted":
        figures[place] = .known(.number(Exact(below.count { !$0.isSubmitted })))
      default: figures[place] = pooled(String(name.column), below)
      }
    }
    return figures
  }

  /// The sum of a figure over all units below; missing when one of them has none.
  private func pooled(_ name: String, _ below: [SubordinateResult]) -> FigureValue {
    var sum = Exact.zero
    for body in below {
      guard case .known(.number(let value)) = body.figures[name] ?? .missing else {
        return .missing
      }
      sum += value
    }
    return below.isEmpty ? .missing : .known(.number(sum))
  }

  /// Items that compare with the best of the block, in one layer of one group (SCORING 14, 48).
  mutating func compareWithBest(_ group: RankingGroup, _ layer: Int) {
    var bySet: [Int: [Int]] = [:]
    for unit in group.units { bySet[units[unit].record.set, default: []].append(unit) }
    // Overlays of one base share item ids; the best is looked for among all of them.
    var compared: [String: (best: Exact?, isCertain: Bool)] = [:]
    for unit in group.units where units[unit].isSubmitted {
      for item in comparedItems(unit) {
        var entry = compared[item.id] ?? (nil, true)
        switch comparedValue(unit, layer, item) {
        case .some(.success(let value)): entry.best = max(entry.best ?? value, value)
        case .some(.failure): entry.isCertain = false
        case nil: break
        }
        compared[item.id] = entry
      }
    }
    for unit in group.units {
      for item in comparedItems(unit) {
        var links = LinkedValues()
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
    guard let expression = item.rule.comparedExpression else { return nil }
    let record = units[unit].record
    let scorer = scorers[record.set]
    var data = scorer.evaluator(record, layers[layer])
    data.figures = units[unit].linkedFigures[layer]
    let standing = scorer.standing(record, item, layers[layer])
    if standing?.isNotApplicable == true { return nil }
    if let standing { data = scorer.overlaid(data, standing) }
    guard case .applies = scorer.applicability(item, record.unit, data) else { return nil }
    let value = data.number(expression)
    // x ÷ 0 on complete data is no value and takes no part.
    if case .failure(let failure) = value, failure.evaluation == .undefined { return nil }
    return value
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

extension ItemScorer {
  /// One item of the claimed layer.
  func claimed(_ record: UnitRecord, _ item: Item, _ computed: Outcome) -> Outcome {
    if case .notApplicable = computed.state { return computed }
    guard let claim = claim(item, record) else { return computed }
    return Outcome(.scored, points: claim, basis: .claim)
  }
}
