internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// Everything of one unit that everybody may read.
extension Site {
  func unitPage(_ unit: Int) -> SitePage {
    let record = round.units[unit].record
    let block = round.plan.blocks[record.block]
    var trail = [
      (path: SitePath.overview, title: say("Xếp hạng", "Rankings")),
      (path: SitePath.block(block), title: block.title),
    ]
    if block.groupsByParent, let group = facts.groupOf[unit].map({ round.groups[$0] }) {
      trail.append((SitePath.group(block, group.parent), rankings.title(of: group)))
    }
    return page(
      SitePath.unit(record.unit), title: record.unit.name, section: .units, trail: trail
    ) { page in
      let result = round.units[unit]
      page.element("p") { line in
        line.text(sheets.submission(result))
        if parts.names, let signature = result.record.assessment.signedBy {
          let position = signature.position.map { ", \($0)" } ?? ""
          line.text(
            " " + say("Người ký: ", "Signed by: ") + signature.name + position + ".")
        }
      }
      page.line()
      guard round.hasShownResult(unit) else { return }
      writeStanding(unit, result, block, &page)
      writeBelow(result.record.unit, &page)
      writeProfile(unit, result, block, &page)
      writeHistory(unit, &page)
      writeYears(unit, &page)
      writeSheet(unit, result, &page)
      writeDossiers(result.record.unit, &page)
      writeGaps(unit, &page)
      writeEvidence(result.record, &page)
      writeDecisions(result.record, &page)
      writeNotes(result.record, &page)
    }
  }

  // MARK: Standing

  private func writeStanding(
    _ unit: Int, _ result: UnitResult, _ block: Block, _ page: inout HTMLWriter
  ) {
    let total = total(unit)
    let set = round.sets[result.record.set]
    let ranked = own.rankedBeside[unit]
    page.element("dl", .class("facts")) { list in
      list.fact(say("Chỉ số cải cách hành chính", "PAR Index"), index(unit) + "%")
      if let place = total?.place {
        list.fact(
          say("Thứ hạng", "Place"), numbers.count(place.number),
          more: " " + say("trong \(ranked) nơi", "of \(ranked)")
            + (place.isTied ? say(", đồng hạng", ", tied") : ""))
      }
      list.fact(say("Xếp hạng (mức)", "Grade"), grade(unit))
      if let total {
        list.fact(
          say("Tổng điểm", "Points"), sheets.points(total.points, set),
          more: " / " + sheets.points(total.maximum, set))
      }
    }
    page.line()
    let notes = rankings.notes(result, last, block, isRanked: total?.place != nil)
    if !notes.isEmpty {
      page.element("ul") { list in for note in notes { list.element("li", text: note) } }
      page.line()
    }
  }

  /// Where those stand that the unit answers for.
  private func writeBelow(_ unit: Unit, _ page: inout HTMLWriter) {
    for place in facts.groupsBelow[unit.id] ?? [] {
      let group = round.groups[place]
      let block = round.plan.blocks[group.block]
      page.element("p") { line in
        line.text(block.title + ": ")
        line.link(
          to: SitePath.group(block, group.parent),
          text: say(
            "kết quả của \(group.units.count) nơi trực thuộc",
            "results of the \(group.units.count) below"))
        line.text(".")
      }
      page.line()
    }
  }

  // MARK: Profile

  private func writeProfile(
    _ unit: Int, _ result: UnitResult, _ block: Block, _ page: inout HTMLWriter
  ) {
    guard let total = total(unit) else { return }
    let set = round.sets[result.record.set]
    let medians = facts.medians[result.record.block]
    page.element("h2", text: say("Theo lĩnh vực", "By area"))
    let columns: [HTMLWriter.Column] = [
      .init(say("Lĩnh vực", "Area")), .init(say("Điểm", "Points"), isNumber: true),
      .init(say("Tối đa áp dụng", "Maximum"), isNumber: true),
      .init(say("Tỷ lệ (%)", "Share (%)"), isNumber: true),
      .init(say("Trung vị khối (%)", "Block's median (%)"), isNumber: true),
      .init(say("Biểu đồ", "Chart")),
    ]
    page.table(
      id: "linh-vuc",
      caption: say(
        "Điểm theo lĩnh vực, so với trung vị của \(block.title)",
        "Points by area, beside the median of \(block.title)"), columns
    ) { table in
      table.element("tbody") { body in
        for (area, sum) in zip(set.areas, total.areas) {
          let median = medians[area.id]
          body.row { row in
            row.element("th", .scope("row")) { cell in
              authored("span", "\(area.id). \(area.title)", &cell)
            }
            row.numberCell(sheets.points(sum.points, set))
            row.numberCell(sheets.points(sum.maximum, set))
            row.numberCell(sum.index.map { numbers.fixed($0, places: 1) } ?? "–")
            row.numberCell(median.map { numbers.fixed($0, places: 1) } ?? "–")
            row.element("td") { cell in
              if let index = sum.index { cell.bar(index, median: median) }
            }
          }
        }
      }
    }
    page.element(
      "p", .class("dim"),
      text: say(
        "Thanh: tỷ lệ điểm đạt được; vạch đậm: trung vị của khối.",
        "Bar: share of the points; dark stroke: the block's median."))
    page.line()
  }
}
