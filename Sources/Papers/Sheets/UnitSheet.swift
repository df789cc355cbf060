internal import Grading
internal import Reports
internal import Typesetting

/// One or two pages on a unit: where it stands, what moved it, what it can still win, its dossiers.
///
/// Before publication it tells nothing of any other unit: no place, no median of the block.
extension RoundPapers {
  /// nil: the unit has no result.
  func unitSheet(_ unit: Int) -> Paper? {
    guard round.hasShownResult(unit) else { return nil }
    let result = round.units[unit]
    let record = result.record
    let set = round.sets[record.set]
    let isPublic = round.plan.publication.isPublic
    var blocks: [PaperBlock] = [
      .paragraph(PaperParagraph(.title, say("PHIẾU KẾT QUẢ", "RESULT SHEET"))),
      .paragraph(PaperParagraph(.title, record.unit.name.uppercased())),
      .paragraph(PaperParagraph(.reference, round.plan.title)),
      .table(facts(unit, result, set, isPublic: isPublic)),
    ]
    if !isPublic { blocks.append(note(ownFiguresOnly)) }
    if isPublic, council(of: unit)?.parent == nil, let decision = words.publicationDecision {
      blocks.append(note(decision))
    }
    blocks += illustration
    let block = round.plan.blocks[record.block]
    let notes =
      isPublic
      ? rankings.notes(
        result, last, block, isRanked: !record.unit.isRanked || result.totals[last]?.place != nil)
      : ownNotes(result, block)
    let remark = notes.joined(separator: "; ")
    if !remark.isEmpty {
      blocks.append(note(remark.prefix(1).uppercased() + remark.dropFirst() + "."))
    }
    blocks.append(heading(say("1. Điểm theo lĩnh vực", "1. Points by area")))
    let layers = [0] + (appraised.map { [$0] } ?? []) + [last]
    blocks.append(
      .table(
        areaTable(
          .dense, result, set, layers: layers,
          median: isPublic ? medians.ofBlocks[record.block] : nil)))
    blocks += movementPart(unit)
    blocks += stakesPart(unit)
    blocks += dossierPart(record.unit)
    return paper(
      say("Phiếu kết quả: ", "Result sheet: ") + record.unit.name,
      [PaperSection(name: record.unit.name, mark: mark(of: council(of: unit)), blocks: blocks)])
  }

  /// What stands beside a unit's result and tells nothing of others, as a tie would.
  private func ownNotes(_ result: UnitResult, _ block: Block) -> [String] {
    var notes: [String] = []
    if let grade = result.totals[last]?.grade, grade.grade != grade.fromIndex {
      let name = block.grades[grade.fromIndex].name
      let reasons = grade.conditions.map { block.conditions[$0].reason }.joined(separator: "; ")
      notes.append(
        say(
          "theo chỉ số là \(name), hạ mức: \(reasons)", "\(name) by the index, lowered: \(reasons)")
      )
    }
    if result.totals[last]?.isProvisional == true {
      let open = words.text(OpenItems(result, layer: last))
      notes.append(say("tạm tính: \(open)", "provisional: \(open)"))
    }
    return notes
  }

  private var ownFiguresOnly: String {
    say(
      "Kết quả chưa công bố; phiếu này chỉ có số liệu của chính cơ quan, đơn vị, địa phương.",
      "Not published; this sheet has the unit's own figures only.")
  }

  /// Index, grade, points; the place once everybody may know it.
  private func facts(
    _ unit: Int, _ result: UnitResult, _ set: CriteriaSet, isPublic: Bool
  ) -> PaperTable {
    let total = result.totals[last]
    let block = round.plan.blocks[result.record.block]
    var facts: [(String, String)] = [
      (
        say("Chỉ số CCHC", "PAR Index"),
        total?.index.map { numbers.fixed($0, places: set.rounding.index) + "%" } ?? "–"
      )
    ]
    if let total {
      facts.append(
        (
          say("Tổng điểm", "Points"),
          "\(sheets.points(total.points, set))/\(sheets.points(total.maximum, set))"
        ))
    }
    facts.append(
      (
        say("Xếp hạng (mức)", "Grade"),
        total?.grade.map { block.grades[$0.grade].name } ?? "–"
      ))
    if isPublic {
      let ranked = round.groups.first { $0.units.contains(unit) }?.units
        .count { round.units[$0].totals[last]?.place != nil }
      let place = total?.place.map { numbers.count($0.number) } ?? "–"
      facts.append(
        (say("Thứ hạng", "Place"), ranked.map { "\(place)/\(numbers.count($0))" } ?? place))
    }
    return PaperTable(
      .ruled, facts.map { _ in .init(10, .center) },
      heads: [PaperRow(facts.map { PaperCell($0.0) })],
      rows: [PaperRow(facts.map { PaperCell($0.1) }, isStrong: true)])
  }

