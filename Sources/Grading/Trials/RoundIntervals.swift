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

  /// What is found out about one unit without touching anything else.
  package struct Part: Sendable {
    fileprivate var member: OpenUnit?
    fileprivate var items: [ItemProspect] = []
  }

  /// Does independent pieces of work, perhaps at once, and gives their results in order.
  package typealias Workers = (Int, @Sendable (Int) -> Part) -> [Part]

  /// One piece of work after the other.
  package static func inOrder(_ count: Int, _ work: @Sendable (Int) -> Part) -> [Part] {
    (0..<count).map(work)
  }

  /// - Parameters:
  ///   - groups: the groups wanted; nil: all.
  ///   - gaps: the gaps of all units, where they have been found already.
  package init(
    _ round: Round, of groups: [RankingGroup]? = nil, gaps: [UnitGaps]? = nil,
    workers: Workers = inOrder
  ) {
    let wanted = groups.map { round.andBelow($0) }
    let finder = GapFinder(round)
    let leaves = round.sets.map { ItemLeaves($0) }
    let layer = round.layers.count - 1
    var found = OpenRound(round)
    for group in round.order where wanted?.contains(group) ?? true {
      let members = workers(group.units.count) { place in
        let reading = UnitReading(round, group.units[place])
        let own = gaps?[reading.unit] ?? finder.gaps(of: reading.unit)
        let read = leaves[reading.record.set]
        return Part(
          member: OpenUnit(
            reading: reading, leaves: read, open: OpenLeaves(reading, own, read), gaps: own))
      }.compactMap(\.member)
      let compared = ComparedValues(round, members, layer)
      let before = found
      let parts = workers(members.count) { place in
        let below = before.bodiesBelow(members[place].reading.unit)
        let others = OpenOthers(compared: compared, below: below)
        return Part(items: Prospects(members[place], others).all())
      }
      let block = round.plan.blocks[group.block]
      var contenders: [PlaceContender] = []
      for (member, part) in zip(members, parts) {
        contenders += [found.add(member.reading, part.items, block)].compactMap(\.self)
      }
      let field = PlaceField(contenders, block)
      let contender = Dictionary(uniqueKeysWithValues: contenders.map { ($0.unit, $0) })
      for unit in group.units {
        let places =
          round.takesPlace(unit) ? contender[unit].map { field.places(of: $0) } : nil
        byUnit[unit] = UnitInterval(index: found.indexes[unit], places: places)
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

/// What was found of the units so far, for those that read them.
private struct OpenRound {
  let round: Round
  private(set) var indexes: [Int: IndexInterval] = [:]
  /// Units that can move, and those that may come out without an index.
  private var moving: Set<Int> = []
  private var mayBeEmpty: Set<Int> = []

  init(_ round: Round) { self.round = round }

  func bodiesBelow(_ unit: Int) -> BodiesBelow {
    round.bodiesBelow(unit, round.layers.count - 1, moving) { child in
      mayBeEmpty.contains(child) ? nil : indexes[child]
    }
  }

  /// nil: it takes no place, and none when its files are put right.
  mutating func add(
    _ reading: UnitReading, _ items: [ItemProspect], _ block: Block
  ) -> PlaceContender? {
    let unit = reading.unit
    let isUnreadable = reading.record.assessment.isUnreadable
    let isSettled = !isUnreadable && !items.contains(where: \.moves)
    if !isSettled { moving.insert(unit) }
    if items.mayBeEmpty(reading.set) { mayBeEmpty.insert(unit) }
    guard let index = IndexInterval(items, reading.set) else { return nil }
    indexes[unit] = index
    guard round.takesPlace(unit) || (isUnreadable && reading.record.unit.isRanked) else {
      return nil
    }
    return PlaceContender(
      unit: unit, low: index.lowest(on: block.rankedOn), high: index.highest(on: block.rankedOn),
      isExact: index.isExact, isSettled: isSettled,
      isCertain: !isUnreadable && !mayBeEmpty.contains(unit),
      place: round.units[unit].totals[reading.layer]?.place?.number)
  }
}
