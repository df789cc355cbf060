internal import Diagnostics
internal import Grading

extension RankingText {
  /// All units of a block that is ranked in groups, on one list: a comparison, not the ranking.
  package func comparison(block place: Int, layer: Int? = nil) -> String {
    let layer = layer ?? round.layers.count - 1
    let block = round.plan.blocks[place]
    var page = TextPage(isColoured: isColoured)
    page.heading("\(block.title): \(say("bảng đối sánh", "a comparison"))")
    page.line(
      say(
        "Bảng này chỉ để đối sánh giữa các nhóm, không phải kết quả xếp hạng; thứ hạng chính thức là "
          + "thứ hạng trong từng nhóm.",
        "This list only compares units across groups and is no ranking; the places that count are "
          + "those within each group."))
    if let mark = words.roundIllustration { page.line(mark) }
    page.gap()
    var table = TextTable([
      .init(title: say("STT", "No."), alignment: .trailing, limit: 6),
      .init(title: say("Cơ quan, đơn vị, địa phương", "Unit"), limit: 40),
      .init(title: say("Thuộc", "Under"), limit: 30),
      .init(title: say("Chỉ số (%)", "Index (%)"), alignment: .trailing, limit: 10),
      .init(title: say("Xếp hạng (mức)", "Grade"), limit: 14),
      .init(
        title: say("Thứ hạng trong nhóm", "Place in its group"), alignment: .trailing, limit: 10),
      .init(title: say("Ghi chú", "Notes"), limit: 40),
    ])
    for (number, unit) in compared(place, layer).enumerated() {
      let result = round.units[unit]
      let set = round.sets[result.record.set]
      let total = result.totals[layer]
      table.add([
        String(number + 1), result.record.unit.name,
        result.record.unit.parent.map(words.unit) ?? "–",
        total?.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–",
        total?.grade.map { block.grades[$0.grade].name } ?? "–",
        total?.place.map { String($0.number) } ?? "–",
        total?.isProvisional == true ? say("tạm tính", "provisional") : "",
      ])
    }
    page.table(table)
    return page.text
  }

  /// Units with an index, the best first; equal ones by name.
  private func compared(_ block: Int, _ layer: Int) -> [Int] {
    let basis = round.plan.blocks[block].rankedOn
    let rows = round.groups.filter { $0.block == block }.flatMap(\.units)
      .compactMap { unit -> (unit: Int, index: Exact, key: Standings.SortKey)? in
        let result = round.units[unit]
        guard result.totals[layer]?.place != nil,
          let index = result.totals[layer]?.index(on: basis)
        else { return nil }
        return (unit, index, Standings.SortKey(result.record.unit, .pages))
      }
    return rows.sorted { $0.index == $1.index ? $0.key < $1.key : $0.index > $1.index }
      .map(\.unit)
  }
}
