/// One unit in two rounds, in the final layer of both.
package struct UnitYears: Sendable {
  /// Its place in the later round and in the earlier one; nil: it is not there.
  package let unit: Int?
  package let earlier: Int?
  /// nil: it has no result, because it is not there, handed nothing in, or cannot be read.
  package let before: Total?
  package let after: Total?
  /// The later inputs under the earlier criteria.
  package let carried: Total?
  /// Whether it is ranked among the same block, and below the same parent, in both.
  package let isInSameGroup: Bool
  package let pair: SetPair?
  /// In the later set's order, items that are gone behind them; empty without both results.
  package let items: [ItemYears]
  package let areas: [AreaYears]
  /// What the change of the exact index is made of; nil without both.
  package let parts: YearParts?
  /// The same as published.
  package let shown: ShownParts?

  /// By how much the published index rose; nil without both.
  package var change: Exact? {
    guard let old = before?.index, let new = after?.index else { return nil }
    return new - old
  }

  package var isProvisional: Bool {
    before?.isProvisional == true || after?.isProvisional == true
  }

  /// By how many places it rose; nil where the two do not compare: without a place, while one is
  /// provisional, or in another group.
  package var rise: Int? {
    guard isInSameGroup, !isProvisional, let old = before?.place, let new = after?.place else {
      return nil
    }
    return old.number - new.number
  }

  /// The place it would have under the earlier criteria; nil where there is no rise to explain, or
  /// that index is not certain.
  package var carriedPlace: Int? {
    guard rise != nil, let carried, !carried.isProvisional else { return nil }
    return carried.place?.number
  }

  /// A unit of the later round.
  init(_ unit: Int, _ years: (before: Round, after: Round, carried: Round), _ match: YearMatch) {
    self.unit = unit
    let earlier = match.oldUnitOf[unit]
    self.earlier = earlier
    before = earlier.flatMap { years.before.result(of: $0) }
    after = years.after.result(of: unit)
    carried = earlier == nil ? nil : years.carried.result(of: unit)
    isInSameGroup =
      earlier.map { years.before.groupID(of: $0) == years.after.groupID(of: unit) } ?? false
    guard let earlier, let old = before, let new = after, old.exactIndex != nil,
      new.exactIndex != nil
    else {
      pair = nil
      items = []
      areas = []
      parts = nil
      shown = nil
      return
    }
    let result = years.after.units[unit]
    let pair = SetPair(old: years.before.units[earlier].record.set, new: result.record.set)
    self.pair = pair
    guard let pairs = match.pairs[pair], let sheet = result.sheets.last,
      let oldSheet = years.before.units[earlier].sheets.last,
      let carriedSheet = years.carried.units[unit].sheets.last
    else {
      items = []
      areas = []
      parts = nil
      shown = nil
      return
    }
    let sets = (old: years.before.sets[pair.old], new: years.after.sets[pair.new])
    let stayed = sets.new.items.map { item -> ItemYears in
      guard let place = pairs.oldItemOf[item.index] else {
        return ItemYears(added: item.index, sheet[item.index])
      }
      return ItemYears(
        old: sets.old.items[place], new: item, oldSheet[place], carriedSheet[place],
        sheet[item.index])
    }
    let removed = sets.old.items.filter { pairs.newItemOf[$0.index] == nil }
      .map { ItemYears(removed: $0.index, oldSheet[$0.index]) }
    var items = stayed + removed
    let (own, caps) = YearPath(items, sets.old, sets.new).parts()
    for place in items.indices { items[place].parts = own[place] }
    self.items = items
    areas = AreaYears.all(items, caps, (sets.old, old), (sets.new, new), pairs)
    var parts = YearParts()
    for area in areas { parts += area.parts }
    self.parts = parts
    let change = (new.index ?? .zero) - (old.index ?? .zero)
    shown = parts.shown(of: change, sets.new.rounding)
  }

  /// A unit of the earlier round only.
  init(gone unit: Int, _ round: Round) {
    self.unit = nil
    earlier = unit
    before = round.result(of: unit)
    after = nil
    carried = nil
    isInSameGroup = false
    pair = nil
    items = []
    areas = []
    parts = nil
    shown = nil
  }
}

extension Round {
  /// A unit's total in the final layer; nil without a result.
  fileprivate func result(of unit: Int) -> Total? {
    isListed(units[unit]) ? units[unit].totals.last ?? nil : nil
  }

  /// The block, and the parent where it ranks by parents.
  fileprivate func groupID(of unit: Int) -> [String?] {
    let record = units[unit].record
    let block = plan.blocks[record.block]
    return [block.id, block.groupsByParent ? record.unit.parent : nil]
  }
}
