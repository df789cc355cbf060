package import DossierCounting
package import Grading

/// A stretch with what was counted in it.
package struct CountedStretch: Sendable {
  let period: ReportPeriod
  let count: DossierCount

  package init(_ period: ReportPeriod, _ count: DossierCount) {
    self.period = period
    self.count = count
  }
}

extension PeriodicReport {
  /// A report of counted records.
  /// - Parameters:
  ///   - rules: as they are written; the figures were counted by what they say of a report.
  ///   - fields: what the exports have columns of.
  ///   - isBeforeOutside: whether the stretch before was left out for lying outside the window.
  ///   - clock: by unit; none when nobody looked.
  package init(
    rules: DossierRules, records: CaseRecords, units: [Unit],
    fields: Set<RecordField>, excludes: Bool,
    bounds: ReportBounds, whole: CountedStretch, parts: [CountedStretch], before: CountedStretch?,
    isBeforeOutside: Bool, groups: [(groups: DossierGroups, count: DossierCount)],
    clock: [ClockFigures],
    areRepeatsFound: Bool
  ) {
    func sheet(_ stretch: CountedStretch) -> ReportSheet {
      ReportSheet(stretch, units: units, fields, asOf: records.asOf)
    }
    let total = whole.count.total
    var place = 0
    let excluded = rules.exclusions.map { exclusion -> Int? in
      guard excludes, !exclusion.isOnlyOfWindow else { return nil }
      place += 1
      return total.excludedInside(by: place - 1)
    }
    let origin = CountedOrigin(
      rules: rules, records: records, excludes: excludes, excluded: excluded,
      listed: rules.lists.enumerated().map { place, list in
        // Only of late and overdue ones it is known that they are of the stretch.
        list.when.contains(.late(true)) || list.when.contains(.overdue(true))
          ? total.listed(place) : nil
      },
      quality: ReportQuality(whole.count, areRepeatsFound: areRepeatsFound),
      clock: clock, isBeforeOutside: isBeforeOutside)
    self.init(
      origin: .records(origin), bounds: bounds, overdueCounts: rules.lateIncludesOverdue,
      whole: sheet(whole), parts: parts.map(sheet), before: before.map(sheet),
      breakdowns: groups.map { ReportBreakdown($0.groups, $0.count, fields) })
  }
}

extension ReportSheet {
  init(
    _ stretch: CountedStretch, units: [Unit], _ fields: Set<RecordField>, asOf: LocalMinute?
  ) {
    let names = Dictionary(units.map { ($0.id, $0.name) }) { first, _ in first }
    let rows = zip(units, stretch.count.units).map { unit, count in
      ReportRow(
        id: unit.id, name: unit.name, type: unit.type,
        parent: unit.parent.map { names[$0] ?? $0 }, figures: ReportFigures(count, fields))
    }
    let end = stretch.period.span.end
    self.init(time: .counted(stretch.period, until: min(end, asOf ?? end)), rows: rows)
  }
}

extension ReportBreakdown {
  init(_ groups: DossierGroups, _ count: DossierCount, _ fields: Set<RecordField>) {
    by = groups.by
    rows = count.units.enumerated().compactMap { place, figures in
      let figures = ReportFigures(figures, fields)
      guard figures[.received] != 0 || figures[.excluded] != 0 else { return nil }
      let unit = groups.units.indices.contains(place) ? groups.units[place] : -1
      return Row(name: groups.names[place], unit: unit < 0 ? nil : unit, figures: figures)
    }
  }
}

extension ReportQuality {
  init(_ count: DossierCount, areRepeatsFound: Bool) {
    rows = count.rows
    unreadable = RejectReason.allCases.filter { !$0.isRepeat && count.rejected(for: $0) > 0 }
      .map { ($0, count.rejected(for: $0)) }
    repeated = areRepeatsFound ? count.repeated : nil
    findings = RecordFinding.allCases.compactMap { finding in
      let units = count.units.enumerated().map { (row: $0, count: $1.count(of: finding)) }
        .filter { $0.count > 0 }
      guard !units.isEmpty else { return nil }
      return Finding(
        finding: finding, count: units.reduce(0) { $0 + $1.count },
        units: units.sorted { ($1.count, $0.row) < ($0.count, $1.row) })
    }
  }
}
