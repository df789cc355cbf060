internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Periodic reports as JSON (`parindex/dossier-report@1`); rates are exact.
package struct PeriodicJSON {
  private let reports: [PeriodicReport]

  package init(_ reports: [PeriodicReport]) { self.reports = reports }

  package func text() -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "parindex/dossier-report@1")
      json.member("reports") { json in
        json.array { json in
          for report in reports { json.object { write(report, &$0) } }
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ report: PeriodicReport, _ json: inout JSONWriter) {
    json.member("source") { json in
      json.object { json in
        switch report.origin {
        case .records(let origin): write(origin, &json)
        case .table(let origin):
          json.member("kind", "table")
          json.member("title", origin.title)
          json.member("table", origin.tableID)
          json.member("document", ifPresent: origin.source?.document)
          json.member("corrections", origin.corrections)
          if origin.isIllustrative { json.member("illustrative", true) }
        }
      }
    }
    json.member("late_includes_overdue", report.overdueCounts)
    json.member("bounds") { json in
      json.object { json in
        json.member("watch", report.bounds.watch.canonicalText)
        json.member("accountable", report.bounds.accountable.canonicalText)
        json.member("at_least", report.bounds.atLeast)
      }
    }
    json.member("period") { $0.object { write(report.whole, report, &$0) } }
    json.member("parts") { json in
      json.array { json in
        for sheet in report.parts { json.object { write(sheet, report, &$0) } }
      }
    }
    if let before = report.before {
      json.member("before") { $0.object { write(before, report, &$0) } }
    }
    json.member("movements") { json in
      json.array { json in
        let sheets =
          (report.before.map { [$0] } ?? [])
          + (report.parts.isEmpty ? [report.whole] : report.parts)
        for (before, now) in zip(sheets, sheets.dropFirst()) {
          json.object { write(from: before, to: now, report, &$0) }
        }
      }
    }
    json.member("breakdowns") { json in
      json.object { json in
        for breakdown in report.breakdowns {
          json.member(breakdown.by.rawValue) { $0.array { write(breakdown, report, &$0) } }
        }
      }
    }
    if case .records(let origin) = report.origin {
      json.member("clock") { $0.array { write(origin.clock, report, &$0) } }
    }
  }

  private func write(_ origin: CountedOrigin, _ json: inout JSONWriter) {
    json.member("kind", "records")
    json.member("title", origin.records.title)
    json.member("rules", origin.rules.title)
    if origin.records.isIllustrative { json.member("illustrative", true) }
    json.member("exclusions") { json in
      json.array { json in
        for (exclusion, count) in zip(origin.rules.exclusions, origin.excluded) {
          json.object { json in
            json.member("id", exclusion.id)
            json.member("applied", count != nil)
            if let count { json.member("excluded", count) }
          }
        }
      }
    }
    json.member("lists") { json in
      json.object { json in
        for (list, count) in zip(origin.rules.lists, origin.listed) {
          if let count { json.member(list.id, count) }
        }
      }
    }
    json.member("rows", origin.quality.rows)
    json.member("repeated") { json in
      if let repeated = origin.quality.repeated { json.integer(repeated) } else { json.null() }
    }
    json.member("unreadable") { json in
      json.object { json in
        for (reason, count) in origin.quality.unreadable { json.member("\(reason.word)", count) }
      }
    }
    json.member("findings") { json in
      json.object { json in
        for finding in origin.quality.findings {
          json.member(finding.finding.rawValue, finding.count)
        }
      }
    }
  }

  // MARK: A stretch

  private func writeTime(_ time: ReportSheet.Time, _ json: inout JSONWriter) {
    switch time {
    case .counted(let period, let end):
      json.member("id", period.id)
      json.member("from", period.span.start.text)
      json.member("before", period.span.end.text)
      json.member("as_of_before", end.text)
    case .printed(let text, let day):
      json.member("id", ifPresent: text)
      json.member("closed_on", ifPresent: day?.isoText)
    }
  }

  private func write(_ sheet: ReportSheet, _ report: PeriodicReport, _ json: inout JSONWriter) {
    writeTime(sheet.time, &json)
    json.member("total") { $0.object { write(sheet.total, report, &$0) } }
    json.member("blocks") { json in
      json.array { json in
        for type in sheet.types {
          json.object { json in
            json.member("type", type)
            write(sheet.total(of: type), report, &json)
          }
        }
      }
    }
    json.member("units") { json in
      json.array { json in
        for row in sheet.rows {
          json.object { json in
            json.member(row.isUnit ? "unit" : "group", row.id ?? row.name)
            json.member("name", row.name)
            json.member("parent", ifPresent: row.parent)
            json.member("type", row.type)
            write(row.figures, report, &json)
          }
        }
      }
    }
    let lists = report.lists(sheet)
    json.member("lists") { json in
      json.object { json in
        for (name, places) in [
          ("watch", lists.watch.map(\.row)), ("accountable", lists.accountable.map(\.row)),
          ("below", lists.below), ("none_late", lists.withoutLate),
          ("none_resolved", lists.withoutResolved), ("no_dossiers", lists.withoutDossiers),
          ("too_few", lists.tooFew), ("missing", lists.missing), ("doubtful", lists.doubtful),
        ] {
          json.member(name) { json in
            json.array { json in
              for place in places { json.string(sheet.rows[place].id ?? sheet.name(place)) }
            }
          }
        }
      }
    }
  }

  private func write(
    _ figures: ReportFigures, _ report: PeriodicReport, _ json: inout JSONWriter
  ) {
    for metric in DossierMetric.allCases {
      if let value = figures[metric] { json.member(metric.rawValue, value) }
    }
    if !figures.doubtful.isEmpty {
      json.member("doubtful") { json in
        json.array { json in
          for metric in DossierMetric.allCases where figures.doubtful.contains(metric) {
            json.string(metric.rawValue)
          }
        }
      }
    }
    write("late_rate", report.rate(figures), &json)
    if figures[.unresolvedOverdue] != nil {
      write("late_rate_with_overdue", figures.late?.rate(overdueCounts: true), &json)
    }
  }

  private func write(_ key: String, _ rate: Exact?, _ json: inout JSONWriter) {
    json.key(key)
    if let rate { json.string(rate.canonicalText) } else { json.null() }
  }

  // MARK: Between stretches

  private func write(
    from before: ReportSheet, to now: ReportSheet, _ report: PeriodicReport,
    _ json: inout JSONWriter
  ) {
    let movement = report.movement(from: before, to: now)
    json.member("from") { $0.object { writeTime(before.time, &$0) } }
    json.member("to") { $0.object { writeTime(now.time, &$0) } }
    write("late_rate_before", report.rate(before.total), &json)
    write("late_rate", report.rate(now.total), &json)
    for (name, changes) in [("entered", movement.entered), ("left", movement.left)] {
      json.member(name) { json in
        json.array { json in
          for change in changes {
            json.object { json in
              json.member("unit", now.rows[change.row].id ?? now.name(change.row))
              write("before", change.before, &json)
              write("now", change.now, &json)
            }
          }
        }
      }
    }
  }

  private func write(
    _ breakdown: ReportBreakdown, _ report: PeriodicReport, _ json: inout JSONWriter
  ) {
    for row in breakdown.rows {
      json.object { json in
        if let unit = row.unit { json.member("unit", report.whole.rows[unit].id ?? "") }
        json.member("name", row.name)
        write(row.figures, report, &json)
      }
    }
  }

  private func write(
    _ clock: [ClockFigures], _ report: PeriodicReport, _ json: inout JSONWriter
  ) {
    let all = clock.reduce(ClockFigures()) { $0.adding($1) }
    for (place, figures) in clock.enumerated() where figures.resolved > 0 {
      json.object { json in
        json.member("unit", report.whole.rows[place].id ?? "")
        json.member("resolved", figures.resolved)
        json.member("last_minutes", figures.lastMinutes)
        json.member(
          "last_minutes_unusual",
          ClockSigns.isUnusual(
            figures.lastMinutes, of: figures.resolved, all: all.lastMinutes, of: all.resolved))
        json.member("outside_hours", figures.outsideHours)
        json.member(
          "outside_hours_unusual",
          ClockSigns.isUnusual(
            figures.outsideHours, of: figures.resolved, all: all.outsideHours, of: all.resolved))
      }
    }
  }
}
