internal import Grading
internal import Loading
internal import Reports
internal import Typesetting

/// A set of criteria as the annex of its regulation.
extension RoundPapers {
  func criteriaAnnex(_ place: Int) -> Paper {
    let set = round.sets[place]
    let rules = RuleWords(
      set: set, language: words.language, calendar: round.plan.calendar,
      traits: round.plan.traitTitles)
    var table = PaperTable(
      .ruled,
      [.init(14), .init(58), .init(15, .trailing), .init(88), .init(40), .init(36)],
      heads: [
        PaperRow([
          PaperCell(say("Mã", "Id")),
          PaperCell(say("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, item")),
          PaperCell(say("Điểm tối đa", "Maximum")),
          PaperCell(say("Cách chấm điểm", "How it is scored")),
          PaperCell(say("Tài liệu kiểm chứng", "Evidence")),
          PaperCell(say("Nguồn điểm; thẩm định", "Points from; appraised by")),
        ])
      ])
    for area in set.areas {
      table.rows.append(level(area.id, area.title, area.maximum, isStrong: true))
      for criterion in set.criteria[area.criteria] {
        let items = set.items[criterion.items]
        if items.count != 1 || items.first?.id != criterion.id {
          table.rows.append(
            level(criterion.id, criterion.title, criterion.maximum, isStrong: false))
        }
        table.rows += items.map { row($0, rules) }
      }
    }
    var blocks: [PaperBlock] = [
      .paragraph(PaperParagraph(.annexNumber, set.basis?.annex ?? say("Phụ lục", "Annex"))),
      .paragraph(PaperParagraph(.title, set.title.uppercased())),
      .paragraph(criteriaReference(set)), .table(table),
      note(
        say(
          "Tổng điểm tối đa: \(numbers.points(set.maximum)).",
          "Maximum: \(numbers.points(set.maximum)).")),
    ]
    if let standIn = set.standIn { blocks.append(note(standIn)) }
    return paper(
      set.title,
      [
        PaperSection(
          name: set.basis?.annex ?? set.title, shape: .landscape,
          mark: set.standIn == nil ? nil : say("MÔ PHỎNG", "STAND-IN"), blocks: blocks)
      ])
  }

  private func criteriaReference(_ set: CriteriaSet) -> PaperParagraph {
    let number = set.basis?.document ?? "\(dots)/QĐ-UBND"
    let authority = office.authority ?? say("Ủy ban nhân dân tỉnh \(dots)", dots)
    return PaperParagraph(
      .reference,
      say(
        "(Ban hành kèm theo Quyết định số \(number) \(day(set.basis?.date)) của \(authority))",
        "(Issued with decision \(number) \(day(set.basis?.date)) of \(authority))"))
  }

  private func level(_ id: String, _ title: String, _ maximum: Exact, isStrong: Bool) -> PaperRow {
    let empty = PaperCell("")
    var points = PaperCell.number(
      numbers.plain(maximum), PaperNumber(digits: maximum.canonicalText, places: 2))
    if maximum.decimalPlaces == nil { points.number = nil }
    return PaperRow(
      [PaperCell(id), PaperCell(title), points, empty, empty, empty], isStrong: isStrong)
  }

  private func row(_ item: Item, _ rules: RuleWords) -> PaperRow {
    let table = rules.table(item)
    var lines = (table.measure.map { ["\($0):"] } ?? []) + table.rows.map { "- \($0.text)" }
    if item.scale != .one { lines.append(rules.sentence(item)) }
    if let applies = rules.expressions.applicability(item.applicability) {
      lines.append(say("Áp dụng: \(applies)", "Applies: \(applies)"))
    }
    if let guidance = item.guidance { lines.append(guidance) }
    var row = level(item.id, item.title, item.maximum, isStrong: false)
    row.cells[3] = PaperCell(lines.map { .words([PaperRun($0)]) })
    row.cells[4] = PaperCell(rules.evidence(item) ?? "")
    let by = item.appraisedBy.map { say("; thẩm định: ", "; appraised by: ") + words.office($0) }
    row.cells[5] = PaperCell(words.scorer(item.scoredBy) + (by ?? ""))
    return row
  }
}
