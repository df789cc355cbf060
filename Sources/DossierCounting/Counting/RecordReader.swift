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

  init(plan: PlanLookups, export: OpenExport) {
    self.plan = plan
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

  /// Reads what is not a time; false when something in the record could not be read.
  func read(_ record: Record, _ dossier: DossierTimes, _ reading: inout RecordReading) -> Bool {
    let (key, length) = record.plain(columns.unit)
    var unit = plan.unitTable.value(key, length)
    if unit < 0 {
      let (key, length) = record.field(columns.unit)
      unit = plan.unitTable.value(key, length)
    }
    reading.dossier = dossier
    reading.unit = unit
    let isBroken =
      dossier.due == RecordTimes.broken || dossier.ready == RecordTimes.broken
      || dossier.returned == RecordTimes.broken || dossier.received == RecordTimes.broken
    if unit < 0 || dossier.received == RecordTimes.absent || isBroken
      || record.isEmpty(columns.dossier) || !dossier.hasDue && plan.rejectsWithoutDueDate
    {
      return false
    }
    judge(record, &reading)
    return true
  }

  /// What follows from the times and the words.
  func judge(_ record: Record, _ reading: inout RecordReading) {
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
