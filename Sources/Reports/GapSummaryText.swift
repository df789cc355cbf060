internal import Diagnostics
package import Grading

/// The gaps of a whole round, by kind and by unit.
extension GapReport {
  /// Two tables: how often each kind occurs, and what is at stake for each unit.
  /// - Parameters:
  ///   - limit: how many units are listed at most, those with most at stake; nil: all.
  ///   - rest: where the others can be seen: a file or a command.
  package func summary(_ all: [UnitGaps], limit: Int? = nil, rest: String? = nil) -> String {
    let summary = GapSummary(all)
    let numbers = sentences.numbers
    var lines = [
      say(
        "\(round.plan.title): nội dung phải bổ sung, giải trình",
        "\(round.plan.title): what is missing or to be explained")
    ]
    if all.contains(where: { isIllustrative($0.unit) }) { lines.append(illustrative) }
    lines.append(stakes(summary.total))
    lines += ["", say("Theo loại", "By kind")]
    let stakesColumns = [say("chưa được tính", "withheld"), say("có thể mất", "in danger")]
    lines += table(
      [
        [
          say("mã", "code"), say("nội dung", "kind"), say("số lượng", "gaps"),
          say("cơ quan", "units"),
        ]
          + stakesColumns
      ]
        + summary.kinds.map {
          [
            $0.code.rawValue, $0.code.title[language], String($0.gaps), String($0.units),
            numbers.number($0.amount.withheld), numbers.number($0.amount.endangered),
          ]
        }, textColumns: 2)
    let shown = summary.units.prefix(limit ?? summary.units.count)
    lines += ["", say("Theo cơ quan, đơn vị, địa phương", "By unit")]
    lines += table(
      [
        [say("cơ quan, đơn vị", "unit"), say("số lượng", "gaps"), say("lỗi", "errors")]
          + stakesColumns
      ]
        + shown.map {
          [
            round.units[$0.unit].record.unit.name, String($0.gaps), String($0.errors),
            numbers.number($0.amount.withheld), numbers.number($0.amount.endangered),
          ]
        }, textColumns: 1)
    let others = summary.units.count - shown.count
    if others > 0 {
      let place = rest.map { say(", xem \($0)", ", see \($0)") } ?? ""
      lines.append(
        "  "
          + say(
            "… và \(others) cơ quan, đơn vị, địa phương khác\(place)",
            "… and \(others) others\(place)"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Columns parted by two spaces: texts to the left, numbers to the right.
  private func table(_ rows: [[String]], textColumns: Int) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column < textColumns ? cell + space : space + cell
      }
      return "  " + cells.joined(separator: "  ")
    }
  }
}
