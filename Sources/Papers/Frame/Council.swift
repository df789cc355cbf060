internal import Grading
internal import Loading
internal import Reports

/// A council with the groups it ranks: its papers are its own.
struct Council: Hashable, Sendable {
  /// The unit under which it sits, by id; nil: the province's.
  let parent: String?
  /// Their places in `Round.groups`.
  let groups: [Int]

  /// What its files are called by.
  var name: String { parent ?? "tinh" }
}

extension RoundPapers {
  /// The province's council first, then those of the units that have bodies ranked below them.
  var councils: [Council] {
    var own: [Int] = []
    var order: [String] = []
    var below: [String: [Int]] = [:]
    for (place, group) in round.groups.enumerated() {
      if round.plan.blocks[group.block].groupsByParent, let parent = group.parent {
        if below[parent] == nil { order.append(parent) }
        below[parent, default: []].append(place)
      } else {
        own.append(place)
      }
    }
    let province = own.isEmpty ? [] : [Council(parent: nil, groups: own)]
    return province + order.map { Council(parent: $0, groups: below[$0] ?? []) }
  }

  /// The council that ranks a unit.
  func council(of unit: Int) -> Council? {
    councils.first { council in council.groups.contains { round.groups[$0].units.contains(unit) } }
  }

  /// Who decides on what a council proposes.
  func authority(of council: Council) -> String {
    if let parent = council.parent { return spelled(words.unit(parent)) }
    return office.authority ?? say("Ủy ban nhân dân tỉnh \(dots)", "the authority of \(dots)")
  }

  /// With "Ủy ban nhân dân" written out, as papers name it.
  func spelled(_ name: String) -> String {
    name.hasPrefix("UBND ") ? "Ủy ban nhân dân " + name.dropFirst(5) : name
  }

  /// Units of a group as its annex lists them.
  func listed(_ group: RankingGroup) -> [Int] {
    guard !options.isByPlace else {
      let standings = Standings(round, group, layer: last, order: .pages)
      return standings.ranked + standings.unranked + standings.withoutIndex
        + standings.notSubmitted + standings.unreadable
    }
    return group.units.enumerated().sorted { left, right in
      let orders = (order(left.element), order(right.element))
      return orders.0 == orders.1 ? left.offset < right.offset : orders.0 < orders.1
    }.map(\.element)
  }

  /// A unit's place in the decision's own order; those without one stand behind.
  private func order(_ unit: Int) -> Int { round.units[unit].record.unit.order ?? Int.max }
}
