/// What an item could still come to.
struct ItemProspect: Sendable {
  struct End: Hashable, Sendable {
    let points: Exact
    /// What it adds to the denominator.
    let maximum: Exact
  }

  /// Everything that it can come to lies between these, each once: with one maximum between their
  /// points, with another as it stands here.
  private(set) var ends: [End] = []
  /// Each end is what the item comes to in some completion, if nothing else moves.
  var isReached = true
  /// What the open things behind it are read from.
  var sources: Set<ValueSource> = []
  /// Another unit's value that is open has a part in it.
  var readsOthers = false

  init() {}

  init(ends: [(points: Exact, maximum: Exact)]) {
    for end in ends { add(end.points, of: end.maximum) }
  }

  /// Whether it can come to more than one thing.
  var moves: Bool { ends.count > 1 }

  mutating func add(_ points: Exact, of maximum: Exact) {
    let end = End(points: points, maximum: maximum)
    if !ends.contains(end) { ends.append(end) }
  }

  mutating func add(_ outcome: Outcome, _ item: Item) {
    if outcome.counts { add(outcome.points, of: item.maximum) } else { add(.zero, of: .zero) }
  }

  /// The item does not apply.
  mutating func add(_ effect: ApplicabilityEffect, _ item: Item) {
    switch effect {
    case .exclude: add(.zero, of: .zero)
    case .fullPoints: add(item.maximum, of: item.maximum)
    }
  }

  /// Whatever its rule can give, as it counts once it is rounded.
  mutating func addReach(_ item: Item, _ set: CriteriaSet) {
    let isRegular = set.areas[item.area].kind == .regular
    func counted(_ points: Exact) -> Exact {
      let rounded = set.rounding.points(points, maximum: item.maximum)
      // Outside the regular areas nothing is negative.
      return isRegular ? rounded : max(rounded, .zero)
    }
    add(counted(item.reachable.lowerBound), of: item.maximum)
    add(counted(item.reachable.upperBound), of: item.maximum)
    // The whole maximum is not rounded, and what comes close to it is: 1.6665 of 5/3 counts 1.67.
    if item.reachable.upperBound == item.maximum, item.rule.isGradual,
      let places = set.rounding.points
    {
      let rounded = item.maximum.rounded(places: places, mode: set.rounding.mode)
      if rounded > item.maximum {
        add(rounded, of: item.maximum)
        isReached = false
      }
    }
  }
}

extension Rule {
  /// Whether its points can come close to the maximum without being it.
  var isGradual: Bool {
    switch self {
    case .yesNo, .choice, .timeliness, .steps, .council, .formula: false
    case .bestOf(let rules): rules.contains(where: \.isGradual)
    case .proportional, .mix, .deduction, .perItem, .relativeToBest, .survey, .subordinates: true
    }
  }
}
