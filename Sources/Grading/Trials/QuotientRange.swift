/// The extreme quotients of sums when every item may choose one of its ends.
struct QuotientRange {
  let lowest: Exact
  let highest: Exact

  /// nil: nothing can apply.
  init?(_ items: [ItemProspect]) {
    // What cannot move is added up once.
    var fixed = (points: Exact.zero, maximum: Exact.zero)
    for item in items where item.ends.count == 1 {
      fixed.points += item.ends[0].points
      fixed.maximum += item.ends[0].maximum
    }
    let open = items.filter(\.moves)
    guard let highest = QuotientRange.extreme(open, beside: fixed, { $0 > $1 }),
      let lowest = QuotientRange.extreme(open, beside: fixed, { $0 < $1 })
    else { return nil }
    self.highest = highest
    self.lowest = lowest
  }

  /// Dinkelbach's iteration: exact, and finite because there are finitely many choices.
  ///
  /// For a quotient λ every item takes the end with the extreme points − λ · maximum; when the
  /// sums of these no longer beat λ, λ is the extreme.
  private static func extreme(
    _ items: [ItemProspect], beside fixed: (points: Exact, maximum: Exact),
    _ better: (Exact, Exact) -> Bool
  ) -> Exact? {
    var choice = items.compactMap { item in
      let applying = item.ends.filter { !$0.maximum.isZero }
      return (applying.isEmpty ? item.ends : applying).max { better($1.points, $0.points) }
    }
    var best: Exact?
    while let quotient = choice.reduce(fixed.points, { $0 + $1.points })
      .divided(by: choice.reduce(fixed.maximum, { $0 + $1.maximum }))
    {
      if let best, !better(quotient, best) { return best }
      best = quotient
      if choice.isEmpty { return best }
      choice = items.compactMap { item in
        item.ends.max {
          better($1.points - quotient * $1.maximum, $0.points - quotient * $0.maximum)
        }
      }
    }
    return best
  }
}