  /// What moved it: what each step left, and the items that moved most.
  private func movementPart(_ unit: Int) -> [PaperBlock] {
    let head = heading(say("2. Điểm thay đổi qua các bước", "2. What moved the points"))
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    let steps = round.layers.enumerated().compactMap { place, layer -> String? in
      guard let total = result.totals[place] else { return nil }
      return "\(words.layer(layer)): \(sheets.points(total.points, set))"
    }
    let limit = 5
    let moved = changedItems(unit, from: 0, to: last)
    var blocks = [head, body(steps.joined(separator: " → ") + ".")]
    if moved.isEmpty {
      blocks.append(
        body(
          say("Không có nội dung nào khác điểm tự chấm.", "No item differs from what was claimed."))
      )
    } else {
      blocks.append(.table(changeTable(unit, from: 0, to: last, limit: limit)))
    }
    if moved.count > limit {
      let rest = moved.count - limit
      blocks.append(
        note(
          say(
            "Còn \(rest) nội dung khác có điểm thay đổi ít hơn; xem phiếu chấm điểm.",
            "\(rest) more items moved less; see the score sheet.")))
    }
    return blocks
  }

  /// The five gaps that are worth most.
  private func stakesPart(_ unit: Int) -> [PaperBlock] {
    let found = finder.gaps(of: unit)
    let worth = found.gaps.filter { !$0.atRisk.isZero }
    let head = heading(
      say("3. Nội dung còn thiếu, có giá trị điểm lớn nhất", "3. What is missing and worth most"))
    guard !worth.isEmpty else {
      return [
        head, body(say("Không có nội dung nào ảnh hưởng đến điểm.", "Nothing that costs points.")),
      ]
    }
    let stakes = gaps.stakes(found.total)
    return [
      head, body(stakes.prefix(1).uppercased() + stakes.dropFirst() + "."),
      .table(gapTable(Array(worth.prefix(5)), found)),
    ]
  }

  /// The unit's own dossier figures.
  private func dossierPart(_ unit: Unit) -> [PaperBlock] {
    guard let table = round.plan.figures.tables["dossiers"], table.hasRow(unit.id) else {
      return []
    }
    let values = PlainValueWords(words.language)
    let known = table.columns.compactMap { column -> (FigureName, FigureValue)? in
      let value = table.value(column.column, unit: unit.id)
      return value == .missing ? nil : (column, value)
    }
    guard !known.isEmpty else { return [] }
    var source = [table.title]
    if let period = table.period { source.append(period) }
    if let day = table.closedOn {
      source.append(say("chốt ngày \(numbers.date(day))", "closed on \(numbers.date(day))"))
    }
    // Two figures a line, so that the sheet stays short.
    let cells = known.map { column, value in
      [PaperCell(column.title), PaperCell(values.text(value, of: column), .trailing)]
    }
    let half = (cells.count + 1) / 2
    let rows = (0..<half).map { place in
      let other = place + half
      return PaperRow(
        cells[place] + (other < cells.count ? cells[other] : [PaperCell(""), PaperCell("")]))
    }
    let figure = say("Số liệu", "Figure")
    let value = say("Giá trị", "Value")
    return [
      heading(say("4. Kết quả giải quyết hồ sơ TTHC", "4. Dossiers")),
      .table(
        PaperTable(
          .dense, [.init(32), .init(13), .init(32), .init(13)],
          heads: [
            PaperRow([
              PaperCell(figure), PaperCell(value), PaperCell(figure), PaperCell(value),
            ])
          ], rows: rows)), note(source.joined(separator: "; ") + "."),
    ]
  }
}
