package import Diagnostics
package import EventLog
package import Grading
package import Loading
package import Reports
package import Store

/// A unit with what is typed so far laid over its files: read and computed as if it were handed in
/// now, by the code that reads and computes what is.
package struct DraftedUnit: Sendable {
  /// Its place in the round.
  package let unit: Int
  /// What its files say.
  package let filed: FilledAssessment
  /// The same with the drafts laid over.
  package let filled: FilledAssessment
  /// Its shelf of documents, as its file has it and with the drafts laid over.
  package let filedShelf: FilledShelf
  package let shelf: FilledShelf
  package let written: WrittenAssessment
  package let reading: DraftReading
  package fileprivate(set) var trial: RoundTrial
  package let drafts: [String: StoredDraft]

  package var result: UnitResult { trial.result(of: unit) }

  /// Whether something is typed that was not handed in.
  package var hasChanges: Bool { filed != filled || filedShelf != shelf }

  /// The text of evidence.yaml; nil: the file stays as it is.
  package var shelfText: String? { filedShelf == shelf ? nil : shelf.text }

  /// Problems of what is typed, by what they are about; those of other files under nil.
  package var problems: [AssessmentField?: [Diagnostic]] {
    Dictionary(grouping: reading.diagnostics) { diagnostic in
      diagnostic.primary.span.file.path.hasSuffix("/self-assessment.yaml")
        ? written.fields[Int(diagnostic.primary.span.start.line)] : nil
    }
  }
}

extension RoundSnapshot {
  /// A unit as it would be with these drafts; nil when its files or the log cannot be read.
  package func drafted(
    _ unit: Int, _ drafts: [String: StoredDraft], at time: EventTime
  ) -> DraftedUnit? {
    guard let (filed, filedShelf) = filed(unit, at: time) else { return nil }
    let set = set(of: unit)
    var filled = filed
    for (part, draft) in drafts { filled.lay(draft.fields, of: part, in: set) }
    var shelf = filedShelf
    shelf.lay(drafts)
    let written = filled.written(set)
    let shelfText = shelf == filedShelf ? nil : Array(shelf.text.utf8)
    guard let reading = reading(written, shelfText, of: unit, at: time) else { return nil }
    var drafted = DraftedUnit(
      unit: unit, filed: filed, filled: filled, filedShelf: filedShelf, shelf: shelf,
      written: written, reading: reading,
      trial: round.trying([unit: reading.draft]), drafts: drafts)
    guard reading.isUnreadable else { return drafted }
    // One answer that cannot stand must not hide the points of all others while it is typed.
    var sound = filled
    for (field, problems) in drafted.problems where problems.contains(where: \.isError) {
      if let item = field?.item { sound.answers[item] = nil }
    }
    if let rest = self.reading(sound.written(set), shelfText, of: unit, at: time),
      !rest.isUnreadable
    {
      drafted.trial = round.trying([unit: rest.draft])
    }
    return drafted
  }

  private func reading(
    _ written: WrittenAssessment, _ shelf: [UInt8]?, of unit: Int, at time: EventTime
  ) -> DraftReading? {
    loaded.reading(
      selfAssessment: Array(written.text.utf8), evidence: shelf, of: unit, at: time)
  }

  /// What stands in a unit's files; empty when there are none; nil when they cannot be used.
  private func filed(
    _ unit: Int, at time: EventTime
  ) -> (FilledAssessment, FilledShelf)? {
    guard let reading = loaded.reading(selfAssessment: nil, of: unit, at: time),
      !reading.isUnreadable
    else { return nil }
    let figures = set(of: unit).figures
    let record = reading.draft.record
    let filed = FilledAssessment(
      record, set(of: unit), round: plan.id, written: { $0.written($1) },
      disputed: { name, value in figures.first { $0.name == name }?.written(value) })
    return (filed, FilledShelf(record.assessment.shelf))
  }
}

extension Diagnostic {
  var isError: Bool { severity == .error }
}
