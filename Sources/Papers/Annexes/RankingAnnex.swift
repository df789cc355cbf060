internal import Grading
internal import Reports
internal import Typesetting

/// The ranking of one group.
extension RoundPapers {
  func rankingAnnex(_ group: RankingGroup, number: Int, _ council: Council) -> PaperSection {
    let block = round.plan.blocks[group.block]
    let title = say("Bảng xếp hạng", "Ranking,")
    var table = PaperTable(
      .ruled,
      [
        .init(11, .center), .init(52), .init(17, .trailing), .init(17, .trailing),
        .init(17, .trailing), .init(14, .center), .init(17, .center), .init(36),
      ],
      heads: [
        PaperRow([
          PaperCell(say("TT", "No.")),
          PaperCell(say("Cơ quan, đơn vị, địa phương", "Unit")),
          PaperCell(say("Điểm tối đa áp dụng", "Maximum that applies")),
          PaperCell(say("Tổng điểm đạt được", "Points")),
          PaperCell(say("Chỉ số CCHC (%)", "Index (%)")),
          PaperCell(say("Thứ hạng", "Place")), PaperCell(say("Xếp hạng (mức)", "Grade")),
          PaperCell(say("Ghi chú", "Notes")),
        ])
      ])
    let units = listed(group)
    table.rows = units.enumerated().map { rankingRow($1, number: $0 + 1, block) }
    return PaperSection(
      name: sectionName(number, title, group), mark: mark(of: council),
      blocks: annexHead(number, title, group, council)
        + [.table(table), note(counts(units, block)), note(rankings.basis(block))]
        + (rankings.breakers(block).map { [note($0)] } ?? []) + sealed + illustration)
  }

  private func rankingRow(_ unit: Int, number: Int, _ block: Block) -> PaperRow {
    let result = round.units[unit]
    let name = result.record.unit.name
    if let absence = absence(unit) {
      let nothing = PaperCell("–", .center)
      return PaperRow(
        [cell(number), PaperCell(name)] + Array(repeating: nothing, count: 5)
          + [PaperCell(absence)])
    }
    let set = round.sets[result.record.set]
    let total = result.totals[last]
    let isRanked = total?.place != nil
    let notes =
      total?.index == nil
      ? [say("không có nội dung nào áp dụng", "nothing applies")]
      : rankings.notes(result, last, block, isRanked: isRanked)
    return PaperRow([
      cell(number), PaperCell(name), cell(total?.maximum, set), cell(total?.points, set),
      total?.index.map { cell($0, places: set.rounding.index) } ?? PaperCell("–", .center),
      total?.place.map { cell($0.number) } ?? PaperCell("–"),
      PaperCell(total?.grade.map { block.grades[$0.grade].name } ?? "–"),
      PaperCell(notes.joined(separator: "; ")),
    ])
  }

  /// "Tổng số: 21; được xếp hạng: 21; Tốt: 9; Khá: 12; …".
  private func counts(_ units: [Int], _ block: Block) -> String {
    let totals = units.filter(round.hasShownResult).compactMap { round.units[$0].totals[last] }
    let grades = block.grades.enumerated().map { place, grade in
      "\(grade.name): \(numbers.count(totals.count { $0.grade?.grade == place }))"
    }
    let ranked = totals.count { $0.place != nil }
    return
      ([
        say("Tổng số: \(numbers.count(units.count))", "Units: \(numbers.count(units.count))"),
        say("được xếp hạng: \(numbers.count(ranked))", "ranked: \(numbers.count(ranked))"),
      ] + grades).joined(separator: "; ") + "."
  }
}
