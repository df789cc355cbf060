internal import Diagnostics
internal import DossierCounting
internal import Grading

/// What moved between stretches, and when dossiers were finished.
extension PeriodicJSON {
  func write(
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

  func write(
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
