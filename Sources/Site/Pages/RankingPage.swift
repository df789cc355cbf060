internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// The ranking of a block, or of the bodies below one unit; long ones in parts.
extension Site {
  func rankingPages(block place: Int) -> [SitePage] {
    let block = round.plan.blocks[place]
    let groups = facts.groups[place].map { round.groups[$0] }
    guard let group = groups.first else { return [] }
    guard block.groupsByParent else {
      return tablePages(
        SitePath.block(block), title: block.title, group, block,
        trail: [(SitePath.overview, say("Xếp hạng", "Rankings"))])
    }
    return [groupsPage(place, groups)]
      + groups.flatMap { group in
        tablePages(
          SitePath.group(block, group.parent),
          title: "\(block.title): \(rankings.title(of: group))", group, block,
          trail: [
            (SitePath.overview, say("Xếp hạng", "Rankings")),
            (SitePath.block(block), block.title),
          ])
      }
  }

  private func tablePages(
    _ path: String, title: String, _ group: RankingGroup, _ block: Block,
    trail: [(path: String, title: String)]
  ) -> [SitePage] {
    let standings = Standings(round, group, layer: last, order: .pages)
    let chunks = chunks(standings.ranked + standings.unranked)
    return chunks.indices.map { number in
      page(SitePath.part(number, of: path), title: title, section: .rankings, trail: trail) {
        page in
        writeParent(group, &page)
        page.element("p", text: summary(group.units, block) + ".")
        writeParts(number, of: chunks.count, path, &page)
        writeTable(chunks[number], group, block, &page)
        if number == chunks.count - 1 { writeOthers(standings, &page) }
        writeBasis(block, &page)
      }
    }
  }

  /// What the unit above came to itself.
  private func writeParent(_ group: RankingGroup, _ page: inout HTMLWriter) {
    guard let parent = group.parent.flatMap(unit) else { return }
    page.element("p") { line in
      writeLink(to: parent, &line)
      line.text(
        say(
          ": chỉ số \(index(parent)), thứ hạng \(place(parent)), xếp hạng \(grade(parent)).",
          ": index \(index(parent)), place \(place(parent)), grade \(grade(parent))."))
    }
    page.line()
  }

  func unit(_ id: String) -> Int? { facts.unitOf[id] }

  private func writeTable(
    _ units: [Int], _ group: RankingGroup, _ block: Block, _ page: inout HTMLWriter
  ) {
    guard !units.isEmpty else {
      page.element("p", text: say("Không có nơi nào được xếp hạng.", "No unit is ranked."))
      return
    }
    let claimed = round.layers.firstIndex(of: .claimed)
    var columns: [HTMLWriter.Column] = [
      .init(say("Thứ hạng", "Place"), isNumber: true, sorting: .keys),
      .init(say("Cơ quan, đơn vị, địa phương", "Unit"), sorting: .keys),
      .init(say("Chỉ số (%)", "Index (%)"), isNumber: true, sorting: .keys),
      .init(say("Xếp hạng (mức)", "Grade"), sorting: .choice),
    ]
    if claimed != nil {
      columns.append(
        .init(say("Chỉ số tự chấm (%)", "Claimed index (%)"), isNumber: true, sorting: .keys))
    }
    columns.append(.init(say("Ghi chú", "Notes")))
    page.table(
      id: "xep-hang", caption: say("Bảng xếp hạng", "Ranking"), columns,
      filter: say("Lọc theo tên", "Filter by name")
    ) { table in
      table.element("tbody") { body in
        for unit in units { writeRow(unit, block, claimed, &body) }
      }
    }
  }

  private func writeRow(_ unit: Int, _ block: Block, _ claimed: Int?, _ page: inout HTMLWriter) {
    let result = round.units[unit]
    let total = total(unit)
    page.row { row in
      row.numberCell(place(unit), key: total?.place.map { String($0.number) } ?? "")
      row.element("th", .scope("row"), .key(String(facts.nameOrder[unit]))) {
        writeLink(to: unit, &$0)
      }
      row.numberCell(index(unit), key: sortKey(total?.index))
      row.cell(grade(unit), key: total?.grade.map { String($0.grade) } ?? "")
      if let claimed {
        let index = result.totals[claimed]?.index
        let decimals = round.sets[result.record.set].rounding.index
        row.numberCell(
          index.map { numbers.fixed($0, places: decimals) } ?? "–", key: sortKey(index))
      }
      let notes = rankings.notes(result, last, block, isRanked: total?.place != nil)
      row.cell(notes.joined(separator: "; "))
    }
  }

  /// A number as scripts read it; empty: it stands last.
  func sortKey(_ value: Exact?) -> String { value?.fixedText(places: 6) ?? "" }

  private func writeOthers(_ standings: Standings, _ page: inout HTMLWriter) {
    let lists = [
      (
        standings.notSubmitted,
        say("Không nộp bản tự chấm điểm, không xếp hạng", "Handed in nothing, not ranked")
      ),
      (
        standings.unreadable,
        say("Không đọc được tệp (có lỗi), không xếp hạng", "Files cannot be used, not ranked")
      ),
      (
        standings.withoutIndex,
        say("Không có nội dung nào áp dụng, không có chỉ số", "Nothing applies, no index")
      ),
    ]
    for (units, title) in lists where !units.isEmpty {
      page.element("p") { line in
        line.text(title + ": ")
        for (place, unit) in units.enumerated() {
          if place > 0 { line.text("; ") }
          writeLink(to: unit, &line)
        }
        line.text(".")
      }
      page.line()
    }
  }

  private func writeBasis(_ block: Block, _ page: inout HTMLWriter) {
    page.element("h2", text: say("Cách xếp hạng", "How it is ranked"))
    page.element("p", text: rankings.basis(block))
    if let breakers = rankings.breakers(block) { page.element("p", text: breakers) }
    page.line()
  }
}
