internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// All units by name, for whoever looks for one.
extension Site {
  var unitListPages: [SitePage] {
    let chunks = chunks(facts.byName)
    return chunks.indices.map { number in
      page(
        SitePath.part(number, of: SitePath.units),
        title: say("Cơ quan, đơn vị, địa phương", "Units"), section: .units
      ) { page in
        writeParts(number, of: chunks.count, SitePath.units, &page)
        let columns: [HTMLWriter.Column] = [
          .init(say("Tên", "Name"), sorting: .keys),
          .init(say("Khối", "Block"), sorting: .choice),
          .init(say("Cơ quan cấp trên", "Unit above")),
          .init(say("Chỉ số (%)", "Index (%)"), isNumber: true, sorting: .keys),
          .init(say("Thứ hạng", "Place"), isNumber: true, sorting: .keys),
          .init(say("Xếp hạng (mức)", "Grade"), sorting: .choice),
        ]
        page.table(
          id: "co-quan", caption: say("Danh sách theo tên", "By name"), columns,
          filter: say("Lọc theo tên", "Filter by name")
        ) { table in
          table.element("tbody") { body in
            for unit in chunks[number] { writeRow(unit, &body) }
          }
        }
        page.element(
          "p", .class("dim"),
          text: say(
            "Thứ hạng là trong khối, hoặc trong nhóm của cơ quan cấp trên.",
            "Places are within the block, or within the group of the unit above."))
      }
    }
  }

  private func writeRow(_ unit: Int, _ page: inout HTMLWriter) {
    let record = round.units[unit].record
    let total = round.hasShownResult(unit) ? total(unit) : nil
    page.row { row in
      row.element("th", .scope("row"), .key(String(facts.nameOrder[unit]))) {
        writeLink(to: unit, &$0)
      }
      row.cell(round.plan.blocks[record.block].title, key: String(record.block))
      row.cell(record.unit.parent.map(words.unit) ?? "")
      row.numberCell(index(unit), key: sortKey(total?.index))
      row.numberCell(place(unit), key: total?.place.map { String($0.number) } ?? "")
      row.cell(grade(unit), key: total?.grade.map { String($0.grade) } ?? "")
    }
  }
}
