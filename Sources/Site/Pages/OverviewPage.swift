internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// The first page: every block, how many units it has, how they are graded, who leads.
extension Site {
  var overviewPage: SitePage {
    page(SitePath.overview, title: say("Kết quả xếp hạng", "Rankings"), section: .rankings) {
      page in
      if let decision = words.publicationDecision, !isDraft {
        page.element("p", text: decision)
      }
      page.element(
        "p", .class("dim"),
        text: say(
          "Chọn một khối để xem bảng xếp hạng; chọn một cơ quan, đơn vị, địa phương để xem phiếu điểm.",
          "Choose a block for its ranking, a unit for its score sheet."))
      for place in round.plan.blocks.indices { writeBlock(place, &page) }
    }
  }

  private func writeBlock(_ place: Int, _ page: inout HTMLWriter) {
    let block = round.plan.blocks[place]
    let groups = facts.groups[place].map { round.groups[$0] }
    let units = groups.flatMap(\.units)
    guard !units.isEmpty else { return }
    page.element("h2") { authored(block.title, to: SitePath.block(block), &$0) }
    page.element("p") { line in
      line.text(summary(units, block) + ".")
    }
    page.shares(gradeCounts(units, block))
    page.line()
    guard !block.groupsByParent else {
      page.element("p") { line in
        line.text(
          say(
            "Xếp hạng riêng theo \(groups.count) nhóm: ", "Ranked apart in \(groups.count) groups: "
          ))
        for (number, group) in groups.enumerated() {
          if number > 0 { line.text("; ") }
          authored(rankings.title(of: group), to: SitePath.group(block, group.parent), &line)
        }
        line.text(".")
      }
      page.line()
      return
    }
    guard let group = groups.first else { return }
    let standings = Standings(round, group, layer: last, order: .pages)
    guard !standings.ranked.isEmpty else { return }
    let top = Array(standings.ranked.prefix(5))
    let title = say("\(block.title): dẫn đầu", "\(block.title): the first")
    page.table(id: "k\(place + 1)", caption: title, shortColumns) { table in
      table.element("tbody") { body in
        for unit in top { writeShortRow(unit, block, &body) }
      }
    }
    if standings.ranked.count > top.count {
      page.element("p") {
        $0.link(
          to: SitePath.block(block),
          text: say(
            "Xem cả bảng xếp hạng của \(block.title)", "The whole ranking of \(block.title)"))
      }
      page.line()
    }
  }

  private var shortColumns: [HTMLWriter.Column] {
    [
      .init(say("Thứ hạng", "Place"), isNumber: true),
      .init(say("Cơ quan, đơn vị, địa phương", "Unit")),
      .init(say("Chỉ số (%)", "Index (%)"), isNumber: true),
      .init(say("Xếp hạng (mức)", "Grade")),
    ]
  }

  private func writeShortRow(_ unit: Int, _ block: Block, _ page: inout HTMLWriter) {
    page.row { row in
      row.numberCell(place(unit))
      row.element("th", .scope("row")) { writeLink(to: unit, &$0) }
      row.numberCell(index(unit))
      row.cell(grade(unit))
    }
  }

  // MARK: Words of a unit's result

  /// "21 nơi; Tốt 5, Khá 14, …".
  func summary(_ units: [Int], _ block: Block) -> String {
    let counts = gradeCounts(units, block)
    let grades = zip(block.grades, counts).map { "\($0.name) \(numbers.count($1))" }
    let number = numbers.count(units.count)
    return say(
      "\(number) cơ quan, đơn vị, địa phương", units.count == 1 ? "1 unit" : "\(number) units")
      + (grades.isEmpty ? "" : "; " + say("xếp hạng ", "graded ") + grades.joined(separator: ", "))
  }

  func gradeCounts(_ units: [Int], _ block: Block) -> [Int] {
    var counts = block.grades.map { _ in 0 }
    for unit in units where round.hasShownResult(unit) {
      if let grade = total(unit)?.grade { counts[grade.grade] += 1 }
    }
    return counts
  }

  func total(_ unit: Int) -> Total? { round.units[unit].totals[last] }

  func place(_ unit: Int) -> String { total(unit)?.place.map { numbers.count($0.number) } ?? "–" }

  /// The index as the set rounds it, or a dash.
  func index(_ unit: Int) -> String {
    guard round.hasShownResult(unit), let index = total(unit)?.index else { return "–" }
    return numbers.fixed(index, places: round.sets[round.units[unit].record.set].rounding.index)
  }

  func grade(_ unit: Int) -> String {
    let record = round.units[unit].record
    guard round.hasShownResult(unit), let grade = total(unit)?.grade else { return "–" }
    return round.plan.blocks[record.block].grades[grade.grade].name
  }

  func writeLink(to unit: Int, _ page: inout HTMLWriter) {
    let unit = round.units[unit].record.unit
    authored(unit.name, to: SitePath.unit(unit), &page)
  }
}
