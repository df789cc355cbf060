internal import Grading

/// One worker: reads blocks of one export and counts their records.
///
/// The loop touches a record's fields once, in order of need, and makes nothing on the heap; a record
/// that no exclusion or list can concern is a few lookups and one increment.
final class RecordCounter: @unchecked Sendable {
  let plan: CountingPlan
  let layout: CounterLayout
  let counters: UnsafeMutablePointer<UInt32>
  private(set) var rows = 0
  private(set) var rejects = RejectCounter()
  fileprivate(set) var ledger: LedgerWriter?

  private let columnCount: Int
  private let reader: RecordReader
  private let times: TimeColumns
  private let skips: [Int]

  init?(plan: CountingPlan, export: OpenExport, blockSize: Int, ledger: LedgerWriter?) {
    self.plan = plan
    layout = CounterLayout(
      units: plan.units.count, exclusions: plan.lookups.exclusionCount,
      lists: plan.lookups.ruleCount - plan.lookups.exclusionCount,
      subsets: plan.needsProcedures ? plan.rules.subsets.count : 0,
      onlyLate: plan.rules.exclusions.prefix(RuleCompiler.mostRules).enumerated().reduce(0) {
        $1.element.from == .late ? $0 | 1 << UInt64($1.offset) : $0
      })
    guard let counters = layout.makeCounters() else { return nil }
    self.counters = counters
    self.ledger = ledger
    columnCount = export.layout.columnCount
    reader = RecordReader(plan: plan.lookups, export: export)
    times = TimeColumns(
      columns: reader.columns, columnCount: columnCount, order: export.export.dates,
      blockSize: blockSize)
    skips = export.repeated
  }

  deinit {
    counters.deallocate()
    times.deallocate()
    ledger?.deallocate()
  }

  /// Counts the records that begin in a block; `line` begins at the first of them.
  func count(_ block: RecordBlock, from start: Int, line: Int, at offset: Int) {
    let (reader, plan, layout) = (reader, reader.plan, layout)
    let (counters, columnCount) = (counters, columnCount)
    let (ends, feeds, bytes) = (UnsafePointer(block.ends), block.feeds, block.bytes)
    let (times, isFast) = (times, times.read(block))
    let (lastEnd, stride, hasLedger) = (block.endCount &- 1, layout.stride, ledger != nil)
    let remembersAll = layout.subsets > 0 || !plan.correctionTable.isEmpty || !skips.isEmpty
    var lines = LineCounter(block: block, start: start, line: line)
    var skip = skips.partitioningIndex { $0 >= offset + start }
    var reading = RecordReading()
    var place = 0
    var rows = 0
    for number in 0..<block.recordCount {
      let feed = feeds[number]
      let begin = Int(ends[place] &+ 1)
      guard place &+ columnCount <= lastEnd, ends[place &+ columnCount] == feed else {
        while ends[place] != feed { place &+= 1 }
        let isGivenUp = place < lastEnd && ends[place &+ 1] == feed
        if isGivenUp { place &+= 1 }
        let reason: RejectReason = isGivenUp ? .brokenQuote : .fieldCount
        rows &+= rejectLine(
          block, from: begin, to: Int(feed), reason, lines.line(of: number, at: begin))
        continue
      }
      let record = Record(bytes: bytes, ends: ends + place, columnCount: columnCount)
      place &+= columnCount
      rows &+= 1
      if remembersAll, isRepeated(&skip, offset + begin) {
        reject(.repeated, record, lines.line(of: number, at: begin))
        continue
      }
      let dossier = isFast ? reader.times(record, times, number) : reader.times(record)
      if !reader.read(record, dossier, &reading), !readAgain(record, &reading) {
        reject(reason(record, reading), record, lines.line(of: number, at: begin))
        continue
      }
      if remembersAll { correct(record, &reading) }
      let cells = counters + reading.unit &* stride
      let rules = plan.rules(for: reading)
      let isPlain =
        rules == 0 && reading.marks.rawValue == 0
        && (!hasLedger || reading.standing.rawValue < Standing.late.rawValue)
      if isPlain {
        let cell = layout.counted(reading.standing, reading.traits)
        cells[cell] &+= 1
        if layout.subsets > 0 { countSubsets(record, cell, cells) }
      } else {
        take(record, reading, rules, cells, hasLedger) { lines.line(of: number, at: begin) }
      }
    }
    self.rows += rows
  }

  /// A dossier that rules, marks or the ledger may concern.
  @inline(never)
  private func take(
    _ record: Record, _ first: RecordReading, _ rules: UInt64,
    _ counters: UnsafeMutablePointer<UInt32>, _ hasLedger: Bool, _ line: () -> Int
  ) {
    var reading = first
    var (decided, lists) = (-1, UInt64(0))
    if rules != 0 { (decided, lists) = decide(rules, &reading, record, counters) }
    let isCounted = decided < 0 || reader.plan.compiled[decided].takesOnlyLate
    if isCounted {
      let cell = layout.counted(reading.standing, reading.traits)
      counters[cell] &+= 1
      if layout.subsets > 0 { countSubsets(record, cell, counters) }
    }
    countMarks(reading.marks, counters)
    if hasLedger,
      decided >= 0 || lists != 0 || reading.standing == .late || reading.standing == .openOverdue
        || !reading.marks.isDisjoint(with: [.suspicious, .corrected])
    {
      ledger?.add(
        LedgerFacts(
          reading: reading, exclusion: decided, lists: lists, line: line(), isCounted: isCounted),
        record, reader.columns, reader.plan)
    }
  }

  private func isRepeated(_ skip: inout Int, _ place: Int) -> Bool {
    guard skip < skips.count, skips[skip] == place else { return false }
    skip += 1
    return true
  }

