/// One item of a unit in two rounds.
package struct ItemYears: Sendable {
  /// Whether both can be held against each other, or why not.
  package enum Comparability: Hashable, Sendable {
    case compared
    /// There was no such item.
    case added
    /// There is no such item any more.
    case removed
    /// It has no final points, or had none before it was locked.
    case open(before: Bool, after: Bool)
    /// The later data have no answer to the earlier rule.
    case noAnswer
    /// A person gave the points, out of another maximum than before.
    case decided
  }

  /// Places in the two sets.
  package let old: Int?
  package let new: Int?
  package let before: Outcome?
  /// The later inputs under the earlier criteria.
  package let carried: Outcome?
  package let after: Outcome?
  package let comparability: Comparability
  /// What it did to the unit's index.
  package internal(set) var parts = YearParts()

  /// An item of both rounds.
  init(old: Item, new: Item, _ before: Outcome, _ carried: Outcome, _ after: Outcome) {
    self.old = old.index
    self.new = new.index
    self.before = before
    self.carried = carried
    self.after = after
    comparability = ItemYears.compared(old, new, before, carried, after)
  }

  /// An item of the later round only.
  init(added item: Int, _ after: Outcome) {
    old = nil
    new = item
    before = nil
    carried = nil
    self.after = after
    comparability = .added
  }

  /// An item of the earlier round only.
  init(removed item: Int, _ before: Outcome) {
    old = item
    new = nil
    self.before = before
    carried = nil
    after = nil
    comparability = .removed
  }

  private static func compared(
    _ old: Item, _ new: Item, _ before: Outcome, _ carried: Outcome, _ after: Outcome
  ) -> Comparability {
    if before.isUnsettled || after.isUnsettled {
      return .open(before: before.isUnsettled, after: after.isUnsettled)
    }
    if old.maximum != new.maximum, after.isGiven { return .decided }
    return carried.isUnsettled ? .noAnswer : .compared
  }

  /// Whether anything is to be said of it.
  package var isMoved: Bool {
    comparability != .compared || before?.points != after?.points || before?.state != after?.state
      || carried != after
  }
}

extension Outcome {
  /// Open, or only closed by a lock.
  fileprivate var isUnsettled: Bool { state.isOpen || basis == .lock }

  /// A person said the points, not the rule.
  fileprivate var isGiven: Bool {
    switch basis {
    case .claim, .lowerClaim: true
    case .decision: state == .scored
    case .rule, .fallback, .withoutEvidence, .notSubmitted, .lock: false
    }
  }
}
