internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// A unit's sheet, every layer in its column; what is lost says why.
extension Site {
  func writeSheet(_ unit: Int, _ result: UnitResult, _ page: inout HTMLWriter) {
    let set = round.sets[result.record.set]
    page.element("h2", text: say("Phiếu chấm điểm", "Score sheet"))
    page.element("p") { line in
      authored("span", set.title, &line)
      line.text(". ")
      line.link(
        to: SitePath.method(of: facts.setNames[result.record.set]),
        text: say("Cách chấm từng tiêu chí", "How each item is scored"))
      line.text(".")
    }
    if let legend = sheets.legend(result) { page.element("p", .class("dim"), text: legend) }
    let columns =
      [
        HTMLWriter.Column(say("Mã", "Id")),
        HTMLWriter.Column(say("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, item")),
        HTMLWriter.Column(say("Điểm tối đa", "Maximum"), isNumber: true),
      ] + round.layers.map { HTMLWriter.Column(words.layer($0), isNumber: true) }
    page.table(
      id: "phieu", caption: say("Điểm theo từng bước", "Points by step"), columns, name: "sheet"
    ) { table in
      let rows = sheets.rows(result, set)
      let end = rows.firstIndex { $0.kind == .total } ?? rows.count
      table.element("tbody") { body in
        for row in rows[..<end] { writeRow(row, unit, result, set, &body) }
      }
      table.element("tfoot") { foot in
        for total in rows[end...] {
          foot.row(.class(total.isStrong ? "strong" : "total")) { row in
            row.element(
              "th", .scope("row"), .init("colspan", "3"), text: total.title)
            for cell in total.cells { row.numberCell(cell) }
          }
        }
      }
    }
  }

  private func writeRow(
    _ line: SheetRow, _ unit: Int, _ result: UnitResult, _ set: CriteriaSet,
    _ page: inout HTMLWriter
  ) {
    let name = line.isStrong ? "strong" : line.kind == .criterion ? "group" : "item"
    page.row(.class(name)) { row in
      row.cell(line.id)
      row.element("th", .scope("row")) { head in
        if case .item(let place) = line.kind {
          let item = set.items[place]
          let path = SitePath.criterion(
            set.criteria[item.criterion], of: facts.setNames[result.record.set])
          authored(line.title, to: path, &head)
          if let why = why(unit, item, result) {
            head.element("span", .class("why"), text: why)
          }
        } else {
          authored("span", line.title, &head)
        }
      }
      row.numberCell(line.maximum)
      for cell in line.cells { row.numberCell(cell) }
    }
  }

  /// Why an item has not all its points, or has a bonus or a penalty; else nil.
  func why(_ unit: Int, _ item: Item, _ result: UnitResult) -> String? {
    let outcome = result.sheets[last][item.index]
    let kind = round.sets[result.record.set].areas[item.area].kind
    if outcome.state == .scored {
      guard kind == .regular ? outcome.points < item.maximum : !outcome.points.isZero else {
        return nil
      }
    }
    let trace = round.trace(unit: unit, item: item.index, layer: last)
    return RuleSentence(words, trace, showsReasons: parts.notes).text
  }
}
