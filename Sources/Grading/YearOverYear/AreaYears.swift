/// One area of a unit in two rounds.
package struct AreaYears: Sendable {
  /// Places in the two sets; nil: it was not there, or is not there any more.
  package let old: Int?
  package let new: Int?
  package let before: AreaTotal?
  package let after: AreaTotal?
  /// Of its items, and of its cap.
  package let parts: YearParts

  /// The areas of the later set in its order, those that are gone behind them.
  ///
  /// An item that is gone belongs to what its area is now, where that is still there.
  static func all(
    _ items: [ItemYears], _ caps: [IndexState.Area: YearParts],
    _ old: (set: CriteriaSet, total: Total), _ new: (set: CriteriaSet, total: Total),
    _ pairs: SetPairs
  ) -> [AreaYears] {
    var stayed = [YearParts](repeating: YearParts(), count: new.set.areas.count)
    var gone = [YearParts](repeating: YearParts(), count: old.set.areas.count)
    func put(_ own: YearParts, in area: IndexState.Area) {
      switch area {
      case .new(let place): stayed[place] += own
      case .old(let place):
        if let now = pairs.newAreaOf[place] { stayed[now] += own } else { gone[place] += own }
      }
    }
    for item in items {
      if let place = item.new {
        put(item.parts, in: .new(new.set.items[place].area))
      } else if let place = item.old {
        put(item.parts, in: .old(old.set.items[place].area))
      }
    }
    for (area, own) in caps { put(own, in: area) }
    return new.set.areas.indices.map { area in
      let before = pairs.oldAreaOf[area]
      return AreaYears(
        old: before, new: area, before: before.map { old.total.areas[$0] },
        after: new.total.areas[area], parts: stayed[area])
    }
      + old.set.areas.indices.filter { pairs.newAreaOf[$0] == nil }.map { area in
        AreaYears(
          old: area, new: nil, before: old.total.areas[area], after: nil, parts: gone[area])
      }
  }
}
