/// How open the values are that the units of a group are compared with, by item.
struct ComparedValues {
  struct Key: Hashable, Sendable {
    let set: Int
    let item: Int
  }

  /// How open one unit's own value is.
  struct Opening: Sendable {
    let unit: Int
    let key: Key
    var isUnknown = false
    var isChanging = false
  }

  /// Units whose value is not there yet: the best can only rise.
  private var unknown: [Key: Set<Int>] = [:]
  /// Units whose value may become another, or leave the comparison.
  private var changing: [Key: Set<Int>] = [:]

  init(_ openings: [Opening]) {
    for opening in openings {
      if opening.isUnknown { unknown[opening.key, default: []].insert(opening.unit) }
      if opening.isChanging { changing[opening.key, default: []].insert(opening.unit) }
    }
  }

  /// Whether any item of a unit is compared with others.
  static func reads(_ round: Round, _ unit: Int) -> Bool {
    let linked = round.scorers[round.units[unit].record.set].linkedItems
    return !linked.block.isEmpty || !linked.blockAndAssessment.isEmpty
  }

  /// What is open of one unit in the final layer.
  static func openings(
    _ reading: UnitReading, _ leaves: ItemLeaves, _ open: OpenLeaves
  ) -> [Opening] {
    let linked = reading.scorer.linkedItems
    let (round, unit) = (reading.round, reading.unit)
    let links = LinkReading(round, unit, reading.layer)
    return (linked.block + linked.blockAndAssessment).compactMap { item in
      opening(reading, leaves.all[item.index], open, item) {
        links.compared(item, round.comparedFigures(of: unit, reading.layer, item))
      }
    }
  }

  private static func opening(
    _ reading: UnitReading, _ leaves: Set<Leaf>, _ open: OpenLeaves, _ item: Item,
    _ compared: () -> Result<Exact, Unavailable>?
  ) -> Opening? {
    let unit = reading.unit
    let result = reading.round.units[unit]
    let key = Key(set: result.record.set, item: item.index)
    if result.record.assessment.isUnreadable {
      return Opening(unit: unit, key: key, isUnknown: true)
    }
    guard result.isSubmitted else { return nil }
    var own = Opening(unit: unit, key: key)
    let state = reading.sheet[item.index].state
    let asks = reading.standings[item.index]?.asksExplanation == true
    let mayLeave =
      state == .pending(.claimedNotApplicable)
      || (item.mayBeNotApplicable && (asks || state.isOpen))
    own.isChanging =
      !open.changing.isDisjoint(with: leaves) || mayLeave || item.links != .block
      || state == .pending(.applicability)
    switch compared() {
    case .success: break
    case .failure: own.isUnknown = true
    case nil: own.isUnknown = !open.unknown.isDisjoint(with: leaves)
    }
    return own
  }

  /// Whether the best of the others can only rise, can move either way, or stands.
  enum Best {
    case settled
    case mayRise
    case mayMove
  }

  func best(beside unit: Int, of set: Int, item: Int) -> Best {
    let key = Key(set: set, item: item)
    if changing[key]?.contains(where: { $0 != unit }) == true { return .mayMove }
    if unknown[key]?.contains(where: { $0 != unit }) == true { return .mayRise }
    return .settled
  }
}
