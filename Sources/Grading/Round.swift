/// A whole round, computed: the only place where a score comes into being (SCORING 33).
///
/// load → score what stands alone → per group, the units below first: link, total, grade → rank
/// each layer. Every step is a value; nothing reads a clock, a file or a locale.
package struct Round: Sendable {
  package let plan: RoundPlan
  package let sets: [CriteriaSet]
  package let layers: [Layer]
  /// By the register's order.
  package private(set) var units: [UnitResult]
  package private(set) var groups: [RankingGroup]
  /// Groups that answer for each other in a circle; the results are then empty.
  package private(set) var cycle: [RankingGroup]
  /// The groups with those below before those who answer for them.
  let order: [RankingGroup]
  let scorers: [ItemScorer]
  let children: [String: [Int]]

  /// Computes everything.
  /// - Parameter records: the units, in the register's order.
  package init(
    plan: RoundPlan, sets: [CriteriaSet], records: [UnitRecord], workers: Workers = inOrder
  ) {
    self.plan = plan
    self.sets = sets
    layers = plan.layers
    let scorers = sets.map { ItemScorer(set: $0, plan: plan) }
    self.scorers = scorers
    children = Round.children(records)
    let groups = Round.groups(plan, records)
    self.groups = groups
    let dependencies = DependencyOrder(
      groups: groups, waitsFor: Round.waiting(groups, records, plan, sets, children))
    order = dependencies.cycle.isEmpty ? dependencies.groups : []
    cycle = dependencies.cycle.map { groups[$0] }
    units = workers(records.count) {
      GroupPart(units: [UnitResult(records[$0], scorers[records[$0].set])])
    }.flatMap(\.units)
    guard cycle.isEmpty else { return }
    for level in dependencies.levels { complete(level, workers) }
  }

  /// Groups that wait for each other's results, without scoring anything; empty when none do.
  package static func cycle(plan: RoundPlan, sets: [CriteriaSet], records: [UnitRecord])
    -> [RankingGroup]
  {
    let groups = groups(plan, records)
    return DependencyOrder(
      groups: groups, waitsFor: waiting(groups, records, plan, sets, children(records))
    ).cycle.map { groups[$0] }
  }

  /// One piece of work after the other.
  package static func inOrder(_ count: Int, _ work: @Sendable (Int) -> GroupPart) -> [GroupPart] {
    (0..<count).map(work)
  }

  mutating func complete(_ group: RankingGroup, _ workers: Workers = inOrder) {
    let last = lastOwnLayer(group)
    let repeating = repeatingLayers(of: group)
    for layer in 0...last {
      if repeating.contains(layer) {
        repeatLayer(layer - 1, in: layer...layer, of: group)
        continue
      }
      score(group, layer)
      compareWithBest(group, layer, workers)
    }
    repeatLayer(last, in: (last + 1)..., of: group)
    for unit in group.units { units[unit].finishLinks(readsAssessment(unit)) }
    for layer in 0...last {
      if repeating.contains(layer) {
        repeatLayer(layer - 1, in: layer...layer, of: group)
        continue
      }
      compareWithBest(group, layer, readsAssessment: true, workers)
      for unit in group.units { fillAssessment(unit, layer) }
      settleLocked(group, layer)
      for (unit, part) in zip(group.units, totals(group, layer, workers)) {
        update(unit) { $0.totals[layer] = part.total }
      }
      rank(group, layer)
    }
    repeatLayer(last, in: (last + 1)..., of: group)
  }

  /// Places of the units below, by the id of the one above them.
  private static func children(_ records: [UnitRecord]) -> [String: [Int]] {
    Dictionary(
      grouping: records.indices.filter { records[$0].unit.parent != nil },
      by: { records[$0].unit.parent ?? "" })
  }

  /// Units by block, and by parent where the block says so, in the register's order.
  private static func groups(_ plan: RoundPlan, _ records: [UnitRecord]) -> [RankingGroup] {
    var groups: [RankingGroup] = []
    for (place, block) in plan.blocks.enumerated() {
      let members = records.indices.filter { records[$0].block == place }
      guard block.groupsByParent else {
        groups.append(RankingGroup(block: place, parent: nil, units: members))
        continue
      }
      var byParent: [String?: Int] = [:]
      for unit in members {
        let parent = records[unit].unit.parent
        if let group = byParent[parent] {
          groups[group].units.append(unit)
        } else {
          byParent[parent] = groups.count
          groups.append(RankingGroup(block: place, parent: parent, units: [unit]))
        }
      }
    }
    return groups
  }

  /// For each group the groups whose results it reads.
  private static func waiting(
    _ groups: [RankingGroup], _ records: [UnitRecord], _ plan: RoundPlan, _ sets: [CriteriaSet],
    _ children: [String: [Int]]
  ) -> [[Int]] {
    var groupOf: [Int: Int] = [:]
    for (place, group) in groups.enumerated() {
      for unit in group.units { groupOf[unit] = place }
    }
    return groups.map { group in
      var waits: Set<Int> = []
      let conditions = plan.blocks[group.block].conditionFigures
      let conditionsRead = conditions.contains { $0.namespace == "subordinates" }
      let setReads = sets.map { set in
        conditionsRead || set.items.contains { $0.links.contains(.subordinates) }
      }
      for unit in group.units where setReads[records[unit].set] {
        for child in children[records[unit].unit.id] ?? [] {
          if let other = groupOf[child] { waits.insert(other) }
        }
      }
      return waits.sorted()
    }
  }

  mutating func update(_ unit: Int, _ change: (inout UnitResult) -> Void) { change(&units[unit]) }

  mutating func put(_ results: [UnitResult], at places: [Int]) {
    for (place, result) in zip(places, results) { units[place] = result }
  }
}
