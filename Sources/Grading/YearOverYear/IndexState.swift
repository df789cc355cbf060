/// An index on the way from one round to another: what each item brings into it.
struct IndexState {
  /// An area of the earlier or of the later set.
  enum Area: Hashable {
    case old(Int)
    case new(Int)
  }

  /// One item's points, its applicable maximum, and where they count.
  struct Share {
    var area: Area
    var points: Exact
    var maximum: Exact
  }

  /// The two sets.
  struct Sets {
    let old: CriteriaSet
    let new: CriteriaSet

    func area(_ place: Area) -> Grading.Area {
      switch place {
      case .old(let area): old.areas[area]
      case .new(let area): new.areas[area]
      }
    }

    /// Points of the index for one point of a bonus or penalty area.
    func weight(_ place: Area) -> Exact {
      let total =
        switch place {
        case .old: old.maximum
        case .new: new.maximum
        }
      let weight = Exact.hundred.divided(by: total) ?? .zero
      return area(place).kind == .penalty ? -weight : weight
    }
  }

  /// By item; nil: it is not there.
  let shares: [Share?]
  private let sets: Sets
  /// Of regular areas.
  private var points = Exact.zero
  private(set) var maximum = Exact.zero
  /// What the caps of bonus and penalty areas take, in points of the index.
  private(set) var cuts: [Area: Exact] = [:]

  init(_ shares: [Share?], _ sets: Sets) {
    self.shares = shares
    self.sets = sets
    var sums: [Area: Exact] = [:]
    for case let share? in shares {
      if sets.area(share.area).kind == .regular {
        points += share.points
        maximum += share.maximum
      } else {
        sums[share.area, default: .zero] += share.points
      }
    }
    for (area, sum) in sums where sum > sets.area(area).maximum {
      cuts[area] = sets.weight(area) * (sets.area(area).maximum - sum)
    }
  }

  /// What each item did to the index on the way to another state.
  ///
  /// From an index I to 100·P ÷ M, the change is the sum over all items of (100·Δp − I·Δm) ÷ M: an
  /// item that begins to apply does as much as it is better or worse than the index was. Both
  /// states must have something that applies.
  func effects(to other: IndexState) -> [Exact] {
    let index = (points * .hundred).divided(by: maximum) ?? .zero
    return zip(shares, other.shares).map { before, after in
      let (old, new) = (regular(before), regular(after))
      let change = (new.points - old.points) * .hundred - index * (new.maximum - old.maximum)
      return (change.divided(by: other.maximum) ?? .zero) + outside(after) - outside(before)
    }
  }

  private func regular(_ share: Share?) -> (points: Exact, maximum: Exact) {
    guard let share, sets.area(share.area).kind == .regular else { return (.zero, .zero) }
    return (share.points, share.maximum)
  }

  private func outside(_ share: Share?) -> Exact {
    guard let share, sets.area(share.area).kind != .regular else { return .zero }
    return sets.weight(share.area) * share.points
  }
}
