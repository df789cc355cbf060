/// The way from a unit's earlier index to its later one in three steps: the later inputs, the later
/// criteria, then what does not compare.
///
/// Items that do not compare keep their earlier points until the last step, so that each of the
/// others moves the index by what it did and by nothing else.
struct YearPath {
  private let sets: IndexState.Sets
  private let items: [ItemYears]

  init(_ items: [ItemYears], _ old: CriteriaSet, _ new: CriteriaSet) {
    self.items = items
    sets = IndexState.Sets(old: old, new: new)
  }

  private enum Point {
    case before
    case carried
    case changed
    case after
  }

  /// What each item, and the cap of each area, did.
  func parts() -> (items: [YearParts], caps: [IndexState.Area: YearParts]) {
    let before = state(.before)
    let after = state(.after)
    var carried = state(.carried)
    var changed = state(.changed)
    if carried.maximum.isZero || changed.maximum.isZero {
      // Nothing that compares is left: all of it does not.
      (carried, changed) = (before, before)
    }
    let performance = before.effects(to: carried)
    let criteria = carried.effects(to: changed)
    let rest = changed.effects(to: after)
    var caps: [IndexState.Area: YearParts] = [:]
    for state in [before, carried, changed, after] {
      for area in state.cuts.keys {
        func cut(_ state: IndexState) -> Exact { state.cuts[area] ?? .zero }
        caps[area] = parts(
          cut(carried) - cut(before), cut(changed) - cut(carried), cut(after) - cut(changed))
      }
    }
    return (items.indices.map { parts(performance[$0], criteria[$0], rest[$0]) }, caps)
  }

  private func parts(_ performance: Exact, _ criteria: Exact, _ rest: Exact) -> YearParts {
    var parts = YearParts()
    parts.performance = performance
    parts.criteria = criteria
    parts.incomparable = rest
    return parts
  }

  private func state(_ point: Point) -> IndexState {
    IndexState(items.map { share($0, point) }, sets)
  }

  private func share(_ item: ItemYears, _ point: Point) -> IndexState.Share? {
    switch (point, item.comparability) {
    case (.carried, .compared): old(item, item.carried)
    case (.before, _), (.carried, _): old(item, item.before)
    case (.changed, .compared), (.after, _): new(item)
    case (.changed, _): old(item, item.before)
    }
  }

  private func old(_ item: ItemYears, _ outcome: Outcome?) -> IndexState.Share? {
    guard let place = item.old, let outcome, outcome.counts else { return nil }
    return IndexState.Share(
      area: .old(sets.old.items[place].area), points: outcome.points,
      maximum: sets.old.items[place].maximum)
  }

  private func new(_ item: ItemYears) -> IndexState.Share? {
    guard let place = item.new, let outcome = item.after, outcome.counts else { return nil }
    return IndexState.Share(
      area: .new(sets.new.items[place].area), points: outcome.points,
      maximum: sets.new.items[place].maximum)
  }
}
