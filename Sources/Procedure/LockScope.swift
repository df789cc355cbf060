internal import EventLog

/// What a lock or an unlock covers; nil: everything of its kind.
struct LockScope: Hashable, Sendable {
  let unit: String?
  let subject: EventSubject?
  let stage: String?

  init(_ content: EventContent) {
    self.init(unit: content.unit, subject: content.subject, stage: content.stage)
  }

  init(unit: String?, subject: EventSubject?, stage: String?) {
    self.unit = unit
    self.subject = subject
    self.stage = stage
  }

  var isWholeRound: Bool { unit == nil && subject == nil && stage == nil }

  func covers(_ other: LockScope) -> Bool { common(other) == other }

  /// What both cover; nil: nothing.
  func common(_ other: LockScope) -> LockScope? {
    func meet<Part: Equatable>(_ left: Part?, _ right: Part?) -> (isEmpty: Bool, part: Part?) {
      guard let left, let right else { return (false, left ?? right) }
      return (left != right, left)
    }
    let units = meet(unit, other.unit)
    let subjects = meet(subject, other.subject)
    let stages = meet(stage, other.stage)
    guard !units.isEmpty, !subjects.isEmpty, !stages.isEmpty else { return nil }
    return LockScope(unit: units.part, subject: subjects.part, stage: stages.part)
  }
}

/// Locks and unlocks in their order.
struct LockHistory: Sendable {
  private struct Entry {
    let sequence: Int
    let isLock: Bool
    let scope: LockScope
  }

  private var entries: [Entry] = []

  mutating func take(_ event: RoundEvent, isLock: Bool) {
    entries.append(
      Entry(sequence: event.sequence, isLock: isLock, scope: LockScope(event.content)))
  }

  /// The newest lock that holds anything of what is asked about.
  func lock(on scope: LockScope) -> (sequence: Int, scope: LockScope)? {
    for (place, entry) in entries.enumerated().reversed() where entry.isLock {
      guard let common = entry.scope.common(scope) else { continue }
      let isLifted = entries[(place + 1)...].contains { !$0.isLock && $0.scope.covers(common) }
      if !isLifted { return (entry.sequence, entry.scope) }
    }
    return nil
  }

  /// The lock that holds all of it, nothing of which was opened since.
  func wholeLock(on scope: LockScope) -> Int? {
    for (place, entry) in entries.enumerated().reversed()
    where entry.isLock && entry.scope.covers(scope) {
      let later = Array(entries[(place + 1)...])
      let isOpened = later.enumerated().contains { index, unlock in
        guard !unlock.isLock, let common = unlock.scope.common(scope) else { return false }
        return !later[index...].contains { $0.isLock && $0.scope.covers(common) }
      }
      if !isOpened { return entry.sequence }
    }
    return nil
  }

  /// Whether an unlock in force opens all of it; one of the whole round lifts its lock and reopens no
  /// stage.
  func isReopened(_ scope: LockScope) -> Bool {
    for entry in entries.reversed() {
      if entry.isLock, entry.scope.common(scope) != nil { return false }
      if !entry.isLock, !entry.scope.isWholeRound, entry.scope.covers(scope) { return true }
    }
    return false
  }
}
