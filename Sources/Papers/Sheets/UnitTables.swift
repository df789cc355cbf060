internal import Diagnostics
internal import Grading
internal import Reports
internal import Typesetting

/// Tables about one unit that several papers show.
extension RoundPapers {
  /// Points by area: what applies, some layers, and how much of it that is.
  /// - Parameter median: of the block, by area; nil: others' results are not shown.
  func areaTable(
    _ kind: PaperTable.Kind, _ result: UnitResult, _ set: CriteriaSet, layers: [Int],
    median: [String: Exact]?
  ) -> PaperTable {
    let shown = layers[layers.count - 1]
    var table = PaperTable(
      kind,
      [.init(60), .init(18, .trailing)] + layers.map { _ in .init(20, .trailing) }
        + [.init(18, .trailing)] + (median == nil ? [] : [.init(18, .trailing)]))
    table.heads = [
      PaperRow(
        [
          PaperCell(say("Lĩnh vực", "Area")),
          PaperCell(say("Tối đa áp dụng", "Maximum")),
        ] + layers.map { PaperCell(words.layer(round.layers[$0])) } + [
          PaperCell(say("Tỷ lệ (%)", "Share (%)"))
        ] + (median == nil ? [] : [PaperCell(say("Trung vị khối (%)", "Median (%)"))]))
    ]
    for (place, area) in set.areas.enumerated() {
      let last = result.totals[shown]?.areas[place]
      var cells = [
        PaperCell("\(area.id). \(area.title)"), cell(last?.maximum, set),
      ]
      cells += layers.map { cell(result.totals[$0]?.areas[place].points, set) }
      cells.append(share(area.kind == .regular ? last?.index : nil))
      if let median { cells.append(share(area.kind == .regular ? median[area.id] : nil)) }
      table.rows.append(PaperRow(cells))
    }
    var cells = [
      PaperCell(say("Tổng điểm", "Total")), cell(result.totals[shown]?.maximum, set),
    ]
    cells += layers.map { cell(result.totals[$0]?.points, set) }
    cells.append(PaperCell(""))
    if median != nil { cells.append(PaperCell("")) }
    table.rows.append(PaperRow(cells, isStrong: true))
    var indexes = [
      PaperCell(say("Chỉ số cải cách hành chính (%)", "PAR Index (%)")), PaperCell(""),
    ]
    indexes += layers.map { layer in
      result.totals[layer]?.index.map { cell($0, places: set.rounding.index) }
        ?? PaperCell("–", .center)
    }
    indexes.append(PaperCell(""))
    if median != nil { indexes.append(PaperCell("")) }
    table.rows.append(PaperRow(indexes, isStrong: true))
    return table
  }

  private func share(_ value: Exact?) -> PaperCell {
    value.map { cell($0, places: 1) } ?? PaperCell("–", .center)
  }

  /// Items whose points two layers give differently, those that move most first, with why.
  /// - Parameter limit: the most rows; nil: all.
  func changeTable(_ unit: Int, from: Int, to: Int, limit: Int?) -> PaperTable {
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    var table = PaperTable(
      .dense, [.init(58), .init(16, .trailing), .init(16, .trailing), .init(90)],
      heads: [
        PaperRow([
          PaperCell(say("Tiêu chí thành phần", "Item")),
          PaperCell(words.layer(round.layers[from])), PaperCell(words.layer(round.layers[to])),
          PaperCell(say("Lý do", "Why")),
        ])
      ])
    let moved = changedItems(unit, from: from, to: to)
    for item in moved.prefix(limit ?? moved.count) {
      let trace = round.trace(unit: unit, item: item.index, layer: to)
      table.rows.append(
        PaperRow([
          PaperCell("\(item.id). \(item.title)"),
          PaperCell(sheets.cell(result.sheets[from][item.index], set)),
          PaperCell(sheets.cell(result.sheets[to][item.index], set)),
          PaperCell(RuleSentence(words, trace, showsOthers: false).text),
        ]))
    }
    return table
  }

  /// Items whose points or state differ between two layers, those that move most first.
  func changedItems(_ unit: Int, from: Int, to: Int) -> [Item] {
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    func size(_ item: Item) -> Exact {
      let difference =
        result.sheets[to][item.index].points - result.sheets[from][item.index].points
      return difference < .zero ? .zero - difference : difference
    }
    return set.items.filter { item in
      let (before, after) = (result.sheets[from][item.index], result.sheets[to][item.index])
      return before.points != after.points || before.state != after.state
    }.sorted { left, right in
      let sizes = (size(left), size(right))
      return sizes.0 == sizes.1 ? left.index < right.index : sizes.0 > sizes.1
    }
  }

  func gapTable(_ shown: [EvidenceGap], _ all: UnitGaps) -> PaperTable {
    PaperTable(
      .dense, [.init(48), .init(40), .init(30), .init(44), .init(22)],
      heads: [
        PaperRow([
          PaperCell(say("Tiêu chí", "Item")), PaperCell(say("Nội dung", "What")),
          PaperCell(say("Điểm", "Points")), PaperCell(say("Việc phải làm", "To do")),
          PaperCell(say("Thời hạn", "Until")),
        ])
      ],
      rows: shown.map { gap in
        var amount = GapAmount()
        for own in UnitGaps.amounts(of: [gap]).values { amount += own }
        return PaperRow([
          PaperCell(gaps.title(gap, all)), PaperCell(gaps.what(gap)),
          PaperCell(gaps.stakes(amount)), PaperCell(gap.code.remedy[words.language]),
          PaperCell(gaps.deadline(gap) ?? "–"),
        ])
      })
  }
}
