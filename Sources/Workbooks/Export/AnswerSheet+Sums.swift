internal import Grading
internal import Reports
internal import Spreadsheets

extension AnswerSheet {
  /// What the items of each area and criterion come to, and the whole; live.
  mutating func writeSums() {
    let rows = AnswerSheet.firstRow...max(AnswerSheet.firstRow, row - 1)
    func range(_ column: Column) -> String {
      CellRange(rows: rows, columns: column.rawValue...column.rawValue).absolute
    }
    let points = range(.points)
    for sum in sums {
      let total = claims.filter { claim in
        sum.column == .area
          ? form.set.areas[claim.item.area].id == sum.id
          : form.set.criteria[claim.item.criterion].id == sum.id
      }.compactMap(\.claim).reduce(.zero, +)
      // The letter in front keeps 1.10 from being taken for 1.1.
      put(
        .formula(
          "=SUMIF(\(range(sum.column)),\"c\(sum.id)\",\(points))", result: result(total)),
        .points, sum.style, row: sum.row)
    }
    writeTotal(range)
    for claim in claims {
      let cell = CellAddress(row: claim.row, column: Column.points.rawValue)
      let most = CellAddress(row: claim.row, column: Column.maximum.rawValue)
      sheet.highlight(
        CellRange(cell), where: "=AND(ISNUMBER(\(cell.text)),\(cell.text)>\(most.text))",
        ink: FormStyles.red, fill: FormStyles.pink)
    }
  }

  private mutating func writeTotal(_ range: (Column) -> String) {
    let regular = form.set.areas.filter { $0.kind == .regular }
    let total = claims.filter { form.set.areas[$0.item.area].kind == .regular }
      .compactMap(\.claim).reduce(.zero, +)
    let parts = regular.map { "SUMIF(\(range(.area)),\"c\($0.id)\",\(range(.points)))" }
    let extra = regular.count == form.set.areas.count ? "" : " (chưa gồm điểm thưởng, điểm trừ)"
    let style = FormStyles.totals(FormStyles.area)
    let head = FormStyles.area.with { $0.horizontal = .right }
    sheet.merge(
      CellRange(rows: 2...2, columns: Column.id.rawValue...Column.rule.rawValue),
      .text("Tổng điểm tự chấm\(extra)"), head)
    put(InputCell.number(form.set.maximum), .maximum, style, row: 2)
    put(.blank, .value, style, row: 2)
    put(
      .formula("=" + parts.joined(separator: "+"), result: result(total)), .points, style, row: 2)
    let typed = claims.filter { $0.claim != nil }.count
    put(
      .formula(
        "=COUNTIFS(\(range(.area)),\"c*\",\(range(.points)),\">-1E+15\")&\"/\(claims.count) mục đã ghi điểm\"",
        result: .text("\(typed)/\(claims.count) mục đã ghi điểm")),
      .document, style.with { $0.isWrapped = false }, row: 2)
  }

  private func result(_ value: Exact) -> FormulaResult {
    CellNumber(value.canonicalText).map { .number($0) } ?? .text(value.canonicalText)
  }
}
