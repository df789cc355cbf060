internal import Diagnostics
package import Grading

/// Remedy plans as a table for a spreadsheet, one row a lost item; days in ISO form.
extension RemedyReport {
  package func csv(_ plans: [RemedyPlan]) -> String {
    var csv = CSVText(words.language)
    csv.row([
      "unit", "name", "block", "item", "title", "maximum", "points", "lost", "state", "cause",
      "measure", "person", "due", "done", "outcome", "evidence", "source", "illustrative",
    ])
    for plan in plans {
      let record = unit(plan).record
      for entry in items(plan) {
        let item = set(plan).items[entry.item]
        let remedy = entry.remedy
        csv.row([
          record.unit.id, record.unit.name, round.plan.blocks[record.block].id, item.id,
          item.title, csv.number(item.maximum), csv.number(entry.points), csv.number(entry.lost),
          entry.state.rawValue, remedy?.cause ?? "", remedy?.measure ?? "", remedy?.person ?? "",
          remedy?.due.isoText ?? "", remedy?.done?.isoText ?? "", remedy?.outcome ?? "",
          (remedy?.evidence ?? []).map(\.id).joined(separator: " "),
          remedy.map { round.plan.cited($0.span.citation) } ?? "",
          isIllustrative(plan) ? "số liệu minh họa" : "",
        ])
      }
    }
    return csv.text
  }
}
