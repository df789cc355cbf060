internal import Diagnostics
internal import Grading

/// Cross-checks as one table for a spreadsheet, one row a use, a figure or an author's item.
extension CrossCheckReport {
  package var csv: String {
    var csv = CSVText(words.language)
    csv.row([
      "section", "kind", "group", "unit", "name", "items", "document", "author", "stated", "held",
      "cases", "mean", "others", "others_mean", "what", "source", "illustrative",
    ])
    var group = 0
    for shared in checks.documents {
      group += 1
      for use in shared.uses {
        row(
          &csv, "documents", shared.kind.rawValue, group: group, use: use, what: mark(shared))
      }
    }
    for figure in checks.figures.differing {
      var row = Row("figures", figure.kind.rawValue)
      row.unit = figure.unit
      row.items = ids(figure.items, of: figure.unit)
      row.stated = shown(figure.statement.stated, csv)
      if case .known(let held) = figure.statement.held { row.held = shown(held, csv) }
      row.what = statement(figure)
      row.source = figure.citation.map(round.plan.cited) ?? ""
      write(row, to: &csv)
    }
    for document in checks.repeated ?? [] {
      guard let previous else { break }
      let before = document.before.map { use($0, in: previous) }.joined(separator: "; ")
      row(&csv, "repeated", "", group: nil, use: document.use, what: before)
    }
    for drift in checks.drift {
      let set = round.sets[drift.set]
      var row = Row("drift", set.id)
      row.items = set.items[drift.item].id
      row.author = drift.author
      row.cases = String(drift.cases)
      row.others = String(drift.others)
      row.mean = csv.number(drift.mean)
      row.othersMean = csv.number(drift.othersMean)
      row.what =
        drift.mean == nil ? say("quá ít lượt để so sánh", "too few cases to compare") : ""
      write(row, to: &csv)
    }
    return csv.text
  }

  private struct Row {
    let section: String
    let kind: String
    var group = ""
    var unit: Int?
    var items = ""
    var document = ""
    var author = ""
    var stated = ""
    var held = ""
    var cases = ""
    var mean = ""
    var others = ""
    var othersMean = ""
    var what = ""
    var source = ""

    init(_ section: String, _ kind: String) {
      self.section = section
      self.kind = kind
    }
  }

  private func row(
    _ csv: inout CSVText, _ section: String, _ kind: String, group: Int?, use: DocumentUse,
    what: String
  ) {
    var row = Row(section, kind)
    row.group = group.map(String.init) ?? ""
    row.unit = use.unit
    row.items = ids(use.items, of: use.unit)
    row.document = round.units[use.unit].record.assessment.shelf[use.document].id
    row.what = what
    write(row, to: &csv)
  }

  private func write(_ row: Row, to csv: inout CSVText) {
    let unit = row.unit.map { round.units[$0].record.unit }
    csv.row([
      row.section, row.kind, row.group, unit?.id ?? "", unit?.name ?? "", row.items, row.document,
      row.author, row.stated, row.held, row.cases, row.mean, row.others, row.othersMean, row.what,
      row.source, words.isIllustrative ? "số liệu minh họa" : "",
    ])
  }

  private func shown(_ value: Value, _ csv: CSVText) -> String {
    if case .number(let number) = value { return csv.number(number) }
    return plain(value)
  }
}
