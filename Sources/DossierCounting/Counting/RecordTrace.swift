/// The whole story of one record: what the engine decided on it, and every test on the way.
///
/// The outcome is that of a count of this record alone; the tests are the engine's own, each
/// condition compiled as a rule by itself. Nothing is decided here.
package struct RecordTrace: Sendable {
  package let export: RecordExport
  package let line: Int
  /// Why the row could not be read; what follows is then empty.
  package internal(set) var rejected: RejectReason?
  /// Where its dossier was read before; it is that record which counts.
  package internal(set) var first: RecordPlace?
  /// The place of its unit.
  package internal(set) var unit: Int?
  package internal(set) var received: LocalMinute?
  package internal(set) var due: LocalMinute?
  package internal(set) var ready: LocalMinute?
  package internal(set) var returned: LocalMinute?
  /// The dates that the record gives without a time.
  package internal(set) var daysAlone: Set<RecordField> = []
  /// The office that it names as late.
  package internal(set) var linkedAgency: String?
  /// When the clock stopped, a correction taken in; nil while it is open.
  package internal(set) var finished: LocalMinute?
  /// The first minute at which it was late.
  package internal(set) var lateFrom: LocalMinute?
  package internal(set) var isCorrected = false
  /// Before any exclusion.
  package internal(set) var standing: Standing = .early
  /// Each exclusion and then each list, in order.
  package internal(set) var rules: [RuleTrace] = []
  /// The exclusion that applied, the lists it is on: by place.
  package internal(set) var exclusion: Int?
  package internal(set) var lists: [Int] = []
  /// What it counts as; nil when it is in no count.
  package internal(set) var counted: Standing?
  package internal(set) var findings: [RecordFinding] = []
  /// Outages that count and fall into the time it took, or on the day its result was ready.
  package internal(set) var outages: [Outage] = []
}

/// An exclusion or a list as it was tested on one record.
package struct RuleTrace: Sendable {
  package let conditions: [ConditionTrace]

  /// Whether all that it asks holds; an earlier exclusion may have decided all the same.
  package var holds: Bool { conditions.allSatisfy(\.holds) }
}

/// One condition with what was found.
package struct ConditionTrace: Sendable {
  package let condition: DossierCondition
  package let holds: Bool
  /// For a share of outages: their minutes, and what they are a share of.
  package let outage: (minutes: Int, of: Int)?
}
