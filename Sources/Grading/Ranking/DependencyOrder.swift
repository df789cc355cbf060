/// Units of one block that are ranked together.
package struct RankingGroup: Hashable, Sendable {
  /// The block's place in the round.
  package let block: Int
  /// The parent whose units these are, when the block groups by parent.
  package let parent: String?
  /// Places of units in the round, in the register's order.
  package var units: [Int]
}

/// Groups in an order in which units below come before those who answer for them.
struct DependencyOrder {
  let groups: [RankingGroup]
  /// The same, those side by side that wait for none of each other.
  let levels: [[RankingGroup]]
  /// Group indexes that wait for each other; empty when there is an order.
  let cycle: [Int]

  init(groups: [RankingGroup], waitsFor: [[Int]]) {
    var order: [Int] = []
    var state = Array(repeating: 0, count: groups.count)
    var cycle: [Int] = []
    var level = Array(repeating: 0, count: groups.count)
    // An explicit stack: a register may nest as deeply as it likes.
    for root in groups.indices where state[root] == 0 {
      var stack = [(root, 0)]
      state[root] = 1
      while let (group, next) = stack.last {
        if next < waitsFor[group].count {
          stack[stack.count - 1].1 += 1
          let other = waitsFor[group][next]
          if state[other] == 0 {
            state[other] = 1
            stack.append((other, 0))
          } else if state[other] == 1, cycle.isEmpty {
            let start = stack.firstIndex { $0.0 == other } ?? 0
            cycle = stack[start...].map(\.0)
          }
        } else {
          state[group] = 2
          level[group] = waitsFor[group].reduce(0) { max($0, level[$1] + 1) }
          order.append(group)
          stack.removeLast()
        }
      }
    }
    self.groups = order.map { groups[$0] }
    levels = (0...(level.max() ?? 0)).map { height in
      order.filter { level[$0] == height }.map { groups[$0] }
    }
    self.cycle = cycle
  }
}
