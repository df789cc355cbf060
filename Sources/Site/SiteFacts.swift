internal import Grading
internal import Reports

/// What several pages need of the whole round, worked out once.
struct SiteFacts: Sendable {
  /// File names of the sets.
  let setNames: [String]
  /// Sets that a unit is scored by.
  let usedSets: Set<Int>
  /// Units by set, those with a result.
  let unitsOfSet: [[Int]]
  /// By block and area id: the median share of points, in percent.
  let medians: [[String: Exact]]
  /// By unit: its place among all names in Vietnamese order.
  let nameOrder: [Int]
  /// Units in that order.
  let byName: [Int]
  /// Units by id.
  let unitOf: [String: Int]
  /// By block: its groups' places in `Round.groups`.
  let groups: [[Int]]
  /// By unit: the group it is ranked in.
  let groupOf: [Int: Int]
  /// By unit and block that is grouped: units that have bodies ranked below them.
  let groupsBelow: [String: [Int]]

  init(_ round: Round) {
    setNames = SitePath.sets(round.sets)
    usedSets = Set(round.units.map(\.record.set))
    let shown = round.units.indices.filter { round.hasShownResult($0) }
    unitsOfSet = round.sets.indices.map { set in shown.filter { round.units[$0].record.set == set }
    }
    medians = AreaMedians(round).ofBlocks
    unitOf = Dictionary(
      round.units.enumerated().map { ($1.record.unit.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let keys = round.units.map { VietnameseOrder($0.record.unit.name) }
    byName = round.units.indices.sorted { left, right in
      if keys[left] != keys[right] { return keys[left] < keys[right] }
      return round.units[left].record.unit.id < round.units[right].record.unit.id
    }
    var order = [Int](repeating: 0, count: byName.count)
    for (place, unit) in byName.enumerated() { order[unit] = place }
    nameOrder = order
    groups = round.plan.blocks.indices.map { block in
      round.groups.indices.filter { round.groups[$0].block == block }
    }
    var groupOf: [Int: Int] = [:]
    var below: [String: [Int]] = [:]
    for (place, group) in round.groups.enumerated() {
      for unit in group.units { groupOf[unit] = place }
      if round.plan.blocks[group.block].groupsByParent, let parent = group.parent {
        below[parent, default: []].append(place)
      }
    }
    self.groupOf = groupOf
    groupsBelow = below
  }
}
