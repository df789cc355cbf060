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
    page.line(submission(result))
    page.gap()
    page.table(table(result, set))
    writeLegend(result, &page)
    writeGrade(result, &page)
    writeOpen(unit, result, set, &page)
    return page.text
  }

  /// Whether and when the unit handed its self-assessment in.
  package func submission(_ result: UnitResult) -> String {
    if result.record.assessment.isUnreadable {
      say(
        "Không đọc được tệp của đơn vị (có lỗi): không tính kết quả.",
        "The unit's files cannot be used: there is no result.")
    } else if let moment = result.record.assessment.submittedAt {
      say("Nộp lúc ", "Handed in at ") + numbers.moment(moment) + "."
    } else {
      say("Không nộp bản tự chấm điểm.", "No self-assessment was handed in.")
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
    var isInTotals = false
    for (place, row) in rows(result, set).enumerated() {
      let isTotal = if case .total = row.kind { true } else { false }
      if (place > 0 && row.kind == .area) || (isTotal && !isInTotals) { table.addRule() }
      isInTotals = isTotal
      table.add([row.id, row.title, row.maximum] + row.cells, isStrong: row.isStrong)
    }
    return table
  }

  static let notApplicable = Wording(vi: "KAD", en: "n/a")
  static let unanswered = Wording(vi: "chưa TL", en: "blank")
  static let pending = Wording(vi: "chờ", en: "pending")
  static let broken = Wording(vi: "lỗi", en: "broken")

  private func writeLegend(_ result: UnitResult, _ page: inout TextPage) {
    if let legend = legend(result) { page.line(legend) }
  }

  /// What the words and signs in the cells of a unit's sheet mean; nil: they need no explanation.
  package func legend(_ result: UnitResult) -> String? {
    var legend = self.legend(of: Set(result.sheets.joined().map(\.state)))
    if result.sheets.first?.contains(where: { isNotClaimed($0, 0) }) == true {
      legend.insert(
        say(
          "(…) không ghi điểm tự chấm hoặc không thuộc diện tự chấm, lấy điểm tính từ số liệu",
          "(…) not claimed: the computed points"),
        at: 0)
    }
    return legend.isEmpty ? nil : legend.joined(separator: "; ") + "."
  }

  /// What the words for some states mean, as far as they need it.
  package func legend(of states: Set<ItemState>) -> [String] {
    var legend: [String] = []
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
    return legend
  }
}
