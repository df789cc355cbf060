/// What the units below another one can come to, as it reads them.
struct BodiesBelow {
  /// Something below can still become another.
  var moves = false
  /// All of them at their lowest and at their highest index; nil where that is not all.
  var ends: (lowest: [SubordinateResult], highest: [SubordinateResult])?
}

extension Round {
  /// - Parameters:
  ///   - moving: units that can move.
  ///   - index: the interval of a unit below; nil where it may have no index.
  func bodiesBelow(
    _ unit: Int, _ layer: Int, _ moving: Set<Int>, index: (Int) -> IndexInterval?
  ) -> BodiesBelow {
    let below = children[units[unit].record.unit.id] ?? []
    var found = BodiesBelow()
    found.moves = below.contains { child in
      let result = units[child]
      if result.isOpenToParent(result.totals[layer]) { return true }
      return result.isSubmitted && moving.contains(child)
    }
    guard found.moves else { return found }
    let now = subordinates(of: unit, layer)
    guard now.count == below.count else { return found }
    var ends = (lowest: now, highest: now)
    for (place, child) in below.enumerated() {
      if units[child].record.assessment.isUnreadable { return found }
      guard units[child].isSubmitted else { continue }
      guard let index = index(child) else { return found }
      ends.lowest[place].index = index.lowest
      ends.highest[place].index = index.highest
    }
    found.ends = ends
    return found
  }
}

extension SubordinatesRule {
  /// Whether it reads nothing of the units below but their indexes, and gives a higher index no
  /// less, or no more.
  var goesOneWay: Bool {
    guard from == nil, case .index = of else { return false }
    if case .grade? = atLeast { return false }
    return bands.isEmpty || bands.direction != .unknown
  }
}
