internal import Grading

/// What a ledger says of one dossier.
struct LedgerFacts {
  let reading: RecordReading
  /// The exclusion that applied; -1 for none.
  let exclusion: Int
  let lists: UInt64
  let line: Int
  let isCounted: Bool
  /// Whether it is late, or was before an exclusion.
  let isLate: Bool
}

/// Writes ledger and rejects of the blocks that one worker reads, as rows of CSV.
///
/// Fields are copied as the export writes them; times are written as the engine reads them, and a day
/// that the export gives alone as the day.
struct LedgerWriter {
  private(set) var rows = ByteSink()
  private(set) var rejected = ByteSink()
  /// The number of the export in the order of its declaration, in front of every row.
  private let export: ByteWords
  private let separator: UInt8
  private let unitIDs: ByteWords
  private let exclusionIDs: ByteWords
  private let listIDs: ByteWords
  private let copiesTimes: Bool

  init(plan: CountingPlan, export: OpenExport) {
    self.export = ByteWords(["\(export.number),"])
    separator = export.layout.separator
    unitIDs = ByteWords(plan.units.map(\.id))
    exclusionIDs = ByteWords(plan.rules.exclusions.map(\.id))
    listIDs = ByteWords(plan.rules.lists.map(\.id))
    copiesTimes = export.export.dates == .yearFirst
  }

  func deallocate() {
    rows.deallocate()
    rejected.deallocate()
    for words in [export, unitIDs, exclusionIDs, listIDs] { words.deallocate() }
  }

  mutating func clear() {
    rows.clear()
    rejected.clear()
  }

  @inline(never)
  mutating func add(
    _ facts: LedgerFacts, _ record: Record, _ columns: RecordColumns, _ plan: PlanLookups
  ) {
    let reading = facts.reading
    rows.append(export, 0)
    rows.append(facts.line)
    rows.append(UInt8(ascii: ","))
    appendField(record, columns.dossier)
    rows.append(UInt8(ascii: ","))
    rows.append(unitIDs, reading.unit)
    rows.append(UInt8(ascii: ","))
    if facts.exclusion >= 0, !facts.isCounted {
      rows.append("excluded,")
    } else {
      appendOutcome(reading.standing)
    }
    if facts.exclusion >= 0 { rows.append(exclusionIDs, facts.exclusion) }
    rows.append(UInt8(ascii: ","))
    if facts.lists != 0 { appendLists(facts.lists) }
    rows.append(UInt8(ascii: ","))
    if !reading.marks.isDisjoint(with: LedgerWriter.named) { appendMarks(reading.marks) }
    let dossier = reading.dossier
    append(dossier.received, record, columns.received)
    append(dossier.due, record, columns.due)
    append(dossier.ready, record, columns.ready)
    append(dossier.returned, record, columns.returned)
    if dossier.finished == dossier.returned {
      append(dossier.finished, record, columns.returned)
    } else {
      append(dossier.finished, record, dossier.finished == dossier.ready ? columns.ready : -1)
    }
    if facts.isLate {
      let (minutes, whole) = plan.outageMinutes(dossier, reading.unit, .elapsed)
      rows.append(UInt8(ascii: ","))
      rows.append(minutes)
      rows.append(UInt8(ascii: ","))
      rows.append(whole)
      rows.append(CSV.lineFeed)
    } else {
      rows.append(",,\n")
    }
  }

  private mutating func appendLists(_ bits: UInt64) {
    var lists = bits
    while lists != 0 {
      rows.append(listIDs, lists.trailingZeroBitCount)
      lists &= lists - 1
      if lists != 0 { rows.append(UInt8(ascii: " ")) }
    }
  }

  /// A time behind a comma: copied where the export writes it so, written anew otherwise.
  @inline(__always)
  private mutating func append(_ time: Int32, _ record: Record, _ column: Int) {
    rows.append(UInt8(ascii: ","))
    if time == RecordTimes.absent { return }
    if copiesTimes, column >= 0 {
      let (text, length) = record.plain(column)
      if length == 16, text[10] == UInt8(ascii: "T") { return rows.append(text, 16) }
    }
    // A correction that gives the day alone is its last minute.
    let isDay =
      column < 0 ? LocalMinute(number: time).isLastOfDay : !record.hasClock(column)
    appendTime(time, isDay: isDay)
  }

