/// The units of one group with the ends of their indexes, to count how many stand above a value.
struct PlaceField {
  private let block: Block
  /// Ends, sorted: lowest of those that surely take a place, highest of all, and highest of those
  /// that can move.
  private let lowest: [Exact]
  private let highest: [Exact]
  private let highestMoving: [Exact]
  /// Indexes that nothing moves, each once.
  private let fixed: [Exact]
  private let byLow: [Exact: [PlaceContender]]
  private let byHigh: [Exact: [PlaceContender]]
  /// Those whose ends are not all reached.
  private let doubtful: [PlaceContender]
  private let unsettled: [PlaceContender]

  init(_ contenders: [PlaceContender], _ block: Block) {
    self.block = block
    lowest = contenders.filter(\.isCertain).map(\.low).sorted()
    highest = contenders.map(\.high).sorted()
    highestMoving = contenders.filter { !$0.isFixed }.map(\.high).sorted()
    fixed = Set(contenders.filter(\.isFixed).map(\.low)).sorted()
    byLow = Dictionary(grouping: contenders, by: \.low)
    byHigh = Dictionary(grouping: contenders, by: \.high)
    doubtful = contenders.filter { !$0.isExact || !$0.isCertain }
    unsettled = contenders.filter { !$0.isSettled || !$0.isCertain }
  }

  func places(of own: PlaceContender) -> PlaceInterval {
    if unsettled.isEmpty, let place = own.place {
      return PlaceInterval(best: place, worst: place, isExact: true)
    }
    let isParted = !block.tieBreakers.isEmpty
    var (best, worst, isExact) =
      switch block.ties {
      case .competition: competition(own)
      case .dense: dense(own, isParted)
      }
    if isParted, block.ties == .competition { part(own, &best, &worst, &isExact) }
    worst = max(best, worst)
    if best == worst { return PlaceInterval(best: best, worst: worst, isExact: true) }
    isExact = isExact && own.isExact && own.isCertain && !doubtful.contains { $0.isRival(of: own) }
    return PlaceInterval(best: best, worst: worst, isExact: isExact)
  }

  private func competition(_ own: PlaceContender) -> (Int, Int, Bool) {
    let mayBeAbove = PlaceField.count(highest) { $0 > own.low } - (own.high > own.low ? 1 : 0)
    return (1 + PlaceField.count(lowest) { $0 > own.high }, 1 + mayBeAbove, true)
  }

  /// Units that move may all come to stand on one place, or each on its own.
  private func dense(_ own: PlaceContender, _ isParted: Bool) -> (Int, Int, Bool) {
    let surelyAbove = PlaceField.count(lowest) { $0 > own.high }
    let best = 1 + max(PlaceField.count(fixed) { $0 > own.high }, surelyAbove > 0 ? 1 : 0)
    if isParted { return (best, PlaceField.count(highest) { $0 >= own.low }, false) }
    let moving =
      PlaceField.count(highestMoving) { $0 > own.low }
      - (!own.isFixed && own.high > own.low ? 1 : 0)
    return (best, 1 + PlaceField.count(fixed) { $0 > own.low } + moving, moving == 0)
  }

  /// Tie-breakers may part those who come to stand on one index.
  private func part(
    _ own: PlaceContender, _ best: inout Int, _ worst: inout Int, _ isExact: inout Bool
  ) {
    let above = (byHigh[own.low] ?? []).filter { $0.unit != own.unit }
    if own.isSettled, !unsettled.contains(where: { $0.low <= own.high && $0.high >= own.low }) {
      // They stand as they stand now.
      let before = above.count { ($0.place ?? 0) < (own.place ?? 0) }
      best += before
      worst += before
      return
    }
    worst += above.count
    if !above.isEmpty || (byLow[own.high] ?? []).contains(where: { $0.unit != own.unit }) {
      isExact = false
    }
  }

  /// How many at the end of a sorted list hold.
  private static func count(_ sorted: [Exact], where holds: (Exact) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return sorted.count - low
  }
}

extension PlaceContender {
  /// Nothing moves the index it is ranked on.
  fileprivate var isFixed: Bool { isCertain && low == high }

  /// Whether it can stand above another or not.
  fileprivate func isRival(of own: PlaceContender) -> Bool {
    unit != own.unit && high > own.low && (!isCertain || low <= own.high)
  }
}
