package import Grading

/// The units of one group as a ranking lists them: the ranked in order, the others apart.
package struct Standings: Sendable {
  /// How tied rows are ordered (SCORING 25).
  package enum Order: Sendable {
    /// By Vietnamese collation of the names.
    case pages
    /// By id.
    case files
  }

  /// Places in `Round.units`.
  package private(set) var ranked: [Int] = []
  /// Scored but not ranked, as the register says.
  package private(set) var unranked: [Int] = []
  package private(set) var notSubmitted: [Int] = []
  /// Their files cannot be used: nothing is known of them.
  package private(set) var unreadable: [Int] = []
  /// Nothing applies to them, so they have no index.
  package private(set) var withoutIndex: [Int] = []

  package init(_ round: Round, _ group: RankingGroup, layer: Int, order: Order) {
    for unit in group.units {
      let result = round.units[unit]
      let total = result.totals[layer]
      if result.record.assessment.isUnreadable {
        unreadable.append(unit)
      } else if total?.place != nil {
        ranked.append(unit)
      } else if !result.isSubmitted, round.plan.notSubmitted == .unranked {
        notSubmitted.append(unit)
      } else if total?.index == nil {
        withoutIndex.append(unit)
      } else {
        unranked.append(unit)
      }
    }
    let keys = Dictionary(
      uniqueKeysWithValues: group.units.map { ($0, SortKey(round.units[$0].record.unit, order)) })
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      guard let first = keys[left], let second = keys[right] else { return false }
      return first < second
    }
    func number(_ unit: Int) -> Int { round.units[unit].totals[layer]?.place?.number ?? 0 }
    ranked.sort {
      number($0) == number($1) ? isBefore($0, $1) : number($0) < number($1)
    }
    unranked.sort(by: isBefore)
    notSubmitted.sort(by: isBefore)
    unreadable.sort(by: isBefore)
    withoutIndex.sort(by: isBefore)
  }

  /// By name and then id, or by id alone.
  struct SortKey: Comparable {
    private let name: VietnameseOrder
    private let id: String

    init(_ unit: Unit, _ order: Order) {
      name = VietnameseOrder(order == .pages ? unit.name : "")
      id = unit.id
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      if left.name != right.name { return left.name < right.name }
      return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
  }
}
