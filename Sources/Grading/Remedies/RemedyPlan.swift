/// What has become of the plan for one lost item.
package enum RemedyState: String, Sendable, CaseIterable {
  case missing
  /// Written, and not handed in.
  case drafted
  case planned
  /// Not done, and its day is over.
  case overdue
  case done
  case doneLate = "done_late"

  /// Whether somebody has said what will be done.
  package var isCovered: Bool {
    switch self {
    case .missing, .drafted: false
    case .planned, .overdue, .done, .doneLate: true
    }
  }
}

/// An item with the points a unit lost on it, and the plan for it.
package struct LostItem: Sendable {
  /// Its place in `CriteriaSet.items`.
  package let item: Int
  /// As the sheet has them; in a penalty area what is taken away.
  package let points: Exact
  /// What is missing to the maximum; in a penalty area the penalty itself, before the area is capped.
  package let lost: Exact
  package let remedy: Remedy?
  package let state: RemedyState
}

/// What a unit, or several, lost and what is planned for it.
package struct RemedySums: Hashable, Sendable {
  package var items = 0
  package var lost = Exact.zero
  package var coveredItems = 0
  package var covered = Exact.zero
  package var missingItems = 0
  package var missing = Exact.zero
  /// Finished, late or in time.
  package var done = 0
  package var doneLate = 0
  package var overdue = 0
  /// Items without a result, which are in none of the others.
  package var open = 0

  package init() {}

  package static func += (left: inout RemedySums, right: RemedySums) {
    left.items += right.items
    left.lost += right.lost
    left.coveredItems += right.coveredItems
    left.covered += right.covered
    left.missingItems += right.missingItems
    left.missing += right.missing
    left.done += right.done
    left.doneLate += right.doneLate
    left.overdue += right.overdue
    left.open += right.open
  }

  fileprivate mutating func add(_ item: LostItem) {
    items += 1
    lost += item.lost
    if item.state.isCovered {
      coveredItems += 1
      covered += item.lost
    } else {
      missingItems += 1
      missing += item.lost
    }
    switch item.state {
    case .missing, .drafted, .planned: break
    case .overdue: overdue += 1
    case .done: done += 1
    case .doneLate:
      done += 1
      doneLate += 1
    }
  }
}

/// A unit's lost points, item by item, beside what it plans against them (kế hoạch khắc phục).
///
/// Only final points count. What does not apply loses nothing, what is still open is named apart,
/// and a bonus that was not reached is no loss.
package struct RemedyPlan: Sendable {
  /// Its place in `Round.units`.
  package let unit: Int
  /// nil: there is no file.
  package let submission: RemedySubmission?
  /// Those with most points first; equal ones in the sheet's order.
  package private(set) var items: [LostItem] = []
  /// Planned although nothing was lost there, or nothing is known yet.
  package private(set) var unneeded: [LostItem] = []
  /// Items without a result.
  package private(set) var open: [Int] = []
  package private(set) var sums = RemedySums()

  /// - Parameter day: the day on which plans are looked at; nil: none is overdue, and whatever is
  ///   said to be done is done.
  package init(
    _ round: Round, unit: Int, submission: RemedySubmission?, asOf day: CalendarDay? = nil
  ) {
    self.unit = unit
    self.submission = submission
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    let remedies = Dictionary(
      (submission?.remedies ?? []).map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    let isDraft = submission?.submittedAt == nil
    for item in set.items {
      guard let outcome = result.sheets.last?[item.index] else { continue }
      let remedy = remedies[item.index]
      let lost = outcome.lost(on: item, set.areas[item.area].kind)
      if outcome.state.isOpen { open.append(item.index) }
      let entry = LostItem(
        item: item.index, points: outcome.points, lost: lost, remedy: remedy,
        state: RemedyPlan.state(remedy, isDraft: isDraft, asOf: day))
      if lost > .zero {
        items.append(entry)
        sums.add(entry)
      } else if remedy != nil {
        unneeded.append(entry)
      }
    }
    sums.open = open.count
    items.sort { ($1.lost, $0.item) < ($0.lost, $1.item) }
  }

  private static func state(_ remedy: Remedy?, isDraft: Bool, asOf day: CalendarDay?)
    -> RemedyState
  {
    guard let remedy else { return .missing }
    if isDraft { return .drafted }
    if let done = remedy.done, day.map({ done <= $0 }) ?? true {
      return done <= remedy.due ? .done : .doneLate
    }
    return day.map { remedy.due < $0 } ?? false ? .overdue : .planned
  }
}

extension Outcome {
  /// The points that a unit does not get for an item that counts, or that are taken away by it.
  fileprivate func lost(on item: Item, _ kind: AreaKind) -> Exact {
    guard state == .scored else { return .zero }
    return switch kind {
    case .regular: max(.zero, item.maximum - points)
    case .penalty: max(.zero, points)
    case .bonus: .zero
    }
  }
}
