/// A unit's place in its group.
package struct Place: Hashable, Sendable {
  package var number: Int
  /// Others stand at the same place.
  package var isTied: Bool
  /// The tie-breaker that parted it from units with the same index, if one did.
  package var breaker: String?
  /// Tie-breakers that were passed over because they do not apply to all who were tied.
  package var skipped: [String] = []
}

/// One unit as the ranking sees it.
struct RankedEntry: Hashable {
  let unit: Int
  let index: Exact
  /// Points ÷ applicable maximum for each tie-breaker; nil: does not apply.
  let breakers: [Exact?]
}

extension Block {
  /// Places of all entries, by unit: ties are real ties (SCORING 25, 51).
  func places(_ entries: [RankedEntry]) -> [Int: Place] {
    var places: [Int: Place] = [:]
    var above = 0
    var distinct = 0
    let byIndex = entries.sorted { $0.index > $1.index }
    var start = 0
    while start < byIndex.count {
      var end = start + 1
      while end < byIndex.count, byIndex[end].index == byIndex[start].index { end += 1 }
      for cluster in broken(Array(byIndex[start..<end])) {
        distinct += 1
        let number =
          switch ties {
          case .competition: above + 1
          case .dense: distinct
          }
        for entry in cluster.entries {
          places[entry.unit] = Place(
            number: number, isTied: cluster.entries.count > 1, breaker: cluster.breaker,
            skipped: cluster.skipped)
        }
        above += cluster.entries.count
      }
      start = end
    }
    return places
  }

  private struct Cluster {
    var entries: [RankedEntry]
    var breaker: String?
    var skipped: [String] = []
  }

  /// Parts units with one index by the tie-breakers, in order; one that does not apply to all of
  /// the tied units is skipped.
  private func broken(_ tied: [RankedEntry]) -> [Cluster] {
    var clusters = [Cluster(entries: tied, breaker: nil)]
    for (place, id) in tieBreakers.enumerated() {
      clusters = clusters.flatMap { cluster -> [Cluster] in
        guard cluster.entries.count > 1 else { return [cluster] }
        guard cluster.entries.allSatisfy({ $0.breakers[place] != nil }) else {
          var passed = cluster
          passed.skipped.append(id)
          return [passed]
        }
        let byValue = Dictionary(grouping: cluster.entries) { $0.breakers[place] ?? .zero }
        guard byValue.count > 1 else { return [cluster] }
        return byValue.keys.sorted(by: >).map {
          Cluster(entries: byValue[$0] ?? [], breaker: id, skipped: cluster.skipped)
        }
      }
    }
    return clusters
  }
}

extension CriteriaSet {
  /// Points ÷ applicable maximum of an area, criterion or item; nil when it does not apply.
  func share(of id: String, _ outcomes: [Outcome]) -> Exact? {
    let items: Range<Int>
    if let area = areas.first(where: { $0.id == id }) {
      items = area.items
    } else if let criterion = criteria.first(where: { $0.id == id }) {
      items = criterion.items
    } else if let item = itemIndex(id) {
      items = item..<item + 1
    } else {
      return nil
    }
    var sum = AreaTotal()
    for item in items where outcomes[item].counts {
      sum.points += outcomes[item].points
      sum.maximum += self.items[item].maximum
    }
    return sum.points.divided(by: sum.maximum)
  }
}
