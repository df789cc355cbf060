/// Some units of a group, completed again while the others keep what they have.
extension Round {
  /// Comes to what completing the whole group would come to.
  ///
  /// Between units of a group there are only the best that they are compared with and their places:
  /// where what these units bring into the comparison is what it was, nobody else's points move, and
  /// places are given anew only where what these are ranked by is another.
  /// - Parameter before: the round in which none of its units had changed.
  /// - Returns: false where it cannot be done so; the group is then to be completed as a whole.
  mutating func completeAlone(_ own: [Int], of group: RankingGroup, as before: Round) -> Bool {
    let isSameKind = own.allSatisfy { units[$0].record.set == before.units[$0].record.set }
    guard isSameKind, own.count < group.units.count else { return false }
    for unit in own { update(unit) { $0.restart() } }
    let part = RankingGroup(block: group.block, parent: group.parent, units: own)
    let others = group.units.filter { !own.contains($0) }
    let last = lastOwnLayer(group)
    let repeating = repeatingLayers(of: group)
    for layer in 0...last {
      if repeating.contains(layer) {
        repeatLayer(layer - 1, in: layer...layer, of: part)
        continue
      }
      score(part, layer)
      guard compareAgain(own, layer, as: before) else { return false }
    }
    repeatLayer(last, in: (last + 1)..., of: part)
    for unit in own {
      let reads = readsAssessment(unit)
      update(unit) { $0.finishLinks(reads) }
    }
    for layer in 0...last {
      if repeating.contains(layer) {
        repeatLayer(layer - 1, in: layer...layer, of: part)
        repeatPlaces(layer - 1, in: layer...layer, of: others)
        continue
      }
      guard compareAgain(own, layer, readsAssessment: true, as: before) else { return false }
      for unit in own { fillAssessment(unit, layer) }
      settleLocked(part, layer)
      for (unit, part) in zip(own, totals(part, layer, Round.inOrder)) {
        update(unit) { $0.totals[layer] = part.total }
      }
      rankAgain(own, of: group, layer, as: before)
    }
    repeatLayer(last, in: (last + 1)..., of: part)
    repeatPlaces(last, in: (last + 1)..., of: others)
    return true
  }

  /// Places of one layer, where the other units of the group are ranked by what they were.
  private mutating func rankAgain(
    _ own: [Int], of group: RankingGroup, _ layer: Int, as before: Round
  ) {
    let block = plan.blocks[group.block]
    let isSame = own.allSatisfy { unit in
      ranked(unit, layer, block) == before.ranked(unit, layer, block)
    }
    guard isSame else { return rank(group, layer) }
    for unit in own {
      let place = before.units[unit].totals[layer]?.place
      update(unit) { $0.totals[layer]?.place = place }
    }
  }

  private mutating func repeatPlaces(
    _ layer: Int, in others: some RangeExpression<Int>, of members: [Int]
  ) {
    for unit in members {
      let place = units[unit].totals[layer]?.place
      for other in layers.indices
      where others.contains(other) && units[unit].totals[other]?.place != place {
        update(unit) { $0.totals[other]?.place = place }
      }
    }
  }
}
