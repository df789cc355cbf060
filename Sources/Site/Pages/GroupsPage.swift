internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// A block that is ranked group by group: the units above, with what those below them came to.
extension Site {
  func groupsPage(_ place: Int, _ groups: [RankingGroup]) -> SitePage {
    let block = round.plan.blocks[place]
    return page(
      SitePath.block(block), title: block.title, section: .rankings,
      trail: [(SitePath.overview, say("Xếp hạng", "Rankings"))]
    ) { page in
      page.element("p", text: summary(groups.flatMap(\.units), block) + ".")
      page.element(
        "p",
        text: say(
          "Mỗi nhóm do Hội đồng của cơ quan cấp trên thẩm định và xếp hạng riêng; không có bảng xếp hạng chung cho cả khối.",
          "Each group is appraised and ranked by the council of the unit above it; there is no ranking across groups."
        ))
      page.line()
      let above = groups.contains { $0.parent.flatMap(unit) != nil }
      page.table(
        id: "nhom", caption: say("Các nhóm", "Groups"), columns(hasParents: above),
        filter: say("Lọc theo tên", "Filter by name")
      ) { table in
        table.element("tbody") { body in
          for (number, group) in groups.enumerated() {
            writeRow(group, number, block, hasParents: above, &body)
          }
        }
      }
    }
  }

  private func columns(hasParents: Bool) -> [HTMLWriter.Column] {
    var columns: [HTMLWriter.Column] = [.init(say("Nhóm", "Group"), sorting: .keys)]
    if hasParents {
      columns += [
        .init(
          say("Chỉ số của cấp trên (%)", "Index of the unit above (%)"), isNumber: true,
          sorting: .keys),
        .init(say("Thứ hạng của cấp trên", "Its place"), isNumber: true, sorting: .keys),
      ]
    }
    return columns + [
      .init(say("Số nơi", "Units"), isNumber: true, sorting: .keys),
      .init(say("Chỉ số trung vị (%)", "Median index (%)"), isNumber: true, sorting: .keys),
      .init(say("Cao nhất", "Highest"), isNumber: true, sorting: .keys),
      .init(say("Thấp nhất", "Lowest"), isNumber: true, sorting: .keys),
      .init(say("Xếp hạng (mức)", "Grades")),
    ]
  }

  private func writeRow(
    _ group: RankingGroup, _ number: Int, _ block: Block, hasParents: Bool,
    _ page: inout HTMLWriter
  ) {
    let parent = group.parent.flatMap(unit)
    let shown = group.units.filter(round.hasShownResult)
    let spread = Spread(shown.compactMap { total($0)?.index })
    let decimals = shown.first.map { round.sets[round.units[$0].record.set].rounding.index } ?? 2
    page.row { row in
      row.element(
        "th", .scope("row"), .key(String(parent.map { facts.nameOrder[$0] } ?? number))
      ) {
        authored(rankings.title(of: group), to: SitePath.group(block, group.parent), &$0)
      }
      if hasParents {
        row.numberCell(
          parent.map(index) ?? "–", key: sortKey(parent.flatMap(total)?.index))
        row.numberCell(
          parent.map(place) ?? "–",
          key: parent.flatMap(total)?.place.map { String($0.number) } ?? "")
      }
      row.numberCell(numbers.count(group.units.count), key: String(group.units.count))
      for value in [spread?.median, spread?.highest, spread?.lowest] {
        row.numberCell(
          value.map { numbers.fixed($0, places: decimals) } ?? "–", key: sortKey(value))
      }
      row.element("td") { cell in
        let counts = gradeCounts(group.units, block)
        cell.shares(counts)
        cell.text(
          zip(block.grades, counts).filter { $1 > 0 }
            .map { "\($0.name) \(numbers.count($1))" }.joined(separator: ", "))
      }
    }
  }
}
