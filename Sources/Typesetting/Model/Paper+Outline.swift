extension Paper {
  /// Everything that stands in the paper as plain text, one line a paragraph or a row: for tests,
  /// and for whoever wants to see what is in it without opening it.
  package var outline: String {
    var lines = ["# \(title)"]
    for section in sections {
      let mark = section.mark.map { " [\($0)]" } ?? ""
      lines += ["", "## \(section.name) (\(section.shape))\(mark)"]
      for block in section.blocks {
        switch block {
        case .paragraph(let paragraph):
          lines.append("\(paragraph.style.rawValue): \(marked(paragraph.runs))")
        case .space(let points): lines.append("space: \(points)")
        case .table(let table): lines += outline(table)
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func outline(_ table: PaperTable) -> [String] {
    let shares = table.columns.map { "\($0.share)" }.joined(separator: " ")
    return ["table \(table.kind): \(shares)"] + table.heads.map { "  = \(outline($0))" }
      + table.rows.map { "  \($0.isStrong ? "*" : "-") \(outline($0))" }
  }

  private func outline(_ row: PaperRow) -> String {
    row.cells.map { cell in
      let parts = cell.parts.map { part in
        switch part {
        case .words(let runs): marked(runs)
        case .paragraph(let paragraph): "\(paragraph.style.rawValue): \(marked(paragraph.runs))"
        case .rule: "──"
        }
      }
      let reach =
        cell.columns == 1 && cell.rows == 1 ? "" : " {\(cell.columns)×\(cell.rows)}"
      let number = cell.number.map { $0.digits == cell.text ? " #" : " #\($0.digits)" } ?? ""
      return parts.joined(separator: " / ") + number + reach
    }.joined(separator: " | ")
  }

  private func marked(_ runs: [PaperRun]) -> String {
    runs.map { run in
      let sign = (run.isBold ? "**" : "") + (run.isItalic ? "_" : "")
      return sign + run.text.replacing("\n", with: "⏎") + String(sign.reversed())
    }.joined()
  }
}
