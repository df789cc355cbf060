internal import Grading

/// When dossiers of a unit were finished, as far as the clock can be played with.
package struct ClockFigures: Hashable, Sendable {
  /// Finished in the stretch, excluded ones included.
  package internal(set) var resolved = 0
  /// On the due day, in the last minutes of the office hours or behind them.
  package internal(set) var lastMinutes = 0
  /// On a day off, or outside the office hours.
  package internal(set) var outsideHours = 0

  package init() {}

  package init(resolved: Int, lastMinutes: Int, outsideHours: Int) {
    self.resolved = resolved
    self.lastMinutes = lastMinutes
    self.outsideHours = outsideHours
  }

  /// Both together.
  package func adding(_ other: ClockFigures) -> ClockFigures {
    ClockFigures(
      resolved: resolved + other.resolved, lastMinutes: lastMinutes + other.lastMinutes,
      outsideHours: outsideHours + other.outsideHours)
  }
}

/// What an unusual share is: by whole numbers only.
package enum ClockSigns {
  /// Minutes before the office closes that count as its last.
  package static let lastMinutes = 30
  /// The fewest dossiers with the sign, and the fewest finished, of a unit that is named.
  package static let leastMarked = 5
  package static let leastResolved = 20

  /// Whether a unit's share is at least twice that of all others together, and a tenth at least.
  ///
  /// - Parameters:
  ///   - marked: its dossiers with the sign, of `resolved`.
  ///   - allMarked: those of all units, this one included, of `allResolved`.
  package static func isUnusual(
    _ marked: Int, of resolved: Int, all allMarked: Int, of allResolved: Int
  ) -> Bool {
    guard marked >= leastMarked, resolved >= leastResolved, marked * 10 >= resolved else {
      return false
    }
    let (others, othersResolved) = (allMarked - marked, allResolved - resolved)
    return othersResolved > 0 && marked * othersResolved >= 2 * others * resolved
  }
}

/// Counts when the dossiers of an export were finished: one more reading of its records.
/// - Returns: by unit; none when the rules name no calendar.
package func countClockSigns(
  of export: OpenExport, by plan: CountingPlan, _ options: CountingOptions
) -> Result<[ClockFigures], CountFailure> {
  guard let calendar = plan.rules.calendar, let close = calendar.hours.last?.upperBound else {
    return .success([])
  }
  return readBlocks(of: export, options) {
    ClockReader(plan, export, calendar, close: close)
  } take: { reader, block, place in
    reader.take(block, at: place.offset)
  }.map { readers in
    readers.reduce(plan.units.map { _ in ClockFigures() }) { all, reader in
      zip(all, reader.figures).map { $0.adding($1) }
    }
  }
}

/// One worker.
private final class ClockReader: @unchecked Sendable {
  private(set) var figures: [ClockFigures]
  private let reader: RecordReader
  private let calendar: WorkingCalendar
  private let close: Int
  private let columnCount: Int
  private let skips: [RepeatedRow]

  init(_ plan: CountingPlan, _ export: OpenExport, _ calendar: WorkingCalendar, close: Int) {
    reader = RecordReader(plan: plan, export: export)
    self.calendar = calendar
    self.close = close
    columnCount = export.layout.columnCount
    skips = export.repeated
    figures = plan.units.map { _ in ClockFigures() }
  }

  func take(_ block: RecordBlock, at offset: Int) {
    var next = skips.partitioningIndex { $0.offset >= offset }
    block.eachRecord(columnCount: columnCount) { record, begin, _ in
      while next < skips.count, skips[next].offset < offset + begin { next += 1 }
      if next < skips.count, skips[next].offset == offset + begin { return }
      var reading = RecordReading()
      guard reader.read(record, reader.times(record), &reading) == nil else { return }
      switch reading.standing {
      case .early, .onDueDay, .late: take(reading.dossier, reading.unit)
      case .finishedBefore, .receivedAfter, .openInTime, .openOverdue: break
      }
    }
  }

  private func take(_ dossier: DossierTimes, _ unit: Int) {
    let finished = LocalMinute(number: dossier.finished)
    let (day, minute) = (finished.day, finished.ofDay)
    figures[unit].resolved += 1
    if dossier.hasDue, LocalMinute(number: dossier.due).day == day,
      minute >= close - ClockSigns.lastMinutes
    {
      figures[unit].lastMinutes += 1
    }
    // What is closed at 17:00 is closed within the hours that end then.
    let isWithin = calendar.hours.contains { $0.lowerBound <= minute && minute <= $0.upperBound }
    if !calendar.isWorkingDay(day) || !isWithin {
      figures[unit].outsideHours += 1
    }
  }
}
