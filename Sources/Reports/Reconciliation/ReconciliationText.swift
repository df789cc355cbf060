package import Diagnostics
package import DossierCounting
internal import Grading

/// The reconciliation of printed tables as text: what `parindex dossiers reconcile` prints.
package struct ReconciliationText {
  let report: ReconciliationReport
  let words: ReconciliationWords
  private var page = TextPage(isColoured: false)

  package init(_ report: ReconciliationReport, language: Language) {
    self.report = report
    words = ReconciliationWords(language: language)
  }

  /// The whole report.
  package func text() -> String {
    var writer = self
    writer.write()
    return writer.page.text
  }

  private mutating func write() {
    add(0, words("ĐỐI CHIẾU SỐ LIỆU HỒ SƠ THỦ TỤC HÀNH CHÍNH", "RECONCILIATION OF DOSSIER FIGURES"))
    if let source = report.source {
      let date = source.date.map { words(" ngày \(words.day($0))", " of \(words.day($0))") } ?? ""
      add(
        0,
        words(
          "\(report.title) (\(source.document)\(date))",
          "\(report.title) (\(source.document)\(date))"))
    } else {
      add(0, report.title)
    }
    if report.isIllustrative {
      add(0, words("Số liệu minh họa", "Số liệu minh họa (illustrative data)"))
    }
    if let note = report.note { add(0, note) }
    for table in report.tables {
      add()
      write(table)
    }
    writeCrossFindings()
    for list in report.lists {
      add()
      write(list)
    }
    add()
    writeConclusion()
  }

  mutating func add(_ indent: Int = 0, _ text: String = "") {
    if text.isEmpty { page.gap() } else { page.line(text, indent: indent) }
  }

  // MARK: A table

  private mutating func write(_ table: TableReconciliation) {
    let printed = table.table
    add(0, "== \(printed.title)")
    add(0, description(printed))
    add()
    if table.contradictions.isEmpty {
      add(0, words("Không có mâu thuẫn trong bảng.", "Nothing in the table contradicts itself."))
    } else {
      let count = table.contradictions.count
      add(
        0,
        words(
          "\(count) mâu thuẫn trong bảng:",
          "\(count) contradiction\(count == 1 ? "" : "s") in the table:"))
    }
    for (index, contradiction) in table.contradictions.enumerated() {
      write(contradiction, number: index + 1, in: table)
    }
    let isSolved = Set(table.contradictions.flatMap { $0.forced?.changes.map(\.cell) ?? [] })
    for correction in table.corrections where !isSolved.contains(correction.change.cell) {
      add(
        2,
        words("Đính chính khác: ", "Other correction: ")
          + words.change(correction.change, in: printed, namesRow: true) + ". \(correction.reason)")
    }
    let original = Set(table.contradictions.map(\.failing))
    let new = table.remaining.filter { !original.contains($0.failing) }
    if !new.isEmpty {
      add(0, words("Sau đính chính còn mâu thuẫn:", "Contradictions left by the corrections:"))
      for found in new {
        for equation in found.failing { add(2, words.failure(equation, in: table.corrected)) }
      }
    }
    writePercents(table)
    writeMissing(table)
    writeTotals(table)
  }

  private func description(_ table: PrintedTable) -> String {
    let units = table.rows.count { $0.kind == .unit }
    let groups = table.rows.count { $0.kind == .group }
    let totals = table.rows.count { $0.scope != nil }
    var parts: [String] = [words("\(units) cơ quan, đơn vị", "\(units) units")]
    if groups > 0 {
      parts.append(
        words(
          "\(groups) dòng chung cho nhiều đơn vị",
          "\(groups) row\(groups == 1 ? "" : "s") of many units together"))
    }
    if totals > 0 {
      parts.append(words("\(totals) dòng cộng", "\(totals) total\(totals == 1 ? "" : "s")"))
    }
    if let period = table.period { parts.append(period) }
    if let day = table.closedOn {
      parts.append(
        words("tính đến hết ngày \(words.day(day))", "counted through \(words.day(day))"))
    }
    let name = table.file.path.split(separator: "/").last.map(String.init) ?? table.file.path
    return "\(name): " + parts.joined(separator: "; ")
  }

  private mutating func writePercents(_ table: TableReconciliation) {
    guard !table.percentFaults.isEmpty else { return }
    add()
    add(0, words("Tỷ lệ in sai:", "Percentages that are misprinted:"))
    for fault in table.percentFaults {
      let column = table.table.percents[fault.column]
      let figures =
        "\(words.metric(table.table.metrics[column.of])) / \(words.metric(table.table.metrics[column.over]))"
      let printed = words.percent(fault.printed, places: column.places)
      let exact = words.percent(fault.exact, places: column.places)
      let name =
        "\(words.row(fault.row, of: table.table)) (\(words.place(fault.row, of: table.table)))"
      add(
        2,
        words(
          "\(name): \(figures) in \(printed), tính lại là \(exact)",
          "\(name): \(figures) is printed as \(printed) and comes to \(exact)"))
    }
  }

  private mutating func writeMissing(_ table: TableReconciliation) {
    guard !table.missing.isEmpty else { return }
    add()
    add(0, words("Không có số liệu (không phải là 0):", "Missing (which is not 0):"))
    for (row, metrics) in table.missing {
      let isWhole = metrics.count == table.table.metrics.count
      let what =
        isWhole
        ? words("không có số liệu nào", "no figures at all")
        : metrics.map { words.metric(table.table.metrics[$0]) }.joined(separator: ", ")
      let name = "\(words.row(row, of: table.table)) (\(words.place(row, of: table.table)))"
      add(2, table.table.metrics.count == 1 ? name : "\(name): \(what)")
    }
  }

  private mutating func writeTotals(_ table: TableReconciliation) {
    guard !table.totals.isEmpty else { return }
    add()
    add(
      0,
      words(
        "Cộng lại sau khi sửa (tổng in trong ngoặc khi khác):",
        "Totals recomputed after the repairs (as printed in brackets where they differ):"))
    var row: Int?
    var figures: [String] = []
    var missing = 0
    var isExact = true
    func line(_ row: Int) -> String {
      var note = ""
      if missing > 0 {
        note = words(
          " (chỉ gồm các dòng có số liệu; \(missing) dòng không có",
          " (of the rows with figures only; \(missing) ha\(missing == 1 ? "s" : "ve") none")
        if isExact {
          note += words(
            ", theo tổng in thì bằng 0, nhưng vẫn coi là không có số liệu",
            ", which the printed total would take for 0 and which stay missing")
        }
        note += ")"
      }
      return words.row(row, of: table.table) + ": " + figures.joined(separator: " / ") + note
    }
    let header = table.table.metrics.map(words.metric).joined(separator: " / ")
    add(2, header)
    for total in table.totals {
      if let row, row != total.row {
        add(2, line(row))
        figures = []
        missing = 0
        isExact = true
      }
      row = total.row
      missing = max(missing, total.missing)
      isExact = isExact && total.agrees
      figures.append(
        words.count(total.sum) + (total.agrees ? "" : " [\(words.count(total.printed))]"))
    }
    if let row { add(2, line(row)) }
    let wrong = table.totals.count { !$0.agrees }
    add(
      2,
      wrong == 0
        ? words("Mọi tổng đều khớp.", "Every total agrees.")
        : words(
          "\(wrong) tổng không khớp.", "\(wrong) total\(wrong == 1 ? " does" : "s do") not agree."))
  }
}
