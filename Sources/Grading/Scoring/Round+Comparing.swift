/// Items that compare with the best of the block and set (SCORING 14, 48).
extension Round {
  /// Scores them in one layer of one group.
  /// - Parameter readsAssessment: whether those that read the unit's own totals are meant, which
  ///   are known only once all layers are.
  mutating func compareWithBest(
    _ group: RankingGroup, _ layer: Int, readsAssessment: Bool = false, _ workers: Workers
  ) {
    let comparing = group.units.filter { !comparedItems($0, readsAssessment).isEmpty }
    guard !comparing.isEmpty else { return }
    let best = bestValues(comparing, layer, readsAssessment, workers)
    put(best, into: comparing, layer, readsAssessment, workers)
  }

  /// Scores them for some units of a group, where those bring into the comparison what they brought
  /// before, so that its best is what it was.
  /// - Returns: whether they do; otherwise nothing is scored.
  mutating func compareAgain(
    _ own: [Int], _ layer: Int, readsAssessment: Bool = false, as before: Round
  ) -> Bool {
    let comparing = own.filter { !comparedItems($0, readsAssessment).isEmpty }
    var best: [ComparedItem: BestValue] = [:]
    for unit in comparing {
      guard
        BroughtValues(comparedValues(unit, layer, readsAssessment))
          == BroughtValues(before.comparedValues(unit, layer, readsAssessment))
      else { return false }
      for (item, value) in before.units[unit].best[layer] {
        best[ComparedItem(set: units[unit].record.set, item: item)] = BestValue(
          value: value.value, holders: value.units, isCertain: value.isCertain)
      }
    }
    if !comparing.isEmpty { put(best, into: comparing, layer, readsAssessment, Round.inOrder) }
    return true
  }

  /// Scores compared items with these best values.
  private mutating func put(
    _ best: [ComparedItem: BestValue], into comparing: [Int], _ layer: Int,
    _ readsAssessment: Bool, _ workers: Workers
  ) {
    for (unit, part) in zip(
      comparing, comparedRefusals(comparing, layer, readsAssessment, best, workers))
    {
      if let refusals = part.refusals { refuse(refusals, of: unit) }
    }
    let outcomes = comparedOutcomes(comparing, layer, readsAssessment, best, workers)
    for (unit, part) in zip(comparing, outcomes) {
      update(unit) { result in
        for linked in part.linked {
          result.best[layer][linked.item] = linked.best
          if result.sheets[layer][linked.item] != linked.outcome {
            result.sheets[layer][linked.item] = linked.outcome
          }
          if !linked.isBestCertain, linked.outcome.counts {
            result.isLinkedProvisional[layer] = true
          }
        }
      }
    }
  }

  /// Holds the entries of compared items against their own layer, before it is scored.
  private func comparedRefusals(
    _ comparing: [Int], _ layer: Int, _ readsAssessment: Bool, _ best: [ComparedItem: BestValue],
    _ workers: Workers
  ) -> [GroupPart] {
    guard plan.ownStage(of: layers[layer]) != nil else { return [] }
    return workers(comparing.count) { place in
      let unit = comparing[place]
      var record = units[unit].record
      var part = GroupPart()
      for item in comparedItems(unit, readsAssessment) where isDecided(unit, layer, item.index) {
        let links = comparedLinks(unit, layer, item, best)
        let figures = comparedFigures(of: unit, layer, item)
        guard let refusals = refusals(record, layer, item, links, figures) else { continue }
        record.refusals = refusals
        part.refusals = refusals
      }
      return part
    }
  }

  struct ComparedItem: Hashable {
    let set: Int
    let item: Int
  }

  struct BestValue {
    var value: Exact?
    /// Units that have it, in the register's order.
    var holders: [Int] = []
    var isCertain = true

    mutating func add(_ value: Exact, of unit: Int) {
      if let best = self.value, best > value { return }
      if self.value != value { holders = [] }
      self.value = value
      holders.append(unit)
    }
  }

