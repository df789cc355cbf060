internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// What stands on a unit's page only where the round makes it public.
extension Site {
  func writeGaps(_ unit: Int, _ page: inout HTMLWriter) {
    guard let gaps else { return }
    let found = gaps.finder.gaps(of: unit)
    guard !found.gaps.isEmpty else { return }
    page.element(
      "h2", text: say("Nội dung phải bổ sung, giải trình", "What is missing or to be explained"))
    page.table(
      id: "thieu", caption: gaps.report.stakes(found.total),
      [
        .init(say("Tiêu chí", "Item")), .init(say("Nội dung", "What")),
        .init(say("Điểm", "Points at stake")), .init(say("Việc phải làm", "To do")),
      ]
    ) { table in
      table.element("tbody") { body in
        for gap in found.gaps { writeGap(gap, found, gaps.report, &body) }
      }
    }
  }

  private func writeGap(
    _ gap: EvidenceGap, _ gaps: UnitGaps, _ report: GapReport, _ page: inout HTMLWriter
  ) {
    var amount = GapAmount()
    for own in UnitGaps.amounts(of: [gap]).values { amount += own }
    page.row { row in
      row.element("th", .scope("row"), text: report.title(gap, gaps))
      // The facts of a gap name documents and repeat what people wrote.
      row.cell(parts.evidence && parts.notes ? report.what(gap) : gap.code.title[language])
      row.cell(report.stakes(amount))
      row.cell(gap.code.remedy[language])
    }
  }

  /// The documents that the unit cites; classified ones are only counted.
  func writeEvidence(_ record: UnitRecord, _ page: inout HTMLWriter) {
    guard parts.evidence else { return }
    let set = round.sets[record.set]
    var items: [Int: [String]] = [:]
    for item in set.items {
      for citation in record.assessment.answers[item.index]?.citations ?? [] {
        items[citation.document, default: []].append(item.id)
      }
    }
    let cited = record.assessment.shelf.indices.filter { items[$0] != nil }
    guard !cited.isEmpty else { return }
    let open = cited.filter { !record.assessment.shelf[$0].isShownInPerson }
    page.element("h2", text: say("Tài liệu kiểm chứng", "Evidence"))
    page.table(
      id: "tai-lieu", caption: say("Tài liệu đã dẫn", "Documents cited"),
      [
        .init(say("Tài liệu", "Document")), .init(say("Số, ký hiệu", "Number")),
        .init(say("Ngày", "Date")), .init(say("Cơ quan ban hành", "Issuer")),
        .init(say("Dùng cho tiêu chí", "For items")),
      ]
    ) { table in
      table.element("tbody") { body in
        for place in open {
          let document = record.assessment.shelf[place]
          body.row { row in
            row.element("th", .scope("row")) { head in
              authored("span", document.title ?? document.kind, &head)
              if let url = document.url { head.element("span", .class("why"), text: url) }
            }
            row.cell(document.number ?? "")
            row.cell(document.date.map(numbers.date) ?? "")
            row.cell(document.issuer ?? "")
            row.cell((items[place] ?? []).joined(separator: ", "))
          }
        }
      }
    }
    if open.count < cited.count {
      let count = cited.count - open.count
      page.element(
        "p",
        text: say(
          "\(count) tài liệu xuất trình trực tiếp, không nêu ở đây.",
          "\(count) shown in person and not named here."))
    }
  }

  /// What appraisal and council did, where reasons are public; by whom, where names are.
  func writeDecisions(_ record: UnitRecord, _ page: inout HTMLWriter) {
    guard parts.notes else { return }
    let entries = record.entries.indices.filter {
      record.refusals[$0] == nil && record.entries[$0].reason != nil
    }
    guard !entries.isEmpty else { return }
    let set = round.sets[record.set]
    let entryWords = EntryWords(words, record)
    var columns: [HTMLWriter.Column] = [
      .init(say("Tiêu chí, số liệu", "Item, figure")), .init(say("Bước", "Step")),
      .init(say("Quyết định", "Decision")), .init(say("Lý do", "Reason")),
    ]
    if parts.names { columns.append(.init(say("Người quyết định", "By"))) }
    page.element("h2", text: say("Thẩm định, điều chỉnh", "Appraisal"))
    page.table(id: "tham-dinh", caption: say("Các quyết định", "Decisions"), columns) { table in
      table.element("tbody") { body in
        for place in entries {
          let entry = record.entries[place]
          body.row { row in
            row.element("th", .scope("row"), text: subject(entry, set))
            row.cell(words.step(entry))
            row.cell(decision(entry, entryWords))
            row.cell(entry.reason ?? "")
            if parts.names { row.cell(words.author(entry.author)) }
          }
        }
      }
    }
  }

  /// What the unit wrote beside its answers.
  func writeNotes(_ record: UnitRecord, _ page: inout HTMLWriter) {
    let set = round.sets[record.set]
    let notes = set.items.compactMap { item in
      record.assessment.notes[item.index].map { (item, $0) }
    }
    guard parts.notes, !notes.isEmpty else { return }
    page.element(
      "h2",
      text: say("Thuyết minh của cơ quan, đơn vị, địa phương", "What the unit wrote"))
    page.element("dl") { list in
      for (item, note) in notes {
        list.element("dt", text: "\(item.id). \(item.title)")
        list.element("dd", text: note)
      }
    }
    page.line()
  }

  private func subject(_ entry: AppraisalEntry, _ set: CriteriaSet) -> String {
    switch entry.subject {
    case .item(let place): "\(set.items[place].id). \(set.items[place].title)"
    case .figure(let name): set.figures.first { $0.name == name }?.title ?? name
    }
  }

  /// Documents are named only where evidence is public.
  private func decision(_ entry: AppraisalEntry, _ entryWords: EntryWords) -> String {
    if case .rejectEvidence = entry.decision, !parts.evidence {
      return say("không công nhận tài liệu kiểm chứng", "rejected evidence")
    }
    return entryWords.decision(entry)
  }
}
