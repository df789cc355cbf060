/// Layers in which nothing was decided are the layer before them.
extension Round {
  /// The last layer of a group that has to be computed: the computed one where no appraisal has
  /// touched the group and it reads nobody else's, otherwise the final one.
  func lastOwnLayer(_ group: RankingGroup) -> Int {
    let last = layers.count - 1
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

  /// Puts a layer's results into all layers behind it.
  mutating func repeatLayer(_ layer: Int, of group: RankingGroup) {
    for unit in group.units {
      for later in layers.indices where later > layer {
        update(unit) { $0.repeatLayer(layer, in: later) }
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
