/// The tables of a DOCX.
extension DocumentPart {
  func write(_ table: PaperTable, _ width: Double, _ body: inout XMLWriter) {
    let widths = widths(table, width)
    body.element("w:tbl") { part in
      part.element("w:tblPr") { properties in
        properties.empty("w:tblW", ["w:w": twips(width), "w:type": "dxa"])
        if table.kind != .open {
          properties.element("w:tblBorders") { borders in
            let line: KeyValuePairs<StaticString, String> = [
              "w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000",
            ]
            borders.empty("w:top", line)
            borders.empty("w:left", line)
            borders.empty("w:bottom", line)
            borders.empty("w:right", line)
            borders.empty("w:insideH", line)
            borders.empty("w:insideV", line)
          }
        }
        properties.empty("w:tblLayout", ["w:type": "fixed"])
        let side = table.kind == .ruled ? "80" : table.kind == .dense ? "60" : "40"
        let down = table.kind == .ruled ? "40" : table.kind == .dense ? "20" : "0"
        properties.element("w:tblCellMar") { margins in
          margins.empty("w:top", ["w:w": down, "w:type": "dxa"])
          margins.empty("w:left", ["w:w": side, "w:type": "dxa"])
          margins.empty("w:bottom", ["w:w": down, "w:type": "dxa"])
          margins.empty("w:right", ["w:w": side, "w:type": "dxa"])
        }
      }
      part.element("w:tblGrid") { grid in
        for width in widths { grid.empty("w:gridCol", ["w:w": String(width)]) }
      }
      write(table.heads, table, widths, isHead: true, &part)
      write(table.rows, table, widths, isHead: false, &part)
    }
  }

  /// In twips; they add up to the whole width.
  private func widths(_ table: PaperTable, _ width: Double) -> [Int] {
    let all = max(1, table.columns.reduce(0) { $0 + $1.share })
    let whole = Int((width * 20).rounded())
    var sum = 0
    return table.columns.map { column in
      let start = whole * sum / all
      sum += column.share
      return whole * sum / all - start
    }
  }

  private func write(
    _ rows: [PaperRow], _ table: PaperTable, _ widths: [Int], isHead: Bool,
    _ part: inout XMLWriter
  ) {
    let grid = TableGrid(rows, columns: table.columns.count)
    for (number, row) in rows.enumerated() {
      let own = Dictionary(
        uniqueKeysWithValues: grid.places.filter { $0.row == number }.map { ($0.column, $0) })
      part.element("w:tr") { line in
        line.element("w:trPr") { properties in
          properties.empty("w:cantSplit")
          if isHead { properties.empty("w:tblHeader") }
        }
        var column = 0
        while column < table.columns.count {
          let place = own[column] ?? grid.covered[number][column]
          let reach = place?.columns ?? 1
          let width = widths[column..<min(column + reach, widths.count)].reduce(0, +)
          writeCell(
            place, isOwn: own[column] != nil, width, table, isHead: isHead,
            // A group of rows that share a cell stays on one page.
            isStrong: row.isStrong, staysWithNext: grid.lastOfGroup[number] > number, &line)
          column += reach
        }
      }
    }
  }

  private func writeCell(
    _ place: TableGrid.Place?, isOwn: Bool, _ width: Int, _ table: PaperTable, isHead: Bool,
    isStrong: Bool, staysWithNext: Bool, _ line: inout XMLWriter
  ) {
    line.element("w:tc") { cell in
      cell.element("w:tcPr") { properties in
        properties.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
        if let place, place.columns > 1 {
          properties.empty("w:gridSpan", ["w:val": String(place.columns)])
        }
        if let place, place.rows > 1 {
          properties.empty("w:vMerge", ["w:val": isOwn ? "restart" : "continue"])
        }
        if table.kind != .open { properties.empty("w:vAlign", ["w:val": "center"]) }
      }
      let parts = isOwn ? place?.cell.parts ?? [] : []
      for part in parts {
        writePart(
          part, place, table, isHead: isHead, isStrong: isStrong, staysWithNext: staysWithNext,
          width, &cell)
      }
      if parts.isEmpty {
        cell.element("w:p") { paragraph in
          paragraph.element("w:pPr") { properties in
            properties.empty("w:pStyle", ["w:val": table.cellStyle.rawValue])
            if staysWithNext { properties.empty("w:keepNext") }
          }
        }
      }
    }
  }

  private func writePart(
    _ part: PaperCell.Part, _ place: TableGrid.Place?, _ table: PaperTable, isHead: Bool,
    isStrong: Bool, staysWithNext: Bool, _ width: Int, _ cell: inout XMLWriter
  ) {
    cell.element("w:p") { paragraph in
      switch part {
      case .words(let runs):
        let style = isHead ? table.headStyle : table.cellStyle
        let column = place.map { table.columns[$0.column].alignment }
        let alignment = isHead ? style.look.alignment : place?.cell.alignment ?? column
        writeProperties(style, alignment, staysWithNext, &paragraph)
        for run in runs { write(run, isStrong: isStrong, &paragraph) }
      case .paragraph(let own):
        writeProperties(own.style, place?.cell.alignment, staysWithNext, &paragraph)
        for run in own.runs { write(run, &paragraph) }
      case .rule(let length):
        // A border under an empty line that is indented from both sides.
        let side = max(0, (width - length * 20) / 2)
        paragraph.element("w:pPr") { properties in
          if staysWithNext { properties.empty("w:keepNext") }
          properties.element("w:pBdr") {
            $0.empty(
              "w:top", ["w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "000000"])
          }
          properties.empty(
            "w:spacing",
            ["w:before": "0", "w:after": "0", "w:line": "80", "w:lineRule": "exact"])
          properties.empty("w:ind", ["w:left": String(side), "w:right": String(side)])
        }
      }
    }
  }

  private func writeProperties(
    _ style: PaperStyle, _ alignment: PaperAlignment?, _ staysWithNext: Bool,
    _ paragraph: inout XMLWriter
  ) {
    paragraph.element("w:pPr") { properties in
      properties.empty("w:pStyle", ["w:val": style.rawValue])
      if staysWithNext { properties.empty("w:keepNext") }
      if let alignment, alignment != style.look.alignment {
        properties.empty("w:jc", ["w:val": alignment.word])
      }
    }
  }
}
