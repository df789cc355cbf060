internal import Grading
internal import Reports
internal import Typesetting

/// What the points of a group's units are made of: areas as columns, and for each unit what applied,
/// what it claimed, what appraisal left and what counts.
extension RoundPapers {
  /// A line of a unit in the table of points.
  private enum Line {
    case maximum
    /// A place in `Round.layers`.
    case layer(Int)
  }

  private var lines: [Line] {
    [.maximum, .layer(0)] + (appraised.map { [.layer($0)] } ?? []) + [.layer(last)]
  }

  func scoreAnnex(_ group: RankingGroup, number: Int, _ council: Council) -> PaperSection {
    let block = round.plan.blocks[group.block]
    let title = say("Bảng tổng hợp điểm", "Points,")
    let areas = areas(group)
    let count = areas.count
    var table = PaperTable(
      .dense,
      [.init(11, .center), .init(40), .init(30)]
        + areas.map { _ in .init(13, .trailing) }
        + [
          .init(17, .trailing), .init(17, .trailing), .init(14, .center), .init(17, .center),
        ])
    table.heads = [
      PaperRow([
        PaperCell(say("TT", "No."), rows: 2),
        PaperCell(say("Cơ quan, đơn vị, địa phương", "Unit"), rows: 2),
        PaperCell(say("Điểm", "Points"), rows: 2),
        PaperCell(say("Lĩnh vực", "Areas"), columns: max(count, 1)),
        PaperCell(say("Tổng điểm", "Total"), rows: 2),
        PaperCell(say("Chỉ số (%)", "Index (%)"), rows: 2),
        PaperCell(say("Thứ hạng", "Place"), rows: 2),
        PaperCell(say("Xếp hạng (mức)", "Grade"), rows: 2),
      ]), PaperRow(areas.map { PaperCell($0.id) }),
    ]
    table.rows = listed(group).enumerated().flatMap { place, unit in
      scoreRows(unit, number: place + 1, areas.map(\.id), block)
    }
    return PaperSection(
      name: sectionName(number, title, group), shape: .landscape, mark: mark(of: council),
      blocks: annexHead(number, title, group, council)
        + [note(areaLegend(areas)), .table(table), note(scoreLegend)] + illustration)
  }

  /// What the numbers over the columns stand for: titles would take half of every page.
  private func areaLegend(_ areas: [Area]) -> String {
    say("Lĩnh vực: ", "Areas: ") + areas.map { "\($0.id) - \($0.title)" }.joined(separator: "; ")
      + "."
  }

  private var scoreLegend: String {
    say(
      "Tối đa: tổng điểm tối đa của những nội dung áp dụng với cơ quan, đơn vị, địa phương; KAD: không áp dụng. Tổng điểm không gồm điểm thưởng, điểm trừ; chỉ số đã gồm.",
      "Maximum: of what applies to the unit; n/a: nothing applies. Totals are without bonus and penalty; the index has them."
    )
  }

  /// The areas of all sets that the group's units are scored by, once each.
  private func areas(_ group: RankingGroup) -> [Area] {
    var areas: [Area] = []
    for unit in group.units {
      for area in round.sets[round.units[unit].record.set].areas
      where !areas.contains(where: { $0.id == area.id }) {
        areas.append(area)
      }
    }
    return areas
  }

  private func scoreRows(
    _ unit: Int, number: Int, _ areas: [String], _ block: Block
  ) -> [PaperRow] {
    let result = round.units[unit]
    let name = result.record.unit.name
    if let absence = absence(unit) {
      return [
        PaperRow([
          cell(number), PaperCell(name), PaperCell(absence, .leading, columns: areas.count + 5),
        ])
      ]
    }
    let height = lines.count
    let total = result.totals[last]
    return lines.enumerated().map { place, line in
      var cells: [PaperCell] = []
      if place == 0 {
        var count = cell(number)
        count.rows = height
        cells = [count, PaperCell(name, rows: height)]
      }
      cells += scoreCells(line, result, areas)
      if place == 0 {
        var rank = total?.place.map { cell($0.number) } ?? PaperCell("–")
        rank.rows = height
        cells += [
          rank,
          PaperCell(total?.grade.map { block.grades[$0.grade].name } ?? "–", rows: height),
        ]
      }
      return PaperRow(cells, isStrong: place == height - 1)
    }
  }

  /// What a line is called, its areas, its total and its index.
  private func scoreCells(_ line: Line, _ result: UnitResult, _ areas: [String]) -> [PaperCell] {
    let set = round.sets[result.record.set]
    let none = PaperCell("–", .center)
    func areaCells(_ total: Total?, _ value: (AreaTotal) -> Exact) -> [PaperCell] {
      areas.map { id in
        guard let total, let place = set.areas.firstIndex(where: { $0.id == id }) else {
          return none
        }
        let sum = total.areas[place]
        let applies = set.areas[place].kind != .regular || !sum.maximum.isZero
        return applies ? cell(value(sum), set) : PaperCell(say("KAD", "n/a"), .center)
      }
    }
    switch line {
    case .maximum:
      let total = result.totals[last]
      return [PaperCell(say("Tối đa", "Maximum"))] + areaCells(total, \.maximum)
        + [cell(total?.maximum, set), PaperCell("")]
    case .layer(let layer):
      let total = result.totals[layer]
      return [PaperCell(words.layer(round.layers[layer]))] + areaCells(total, \.points)
        + [
          cell(total?.points, set),
          total?.index.map { cell($0, places: set.rounding.index) } ?? none,
        ]
    }
  }
}
