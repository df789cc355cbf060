internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// This round beside the one before it: what is performance, what is changed criteria.
extension Site {
  /// The overview, and a table for each block; none without an earlier round.
  var yearPages: [SitePage] {
    guard let years else { return [] }
    return [yearsPage(years)] + round.plan.blocks.indices.flatMap { yearPages(block: $0, years) }
  }

  private func title(_ years: YearReport) -> String {
    say("So sánh \(years.later) với \(years.earlier)", "\(years.later) beside \(years.earlier)")
  }

  private func yearsPage(_ years: YearReport) -> SitePage {
    page(SitePath.years, title: title(years), section: .years) { page in
      page.element("p", text: years.method)
      page.element("h2", text: say("Bảng so sánh", "Tables"))
      page.element("ul") { list in
        for block in round.plan.blocks.indices where !facts.groups[block].isEmpty {
          list.element("li") { entry in
            authored(
              round.plan.blocks[block].title, to: SitePath.years(round.plan.blocks[block]), &entry)
          }
        }
      }
      page.element("h2", text: years.setsTitle)
      for set in years.sets() {
        page.element("p", text: set.title + (set.lines.isEmpty ? "." : ":"))
        guard !set.lines.isEmpty else { continue }
        page.element("ul") { list in for line in set.lines { list.element("li", text: line) } }
      }
      for line in years.unitLists { page.element("p", text: line) }
      page.line()
    }
  }

  private func yearPages(block place: Int, _ years: YearReport) -> [SitePage] {
    let block = round.plan.blocks[place]
    let groups = facts.groups[place].map { round.groups[$0] }
    let members = groups.flatMap { group in years.members(of: group).map { (group, $0) } }
    let chunks = chunks(Array(members.indices))
    let path = SitePath.years(block)
    guard !members.isEmpty else { return [] }
    return chunks.indices.map { number in
      page(
        SitePath.part(number, of: path), title: "\(title(years)): \(block.title)",
        section: .years, trail: [(SitePath.years, title(years))]
      ) { page in
        for line in Set(groups.map(years.openness)).sorted() where groups.count == 1 {
          page.element("p", text: line)
        }
        writeParts(number, of: chunks.count, path, &page, file: .years)
        var columns = years.columns.map {
          HTMLWriter.Column($0.title, isNumber: $0.isNumber, sorting: $0.isNumber ? .keys : .none)
        }
        if block.groupsByParent {
          columns.insert(.init(say("Nhóm", "Group"), sorting: .choice), at: 1)
        }
        page.table(
          id: "so-sanh", caption: title(years), columns,
          filter: say("Lọc theo tên", "Filter by name")
        ) { table in
          table.element("tbody") { body in
            for row in chunks[number] { write(members[row], block, years, &body) }
          }
        }
      }
    }
  }

  private func write(
    _ member: (group: RankingGroup, unit: UnitYears), _ block: Block, _ years: YearReport,
    _ page: inout HTMLWriter
  ) {
    let (group, unit) = member
    let keys = years.values(unit)
    let cells = years.row(unit)
    page.row { row in
      row.element("th", .scope("row")) { head in
        if let place = unit.unit { writeLink(to: place, &head) }
      }
      if block.groupsByParent { row.cell(rankings.title(of: group), key: "0") }
      for (cell, key) in zip(cells.dropFirst(), keys) { row.numberCell(cell, key: sortKey(key)) }
      row.cell(cells.last ?? "")
    }
  }

  // MARK: On a unit's own page

  func writeYears(_ unit: Int, _ page: inout HTMLWriter) {
    guard let years else { return }
    let own = years.years.units[unit]
    guard let made = years.made(of: own) else { return }
    page.element("h2", text: say("So với \(years.earlier)", "Beside \(years.earlier)"))
    page.element("p", text: made.title)
    page.element("ul") { list in for line in made.lines { list.element("li", text: line) } }
    page.table(
      id: "so-sanh-linh-vuc", caption: say("Thay đổi theo lĩnh vực", "Change by area"),
      years.areaColumns.map { .init($0.title, isNumber: $0.isNumber) }
    ) { table in
      table.element("tbody") { body in
        for cells in years.areaRows(own) {
          body.row { row in
            row.element("th", .scope("row")) { authored("span", cells[0], &$0) }
            for cell in cells.dropFirst() { row.numberCell(cell) }
          }
        }
      }
    }
    let moved = years.moved(of: own)
    guard !moved.isEmpty else { return }
    page.element("details") { box in
      box.element("summary", text: "\(years.movedTitle) (\(moved.count))")
      box.element("ul") { list in
        for item in moved {
          list.element("li") { entry in
            entry.text(item.title)
            for line in item.lines { entry.element("span", .class("why"), text: line) }
          }
        }
      }
    }
    page.line()
  }
}