  @inline(never)
  mutating func reject(
    _ reason: RejectReason, _ text: UnsafeBufferPointer<UInt8>, line: Int
  ) {
    rejected.append(export, 0)
    rejected.append(line)
    rejected.append(UInt8(ascii: ","))
    rejected.append(reason.word)
    rejected.append(",\"")
    for byte in text.prefix(200) {
      if byte == CSV.quote { rejected.append(byte) }
      rejected.append(byte < 0x20 ? CSV.blank : byte)
    }
    rejected.append("\"\n")
  }

  private mutating func appendField(_ record: Record, _ column: Int) {
    let raw = record.raw(column)
    guard let start = raw.baseAddress else { return }
    if separator == UInt8(ascii: ",") || !raw.contains(UInt8(ascii: ",")) || raw[0] == CSV.quote {
      rows.append(start, raw.count)
    } else {
      rows.append(CSV.quote)
      for byte in raw {
        if byte == CSV.quote { rows.append(byte) }
        rows.append(byte)
      }
      rows.append(CSV.quote)
    }
  }

  private mutating func appendOutcome(_ standing: Standing) {
    switch standing {
    case .finishedBefore: rows.append("finished_before,")
    case .receivedAfter: rows.append("received_after,")
    case .early: rows.append("early,")
    case .onDueDay: rows.append("on_due_day,")
    case .late: rows.append("late,")
    case .openInTime: rows.append("unresolved_in_time,")
    case .openOverdue: rows.append("unresolved_overdue,")
    }
  }

  private mutating func appendMarks(_ marks: RecordMarks) {
    var isFirst = true
    for (mark, word) in LedgerWriter.words where marks.contains(mark) {
      if !isFirst { rows.append(UInt8(ascii: " ")) }
      rows.append(word)
      isFirst = false
    }
  }

  private static let named: RecordMarks = [.suspicious, .corrected]

  private static let words: [(RecordMarks, StaticString)] = [
    (.returnedBeforeReceived, "returned_before_received"),
    (.readyBeforeReceived, "ready_before_received"),
    (.returnedBeforeReady, "returned_before_ready"),
    (.dueBeforeReceived, "due_before_received"), (.corrected, "corrected"),
  ]

  /// `2019-12-10T08:30`, or `2019-12-10`.
  private mutating func appendTime(_ minute: Int32, isDay: Bool) {
    let (year, month, day) = LocalMinute(number: minute).day.components
    let ofDay = LocalMinute(number: minute).ofDay
    rows.reserve(16)
    appendTwo(year / 100)
    appendTwo(year % 100)
    rows.append(UInt8(ascii: "-"))
    appendTwo(month)
    rows.append(UInt8(ascii: "-"))
    appendTwo(day)
    if isDay { return }
    rows.append(UInt8(ascii: "T"))
    appendTwo(ofDay / 60)
    rows.append(UInt8(ascii: ":"))
    appendTwo(ofDay % 60)
  }

  private mutating func appendTwo(_ number: Int) {
    rows.append(0x30 + UInt8(truncatingIfNeeded: number / 10))
    rows.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }
}

extension RejectReason {
  /// The reason as it stands in files of rejects.
  package var word: StaticString {
    switch self {
    case .fieldCount: "field_count"
    case .brokenQuote: "broken_quote"
    case .noDossier: "no_dossier"
    case .noUnit: "no_unit"
    case .unknownUnit: "unknown_unit"
    case .noReceivedDate: "no_received_date"
    case .badReceivedDate: "bad_received_date"
    case .noDueDate: "no_due_date"
    case .badDueDate: "bad_due_date"
    case .badReadyDate: "bad_ready_date"
    case .badReturnedDate: "bad_returned_date"
    case .repeated: "repeated"
    case .repeatedDifferently: "repeated_differently"
    }
  }
}

/// The columns of the ledger, `parindex/ledger@1`: one row for each dossier that is late, excluded,
/// listed, corrected or suspicious.
package let ledgerHeader =
  "export,line,dossier,unit,outcome,exclusion,lists,marks,received_at,due_at,ready_at,"
  + "returned_at,finished_at,outage_minutes,of_minutes\n"

/// The columns of the rejects: rows that could not be read.
package let rejectHeader = "export,line,reason,text\n"
