internal import Grading

/// Counts one record alone and asks the engine's tests about it, condition by condition.
struct RecordTracer {
  let export: OpenExport
  let plan: CountingPlan

  /// - Parameters:
  ///   - text: the record as it lies in its file, without the line feed.
  ///   - repeated: where its dossier was read before.
  func trace(_ text: [UInt8], line: Int, repeating repeated: RepeatedRow?) -> RecordTrace? {
    let size = (text.count + 64) & ~63
    var block = RecordBlock(size: size, width: CountingOptions.widestVectors)
    defer { block.deallocate() }
    for (place, byte) in text.enumerated() { block.bytes[place] = byte }
    block.count = text.count
    block.endsFile = true
    block.isLast = true
    block.mark(separator: export.layout.separator)
    if let end = block.plainEnd(from: 0) {
      block.placePlainly(from: 0, to: end)
    } else {
      _ = block.placeCarefully(from: 0, separator: export.layout.separator)
    }
    var alone = export
    alone.repeated = repeated.map { [$0] } ?? []
    guard
      let counter = RecordCounter(plan: plan, export: alone, blockSize: size, ledger: nil)
    else { return nil }
    counter.count(block, from: 0, line: line, at: 0)
    let record = Record(
      bytes: block.bytes, ends: UnsafePointer(block.ends), columnCount: export.layout.columnCount)
    var trace = trace(record, line, counter)
    trace.first = repeated?.first
    return trace
  }

  private func trace(_ record: Record, _ line: Int, _ counter: RecordCounter) -> RecordTrace {
    let count = DossierCount(counter)
    var trace = RecordTrace(export: export.export, line: line)
    trace.rejected = RejectReason.allCases.first { count.rejected(for: $0) > 0 }
    var reading = RecordReading()
    let reader = counter.reader
    guard trace.rejected == nil, reader.read(record, reader.times(record), &reading) == nil else {
      return trace
    }
    counter.correct(record, &reading)
    trace.take(reading, plan.lookups)
    for field in [RecordField.receivedAt, .dueAt, .readyAt, .returnedAt] {
      let column = reader.columns.place(of: field)
      if column >= 0, !record.hasClock(column) { trace.daysAlone.insert(field) }
    }
    if reader.columns.linked >= 0 {
      let agency = record.text(reader.columns.linked)
      trace.linkedAgency = agency.isEmpty ? nil : agency
    }
    let figures = count.units[reading.unit]
    trace.take(figures, plan.lookups)
    trace.rules = rules(record, reading, pardoned: trace.exclusion != nil && trace.counted != nil)
    trace.outages = outages(reading)
    return trace
  }

  // MARK: Conditions

  /// Each rule with each of its conditions, compiled as a list of its own.
  private func rules(_ record: Record, _ reading: RecordReading, pardoned: Bool) -> [RuleTrace] {
    var seen = reading
    let exclusions = plan.rules.exclusions.map { conditions($0.when, record, seen) }
    if pardoned {
      // Lists see a dossier that was taken out of the late ones as on time.
      seen.standing = seen.standing.pardoned
      seen.facts.subtract([.late, .overdue])
    }
    return exclusions + plan.rules.lists.map { conditions($0.when, record, seen) }
  }

  private func conditions(_ when: [DossierCondition], _ record: Record, _ reading: RecordReading)
    -> RuleTrace
  {
    var rules = plan.rules
    rules.exclusions = []
    rules.lists = when.enumerated().map {
      DossierList(id: "\($0.offset)", title: "", clause: nil, when: [$0.element])
    }
    let single = CountingPlan(
      rules: rules, records: records(of: record), units: plan.units, source: export.export.source)
    let reader = RecordReader(plan: single, export: export)
    return withExtendedLifetime(reader) {
      let allowed = single.lookups.rules(
        reading.facts, reading.unit, received: reading.dossier.received)
      let test = RuleTest(
        reader: reader, record: record, dossier: reading.dossier, unit: reading.unit)
      return RuleTrace(
        conditions: when.enumerated().map { place, condition in
          ConditionTrace(
            condition: condition, holds: allowed >> UInt64(place) & 1 == 1 && test.holds(place),
            outage: outage(condition, reading, single.lookups))
        })
    }
  }

  /// What was recorded on this dossier alone: a plan for one record need not know the others.
  private func records(of record: Record) -> CaseRecords {
    let (text, length) = record.field(RecordColumns(export.layout).dossier)
    let id = String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self)
    var records = plan.records
    records.explanations.removeAll { $0.dossier != id }
    records.corrections = []
    records.steps.removeAll { $0.dossier != id }
    return records
  }

  private func outage(
    _ condition: DossierCondition, _ reading: RecordReading, _ lookups: PlanLookups
  ) -> (minutes: Int, of: Int)? {
    guard case .outageShare(_, let base) = condition,
      reading.dossier.finished != RecordTimes.absent
    else { return nil }
    let (minutes, whole) = lookups.outageMinutes(reading.dossier, reading.unit, base)
    return (minutes, whole)
  }

  private func outages(_ reading: RecordReading) -> [Outage] {
    let dossier = reading.dossier
    guard dossier.finished != RecordTimes.absent else { return [] }
    let taken = MinuteSpan(
      start: LocalMinute(number: dossier.received), end: LocalMinute(number: dossier.finished))
    let day = MinuteSpan(from: taken.end.day, through: taken.end.day)
    return plan.records.outages.filter { outage in
      plan.rules.counts(outage, source: export.export.source)
        && outage.concerns(unit: plan.units[reading.unit].id)
        && (outage.span.meeting(taken).minutes > 0 || outage.span.meeting(day).minutes > 0)
    }
  }
}

extension Record {
  /// Whether a field that is a time says more than the day.
  func hasClock(_ column: Int) -> Bool { raw(column).contains(UInt8(ascii: ":")) }
}

extension RecordTrace {
  /// What was read.
  mutating func take(_ reading: RecordReading, _ plan: PlanLookups) {
    func minute(_ number: Int32) -> LocalMinute? {
      number == RecordTimes.absent ? nil : LocalMinute(number: number)
    }
    let dossier = reading.dossier
    unit = reading.unit
    received = minute(dossier.received)
    due = minute(dossier.due)
    ready = minute(dossier.ready)
    returned = minute(dossier.returned)
    finished = minute(dossier.finished)
    lateFrom = dossier.hasDue ? LocalMinute(number: plan.bound(of: dossier.due)) : nil
    isCorrected = reading.marks.contains(.corrected)
    standing = reading.standing
  }

  /// What the count made of it.
  mutating func take(_ figures: UnitCount, _ plan: PlanLookups) {
    exclusion = (0..<plan.exclusionCount).first { figures.excluded(by: $0) > 0 }
    lists = (0..<(plan.ruleCount - plan.exclusionCount)).filter { figures.listed($0) > 0 }
    counted = Standing.allCases.first { figures.counted($0) > 0 }
    findings = RecordFinding.allCases.filter { figures.count(of: $0) > 0 }
  }
}

extension UnitCount {
  /// Dossiers with a standing that no exclusion took out of all counts.
  func counted(_ standing: Standing) -> Int {
    (0..<Traits.combinations).reduce(0) {
      $0 + cells[layout.counted(standing, Traits(rawValue: UInt8($1)))]
    }
  }
}
