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
        case .table(let origin): write(origin, &json)
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
}
