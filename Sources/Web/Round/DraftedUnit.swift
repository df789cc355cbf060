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
  /// The same, or the workbook that was taken in since, with the drafts laid over.
  package let filled: FilledAssessment
  /// Its shelf of documents, as its file has it and with the drafts laid over.
  package let filedShelf: FilledShelf
  package let shelf: FilledShelf
  /// What the drafts are laid over.
  fileprivate let base: FilledAssessment
  let baseShelf: FilledShelf
  package let written: WrittenAssessment
  package let reading: DraftReading
  package fileprivate(set) var trial: RoundTrial
  package let drafts: [String: StoredDraft]

  private let foundGaps = Once<UnitGaps>()

  package var result: UnitResult { trial.result(of: unit) }

  /// What it lacks, found once: every page of the unit says something of it.
  /// - Parameter snapshot: the one that it was made in.
  func gaps(in snapshot: RoundSnapshot) -> UnitGaps {
    foundGaps.value { snapshot.gapFinder.gaps(of: unit, in: trial) }
  }

  /// The shelf with other drafts laid over; nil: they lie over something else, which is to be read.
  func shelf(with drafts: [String: StoredDraft]) -> FilledShelf? {
    guard drafts[TakenForm.part] == self.drafts[TakenForm.part] else { return nil }
    var shelf = baseShelf
    shelf.lay(drafts)
    return shelf
  }

  /// Whether something is typed that was not handed in.
  package var hasChanges: Bool { filed != filled || filedShelf != shelf }

  /// The text of evidence.yaml; nil: the file stays as it is.
  package var shelfText: String? { filedShelf == shelf ? nil : shelf.text }

  /// Another one as soon as anything is that would be signed now; who signs is no part of it.
  func edition(_ set: CriteriaSet) -> String {
    var unsigned = filled
    unsigned.signedBy = nil
    return FileAccess.digest(Array((unsigned.written(set).text + "\n" + shelf.text).utf8))
  }

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
  /// - Parameter earlier: it with other drafts over the same files, which are not read again.
  package func drafted(
    _ unit: Int, _ drafts: [String: StoredDraft], at time: EventTime,
    after earlier: DraftedUnit? = nil
  ) -> DraftedUnit? {
    let files = earlier.map { ($0.filed, $0.filedShelf) } ?? filed(unit, nil, at: time)
    guard let (filed, filedShelf) = files else { return nil }
    let set = set(of: unit)
    let draft = drafts[TakenForm.part]
    let (base, baseShelf) =
      if let earlier, earlier.drafts[TakenForm.part] == draft {
        (earlier.base, earlier.baseShelf)
      } else {
        // One that can be read no more, as under criteria that were replaced since, is none.
        draft.flatMap { TakenForm($0.fields) }.flatMap { self.filed(unit, $0, at: time) }
          ?? (filed, filedShelf)
      }
    var filled = base
    for (part, draft) in drafts { filled.lay(draft.fields, of: part, in: set) }
    var shelf = baseShelf
    shelf.lay(drafts)
    let written = filled.written(set)
    let shelfText = shelf == filedShelf ? nil : Array(shelf.text.utf8)
    guard let reading = reading(written, shelfText, of: unit, at: time) else { return nil }
    var drafted = DraftedUnit(
      unit: unit, filed: filed, filled: filled, filedShelf: filedShelf, shelf: shelf,
      base: base, baseShelf: baseShelf, written: written, reading: reading,
      trial: round.trying([unit: reading.record]), drafts: drafts)
    guard reading.isUnreadable else { return drafted }
    // One answer that cannot stand must not hide the points of all others while it is typed.
    var sound = filled
    for (field, problems) in drafted.problems where problems.contains(where: \.isError) {
      if let item = field?.item { sound.answers[item] = nil }
    }
    if let rest = self.reading(sound.written(set), shelfText, of: unit, at: time),
      !rest.isUnreadable
    {
      drafted.trial = round.trying([unit: rest.record])
    }
    return drafted
  }

  private func reading(
    _ written: WrittenAssessment, _ shelf: [UInt8]?, of unit: Int, at time: EventTime
  ) -> DraftReading? {
    loaded.reading(
      selfAssessment: Array(written.text.utf8), evidence: shelf, of: unit, at: time)
  }

  /// What stands in a unit's files, or in a workbook in their place; empty when there are none; nil
  /// when they cannot be used.
  private func filed(
    _ unit: Int, _ taken: TakenForm?, at time: EventTime
  ) -> (FilledAssessment, FilledShelf)? {
    let reading = loaded.reading(
      selfAssessment: taken.map { Array($0.assessment.utf8) },
      evidence: taken.map { Array($0.shelf.utf8) }, of: unit, at: time)
    guard let reading, !reading.isUnreadable else { return nil }
    let figures = set(of: unit).figures
    let record = reading.record
    let filed = FilledAssessment(
      record, set(of: unit), round: plan.id, written: { $0.written($1) },
      disputed: { name, value in figures.first { $0.name == name }?.written(value) })
    return (filed, FilledShelf(record.assessment.shelf))
  }
}

extension Diagnostic {
  var isError: Bool { severity == .error }
}
