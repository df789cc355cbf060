extension Round {
  /// The first appraisal's layer, and the items whose claims it is compared with; none where
  /// nothing reads the comparison.
  func readsAssessment(_ unit: Int) -> (layer: Int?, items: [Int]) {
    let layer = plan.firstAppraisal.flatMap { layers.firstIndex(of: .stage($0)) }
    let linked = scorers[units[unit].record.set].linkedItems
    return (layer, linked.assessmentFigures.isEmpty ? [] : linked.selfScored)
  }

  /// Items that read the unit's own totals, once all layers are known (second pass).
  mutating func fillAssessment(_ unit: Int, _ layer: Int) {
    for item in scorers[units[unit].record.set].linkedItems.assessment {
      let figures = assessedFigures(unit, layer, units[unit].selfScored)
      let links =
        item.links.contains(.subordinates) ? linkedValues(of: unit, layer) : LinkedValues()
      link(unit, layer, item, links, figures)
    }
  }

  /// A unit's figures in a layer, with `assessment.*` from the sums given.
  func assessedFigures(
    _ unit: Int, _ layer: Int, _ sums: (claimed: Exact, appraised: Exact)?
  ) -> [FigureValue] {
    var figures = units[unit].linkedFigures[layer]
    let scorer = scorers[units[unit].record.set]
    for place in scorer.linkedItems.assessmentFigures {
      figures[place] = assessed(unit, scorer.set.figures[place], sums)
    }
    return figures
  }

  private func assessed(
    _ unit: Int, _ name: FigureName, _ sums: (claimed: Exact, appraised: Exact)?
  ) -> FigureValue {
    guard units[unit].isSubmitted, let sums else { return .missing }
    switch name.column {
    case "claimed": return .known(.number(sums.claimed))
    case "appraised": return .known(.number(sums.appraised))
    default: return .missing
    }
  }

  /// The totals of a group's units in a layer.
  func totals(_ group: RankingGroup, _ layer: Int, _ workers: Workers) -> [GroupPart] {
    workers(group.units.count) { place in
      GroupPart(total: total(group.units[place], layer, plan.blocks[group.block]))
    }
  }

  private func total(_ unit: Int, _ layer: Int, _ block: Block) -> Total {
    let scorer = scorers[units[unit].record.set]
    var total = Total(units[unit].sheets[layer], scorer.set)
    if units[unit].isOpen(in: layer) { total.isProvisional = true }
    let isGraded =
      units[unit].isSubmitted && (units[unit].record.unit.isRanked || block.gradesUnranked)
    // Conditions act from the computed layer on (SCORING 26).
    if isGraded, layers[layer] == .claimed {
      total.grade = block.gradeOfIndex(total)
    } else if isGraded {
      let asksBelow = block.conditionFigures.contains { $0.namespace == "subordinates" }
      let below = asksBelow ? bodiesBelow(unit, layer) : []
      if below.contains(where: \.isProvisional) { total.isProvisional = true }
      if block.conditions.isEmpty {
        total.grade = block.gradeOfIndex(total)
      } else {
        var data = scorer.evaluator(units[unit].record, layers[layer])
        data.figures = conditionFigures(unit, layer, block, total, below)
        total.grade = block.grade(total, data)
      }
      if total.grade?.isProvisional == true { total.isProvisional = true }
    }
    return total
  }

  /// The units below; for a unit that has none in the round, the bodies of its outside registers.
  private func bodiesBelow(_ unit: Int, _ layer: Int) -> [SubordinateResult] {
    let below = subordinates(of: unit, layer)
    guard below.isEmpty else { return below }
    let record = units[unit].record
    let order = plan.blocks[record.block].grades.map(\.name)
    return record.outsideSubordinates.sorted { $0.key < $1.key }.flatMap(\.value).map { body in
      var body = body
      if body.grades.isEmpty { body.grades = order }
      return body
    }
  }

  /// What grade conditions read: figures, results of the units below, and `result.*`.
  private func conditionFigures(
    _ unit: Int, _ layer: Int, _ block: Block, _ total: Total, _ below: [SubordinateResult]
  ) -> [FigureValue] {
    let record = units[unit].record
    let set = sets[record.set]
    guard !block.conditionFigures.isEmpty else { return [] }
    var figures = record.conditionFigures
    figures += Array(
      repeating: .missing, count: max(0, block.conditionFigures.count - figures.count))
    let corrected = scorers[record.set].corrections(record, layers[layer])
    for (place, name) in block.conditionFigures.enumerated() {
      switch name.namespace {
      case "result": figures[place] = resultFigure(name, block, total, set)
      case "subordinates": figures[place] = below.figure(name)
      default:
        if let value = corrected[name.name] { figures[place] = value }
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
    let block = plan.blocks[group.block]
    let entries = group.units.compactMap { ranked($0, layer, block) }
    for (unit, place) in block.places(entries) {
      update(unit) { $0.totals[layer]?.place = place }
    }
  }

  /// A unit as the ranking of a layer sees it; nil when it takes no place there.
  func ranked(_ unit: Int, _ layer: Int, _ block: Block) -> RankedEntry? {
    isUnrankedByLock(unit, layer)
      ? nil : rankedEntry(unit, units[unit].totals[layer], units[unit].sheets[layer], block)
  }

  /// A unit as the ranking sees it; nil when it takes no place.
  func rankedEntry(
    _ unit: Int, _ total: Total?, _ sheet: [Outcome], _ block: Block
  ) -> RankedEntry? {
    guard takesPlace(unit), let index = total?.index(on: block.rankedOn) else { return nil }
    let set = sets[units[unit].record.set]
    return RankedEntry(
      unit: unit, index: index, breakers: block.tieBreakers.map { set.share(of: $0, sheet) })
  }

  /// Whether a unit has a result: it handed something in, or has zeros for what it did not.
  ///
  /// Of a unit whose files cannot be used nothing is known, whatever the round says (SCORING 3).
  func isListed(_ result: UnitResult) -> Bool {
    result.isSubmitted
      || (plan.notSubmitted == .zero && !result.record.assessment.isUnreadable)
  }

  /// Whether a unit is one of those that are ranked.
  func takesPlace(_ unit: Int) -> Bool {
    let result = units[unit]
    return result.record.unit.isRanked && isListed(result)
  }
}

extension UnitResult {
  /// Sums the self-scored items once every layer is known.
  mutating func finishLinks(_ reads: (layer: Int?, items: [Int])) {
    selfScored = nil
    guard let appraisal = reads.layer else { return }
    var claimed = Exact.zero
    var appraised = Exact.zero
    for item in reads.items {
      claimed += sheets[0][item].points
      appraised += sheets[appraisal][item].points
    }
    selfScored = (claimed, appraised)
  }
}
