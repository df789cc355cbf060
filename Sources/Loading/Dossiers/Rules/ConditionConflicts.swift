internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Conditions that no dossier can meet, alone or together: an exclusion that never applies is a
/// slip, and nobody would see it in the figures.
struct ConditionConflicts {
  let rules: DossierRules
  /// nil: the window could not be read.
  let window: MinuteSpan?

  /// Why no dossier can ever meet a condition; nil when one can.
  func reason(against condition: DossierCondition) -> Wording? {
    switch condition {
    case .withoutDueDate(true) where rules.withoutDueDate == .reject:
      return .rejectedWithoutDueDate
    case .turnedLateFrom(let day):
      guard let window, LocalMinute(startOf: day) >= window.end else { return nil }
      return .turnsLateAfterWindow
    default: return nil
    }
  }

  /// Why no dossier can meet both; nil when one can.
  func reason(against one: DossierCondition, _ other: DossierCondition) -> Wording? {
    switch (one, other) {
    case (.late(true), .overdue(true)): return .lateIsNotOverdue
    case (.late(true), .withoutDueDate(true)), (.overdue(true), .withoutDueDate(true)),
      (.turnedLateFrom, .withoutDueDate(true)):
      return .neverLateWithoutDueDate
    case (.outageShare(_, of: .term), .withoutDueDate(true)): return .noTermWithoutDueDate
    case (.receivedBeforeWindow, .receivedAfterWindow): return .receivedTwice
    case (.receivedFrom(let first), .receivedBefore(let bound)):
      return first >= bound ? .receivedTwice : nil
    case (.receivedBeforeWindow, .receivedFrom(let first)):
      guard let window else { return nil }
      return LocalMinute(startOf: first) >= window.start ? .receivedTwice : nil
    case (.receivedAfterWindow, .receivedBefore(let bound)):
      guard let window else { return nil }
      return LocalMinute(startOf: bound) <= window.end ? .receivedTwice : nil
    case (.explained(.accepted), .causes(let causes)):
      let refused = rules.causes.filter { !$0.isConsidered }.map(\.id)
      return causes.isSubset(of: refused) ? .causeNotConsidered : nil
    default: return nil
    }
  }
}

extension ConditionConflicts {
  /// The first reason why no dossier can meet all of these; nil when one can.
  func found(in conditions: [PlacedCondition]) -> Diagnostic? {
    for placed in conditions {
      if let reason = reason(against: placed.condition) {
        return .neverHolds(reason, at: placed.span)
      }
    }
    for (index, one) in conditions.enumerated() {
      for other in conditions[(index + 1)...] {
        let reason =
          reason(against: one.condition, other.condition)
          ?? reason(against: other.condition, one.condition)
        if let reason { return .neverHolds(reason, at: other.span, with: one.span) }
      }
    }
    return nil
  }
}

extension RulesBuilder {
  var conflicts: ConditionConflicts {
    ConditionConflicts(rules: rules, window: hasWindow ? rules.window : nil)
  }

  /// Reports conditions that exclude each other, one fault an entry.
  func checkConditions() {
    for conditions in exclusions.map(\.conditions) + lists.map(\.conditions) {
      if let fault = conflicts.found(in: conditions) { problems.add(fault) }
      if causeIDs.isEmpty,
        let explained = conditions.first(where: { $0.condition == .explained(.accepted) })
      {
        problems.add(.explainedWithoutCauses(at: explained.span))
      }
    }
  }
}
