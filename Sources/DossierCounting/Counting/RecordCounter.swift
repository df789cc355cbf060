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
  let reader: RecordReader
  private let times: TimeColumns
  private let standings: StandingColumn
  private let skips: [RepeatedRow]

  init?(plan: CountingPlan, export: OpenExport, blockSize: Int, ledger: LedgerWriter?) {
    self.plan = plan
    layout = CounterLayout(
      units: plan.groups?.count ?? plan.units.count, exclusions: plan.lookups.exclusionCount,
      lists: plan.lookups.ruleCount - plan.lookups.exclusionCount,
      subsets: plan.needsProcedures ? plan.rules.subsets.count : 0,
      onlyLate: plan.rules.exclusions.enumerated().reduce(0) {
        $1.element.from == .late ? $0 | 1 << UInt64($1.offset) : $0
      })
    guard let counters = layout.makeCounters() else { return nil }
    self.counters = counters
    self.ledger = ledger
    columnCount = export.layout.columnCount
    reader = RecordReader(plan: plan, export: export)
    times = TimeColumns(
      columns: reader.columns, columnCount: columnCount, order: export.export.dates,
      blockSize: blockSize)
    standings = StandingColumn(capacity: times.capacity)
    skips = export.repeated
  }

  deinit {
    standings.deallocate()
    counters.deallocate()
    times.deallocate()
    ledger?.deallocate()
  }

  /// Counts the records that begin in a block; `line` begins at the first of them.
  func count(_ block: RecordBlock, from start: Int, line: Int, at offset: Int) {
    // By anything but the unit, records are read one after another.
    if plan.groups == nil, times.read(block) {
      countRegular(block, from: start, line: line, at: offset)
    } else {
      countSingly(block, from: start, line: line, at: offset)
    }
  }

  /// Every record has all its fields, and their times are read.
  private func countRegular(_ block: RecordBlock, from start: Int, line: Int, at offset: Int) {
    let (plan, words, columns) = (reader.plan, reader.words, reader.columns)
    let (layout, counters, columnCount) = (layout, counters, columnCount)
    let (ends, bytes, stride) = (UnsafePointer(block.ends), block.bytes, layout.stride)
    let (times, codes, hasLedger) = (times, standings.codes, ledger != nil)
    let (hasSubsets, hasSkips) = (layout.subsets > 0, !skips.isEmpty)
    let hasCorrections = !plan.correctionTable.isEmpty
    let judgement = Judgement(plan)
    standings.judge(times, block.recordCount, plan, expectsReady: columns.ready >= 0)
    // From here on a standing is one that the ledger names.
    let firstNamed: UInt8 = hasLedger ? Standing.late.rawValue : .max
    var lines = LineCounter(block: block, start: start, line: line)
    var skip = skips.partitioningIndex { $0.offset >= offset + start }
    for number in 0..<block.recordCount {
      let record = Record(
        bytes: bytes, ends: ends + number &* columnCount, columnCount: columnCount)
      let code = codes[number]
      let (key, length) = record.plain(columns.unit)
      let unit = plan.unitTable.value(key, length)
      let begin = Int(record.ends[0] &+ 1)
      if hasSkips, isRepeated(&skip, offset + begin) {
        reject(skips[skip &- 1], record, lines.line(of: number, at: begin))
        continue
      }
      let mayBeCorrected =
        hasCorrections && !StandingColumn.standing(code).isInTime
      if code < 0 || unit < 0 || mayBeCorrected || record.plain(columns.dossier).length <= 2 {
        countOne(record, number, &lines)
        continue
      }
      var facts = StandingColumn.facts(code)
      var marks = StandingColumn.marks(code)
      let standing = StandingColumn.standing(code)
      if columns.linked >= 0, !record.isEmpty(columns.linked) { facts.insert(.linkedAgencyLate) }
      let (said, unknown) = words.traits(record, columns)
      var traits = said
      marks.formUnion(unknown)
      if facts.contains(.receivedBeforeWindow) { traits.insert(.carriedOver) }
      let cells = counters + unit &* stride
      let rules = plan.rules(facts, unit, received: times.received[number])
      if rules == 0, marks.rawValue == 0, standing.rawValue < firstNamed {
        let cell = layout.counted(standing, traits)
        cells[cell] &+= 1
        if hasSubsets { countSubsets(record, cell, cells) }
      } else {
        var reading = RecordReading(
          dossier: times.dossier(number), unit: unit, facts: facts, standing: standing,
          traits: traits, marks: marks)
        reading.dossier.finished = judgement.finished(
          ready: reading.dossier.ready, returned: reading.dossier.returned)
        take(record, reading, rules, cells, hasLedger) {
          lines.line(of: number, at: begin)
        }
      }
    }
    rows += block.recordCount
  }

  /// Records of any form, one after another.
  private func countSingly(_ block: RecordBlock, from start: Int, line: Int, at offset: Int) {
    let (ends, feeds, columnCount) = (UnsafePointer(block.ends), block.feeds, columnCount)
    let lastEnd = block.endCount &- 1
    var lines = LineCounter(block: block, start: start, line: line)
    var skip = skips.partitioningIndex { $0.offset >= offset + start }
    var place = 0
    for number in 0..<block.recordCount {
      let feed = feeds[number]
      if place &+ columnCount <= lastEnd, ends[place &+ columnCount] == feed {
        let record = Record(bytes: block.bytes, ends: ends + place, columnCount: columnCount)
        place &+= columnCount
        rows += 1
        let begin = Int(record.ends[0] &+ 1)
        if isRepeated(&skip, offset + begin) {
          reject(skips[skip &- 1], record, lines.line(of: number, at: begin))
        } else {
          countOne(record, number, &lines)
        }
        continue
      }
      let begin = Int(ends[place] &+ 1)
      while ends[place] != feed { place &+= 1 }
      let isGivenUp = place < lastEnd && ends[place &+ 1] == feed
      if isGivenUp { place &+= 1 }
      let reason: RejectReason = isGivenUp ? .brokenQuote : .fieldCount
      rows += rejectLine(
        block, from: begin, to: Int(feed), reason, lines.line(of: number, at: begin))
    }
  }

  @inline(never)
  private func countOne(_ record: Record, _ number: Int, _ lines: inout LineCounter) {
    let begin = Int(record.ends[0] &+ 1)
    var reading = RecordReading()
    if let reason = reader.read(record, reader.times(record), &reading) {
      return reject(reason, record, lines.line(of: number, at: begin))
    }
    correct(record, &reading)
    let rules = reader.plan.rules(
      reading.facts, reading.unit, received: reading.dossier.received)
    let row = plan.groups?.place(record, reading, reader) ?? reading.unit
    take(record, reading, rules, counters + row &* layout.stride, ledger != nil) {
      lines.line(of: number, at: begin)
    }
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
          reading: reading, exclusion: decided, lists: lists, line: line(), isCounted: isCounted,
          isLate: first.standing == .late),
        record, reader.columns, reader.plan)
    }
  }

  private func isRepeated(_ skip: inout Int, _ place: Int) -> Bool {
    guard skip < skips.count, skips[skip].offset == place else { return false }
    skip += 1
    return true
  }

  /// A finish that was corrected by a recorded event.
  func correct(_ record: Record, _ reading: inout RecordReading) {
    guard !reader.plan.correctionTable.isEmpty, !reading.standing.isInTime else { return }
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
  private func reject(_ reason: RejectReason, _ record: Record, _ line: Int) {
    let column = reason.field.map { reader.columns.place(of: $0) } ?? 0
    rejects.add(reason, record.raw(column), line: line)
    ledger?.reject(reason, record.raw(column), line: line)
  }

  /// A row whose dossier was read before: its id, and where it was read first.
  @inline(never)
  private func reject(_ row: RepeatedRow, _ record: Record, _ line: Int) {
    let reason: RejectReason = row.isSame ? .repeated : .repeatedDifferently
    let text = Array("\(record.text(reader.columns.dossier)) = \(row.first)".utf8)
    text.withUnsafeBufferPointer {
      rejects.add(reason, $0, line: line)
      ledger?.reject(reason, $0, line: line)
    }
  }

  /// The exclusion that applies, or -1; lists that the dossier is on as bits.
  func decide(
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
      rules =
        reader.plan.rules(
          reading.facts, reading.unit, received: reading.dossier.received) & ~isExclusion
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
}

extension Array {
  /// The first place whose element fulfils a condition that all behind it fulfil too.
  func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
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
  /// Hands on the ledger's rows and the rejects of a block.
  func hand(_ ledger: OrderedOutput?, _ rejects: OrderedOutput?, of block: Int) {
    guard let writer = self.ledger else { return }
    ledger?.add(writer.rows.contents, of: block)
    rejects?.add(writer.rejected.contents, of: block)
    self.ledger?.clear()
  }
}
