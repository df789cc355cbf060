package import DossierCounting
internal import Grading

/// The state of dossiers in a stretch of time: what `parindex dossiers report` writes.
package struct PeriodicReport: Sendable {
  /// Where the figures come from.
  package enum Origin: Sendable {
    case records(CountedOrigin)
    case table(PrintedOrigin)
  }

  package let origin: Origin
  package let bounds: ReportBounds
  /// Whether open overdue dossiers count as late.
  package let overdueCounts: Bool
  package let whole: ReportSheet
  /// The stretches it is made of, in turn; none when none were asked for.
  package let parts: [ReportSheet]
  /// The stretch before the first part, or before the whole.
  package let before: ReportSheet?
  package let breakdowns: [ReportBreakdown]

  init(
    origin: Origin, bounds: ReportBounds, overdueCounts: Bool, whole: ReportSheet,
    parts: [ReportSheet] = [], before: ReportSheet? = nil, breakdowns: [ReportBreakdown] = []
  ) {
    self.origin = origin
    self.bounds = bounds
    self.overdueCounts = overdueCounts
    self.whole = whole
    self.parts = parts
    self.before = before
    self.breakdowns = breakdowns
  }

  /// Whether it tells how dossiers were dealt with; a table may count something else of them alone.
  var isOfResults: Bool { whole.total[.received] != nil }

  func lists(_ sheet: ReportSheet) -> ReportLists {
    ReportLists(sheet, bounds, overdueCounts: overdueCounts)
  }

  func movement(from before: ReportSheet, to now: ReportSheet) -> ReportMovement {
    ReportMovement(from: before, to: now, bounds, overdueCounts: overdueCounts)
  }

  func rate(_ figures: ReportFigures) -> Exact? { figures.late?.rate(overdueCounts: overdueCounts) }
}

/// Figures by something else than the unit.
package struct ReportBreakdown: Sendable {
  package struct Row: Sendable {
    /// As the records write it; empty where they do not say it, and for what was received before.
    package let name: String
    /// By unit and domain: the unit's place.
    package let unit: Int?
    package let figures: ReportFigures
  }

  package let by: DossierGrouping
  /// Those with dossiers in the stretch.
  package let rows: [Row]
}

/// Counted from case records.
package struct CountedOrigin: Sendable {
  package let rules: DossierRules
  package let records: CaseRecords
  package let excludes: Bool
  /// By exclusion of the rules, in their order: how many dossiers it took; nil: it does not apply.
  package let excluded: [Int?]
  /// By list of the rules; nil where it is not of late dossiers.
  package let listed: [Int?]
  package let quality: ReportQuality
  /// By unit; none when they were not looked at.
  package let clock: [ClockFigures]
  /// Whether there is nothing to compare with because it lies outside the rules' window.
  package let isBeforeOutside: Bool
}

/// What was found in the records read, whichever stretch they are of.
package struct ReportQuality: Sendable {
  package struct Finding: Sendable {
    package let finding: RecordFinding
    package let count: Int
    /// The places of the units, the most first.
    package let units: [(row: Int, count: Int)]
  }

  package let rows: Int
  package let unreadable: [(reason: RejectReason, count: Int)]
  /// nil: they were not looked for.
  package let repeated: Int?
  package let findings: [Finding]
}

/// Printed in an official report.
package struct PrintedOrigin: Sendable {
  package let title: String
  package let table: String
  package let tableID: String
  package let source: ReportSource?
  package let isIllustrative: Bool
  package let note: String?
  package let corrections: Int
}
