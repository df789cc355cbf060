/// The worst and the best index that everything still open leaves to a unit.
package struct IndexInterval: Hashable, Sendable {
  package let lowestExact: Exact
  package let highestExact: Exact
  /// Rounded once, as the set says.
  package let lowest: Exact
  package let highest: Exact
  /// Whether some completion comes to each end; otherwise the bounds are outer ones, because open
  /// items share what they read, read an open value of another unit, or an end is not proven.
  package let isExact: Bool

  /// Whether nothing can move it.
  package var isPoint: Bool { lowestExact == highestExact }

  func lowest(on basis: IndexBasis) -> Exact { basis == .rounded ? lowest : lowestExact }
  func highest(on basis: IndexBasis) -> Exact { basis == .rounded ? highest : highestExact }
}

extension IndexInterval {
  /// From what each item could come to; nil when nothing can apply.
  init?(_ items: [ItemProspect], _ set: CriteriaSet) {
    var regular: [ItemProspect] = []
    var low = Exact.zero
    var high = Exact.zero
    for area in set.areas {
      let own = items[area.items]
      if area.kind == .regular {
        regular += own
        continue
      }
      let least = own.reduce(Exact.zero) { $0 + ($1.ends.lazy.map(\.points).min() ?? .zero) }
      let most = own.reduce(Exact.zero) { $0 + ($1.ends.lazy.map(\.points).max() ?? .zero) }
      switch area.kind {
      case .regular: break
      case .bonus:
        low += min(least, area.maximum)
        high += min(most, area.maximum)
      case .penalty:
        low -= min(most, area.maximum)
        high -= min(least, area.maximum)
      }
    }
    guard let range = QuotientRange(regular) else { return nil }
    func index(_ quotient: Exact, _ outside: Exact) -> Exact {
      quotient * .hundred + ((outside * .hundred).divided(by: set.maximum) ?? .zero)
    }
    func rounded(_ value: Exact) -> Exact {
      value.rounded(places: set.rounding.index, mode: set.rounding.mode)
    }
    lowestExact = index(range.lowest, low)
    highestExact = index(range.highest, high)
    lowest = rounded(lowestExact)
    highest = rounded(highestExact)
    isExact = lowestExact == highestExact || items.areIndependent
  }
}

extension [ItemProspect] {
  /// Whether everything that moves reaches its ends whatever the others come to.
  fileprivate var areIndependent: Bool {
    var seen: Set<ValueSource> = []
    for item in self where item.moves {
      guard item.isReached, !item.readsOthers, seen.isDisjoint(with: item.sources) else {
        return false
      }
      seen.formUnion(item.sources)
    }
    return true
  }

  /// Whether all regular items may turn out not to apply, and the unit have no index.
  func mayBeEmpty(_ set: CriteriaSet) -> Bool {
    set.areas.filter { $0.kind == .regular }.flatMap { self[$0.items] }.allSatisfy { item in
      item.ends.contains { $0.maximum.isZero }
    }
  }
}
