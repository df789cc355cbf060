package import Diagnostics
package import DossierCounting
internal import Grading

/// Periodic figures for a spreadsheet: one row for each unit and stretch, or for each group.
package struct PeriodicCSV {
  private let reports: [PeriodicReport]
  private let words: ReportWords
  private let language: Language
  /// nil: by unit.
  private let grouping: DossierGrouping?

  /// - Parameter grouping: rows are its groups, over the whole; nil: units, stretch by stretch.
  package init(
    _ reports: [PeriodicReport], language: Language, grouping: DossierGrouping? = nil
  ) {
    self.reports = reports
    self.language = language
    self.grouping = grouping
    words = ReportWords(language)
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  package func text() -> String {
    var csv = CSVText(language)
    let has = reports.reduce(into: Set<DossierMetric>()) { all, report in
      all.formUnion(report.whole.total.metrics)
    }
    let metrics = DossierMetric.allCases.filter(has.contains)
    let tables = reports.count > 1 ? [say("Bảng", "Table")] : []
    let front =
      grouping.map { [words.capital(words.grouping($0))] } ?? [
        say("Mã", "Id"), say("Cơ quan, đơn vị, địa phương", "Unit"), say("Khối", "Block"),
      ]
    csv.row(
      tables + [say("Kỳ", "Period"), say("Từ ngày", "From"), say("Đến hết ngày", "Through")] + front
        + metrics.map { words.capital(words.words.metric($0)) }
        + [
          say("Tỷ lệ trễ hạn (%)", "Late rate (%)"),
          say("Tỷ lệ trễ hạn kể cả quá hạn (%)", "Late rate with overdue (%)"),
        ] + (grouping == nil ? [say("Danh sách", "List")] : []))
    for report in reports {
      if let grouping {
        for breakdown in report.breakdowns where breakdown.by == grouping {
          for row in breakdown.rows {
            csv.row(
              time(report.whole) + [words.group(row.name, grouping)]
                + cells(row.figures, report, metrics, csv))
          }
        }
        continue
      }
      let sheets = report.parts.isEmpty ? [report.whole] : report.parts
      for sheet in sheets { write(sheet, report, metrics, &csv) }
    }
    return csv.text
  }

  private func write(
    _ sheet: ReportSheet, _ report: PeriodicReport, _ metrics: [DossierMetric],
    _ csv: inout CSVText
  ) {
    let lists = report.lists(sheet)
    let accountable = Set(lists.accountable.map(\.row))
    let watched = Set(lists.watch.map(\.row))
    let none = Set(lists.withoutLate)
    var table: [String] = []
    if reports.count > 1, case .table(let origin) = report.origin { table = [origin.tableID] }
    for (place, row) in sheet.rows.enumerated() {
      let list =
        accountable.contains(place)
        ? say("kiểm điểm trách nhiệm", "accountable")
        : watched.contains(place)
          ? say("theo dõi", "watch")
          : none.contains(place) ? say("không trễ hạn", "none late") : ""
      csv.row(
        table + time(sheet) + [row.id ?? "", row.name, words.block(row.type)]
          + cells(row.figures, report, metrics, csv) + [list])
    }
  }

  private func time(_ sheet: ReportSheet) -> [String] {
    switch sheet.time {
    case .counted(let period, let end):
      let last = CalendarDay(number: LocalMinute(number: end.number - 1).day.number)
      return [
        period.id, words.words.numbers.date(period.span.start.day), words.words.numbers.date(last),
      ]
    case .printed(let text, let day):
      return [text ?? "", "", day.map { words.words.numbers.date($0) } ?? ""]
    }
  }

  private func cells(
    _ figures: ReportFigures, _ report: PeriodicReport, _ metrics: [DossierMetric], _ csv: CSVText
  ) -> [String] {
    let overdue = figures[.unresolvedOverdue] == nil ? nil : figures.late?.rate(overdueCounts: true)
    return metrics.map { figures[$0].map(String.init) ?? "" }
      + [report.rate(figures), overdue].map { rate in
        csv.number(rate.map { ($0 * .hundred).rounded(places: 2, mode: .halfUp) })
      }
  }
}
