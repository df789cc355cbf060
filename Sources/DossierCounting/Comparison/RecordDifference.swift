/// A dossier that stands only on one side, or on both and not alike.
package struct RecordDifference: Sendable {
  package let dossier: String
  /// The record on each side; not both are absent.
  package let a: ComparedRecord?
  package let b: ComparedRecord?
  /// Compared fields that mean something else, in the order of `RecordField`.
  package let fields: [RecordField]
  /// Whether the rules decide otherwise.
  package let isDecidedOtherwise: Bool
  package let signs: [ClockSign]

  /// The unit that it is counted under: that of A, where it stands there.
  package var unit: String { (a ?? b)?.unit ?? "" }
}

/// A record as it stands on one side.
package struct ComparedRecord: Sendable {
  /// The export that it stands in, as `records.yaml` calls it.
  package let file: String
  package let line: Int
  /// The unit's id in the register, or as it is written.
  package let unit: String
  /// What the export says, as it writes it; fields that it does not have are absent.
  package let written: WrittenFields
  /// nil without rules.
  package let decision: RecordDecision?
}

/// The fields of a record as its export writes them, read when they are asked for.
package struct WrittenFields: Sendable {
  /// In place of a size: the export has no such field.
  static let noField = 0xFFFF

  /// Of each field two bytes of its size and its text, in the order of `RecordField`.
  let bytes: [UInt8]

  package subscript(field: RecordField) -> String? {
    var place = 0
    for other in RecordField.allCases where place + 2 <= bytes.count {
      let size = Int(bytes[place]) | Int(bytes[place + 1]) << 8
      place += 2
      if size == WrittenFields.noField {
        if other == field { return nil }
        continue
      }
      if other == field { return String(decoding: bytes[place..<place + size], as: UTF8.self) }
      place += size
    }
    return nil
  }
}

/// What only a comparison shows of a clock that was set: B says otherwise than A did.
package enum ClockSign: String, CaseIterable, Hashable, Sendable {
  /// The due date moved to a later moment after receipt.
  case dueMovedLater = "due_moved_later"
  /// There is no due date any more, so nothing can be late.
  case dueRemoved = "due_removed"
  /// The dossier counts as received later.
  case receivedMovedLater = "received_moved_later"
  /// The result, or its return, was set back to an earlier moment.
  case resultSetBack = "result_set_back"
  /// A dossier that was returned is open again.
  case reopened
}

/// How many dossiers differ, and how.
package struct ComparisonTally: Hashable, Sendable {
  package internal(set) var onlyInA = 0
  package internal(set) var onlyInB = 0
  package internal(set) var changed = 0
  /// Dossiers whose decision changed; those below are some of them.
  package internal(set) var decidedOtherwise = 0
  package internal(set) var turnedLate = 0
  package internal(set) var turnedInTime = 0
  package internal(set) var turnedExcluded = 0
  /// Dossiers whose due date is another.
  package internal(set) var dueMoved = 0
  package internal(set) var fields: [RecordField: Int] = [:]
  package internal(set) var signs: [ClockSign: Int] = [:]

  package init() {}

  /// As it was written down; the fields and signs were not.
  package init(
    onlyInA: Int, onlyInB: Int, changed: Int, decidedOtherwise: Int, turnedLate: Int,
    turnedInTime: Int, turnedExcluded: Int, dueMoved: Int
  ) {
    self.onlyInA = onlyInA
    self.onlyInB = onlyInB
    self.changed = changed
    self.decidedOtherwise = decidedOtherwise
    self.turnedLate = turnedLate
    self.turnedInTime = turnedInTime
    self.turnedExcluded = turnedExcluded
    self.dueMoved = dueMoved
  }

  package var differences: Int { onlyInA + onlyInB + changed }

  mutating func add(_ difference: RecordDifference) {
    guard let a = difference.a else { return onlyInB += 1 }
    guard let b = difference.b else { return onlyInA += 1 }
    changed += 1
    for field in difference.fields { fields[field, default: 0] += 1 }
    for sign in difference.signs { signs[sign, default: 0] += 1 }
    if difference.fields.contains(.dueAt) { dueMoved += 1 }
    guard difference.isDecidedOtherwise, let before = a.decision?.outcome,
      let after = b.decision?.outcome
    else { return }
    decidedOtherwise += 1
    if after.isLate, !before.isLate { turnedLate += 1 }
    if before.isLate, after.isInTime { turnedInTime += 1 }
    if after == .excluded, before != .excluded { turnedExcluded += 1 }
  }
}

/// What was read of one side.
package struct ComparedReading: Hashable, Sendable {
  /// Rows of its exports; empty lines are no rows.
  package internal(set) var rows = 0
  /// Rows that are no record or have no id: they cannot be compared.
  package internal(set) var unreadable = 0
  package internal(set) var firstUnreadable: ComparedPlace?
  /// Rows whose dossier stands before on the same side: it is the first that is compared.
  package internal(set) var repeated = 0

  package init() {}
}

/// A row of one of the exports of a side.
package struct ComparedPlace: Hashable, Comparable, Sendable {
  /// The place of the export among those of its side, from 0.
  package let export: Int
  package let line: Int

  package static func < (left: ComparedPlace, right: ComparedPlace) -> Bool {
    (left.export, left.line) < (right.export, right.line)
  }
}

/// The result of a comparison; the differences themselves are handed over one after another.
package struct RecordComparison: Sendable {
  package internal(set) var a = ComparedReading()
  package internal(set) var b = ComparedReading()
  /// Dossiers that are on both sides and mean the same.
  package internal(set) var same = 0
  package internal(set) var total = ComparisonTally()
  /// By the unit's id, or its name as written.
  package internal(set) var units: [String: ComparisonTally] = [:]

  /// Units that are told apart; those behind stand together under an empty name.
  static let mostUnits = 10_000

  package init() {}

  mutating func add(_ difference: RecordDifference) {
    total.add(difference)
    let unit =
      units[difference.unit] == nil && units.count >= RecordComparison.mostUnits
      ? "" : difference.unit
    units[unit, default: ComparisonTally()].add(difference)
  }
}
