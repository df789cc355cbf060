internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// One criterion across all units: its items, how points are spread, who lost most.
extension Site {
  func criterionPages(set place: Int, _ number: Int) -> [SitePage] {
    let set = round.sets[place]
    let criterion = set.criteria[number]
    let path = SitePath.criterion(criterion, of: facts.setNames[place])
    let marks = marks(place, criterion).sorted { left, right in
      if left.lost != right.lost { return left.lost > right.lost }
      return facts.nameOrder[left.unit] < facts.nameOrder[right.unit]
    }
    let chunks = chunks(Array(marks.indices))
    return chunks.indices.map { part in
      page(
        SitePath.part(part, of: path), title: "\(criterion.id). \(criterion.title)",
        section: .criteria, trail: [(SitePath.criteria, say("Tiêu chí", "Criteria"))]
      ) { page in
        page.element("p") { authored("span", set.title, &$0) }
        if part == 0 { writeItems(criterion, place, &page) }
        writeParts(part, of: chunks.count, path, &page)
        writeMarks(chunks[part].map { marks[$0] }, criterion, set, &page)
      }
    }
  }

  // MARK: Items

  private func writeItems(_ criterion: Criterion, _ place: Int, _ page: inout HTMLWriter) {
    let set = round.sets[place]
    let rules = ruleWords(set)
    let columns: [HTMLWriter.Column] = [
      .init(say("Mã", "Id")), .init(say("Nội dung chấm", "Item")),
      .init(say("Điểm tối đa", "Maximum"), isNumber: true),
      .init(say("Trung vị", "Median"), isNumber: true),
      .init(say("Thấp nhất", "Lowest"), isNumber: true),
      .init(say("Cao nhất", "Highest"), isNumber: true),
      .init(say("Mất điểm", "Lost points"), isNumber: true),
      .init(say("Phân bố", "Spread")),
    ]
    page.table(
      id: "noi-dung-cham", caption: say("Điểm đạt được", "Points"), columns
    ) { table in
      table.element("tbody") { body in
        for item in set.items[criterion.items] {
          let marks = facts.unitsOfSet[place].map { mark($0, item.index..<item.index + 1) }
            .filter { !$0.maximum.isZero }
          let points = Spread(marks.map(\.points))
          let shares = Spread(marks.compactMap(\.share))
          body.row { row in
            row.cell(item.id)
            row.element("th", .scope("row")) { head in
              authored("span", item.title, &head)
              head.element("span", .class("why"), text: rules.sentence(item))
              if let clause = item.clause {
                head.element(
                  "span", .class("why"), text: say("Căn cứ: ", "Clause: ") + words.clause(clause))
              }
            }
            row.numberCell(sheets.points(item.maximum, set))
            for value in [points?.median, points?.lowest, points?.highest] {
              row.numberCell(value.map { sheets.points($0, set) } ?? "–")
            }
            row.numberCell("\(marks.count { $0.lost > .zero })/\(marks.count)")
            row.element("td") { cell in if let shares { cell.spread(shares) } }
          }
        }
      }
    }
    page.element(
      "p", .class("dim"),
      text: say(
        "Phân bố theo tỷ lệ điểm: đường mảnh từ thấp nhất đến cao nhất, thanh là một nửa ở giữa, vạch đậm là trung vị.",
        "Spread of the shares: thin line from lowest to highest, bar the middle half, dark stroke the median."
      ))
    page.line()
  }

  func ruleWords(_ set: CriteriaSet) -> RuleWords {
    RuleWords(
      set: set, language: language, calendar: round.plan.calendar,
      traits: round.plan.traitTitles)
  }

  // MARK: Units

  private func writeMarks(
    _ marks: [Mark], _ criterion: Criterion, _ set: CriteriaSet, _ page: inout HTMLWriter
  ) {
    guard !marks.isEmpty else { return }
    let items = Array(set.items[criterion.items])
    let hasParents = marks.contains { round.units[$0.unit].record.unit.parent != nil }
    var columns: [HTMLWriter.Column] = [
      .init(say("Cơ quan, đơn vị, địa phương", "Unit"), sorting: .keys)
    ]
    if hasParents { columns.append(.init(say("Cơ quan cấp trên", "Unit above"), sorting: .choice)) }
    if items.count > 1 {
      columns += items.map { .init($0.id, isNumber: true, sorting: .keys) }
    }
    columns += [
      .init(say("Điểm", "Points"), isNumber: true, sorting: .keys),
      .init(say("Mất điểm", "Lost"), isNumber: true, sorting: .keys),
    ]
    page.element("h2", text: say("Từng cơ quan, đơn vị, địa phương", "Unit by unit"))
    page.table(
      id: "tung-noi",
      caption: say("Nơi mất nhiều điểm đứng trước", "Who lost most stands first"), columns,
      filter: say("Lọc theo tên", "Filter by name")
    ) { table in
      table.element("tbody") { body in
        for mark in marks { writeMark(mark, items, set, hasParents: hasParents, &body) }
      }
    }
  }

  private func writeMark(
    _ mark: Mark, _ items: [Item], _ set: CriteriaSet, hasParents: Bool,
    _ page: inout HTMLWriter
  ) {
    let result = round.units[mark.unit]
    page.row { row in
      row.element("th", .scope("row"), .key(String(facts.nameOrder[mark.unit]))) {
        writeLink(to: mark.unit, &$0)
      }
      if hasParents {
        let parent = result.record.unit.parent
        row.cell(
          parent.map(words.unit) ?? "",
          key: parent.flatMap(unit).map { String(facts.nameOrder[$0]) } ?? "")
      }
      if items.count > 1 {
        for item in items {
          let outcome = result.sheets[last][item.index]
          row.numberCell(
            sheets.cell(outcome, set),
            key: outcome.counts && !outcome.state.isOpen ? sortKey(outcome.points) : "")
        }
      }
      if items.count == 1 {
        row.numberCell(
          sheets.cell(result.sheets[last][items[0].index], set), key: sortKey(mark.points))
      } else {
        row.numberCell(sheets.points(mark.points, set), key: sortKey(mark.points))
      }
      row.numberCell(
        mark.maximum.isZero ? "–" : sheets.points(mark.lost, set), key: sortKey(mark.lost))
    }
  }
}
