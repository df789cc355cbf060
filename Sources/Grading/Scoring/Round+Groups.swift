/// Groups that do not wait for each other are completed side by side.
extension Round {
  /// The most units of a group that is completed by one worker, and of all that one takes at once.
  private static let mostForOne = 64

  /// Completes groups of one level of the order.
  mutating func complete(_ groups: [RankingGroup], _ workers: Workers) {
    // The units of a large group are shared among the workers instead.
    for group in groups where group.units.count > Round.mostForOne { complete(group, workers) }
    let stretches = stretches(of: groups.filter { $0.units.count <= Round.mostForOne })
    guard stretches.count > 1 else {
      for group in stretches.joined() { complete(group, workers) }
      return
    }
    let before = self
    let parts = workers(stretches.count) { place in
      var own = before
      for group in stretches[place] { own.complete(group) }
      return GroupPart(units: stretches[place].flatMap(\.units).map { own.units[$0] })
    }
    for (stretch, part) in zip(stretches, parts) {
      put(part.units, at: stretch.flatMap(\.units))
    }
  }

  /// Small groups together, so that there are not more copies of the round than workers need.
  private func stretches(of groups: [RankingGroup]) -> [[RankingGroup]] {
    let most = max(Round.mostForOne / 2, units.count / Round.mostForOne)
    var stretches: [[RankingGroup]] = []
    var count = 0
    for group in groups {
      if stretches.isEmpty || count + group.units.count > most {
        stretches.append([])
        count = 0
      }
      stretches[stretches.count - 1].append(group)
      count += group.units.count
    }
    return stretches
  }
}
