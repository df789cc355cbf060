internal import Diagnostics
internal import DossierCounting
internal import Grading

/// The figures of a stretch, of units and of groups.
extension PeriodicJSON {
  func writeTime(_ time: ReportSheet.Time, _ json: inout JSONWriter) {
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

  func write(_ sheet: ReportSheet, _ report: PeriodicReport, _ json: inout JSONWriter) {
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
    guard report.isOfResults else { return }
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

  func write(
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
    guard report.isOfResults else { return }
    write("late_rate", report.rate(figures), &json)
    if figures[.unresolvedOverdue] != nil {
      write("late_rate_with_overdue", figures.late?.rate(overdueCounts: true), &json)
    }
  }

  func write(_ key: String, _ rate: Exact?, _ json: inout JSONWriter) {
    json.key(key)
    if let rate { json.string(rate.canonicalText) } else { json.null() }
  }

  func write(
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
}
