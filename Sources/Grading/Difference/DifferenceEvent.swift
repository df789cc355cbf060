/// What happened between two computations of a round and can move points or places without an
/// entry in a unit's appraisal.
package struct DifferenceEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case handedIn
    /// A whole result was locked, of one unit or of all.
    case locked
    case unlocked
    /// Files of the round's own took the place of earlier ones: their paths, seen from its folder.
    case replaced([String])
  }

  package let kind: Kind
  /// The unit it is about; nil: the whole round.
  package let unit: String?
  /// Its number in the round's log; nil: it is only tried.
  package let number: Int?

  package init(_ kind: Kind, unit: String? = nil, number: Int? = nil) {
    self.kind = kind
    self.unit = unit
    self.number = number
  }

  func concerns(_ id: String) -> Bool { unit == nil || unit == id }
}

extension [DifferenceEvent] {
  /// The last lock, or unlock, that changed whether a unit's result is locked.
  func change(of unit: String, toLocked isLocked: Bool) -> DifferenceCause {
    let kind = isLocked ? DifferenceEvent.Kind.locked : .unlocked
    let number = last { $0.kind == kind && $0.concerns(unit) }?.number
    return isLocked ? .locked(number) : .unlocked(number)
  }

  /// Each replaced file with the last event that replaced it, by path.
  var replaced: [(path: String, number: Int?)] {
    var last: [String: Int?] = [:]
    for event in self {
      guard case .replaced(let paths) = event.kind else { continue }
      for path in paths { last.updateValue(event.number, forKey: path) }
    }
    return last.sorted { $0.key < $1.key }.map { (path: $0.key, number: $0.value) }
  }
}
