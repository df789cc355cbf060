package import Diagnostics
package import Grading

/// A unit's whole sheet: areas, criteria and items, every layer in its column.
package struct ScoreSheetText: Sendable {
  let words: RoundWords
  let isColoured: Bool
  /// Whether the unit's place may be seen.
  let showsPlaces: Bool

  package init(
    _ round: Round, _ language: Language, showsPlaces: Bool = true, isColoured: Bool = false
  ) {
    words = RoundWords(round, language)
    self.showsPlaces = showsPlaces
    self.isColoured = isColoured
  }

  var round: Round { words.round }
  var numbers: NumberWords { words.numbers }

  func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// The sheet of one unit, by its place in `Round.units`.
  package func text(unit: Int) -> String {
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    var page = TextPage(isColoured: isColoured)
    page.heading(say("Phiếu chấm điểm: ", "Score sheet: ") + result.record.unit.name)
    page.line(round.plan.title)
    page.line(set.title)
    if let mark = words.roundIllustration { page.line(mark) }
    writeSubmission(result, &page)
    page.gap()
    page.table(table(result, set))
    writeLegend(result, &page)
    writeGrade(result, &page)
    writeOpen(unit, result, set, &page)
    return page.text
  }

  private func writeSubmission(_ result: UnitResult, _ page: inout TextPage) {
    if result.record.assessment.isUnreadable {
      page.line(
        say(
          "Không đọc được tệp của đơn vị (có lỗi): không tính kết quả.",
          "The unit's files cannot be used: there is no result."))
    } else if let moment = result.record.assessment.submittedAt {
      page.line(say("Nộp lúc ", "Handed in at ") + numbers.moment(moment) + ".")
    } else {
      page.line(say("Không nộp bản tự chấm điểm.", "No self-assessment was handed in."))
    }
  }

  // MARK: Table

  private func table(_ result: UnitResult, _ set: CriteriaSet) -> TextTable {
    var table = TextTable(
      [
        .init(title: say("Mã", "Id")),
        .init(
          title: say("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, item"), limit: 44),
        .init(title: say("Điểm tối đa", "Maximum"), alignment: .trailing, limit: 7),
      ]
        + round.layers.map {
          .init(title: words.layer($0), alignment: .trailing, limit: 12)
        })
    for (place, area) in set.areas.enumerated() {
      if place > 0 { table.addRule() }
      table.add(
        [area.id, area.title + kind(area), points(area.maximum, set)]
          + result.totals.map { $0.map { areaCell($0.areas[place], area, set) } ?? "–" },
        isStrong: true)
      for criterion in set.criteria[area.criteria] {
        let isItem =
          criterion.items.count == 1 && set.items[criterion.items.lowerBound].id == criterion.id
        if !isItem {
          table.add(
            [criterion.id, criterion.title, points(criterion.maximum, set)]
              + result.sheets.map { criterionCell(criterion, $0, set) })
        }
        for item in set.items[criterion.items] {
          table.add(
            [item.id, item.title, points(item.maximum, set)]
              + result.sheets.enumerated().map { layer, sheet in
                let text = cell(sheet[item.index], set)
                return isNotClaimed(sheet[item.index], layer) ? "(\(text))" : text
              })
        }
      }
    }
    table.addRule()
    addTotals(result, set, to: &table)
    return table
  }

  /// What kind of area it is, unless its title says so.
  private func kind(_ area: Area) -> String {
    let word: String? =
      switch area.kind {
      case .regular: nil
      case .bonus: say("điểm thưởng", "bonus")
      case .penalty: say("điểm trừ", "penalty")
      }
    guard let word, !area.title.lowercased().contains(word) else { return "" }
    return " (\(word))"
  }

  private func areaCell(_ sum: AreaTotal, _ area: Area, _ set: CriteriaSet) -> String {
    area.kind == .regular && sum.maximum.isZero
      ? Self.notApplicable[words.language] : points(sum.points, set)
  }

  private func criterionCell(
    _ criterion: Criterion, _ outcomes: [Outcome], _ set: CriteriaSet
  ) -> String {
    let counted = outcomes[criterion.items].filter(\.counts)
    return counted.isEmpty
      ? Self.notApplicable[words.language]
      : points(counted.map(\.points).reduce(.zero, +), set)
  }

  private func points(_ value: Exact, _ set: CriteriaSet) -> String {
    numbers.fixed(value, places: set.rounding.points ?? 2)
  }

  /// Computed points that stand in the column of claims.
  private func isNotClaimed(_ outcome: Outcome, _ layer: Int) -> Bool {
    round.layers[layer] == .claimed && outcome.state == .scored && outcome.basis != .claim
  }

  private func cell(_ outcome: Outcome, _ set: CriteriaSet) -> String {
    switch outcome.state {
    case .scored: points(outcome.points, set)
    case .notApplicable(.exclude): Self.notApplicable[words.language]
    case .notApplicable(.fullPoints): points(outcome.points, set) + "*"
    case .unanswered: Self.unanswered[words.language]
    case .pending: Self.pending[words.language]
    case .broken: Self.broken[words.language]
    }
  }

  private static let notApplicable = Wording(vi: "KAD", en: "n/a")
  private static let unanswered = Wording(vi: "chưa TL", en: "blank")
  private static let pending = Wording(vi: "chờ", en: "pending")
  private static let broken = Wording(vi: "lỗi", en: "broken")

  private func addTotals(_ result: UnitResult, _ set: CriteriaSet, to table: inout TextTable) {
    func row(_ title: String, isStrong: Bool = false, _ value: (Total) -> String) {
      table.add(
        ["", title, ""] + result.totals.map { $0.map(value) ?? "–" }, isStrong: isStrong)
    }
    row(say("Tổng điểm", "Points"), isStrong: true) { points($0.points, set) }
    row(say("Tổng điểm tối đa áp dụng", "Applicable maximum")) { points($0.maximum, set) }
    if set.areas.contains(where: { $0.kind == .bonus }) {
      row(say("Điểm thưởng", "Bonus")) { points($0.bonus, set) }
    }
    if set.areas.contains(where: { $0.kind == .penalty }) {
      row(say("Điểm trừ", "Penalty")) { points($0.penalty, set) }
    }
    row(say("Chỉ số cải cách hành chính (%)", "PAR Index (%)"), isStrong: true) {
      $0.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–"
    }
    let block = round.plan.blocks[result.record.block]
    row(say("Xếp hạng (mức)", "Grade")) { $0.grade.map { block.grades[$0.grade].name } ?? "–" }
    if showsPlaces {
      row(say("Thứ hạng", "Place")) { total in
        total.place.map { String($0.number) + ($0.isTied ? say(" (đồng hạng)", " (tied)") : "") }
          ?? "–"
      }
    }
  }

  private func writeLegend(_ result: UnitResult, _ page: inout TextPage) {
    var legend: [String] = []
    let states = Set(result.sheets.joined().map(\.state))
    func add(_ text: String, _ isUsed: (ItemState) -> Bool) {
      if states.contains(where: isUsed) { legend.append(text) }
    }
    add(say("KAD: không áp dụng, không tính vào điểm tối đa", "n/a: not applicable, left out")) {
      $0 == .notApplicable(.exclude)
    }
    add(say("*: không áp dụng, tính đủ điểm", "*: not applicable, full points")) {
      $0 == .notApplicable(.fullPoints)
    }
    add(say("chưa TL: chưa trả lời", "blank: not answered")) { $0 == .unanswered }
    add(say("chờ: chờ số liệu hoặc chờ quyết định", "pending: a figure or decision is awaited")) {
      if case .pending = $0 { true } else { false }
    }
    add(say("lỗi: số liệu không hợp lệ", "broken: impossible data")) {
      if case .broken = $0 { true } else { false }
    }
    if result.sheets.first?.contains(where: { isNotClaimed($0, 0) }) == true {
      legend.insert(
        say(
          "(…) không ghi điểm tự chấm hoặc không thuộc diện tự chấm, lấy điểm tính từ số liệu",
          "(…) not claimed: the computed points"),
        at: 0)
    }
    if !legend.isEmpty { page.line(legend.joined(separator: "; ") + ".") }
  }
}
