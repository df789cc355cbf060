/// A set of keys as bits.
struct EventKeySet: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ keys: [EventKey]) {
    rawValue = EventKey.allCases.enumerated().reduce(0) { bits, key in
      keys.contains(key.element) ? bits | 1 << UInt32(key.offset) : bits
    }
  }

  func contains(_ key: EventKeySet) -> Bool { rawValue & key.rawValue == key.rawValue }

  static let previous = EventKeySet([.previous])
  static let item = EventKeySet([.item])
  static let figure = EventKeySet([.figure])
  static let basis = EventKeySet([.basis])
}

/// A kind of event or a decision with its keys.
struct KeyedChoice<Choice: Sendable>: Sendable {
  let choice: Choice
  let needs: EventKeySet
  let takes: EventKeySet
  /// Whether it must say which item or which figure it is about.
  let needsSubject: Bool
}

extension EventKind {
  static let keyed = WordTable<KeyedChoice<EventKind>>(
    allCases.map { kind in
      let needs = EventKey.everywhere + kind.needs
      return (
        kind.rawValue,
        KeyedChoice(
          choice: kind, needs: EventKeySet(needs),
          takes: EventKeySet(needs + EventKey.anywhere + kind.takes),
          needsSubject: kind.needsSubject)
      )
    })
}

extension EventDecision {
  static let keyed = WordTable<KeyedChoice<EventDecision>>(
    allCases.map { decision in
      (
        decision.rawValue,
        KeyedChoice(
          choice: decision, needs: EventKeySet([.unit] + decision.needs),
          takes: EventKeySet(decision.takes), needsSubject: true)
      )
    })
}

extension EventKey {
  static let keyed = WordTable<(EventKey, EventKeySet)>(
    allCases.map { ($0.rawValue, ($0, EventKeySet([$0]))) })
}
