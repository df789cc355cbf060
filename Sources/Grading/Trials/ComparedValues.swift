/// How open the values are that the units of a group are compared with, by item.
struct ComparedValues {
  private struct Key: Hashable {
    let set: Int
    let item: Int
  }

  /// Units whose value is not there yet: the best can only rise.
  private var unknown: [Key: Set<Int>] = [:]
  /// Units whose value may become another, or leave the comparison.
  private var changing: [Key: Set<Int>] = [:]

  init(_ round: Round, _ members: [OpenUnit], _ layer: Int) {
    for member in members {
      let unit = member.reading.unit
      let result = round.units[unit]
      let linked = member.reading.scorer.linkedItems
      for item in linked.block + linked.blockAndAssessment {
        let key = Key(set: result.record.set, item: item.index)
        if result.record.assessment.isUnreadable {
          unknown[key, default: []].insert(unit)
          continue
        }
        guard result.isSubmitted else { continue }
        let leaves = member.leaves.all[item.index]
        let readsLinks = item.links != .block
        let state = member.reading.sheet[item.index].state
        let asks = member.reading.standings[item.index]?.asksExplanation == true
        let mayLeave =
          state == .pending(.claimedNotApplicable)
          || (item.mayBeNotApplicable && (asks || state.isOpen))
        if !member.open.changing.isDisjoint(with: leaves) || mayLeave || readsLinks {
          changing[key, default: []].insert(unit)
        }
        switch round.comparedValue(unit, layer, item) {
        case .success: break
        case .failure: unknown[key, default: []].insert(unit)
        case nil:
          if !member.open.unknown.isDisjoint(with: leaves) {
            unknown[key, default: []].insert(unit)
          }
        }
        if state == .pending(.applicability) { changing[key, default: []].insert(unit) }
      }
    }
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
