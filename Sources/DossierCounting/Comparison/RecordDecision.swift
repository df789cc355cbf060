/// What becomes of a record by the rules.
package struct RecordDecision: Hashable, Sendable {
  package let outcome: RecordOutcome
  /// The exclusion that applied; beside another outcome than `excluded` it only pardoned a delay.
  package let exclusion: String?
  /// Why a row is not counted.
  package let reason: RejectReason?

  package init(_ outcome: RecordOutcome, exclusion: String? = nil, reason: RejectReason? = nil) {
    self.outcome = outcome
    self.exclusion = exclusion
    self.reason = reason
  }
}

/// Where a record ends up: in a count, outside the window, excluded or unreadable.
///
/// The raw values of counted records are those of `Standing`.
package enum RecordOutcome: UInt8, CaseIterable, Hashable, Sendable {
  case finishedBefore
  case receivedAfter
  case early
  case onDueDay
  case late
  case openInTime
  case openOverdue
  case excluded
  case unreadable

  /// Finished or still open after the due date.
  package var isLate: Bool { self == .late || self == .openOverdue }

  /// Counted, and not behind the due date.
  package var isInTime: Bool { self == .early || self == .onDueDay || self == .openInTime }

  /// As ledgers write it.
  package var word: String {
    switch self {
    case .finishedBefore: "finished_before"
    case .receivedAfter: "received_after"
    case .early: "early"
    case .onDueDay: "on_due_day"
    case .late: "late"
    case .openInTime: "unresolved_in_time"
    case .openOverdue: "unresolved_overdue"
    case .excluded: "excluded"
    case .unreadable: "unreadable"
    }
  }
}

extension RecordCounter {
  /// What a count makes of one record, and the place of the exclusion that applied (or -1).
  ///
  /// The counters of this counter mean nothing afterwards.
  func decision(of record: Record) -> (outcome: RecordOutcome, exclusion: Int, RejectReason?) {
    var reading = RecordReading()
    if let reason = reader.read(record, reader.times(record), &reading) {
      return (.unreadable, -1, reason)
    }
    correct(record, &reading)
    let plan = reader.plan
    let rules = plan.rules(reading.facts, reading.unit, received: reading.dossier.received)
    var decided = -1
    if rules != 0 {
      (decided, _) = decide(rules, &reading, record, counters + reading.unit &* layout.stride)
    }
    if decided >= 0, !plan.compiled[decided].takesOnlyLate { return (.excluded, decided, nil) }
    return (RecordOutcome(rawValue: reading.standing.rawValue) ?? .unreadable, decided, nil)
  }
}
