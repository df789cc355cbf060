extension Round {
  func readsAssessment(_ unit: Int) -> (Layer?, [Item]) {
    let set = sets[units[unit].record.set]
    let stage = plan.firstAppraisal.map(Layer.stage)
    return (stage, set.items.filter { $0.scoredBy == .unit && !$0.links.contains(.assessment) })
  }

  /// Items that read the unit's own totals, once all layers are known (second pass).
  mutating func fillAssessment(_ unit: Int, _ layer: Int) {
    let record = units[unit].record
    let set = sets[record.set]
    for item in set.items where item.links.contains(.assessment) {
      var figures = units[unit].linkedFigures[layer]
      for (place, name) in set.figures.enumerated() where name.namespace == "assessment" {
        figures[place] = assessed(unit, name)
      }
      link(unit, layer, item, LinkedValues(), figures)
    }
  }

  /// The unit's own totals, for items on the accuracy of self-scoring.
  func assessed(_ unit: Int, _ name: FigureName) -> FigureValue {
    guard units[unit].isSubmitted, let sums = units[unit].selfScored else { return .missing }
    switch name.column {
    case "claimed": return .known(.number(sums.claimed))
    case "appraised": return .known(.number(sums.appraised))
    default: return .missing
    }
  }

  mutating func total(_ unit: Int, _ layer: Int, _ block: Block) {
    let result = units[unit]
    let set = sets[result.record.set]
    var total = Total(result.sheets[layer], set)
    if result.isLinkedProvisional[layer] || result.hasOpenRequests[layer] {
      total.isProvisional = true
    }
    let isListed = result.isSubmitted || plan.notSubmitted == .zero
    if isListed, result.record.unit.isRanked || block.gradesUnranked {
      var data = scorers[result.record.set].evaluator(result.record, layers[layer])
      data.figures = conditionFigures(unit, layer, block, total, set)
      total.grade = block.grade(total, data)
      if total.grade?.isProvisional == true { total.isProvisional = true }
    }
    update(unit) { $0.totals[layer] = total }
  }

  /// What grade conditions read: figures, results of the units below, and `result.*`.
  private func conditionFigures(
    _ unit: Int, _ layer: Int, _ block: Block, _ total: Total, _ set: CriteriaSet
  ) -> [FigureValue] {
    let record = units[unit].record
    guard !block.conditionFigures.isEmpty else { return [] }
    var figures = record.conditionFigures
    figures += Array(
      repeating: .missing, count: max(0, block.conditionFigures.count - figures.count))
    let below = subordinates(of: unit, layer)
    for (place, name) in block.conditionFigures.enumerated() {
      switch name.namespace {
      case "result": figures[place] = resultFigure(name, block, total, set)
      case "subordinates" where name.column == "lowest_grade":
        let lowest = block.grades.last?.name
        figures[place] = .known(.number(Exact(below.count { $0.grade == lowest })))
      case "subordinates":
        figures[place] = filled([name], [figures[place]], below)[0]
      default: break
      }
    }
    return figures
  }

  private func resultFigure(
    _ name: FigureName, _ block: Block, _ total: Total, _ set: CriteriaSet
  ) -> FigureValue {
    if name.column == "index" {
      return total.index(on: block.gradesOn).map { .known(.number($0)) } ?? .missing
    }
    let parts = name.column.split(separator: ".")
    guard parts.count == 3, parts[0] == "areas", parts[2] == "index",
      let area = set.areas.firstIndex(where: { $0.id == parts[1] }),
      let index = total.areas[area].index
    else { return .missing }
    return .known(.number(index))
  }

  /// Places of one layer of one group.
  mutating func rank(_ group: RankingGroup, _ layer: Int) {
    for (unit, place) in places(group, layer, replacing: nil) {
      update(unit) { $0.totals[layer]?.place = place }
    }
  }

  /// Places of a group, one unit's sheet replaced for a trial.
  func places(
    _ group: RankingGroup, _ layer: Int,
    replacing trial: (unit: Int, sheet: [Outcome], total: Total)?
  ) -> [Int: Place] {
    let block = plan.blocks[group.block]
    let entries = group.units.compactMap { unit -> RankedEntry? in
      let result = units[unit]
      guard result.record.unit.isRanked, result.isSubmitted || plan.notSubmitted == .zero
      else { return nil }
      let isTrial = trial?.unit == unit
      let total = isTrial ? trial?.total : result.totals[layer]
      let sheet = isTrial ? trial?.sheet ?? [] : result.sheets[layer]
      guard let index = total?.index(on: block.rankedOn) else { return nil }
      let set = sets[result.record.set]
      return RankedEntry(
        unit: unit, index: index, breakers: block.tieBreakers.map { set.share(of: $0, sheet) })
    }
    return block.places(entries)
  }
}

extension UnitResult {
  /// Sums the self-scored items once every layer is known.
  mutating func finishLinks(_ reads: (layer: Layer?, items: [Item])) {
    selfScored = nil
    guard reads.layer != nil, totals.count > 2 else { return }
    var claimed = Exact.zero
    var appraised = Exact.zero
    for item in reads.items {
      claimed += sheets[0][item.index].points
      appraised += sheets[2][item.index].points
    }
    selfScored = (claimed, appraised)
  }
}
