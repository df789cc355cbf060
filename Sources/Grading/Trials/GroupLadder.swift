/// A group's ranking in one layer, sorted once, to look up many places that a unit could have.
///
/// Holds while only one unit's own points move: an outcome given to an item changes neither the
/// best of the block (SCORING 48) nor any other unit of the same group, because a group never
/// waits for itself.
package struct GroupLadder: Sendable {
  package let group: RankingGroup
  package let layer: Int
  private let block: Block
  /// Best first; units of one index stand together.
  private var entries: [RankedEntry] = []
  private var levels: [Level] = []
  /// The level each ranked unit stands on.
  private var levelOf: [Int: Int] = [:]

  private struct Level {
    let index: Exact
    let entries: Range<Int>
    /// Different places on all levels above.
    let distinctAbove: Int
  }

  /// Sorts the group; a lookup then costs a binary search and the units tied with the result.
  package init(_ round: Round, _ group: RankingGroup, layer: Int) {
    self.group = group
    self.layer = layer
    block = round.plan.blocks[group.block]
    entries = group.units.compactMap {
      round.rankedEntry(
        $0, round.units[$0].totals[layer], round.units[$0].sheets[layer], block)
    }.sorted { $0.index > $1.index }
    var start = 0
    var distinct = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].index == entries[start].index { end += 1 }
      for entry in entries[start..<end] { levelOf[entry.unit] = levels.count }
      levels.append(
        Level(index: entries[start].index, entries: start..<end, distinctAbove: distinct))
      distinct += distinctPlaces(entries[start..<end])
      start = end
    }
  }

  private func distinctPlaces(_ tied: some Collection<RankedEntry>) -> Int {
    tied.count < 2 ? tied.count : Set(block.places(Array(tied)).values.map(\.number)).count
  }

  /// The place of a unit that would come in like this.
  func place(of entry: RankedEntry) -> Place? {
    let level = firstLevel(notAbove: entry.index)
    let own = levelOf[entry.unit].map { levels[$0].index }
    let stoodAbove = own.map { $0 > entry.index } ?? false
    var mates: [RankedEntry] = []
    if level < levels.count, levels[level].index == entry.index {
      mates = entries[levels[level].entries].filter { $0.unit != entry.unit }
    }
    var place = block.places(mates + [entry])[entry.unit]
    switch block.ties {
    case .competition:
      let above = level < levels.count ? levels[level].entries.lowerBound : entries.count
      place?.number += above - (stoodAbove ? 1 : 0)
    case .dense:
      var above =
        level < levels.count
        ? levels[level].distinctAbove
        : levels.last.map { $0.distinctAbove + distinctPlaces(entries[$0.entries]) } ?? 0
      if stoodAbove, let left = levelOf[entry.unit] {
        let all = entries[levels[left].entries]
        above -= distinctPlaces(all) - distinctPlaces(all.filter { $0.unit != entry.unit })
      }
      place?.number += above
    }
    return place
  }

  /// The number of levels whose index is above the value.
  private func firstLevel(notAbove index: Exact) -> Int {
    var low = 0
    var high = levels.count
    while low < high {
      let middle = (low + high) / 2
      if levels[middle].index > index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Round {
  /// The group a unit is ranked in.
  package func group(of unit: Int) -> RankingGroup? {
    groups.first { $0.block == units[unit].record.block && $0.units.contains(unit) }
  }

  /// The place of a unit if items came out like this; the short way, equal to `trying`.
  package func place(
    of unit: Int, with outcomes: [Int: Outcome], on ladder: GroupLadder
  ) -> Place? {
    let sheet = sheet(of: unit, ladder.layer, with: outcomes)
    let total = Total(sheet, sets[units[unit].record.set])
    return rankedEntry(unit, total, sheet, plan.blocks[ladder.group.block])
      .flatMap { ladder.place(of: $0) }
  }

  /// A unit's sheet with some outcomes put in, its items on the accuracy of self-scoring included.
  func sheet(of unit: Int, _ layer: Int, with outcomes: [Int: Outcome]) -> [Outcome] {
    let result = units[unit]
    let set = sets[result.record.set]
    var sheet = result.sheets[layer]
    for (item, outcome) in outcomes { sheet[item] = outcome }
    guard var sums = result.selfScored, let appraisal = readsAssessment(unit).layer else {
      return sheet
    }
    for (place, outcome) in outcomes {
      let item = set.items[place]
      guard item.scoredBy == .unit, !item.links.contains(.assessment) else { continue }
      sums.appraised += outcome.points - result.sheets[appraisal][place].points
    }
    for item in set.items where item.links.contains(.assessment) && outcomes[item.index] == nil {
      let figures = assessedFigures(unit, layer, sums)
      sheet[item.index] = linked(unit, layer, item, LinkedValues(), figures)
    }
    return sheet
  }
}
