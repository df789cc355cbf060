internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// A unit's dossier figures, and where it stood in earlier rounds.
extension Site {
  func writeDossiers(_ unit: Unit, _ page: inout HTMLWriter) {
    guard let table = round.plan.figures.tables["dossiers"], table.hasRow(unit.id) else { return }
    let values = PlainValueWords(language)
    var known: [(column: FigureName, value: FigureValue, source: String)] = []
    var missing: [String] = []
    for column in table.columns {
      let value = table.value(column.column, unit: unit.id)
      if value == .missing {
        missing.append(column.title)
      } else {
        known.append((column, value, source(table.origin(column.column, unit: unit.id), of: table)))
      }
    }
    page.element("h2", text: say("Kết quả giải quyết hồ sơ TTHC", "Dossier figures"))
    let sources = Set(known.map(\.source))
    var columns: [HTMLWriter.Column] = [
      .init(say("Số liệu", "Figure")), .init(say("Giá trị", "Value"), isNumber: true),
    ]
    if sources.count > 1 { columns.append(.init(say("Nguồn, kỳ số liệu", "Source, period"))) }
    page.table(id: "ho-so", caption: table.title, columns) { body in
      body.element("tbody") { rows in
        for figure in known {
          rows.row { row in
            row.element("th", .scope("row")) { authored("span", figure.column.title, &$0) }
            row.numberCell(values.text(figure.value, of: figure.column))
            if sources.count > 1 { row.cell(figure.source) }
          }
        }
      }
    }
    if sources.count == 1, let source = sources.first, !source.isEmpty {
      page.element("p", .class("dim"), text: source + ".")
    }
    if !missing.isEmpty {
      page.element(
        "p", .class("dim"),
        text: say("Không có số liệu: ", "No figures: ") + missing.joined(separator: "; ") + ".")
    }
    page.line()
  }

  private func source(_ origin: FigureOrigin, of table: FigureTable) -> String {
    var text: [String] = []
    if origin.source != table.title { text.append(origin.source) }
    if let period = origin.period { text.append(period) }
    if let day = origin.closedOn {
      text.append(say("chốt ngày \(numbers.date(day))", "closed on \(numbers.date(day))"))
    }
    if origin.isIllustrative { text.append(words.illustrationMark) }
    if parts.notes, let note = origin.note { text.append(note) }
    return text.joined(separator: "; ")
  }

  // MARK: History

  /// Index, grade and place of earlier rounds and this one.
  func writeHistory(_ unit: Int, _ page: inout HTMLWriter) {
    let id = round.units[unit].record.unit.id
    let before = earlier.compactMap { past in past.unit(id).map { (past, $0) } }
    guard !before.isEmpty else { return }
    page.element("h2", text: say("Thứ hạng qua các kỳ đánh giá", "Places over the rounds"))
    let columns: [HTMLWriter.Column] = [
      .init(say("Năm", "Year")), .init(say("Chỉ số (%)", "Index (%)"), isNumber: true),
      .init(say("Thứ hạng", "Place"), isNumber: true),
      .init(say("Số nơi được xếp hạng", "Ranked units"), isNumber: true),
      .init(say("Xếp hạng (mức)", "Grade")),
    ]
    page.table(id: "cac-ky", caption: say("Các kỳ đánh giá", "Rounds"), columns) { table in
      table.element("tbody") { body in
        for (past, place) in [(own, unit)] + before { writeYear(past, place, &body) }
      }
    }
    page.element(
      "p", .class("dim"),
      text: say(
        "Bộ tiêu chí của các kỳ có thể khác nhau; chỉ số của hai kỳ chỉ so sánh được khi bộ tiêu chí như nhau.",
        "Criteria may differ from round to round; indexes compare only where the criteria are the same."
      ))
    page.line()
  }

  private func writeYear(_ past: RankedRound, _ unit: Int, _ page: inout HTMLWriter) {
    let round = past.round
    let result = round.units[unit]
    let total = round.hasShownResult(unit) ? result.totals.last ?? nil : nil
    let block = round.plan.blocks[result.record.block]
    page.row { row in
      row.element("th", .scope("row"), text: String(round.plan.calendar.year))
      row.numberCell(
        total?.index.map {
          numbers.fixed($0, places: round.sets[result.record.set].rounding.index)
        } ?? "–")
      row.numberCell(total?.place.map { numbers.count($0.number) } ?? "–")
      row.numberCell(numbers.count(past.rankedBeside[unit]))
      row.cell(total?.grade.map { block.grades[$0.grade].name } ?? "–")
    }
  }
}