  /// The best of each item among the units that handed in.
  private func bestValues(
    _ comparing: [Int], _ layer: Int, _ readsAssessment: Bool, _ workers: Workers
  ) -> [ComparedItem: BestValue] {
    let parts = workers(comparing.count) { place in
      GroupPart(values: comparedValues(comparing[place], layer, readsAssessment))
    }
    var best: [ComparedItem: BestValue] = [:]
    for (unit, part) in zip(comparing, parts) {
      for (item, value) in part.values {
        let key = ComparedItem(set: units[unit].record.set, item: item)
        switch value {
        case .some(.success(let value)): best[key, default: BestValue()].add(value, of: unit)
        case .some(.failure): best[key, default: BestValue()].isCertain = false
        case nil where best[key] == nil: best[key] = BestValue()
        case nil: break
        }
      }
    }
    return best
  }

  /// By item what a unit brings into the comparison; a unit that handed nothing in brings nothing,
  /// and what an unreadable one has could be the best.
  private func comparedValues(_ unit: Int, _ layer: Int, _ readsAssessment: Bool)
    -> [(item: Int, value: Result<Exact, Unavailable>?)]
  {
    let items = comparedItems(unit, readsAssessment)
    if units[unit].record.assessment.isUnreadable {
      return items.map { ($0.index, .failure(Unavailable(.missing))) }
    }
    guard units[unit].isSubmitted else { return [] }
    let reading = LinkReading(self, unit, layer)
    return items.map {
      ($0.index, reading.compared($0, comparedFigures(of: unit, layer, $0)))
    }
  }

  /// What a unit brings, by item, as far as the best depends on it.
  private struct BroughtValues: Equatable {
    private var items: [Int] = []
    private var values: [Result<Exact, Unavailable>?] = []

    init(_ brought: [(item: Int, value: Result<Exact, Unavailable>?)]) {
      items = brought.map(\.item)
      values = brought.map(\.value)
    }
  }

  private func comparedOutcomes(
    _ comparing: [Int], _ layer: Int, _ readsAssessment: Bool, _ best: [ComparedItem: BestValue],
    _ workers: Workers
  ) -> [GroupPart] {
    workers(comparing.count) { place in
      let unit = comparing[place]
      let reading = LinkReading(self, unit, layer)
      let linked = comparedItems(unit, readsAssessment).map { item in
        let links = comparedLinks(unit, layer, item, best)
        let forced = layers[layer] == .claimed ? nil : units[unit].forced[item.index]
        return GroupPart.LinkedOutcome(
          item: item.index,
          outcome: forced ?? reading.outcome(item, links, comparedFigures(of: unit, layer, item)),
          best: best[ComparedItem(set: units[unit].record.set, item: item.index)]
            .map { BestTrace(value: $0.value, units: $0.holders, isCertain: $0.isCertain) },
          isBestCertain: links.isBestCertain)
      }
      return GroupPart(linked: linked)
    }
  }

  private func comparedLinks(
    _ unit: Int, _ layer: Int, _ item: Item, _ best: [ComparedItem: BestValue]
  ) -> LinkedValues {
    var links =
      item.links.contains(.subordinates) ? linkedValues(of: unit, layer) : LinkedValues()
    let entry = best[ComparedItem(set: units[unit].record.set, item: item.index)]
    links.best = entry?.value
    links.isBestCertain = entry?.isCertain ?? false
    return links
  }

  private func comparedItems(_ unit: Int, _ readsAssessment: Bool) -> [Item] {
    let items = scorers[units[unit].record.set].linkedItems
    return readsAssessment ? items.blockAndAssessment : items.block
  }

  /// What a compared item reads of figures, the unit's own totals included where it reads them.
  func comparedFigures(of unit: Int, _ layer: Int, _ item: Item) -> [FigureValue] {
    item.links.contains(.assessment)
      ? assessedFigures(unit, layer, units[unit].selfScored) : units[unit].linkedFigures[layer]
  }
}
