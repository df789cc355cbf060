/// How far everything still open can move a unit, in the final layer.
package struct UnitInterval: Hashable, Sendable {
  /// nil: nothing can apply.
  package let index: IndexInterval?
  /// nil when the unit takes no place.
  package let places: PlaceInterval?

  /// Whether anything can become another.
  package var moves: Bool { index?.isPoint == false || places?.isPoint == false }
}

/// The intervals of a round's units (SCORING 2), by bounds and never by samples.
///
/// Open is what has no points yet, what an explanation was asked for, what is disputed, and what
/// lacks proof before anybody has decided. Every completion of it lies inside; points beyond a
/// rule, and a unit that hands in after all, are none. `isExact` says where some completion comes
/// to both ends; places have their own, because they depend on the others' indexes too.
package struct RoundIntervals: Sendable {
  private var byUnit: [Int: UnitInterval] = [:]

  /// - Parameters:
  ///   - groups: the groups wanted; nil: all.
  ///   - gaps: the gaps of all units, where they have been found already.
  package init(_ round: Round, of groups: [RankingGroup]? = nil, gaps: [UnitGaps]? = nil) {
    let wanted = groups.map { round.andBelow($0) }
    let finder = GapFinder(round)
    let leaves = round.sets.map { ItemLeaves($0) }
    let layer = round.layers.count - 1
    var moving: Set<Int> = []
    var indexes: [Int: IndexInterval] = [:]
    for group in round.order where wanted?.contains(group) ?? true {
      let members = group.units.map { unit in
        let reading = UnitReading(round, unit)
        let own = gaps?[unit] ?? finder.gaps(of: unit)
        let read = leaves[reading.record.set]
        return OpenUnit(
          reading: reading, leaves: read, open: OpenLeaves(reading, own, read), gaps: own)
      }
      let compared = ComparedValues(round, members, layer)
      var found: [(unit: Int, index: IndexInterval?)] = []
      var contenders: [PlaceContender] = []
      let block = round.plan.blocks[group.block]
      for member in members {
        let unit = member.reading.unit
        let others = OpenOthers(
          compared: compared, below: round.bodiesBelow(unit, layer, moving, indexes))
        let items = Prospects(member, others).all()
        let isUnreadable = member.reading.record.assessment.isUnreadable
        let isSettled = !isUnreadable && !items.contains(where: \.moves)
        if !isSettled { moving.insert(unit) }
        let index = IndexInterval(items, member.reading.set)
        let mayBeEmpty = items.mayBeEmpty(member.reading.set)
        if !mayBeEmpty { indexes[unit] = index }
        found.append((unit, index))
        // A file that is put right brings its unit in.
        guard let index, round.takesPlace(unit) || (isUnreadable && round.mayBeRanked(unit)) else {
          continue
        }
        contenders.append(
          PlaceContender(
            unit: unit, low: index.lowest(on: block.rankedOn),
            high: index.highest(on: block.rankedOn), isExact: index.isExact, isSettled: isSettled,
            isCertain: !isUnreadable && !mayBeEmpty,
            place: round.units[unit].totals[layer]?.place?.number))
      }
      let field = PlaceField(contenders, block)
      let contender = Dictionary(uniqueKeysWithValues: contenders.map { ($0.unit, $0) })
      for (unit, index) in found {
        let places =
          round.takesPlace(unit) ? contender[unit].map { field.places(of: $0) } : nil
        byUnit[unit] = UnitInterval(index: index, places: places)
      }
    }
  }

  package subscript(unit: Int) -> UnitInterval? { byUnit[unit] }
}

extension Round {
  /// The interval of one unit; it costs a pass over its group and the groups below.
  package func interval(of unit: Int) -> UnitInterval? {
    group(of: unit).flatMap { RoundIntervals(self, of: [$0])[unit] }
  }

  fileprivate func mayBeRanked(_ unit: Int) -> Bool { units[unit].record.unit.isRanked }

  /// Groups with all whose results they read.
  fileprivate func andBelow(_ groups: [RankingGroup]) -> Set<RankingGroup> {
    var found = Set(groups)
    for group in order.reversed() where found.contains(group) {
      let below = Set(
        group.units.filter { !scorers[units[$0].record.set].linkedItems.below.isEmpty }
          .flatMap { children[units[$0].record.unit.id] ?? [] })
      guard !below.isEmpty else { continue }
      for other in order where !below.isDisjoint(with: other.units) { found.insert(other) }
    }
    return found
  }
}
