/// What one record says, before any rule.
struct RecordReading {
  var dossier = DossierTimes(
    received: RecordTimes.absent, due: RecordTimes.absent, ready: RecordTimes.absent,
    returned: RecordTimes.absent)
  var unit = -1
  var facts = Facts(rawValue: 0)
  var standing = Standing.early
  var traits = Traits(rawValue: 0)
  var marks = RecordMarks(rawValue: 0)
}

/// Reads the fields that a count needs.
///
/// A class whose properties never change: a structure of this size would be copied at each call.
final class RecordReader: Sendable {
  let plan: PlanLookups
  let columns: RecordColumns
  let times: RecordTimes
  let words: ExportWords
  private let unitNames: [String: Int]

  init(plan: CountingPlan, export: OpenExport) {
    self.plan = plan.lookups
    unitNames = plan.unitNames
    columns = RecordColumns(export.layout)
    times = RecordTimes(export.export.dates)
    words = ExportWords(export.export)
  }

  /// The times of a record, one by one.
  func times(_ record: Record) -> DossierTimes {
    DossierTimes(
      received: time(record, columns.received), due: time(record, columns.due),
      ready: time(record, columns.ready), returned: time(record, columns.returned))
  }

  /// Reads what is not a time.
  /// - Returns: why the record cannot be counted; nil when it can.
  func read(_ record: Record, _ dossier: DossierTimes, _ reading: inout RecordReading)
    -> RejectReason?
  {
    reading.dossier = dossier
    reading.unit = unit(record)
    if let fault = fault(record, reading) { return fault }
    judge(record, &reading)
    return nil
  }

  /// The unit's place in the register; -1 for one that it does not have.
  private func unit(_ record: Record) -> Int {
    let (plain, plainLength) = record.plain(columns.unit)
    let unit = plan.unitTable.value(plain, plainLength)
    if unit >= 0 { return unit }
    let (text, length) = record.field(columns.unit)
    let quoted = plan.unitTable.value(text, length)
    // It may be written otherwise than its codes and names: with blanks around, or decomposed.
    return quoted >= 0 ? quoted : unitNames[record.text(columns.unit)] ?? -1
  }

  private func fault(_ record: Record, _ reading: RecordReading) -> RejectReason? {
    let dossier = reading.dossier
    if record.isEmpty(columns.dossier) { return .noDossier }
    if reading.unit < 0 { return record.text(columns.unit).isEmpty ? .noUnit : .unknownUnit }
    if dossier.received == RecordTimes.absent { return .noReceivedDate }
    if dossier.received == RecordTimes.broken { return .badReceivedDate }
    if dossier.due == RecordTimes.broken { return .badDueDate }
    if dossier.ready == RecordTimes.broken { return .badReadyDate }
    if dossier.returned == RecordTimes.broken { return .badReturnedDate }
    return dossier.hasDue || !plan.rejectsWithoutDueDate ? nil : .noDueDate
  }

  /// What follows from the times and the words.
  private func judge(_ record: Record, _ reading: inout RecordReading) {
    reading.marks = plan.marks(reading.dossier, expectsReady: columns.ready >= 0)
    reading.facts = Facts(rawValue: 0)
    reading.standing = plan.standing(&reading.dossier, &reading.facts)
    if columns.linked >= 0, !record.isEmpty(columns.linked) {
      reading.facts.insert(.linkedAgencyLate)
    }
    let (traits, unknown) = words.traits(record, columns)
    reading.traits = traits
    reading.marks.formUnion(unknown)
    if reading.dossier.received < plan.start { reading.traits.insert(.carriedOver) }
  }

  private func time(_ record: Record, _ column: Int) -> Int32 {
    if column < 0 { return RecordTimes.absent }
    let (text, length) = record.field(column)
    return length == 0 ? RecordTimes.absent : times.minute(text, length)
  }
}
