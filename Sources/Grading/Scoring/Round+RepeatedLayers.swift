/// Layers in which nothing was decided are the layer before them.
extension Round {
  /// The last layer of a group that has to be computed: the computed one where no appraisal has
  /// touched the group and it reads nobody else's, otherwise the final one.
  func lastOwnLayer(_ group: RankingGroup) -> Int {
    let last = layers.count - 1
    if isLocked(group) { return last }
    let readsBelow = plan.blocks[group.block].conditionFigures.contains {
      $0.namespace == "subordinates"
    }
    guard !readsBelow, let computed = layers.firstIndex(of: .computed) else { return last }
    let isUntouched = group.units.allSatisfy { unit in
      let scorer = scorers[units[unit].record.set]
      return scorer.linkedItems.below.isEmpty
        && !units[unit].record.touchesDecidingLayers(scorer)
    }
    return isUntouched ? computed : last
  }

  /// Layers in which nothing was decided since the layer before, in the group or in any whose
  /// results it reads.
  mutating func repeatingLayers(of group: RankingGroup) -> Set<Int> {
    var stages: Set<Int> = []
    for unit in group.units {
      stages.formUnion(units[unit].record.index.stages)
      for child in children[units[unit].record.unit.id] ?? [] {
        stages.formUnion(units[child].decidedStages)
      }
    }
    for unit in group.units { update(unit) { $0.decidedStages = stages } }
    let isLocked = isLocked(group)
    return Set(
      layers.indices.dropFirst().filter { layer in
        if layers[layer] == .final, isLocked { return false }
        let before = plan.lastStage(of: layers[layer - 1])
        let last = plan.lastStage(of: layers[layer])
        return before >= 0 && !stages.contains { $0 > before && $0 <= last }
      })
  }

  /// Puts a layer's results into others.
  mutating func repeatLayer(
    _ layer: Int, in others: some RangeExpression<Int>, of group: RankingGroup
  ) {
    for unit in group.units {
      for other in layers.indices where others.contains(other) {
        update(unit) { $0.repeatLayer(layer, in: other) }
      }
    }
  }
}

extension UnitResult {
  fileprivate mutating func repeatLayer(_ layer: Int, in later: Int) {
    sheets[later] = sheets[layer]
    totals[later] = totals[layer]
    best[later] = best[layer]
    isLinkedProvisional[later] = isLinkedProvisional[layer]
    guard linkedFigures.indices.contains(layer) else { return }
    if linkedFigures.indices.contains(later) {
      linkedFigures[later] = linkedFigures[layer]
    } else {
      linkedFigures.append(linkedFigures[layer])
    }
  }
}
