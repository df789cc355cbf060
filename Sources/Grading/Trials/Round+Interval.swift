/// How far everything still open can move a unit, in the final layer.
package struct UnitInterval: Hashable, Sendable {
  /// nil: nothing can apply.
  package let index: IndexInterval?
  /// The best and the worst place; nil when the unit takes none.
  package let places: ClosedRange<Int>?
}

extension Round {
  /// The interval of one unit; its places cost a pass over its group.
  ///
  /// The index is exact for what stands open: each open item takes either end of its reachable
  /// range or adds nothing, as it does now; an item whose applicability is unknown is taken in
  /// and left out. Items count as independent of each other even where they read one input.
  ///
  /// Places are conservative: the best supposes that every other unit ends at its lowest index,
  /// the worst that every other ends at its highest, and where tie-breakers exist that they are
  /// won or lost. A unit that handed nothing in is taken to stay so.
  package func interval(of unit: Int) -> UnitInterval {
    guard let group = group(of: unit) else {
      return UnitInterval(index: indexInterval(of: unit), places: nil)
    }
    return intervals(of: group)[unit] ?? UnitInterval(index: nil, places: nil)
  }

  /// The intervals of a whole group, by unit.
  package func intervals(of group: RankingGroup) -> [Int: UnitInterval] {
    let block = plan.blocks[group.block]
    let indexes = group.units.map { (unit: $0, interval: indexInterval(of: $0)) }
    let ranked = indexes.filter { takesPlace($0.unit) }.compactMap(\.interval)
    let field = PlaceField(ranked, block)
    var intervals: [Int: UnitInterval] = [:]
    for (unit, interval) in indexes {
      let places = takesPlace(unit) ? interval.map { field.places(of: $0) } : nil
      intervals[unit] = UnitInterval(index: interval, places: places)
    }
    return intervals
  }

  /// The lowest and highest index in the final layer; nil when nothing can apply.
  package func indexInterval(of unit: Int) -> IndexInterval? {
    let set = sets[units[unit].record.set]
    let prospects = Prospects(self, unit)
    var regular: [ItemProspect] = []
    var low = Exact.zero
    var high = Exact.zero
    for area in set.areas {
      let items = area.items.map { prospects.prospect(of: set.items[$0]) }
      switch area.kind {
      case .regular: regular += items
      case .bonus:
        low += min(sum(items, { $0 < $1 }), area.maximum)
        high += min(sum(items, { $0 > $1 }), area.maximum)
      case .penalty:
        low -= min(sum(items, { $0 > $1 }), area.maximum)
        high -= min(sum(items, { $0 < $1 }), area.maximum)
      }
    }
    guard let range = QuotientRange(regular) else { return nil }
    func index(_ quotient: Exact, _ outside: Exact) -> Exact {
      quotient * .hundred + ((outside * .hundred).divided(by: set.maximum) ?? .zero)
    }
    let lowest = index(range.lowest, low)
    let highest = index(range.highest, high)
    func rounded(_ value: Exact) -> Exact {
      value.rounded(places: set.rounding.index, mode: set.rounding.mode)
    }
    return IndexInterval(
      lowestExact: lowest, highestExact: highest, lowest: rounded(lowest),
      highest: rounded(highest))
  }

  private func sum(_ items: [ItemProspect], _ better: (Exact, Exact) -> Bool) -> Exact {
    items.reduce(.zero) { sum, item in
      sum + (item.ends.map(\.points).max { better($1, $0) } ?? .zero)
    }
  }
}

/// The lowest and highest indexes of a group, sorted to count how many stand above a value.
private struct PlaceField {
  private let lowest: [Exact]
  private let highest: [Exact]
  /// Indexes that nothing can move, each once.
  private let fixed: [Exact]
  private let block: Block

  init(_ intervals: [IndexInterval], _ block: Block) {
    lowest = intervals.map { $0.lowest(on: block.rankedOn) }.sorted()
    highest = intervals.map { $0.highest(on: block.rankedOn) }.sorted()
    let points = intervals.filter {
      $0.lowest(on: block.rankedOn) == $0.highest(on: block.rankedOn)
    }
    fixed = Set(points.map { $0.lowest(on: block.rankedOn) }).sorted()
    self.block = block
  }

  /// Its own two ends never count: its lowest is not above its highest, and the other way round
  /// it is taken out.
  func places(of own: IndexInterval) -> ClosedRange<Int> {
    let low = own.lowest(on: block.rankedOn)
    let high = own.highest(on: block.rankedOn)
    let surelyAbove = PlaceField.count(lowest, above: high)
    let best: Int
    switch block.ties {
    case .competition: best = 1 + surelyAbove
    case .dense:
      // Units that move may all come to stand on one place.
      best = 1 + max(PlaceField.count(fixed, above: high), surelyAbove > 0 ? 1 : 0)
    }
    let mayBeAbove: Int
    if block.tieBreakers.isEmpty {
      mayBeAbove = PlaceField.count(highest, above: low) - (high > low ? 1 : 0)
    } else {
      mayBeAbove = PlaceField.count(highest, atLeast: low) - 1
    }
    return best...max(best, 1 + mayBeAbove)
  }

  private static func count(_ sorted: [Exact], above value: Exact) -> Int {
    sorted.count - firstIndex(sorted) { $0 > value }
  }

  private static func count(_ sorted: [Exact], atLeast value: Exact) -> Int {
    sorted.count - firstIndex(sorted) { $0 >= value }
  }

  private static func firstIndex(_ sorted: [Exact], where holds: (Exact) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
