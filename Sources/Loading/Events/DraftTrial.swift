package import Diagnostics
package import EventLog
package import Grading

/// A unit as it would be if it handed in what is typed so far.
package struct DraftReading: Sendable {
  package let record: UnitRecord
  /// Of its files, the typed one included.
  package let diagnostics: [Diagnostic]

  /// Nothing can be taken from its files.
  package var isUnreadable: Bool { record.assessment.isUnreadable }

  /// Whether something keeps it from being handed in.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension LoadedRound {
  /// Reads a self-assessment that stands in no file yet as if it were handed in now.
  /// - Parameters:
  ///   - bytes: the text of self-assessment.yaml; nil: the file as it stands.
  ///   - shelf: the text of evidence.yaml; nil: the file as it stands.
  ///   - unit: the unit's place in the round.
  /// - Returns: nil when the round has no log, or its log is being written to.
  package func reading(
    selfAssessment bytes: [UInt8]?, evidence shelf: [UInt8]? = nil, of unit: Int,
    at time: EventTime
  ) -> DraftReading? {
    let member = setting.members[unit]
    guard let log, let events = try? log.events(of: member.unit.id) else { return nil }
    var files = FileAccess()
    let folder = "\(setting.submissions)/\(member.unit.id)"
    if let bytes { files.contents["\(folder)/self-assessment.yaml"] = bytes }
    if let shelf { files.contents["\(folder)/evidence.yaml"] = shelf }
    var content = EventContent(time: time, author: "", role: "unit", kind: .submitted)
    content.unit = member.unit.id
    let handingIn = RoundEvent(sequence: log.count + 1, previous: nil, content: content)
    let plan = RoundReadingPlan(setting, options, files, tables: tables)
    let reading = plan.read(member, UnitLog(events + [handingIn], log, isHandingIn: true))
    return DraftReading(record: reading.record, diagnostics: reading.diagnostics)
  }
}
