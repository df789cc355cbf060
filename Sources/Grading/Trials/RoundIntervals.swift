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
    fileprivate var openings: [ComparedValues.Opening] = []
    fileprivate var prospect: UnitProspect?
  }

  /// Does independent pieces of work, perhaps at once, and gives their results in order.
  package typealias Workers = (Int, @Sendable (Int) -> Part) -> [Part]

  /// One piece of work after the other.
  package static func inOrder(_ count: Int, _ work: @Sendable (Int) -> Part) -> [Part] {
    (0..<count).map(work)
  }

  /// The largest group whose open units are all held at once; what others are compared with is worked
  /// out twice in a larger one, so that memory does not grow with the round.
  private static let heldUnits = 500

  /// - Parameters:
  ///   - groups: the groups wanted; nil: all.
  ///   - gaps: the gaps of all units, where they have been found already.
  package init(
    _ round: Round, of groups: [RankingGroup]? = nil, gaps: [UnitGaps]? = nil,
    workers: Workers = inOrder
  ) {
    self.init(round, of: groups, gaps: gaps, held: RoundIntervals.heldUnits, workers: workers)
  }

  init(
    _ round: Round, of groups: [RankingGroup]?, gaps: [UnitGaps]?, held: Int, workers: Workers
  ) {
    let wanted = groups.map { round.andBelow($0) }
    let finder = GapFinder(round)
    let leaves = round.sets.map { ItemLeaves($0) }
    @Sendable func member(_ unit: Int) -> OpenUnit {
      let reading = UnitReading(round, unit)
      let own = gaps?[unit] ?? finder.gaps(reading)
      let read = leaves[reading.record.set]
      let differs = own.gaps.contains { $0.code == .declaredDiffers }
      return OpenUnit(
        reading: reading, leaves: read,
        open: OpenLeaves(reading, declaresOtherwise: differs, read), gaps: own)
    }
    @Sendable func openings(_ unit: Int) -> [ComparedValues.Opening] {
      let reading = UnitReading(round, unit)
      let read = leaves[reading.record.set]
      let differs = finder.declaresOtherwise(reading)
      return ComparedValues.openings(
        reading, read, OpenLeaves(reading, declaresOtherwise: differs, read))
    }
    var found = OpenRound(round)
    for group in round.order where wanted?.contains(group) ?? true {
      let isHeld = group.units.count <= held
      let parts = workers(group.units.count) { place in
        let unit = group.units[place]
        guard isHeld else {
          return ComparedValues.reads(round, unit) ? Part(openings: openings(unit)) : Part()
        }
        let member = member(unit)
        return Part(
          member: member,
          openings: ComparedValues.openings(member.reading, member.leaves, member.open))
      }
      let compared = ComparedValues(parts.flatMap(\.openings))
      let before = found
      let prospects = workers(group.units.count) { place in
        let unit = group.units[place]
        let others = OpenOthers(compared: compared, below: before.bodiesBelow(unit))
        let items = Prospects(parts[place].member ?? member(unit), others).all()
        return Part(prospect: UnitProspect(items, round.sets[round.units[unit].record.set]))
      }
      let block = round.plan.blocks[group.block]
      var contenders: [PlaceContender] = []
      for (unit, part) in zip(group.units, prospects) {
        guard let prospect = part.prospect else { continue }
        contenders += [found.add(unit, prospect, block)].compactMap(\.self)
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
  mutating func add(_ unit: Int, _ prospect: UnitProspect, _ block: Block) -> PlaceContender? {
    let record = round.units[unit].record
    let isUnreadable = record.assessment.isUnreadable
    let isSettled = !isUnreadable && !prospect.moves
    if !isSettled { moving.insert(unit) }
    if prospect.mayBeEmpty { mayBeEmpty.insert(unit) }
    guard let index = prospect.index else { return nil }
    indexes[unit] = index
    guard round.takesPlace(unit) || (isUnreadable && record.unit.isRanked) else { return nil }
    return PlaceContender(
      unit: unit, low: index.lowest(on: block.rankedOn), high: index.highest(on: block.rankedOn),
      isExact: index.isExact, isSettled: isSettled,
      isCertain: !isUnreadable && !prospect.mayBeEmpty,
      place: round.units[unit].totals.last??.place?.number)
  }
}

/// What a unit could still come to, from what each of its items could.
private struct UnitProspect: Sendable {
  let moves: Bool
  let mayBeEmpty: Bool
  /// nil: nothing can apply.
  let index: IndexInterval?

  init(_ items: [ItemProspect], _ set: CriteriaSet) {
    moves = items.contains(where: \.moves)
    mayBeEmpty = items.mayBeEmpty(set)
    index = IndexInterval(items, set)
  }
}