  /// A unit that is written otherwise than its codes and names: with blanks around, or decomposed.
  @inline(never)
  private func readAgain(_ record: Record, _ reading: inout RecordReading) -> Bool {
    guard reading.unit < 0, let unit = plan.unitNames[record.text(reader.columns.unit)] else {
      return false
    }
    reading.unit = unit
    guard reason(record, reading) == nil else { return false }
    reader.judge(record, &reading)
    return true
  }

  /// A finish that was corrected by a recorded event.
  private func correct(_ record: Record, _ reading: inout RecordReading) {
    guard reading.standing != .early, reading.standing != .onDueDay else { return }
    let (id, length) = record.field(reader.columns.dossier)
    let place = reader.plan.correctionTable.value(id, length)
    guard place >= 0 else { return }
    let isLinked = reading.facts.contains(.linkedAgencyLate)
    reading.dossier.finished = plan.records.corrections[place].finished.number
    reading.marks.insert(.corrected)
    reading.facts = isLinked ? .linkedAgencyLate : []
    reading.standing = reader.plan.standing(&reading.dossier, &reading.facts, isFinished: true)
  }

  /// A line that is no record: an empty one is passed over.
  /// - Returns: 1 when it is a row.
  @inline(never)
  private func rejectLine(
    _ block: RecordBlock, from start: Int, to feed: Int, _ reason: RejectReason, _ line: Int
  ) -> Int {
    let end = feed > start && block.bytes[feed - 1] == CSV.carriageReturn ? feed - 1 : feed
    if end == start { return 0 }
    let text = UnsafeBufferPointer(start: UnsafePointer(block.bytes + start), count: end - start)
    rejects.add(reason, text, line: line)
    ledger?.reject(reason, text, line: line)
    return 1
  }

  @inline(never)
  private func reject(_ reason: RejectReason?, _ record: Record, _ line: Int) {
    guard let reason else { return }
    let column = reason.field.map { reader.columns.place(of: $0) } ?? 0
    rejects.add(reason, record.raw(column), line: line)
    ledger?.reject(reason, record.raw(column), line: line)
  }

  /// The exclusion that applies, or -1; lists that the dossier is on as bits.
  private func decide(
    _ candidates: UInt64, _ reading: inout RecordReading, _ record: Record,
    _ counters: UnsafeMutablePointer<UInt32>
  ) -> (Int, UInt64) {
    let test = RuleTest(
      reader: reader, record: record, dossier: reading.dossier, unit: reading.unit)
    let exclusions = reader.plan.exclusionCount
    let (standing, isExclusion) = (reading.standing, UInt64(1) << UInt64(exclusions) &- 1)
    var rules = candidates & isExclusion
    var decided = -1
    var next = exclusions
    var lists: UInt64 = 0
    while rules != 0, next == exclusions {
      let rule = rules.trailingZeroBitCount
      rules &= rules &- 1
      guard test.holds(rule) else { continue }
      if decided < 0 { decided = rule } else { next = rule }
    }
    rules = candidates & ~isExclusion
    if decided >= 0 {
      counters[layout.excluded(by: decided, next: next, standing)] &+= 1
      guard reader.plan.compiled[decided].takesOnlyLate else { return (decided, 0) }
      // It now counts as on time, and lists see it so.
      reading.standing = standing.pardoned
      reading.facts.subtract([.late, .overdue])
      rules = reader.plan.rules(for: reading) & ~isExclusion
    }
    while rules != 0 {
      let rule = rules.trailingZeroBitCount
      rules &= rules &- 1
      guard test.holds(rule) else { continue }
      lists |= 1 << UInt64(rule &- exclusions)
      counters[layout.listStart &+ rule &- exclusions] &+= 1
    }
    return (decided, lists)
  }

  private func countSubsets(
    _ record: Record, _ cell: Int, _ counters: UnsafeMutablePointer<UInt32>
  ) {
    guard reader.columns.procedure >= 0 else { return }
    let (code, length) = record.field(reader.columns.procedure)
    var subsets = reader.plan.procedureTable.value(code, length)
    guard subsets > 0 else { return }
    while subsets != 0 {
      counters[(1 + subsets.trailingZeroBitCount) * CounterLayout.counted + cell] &+= 1
      subsets &= subsets - 1
    }
  }

  private func countMarks(_ marks: RecordMarks, _ counters: UnsafeMutablePointer<UInt32>) {
    var left = marks.rawValue
    while left != 0 {
      counters[layout.markStart + left.trailingZeroBitCount] &+= 1
      left &= left - 1
    }
  }

  private func reason(_ record: Record, _ reading: RecordReading) -> RejectReason? {
    let dossier = reading.dossier
    if record.isEmpty(reader.columns.dossier) { return .noDossier }
    if reading.unit < 0 { return record.text(reader.columns.unit).isEmpty ? .noUnit : .unknownUnit }
    if dossier.received == RecordTimes.absent { return .noReceivedDate }
    if dossier.received == RecordTimes.broken { return .badReceivedDate }
    if dossier.due == RecordTimes.broken { return .badDueDate }
    if dossier.ready == RecordTimes.broken { return .badReadyDate }
    if dossier.returned == RecordTimes.broken { return .badReturnedDate }
    return dossier.hasDue || !reader.plan.rejectsWithoutDueDate ? nil : .noDueDate
  }
}

extension Array {
  /// The first place whose element fulfils a condition that all behind it fulfil too.
  fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension RecordCounter {
  /// The ledger's rows since it was last asked.
  func takeLedger() -> [UInt8] {
    defer { ledger?.clearRows() }
    return ledger?.rows.array ?? []
  }

  /// The rejects since it was last asked.
  func takeRejects() -> [UInt8] {
    defer { ledger?.clearRejected() }
    return ledger?.rejected.array ?? []
  }
}
