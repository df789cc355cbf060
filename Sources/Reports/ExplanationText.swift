package import Diagnostics
package import Grading

/// Why a unit has its points for one item: `parindex explain ROUND UNIT ITEM`.
///
/// Rule and clause, the data with `file:line`, the sum with the numbers put in, every layer side by
/// side, who decided what, when and why, and the evidence.
package struct ExplanationText: Sendable {
  let words: RoundWords
  let isColoured: Bool
  /// Before publication what is given to a unit names no other unit's values.
  let showsOthers: Bool

  package init(
    _ round: Round, _ language: Language, showsOthers: Bool = true, isColoured: Bool = false
  ) {
    words = RoundWords(round, language)
    self.showsOthers = showsOthers
    self.isColoured = isColoured
  }

  var round: Round { words.round }
  var numbers: NumberWords { words.numbers }

  func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// The page of one item of one unit; both by their places.
  package func text(unit: Int, item place: Int) -> String {
    let traces = round.layers.indices.map { round.trace(unit: unit, item: place, layer: $0) }
    guard let last = traces.last else { return "" }
    var page = TextPage(isColoured: isColoured)
    writeHead(unit, traces, &page)
    writeRule(unit, last, &page)
    writeData(unit, last, &page)
    writeLayers(traces, &page)
    writeHistory(unit, traces, &page)
    writeEvidence(last, &page)
    writeNotes(unit, last, &page)
    return page.text
  }

  // MARK: Head

  private func writeHead(_ unit: Int, _ traces: [ItemTrace], _ page: inout TextPage) {
    guard let trace = traces.last else { return }
    let record = round.units[unit].record
    let set = round.sets[record.set]
    let item = trace.item
    page.heading("\(item.id). \(item.title)")
    page.line(record.unit.name + " · " + round.plan.title)
    if trace.isIllustrative {
      page.line(say("Có sử dụng ", "Made with ") + words.illustrationMark + ".")
    }
    if record.assessment.isUnreadable {
      page.line(
        say(
          "Không đọc được tệp của đơn vị (có lỗi): không tính kết quả.",
          "The unit's files cannot be used: there is no result."))
    } else if !round.units[unit].isSubmitted {
      page.line(
        say(
          "Không nộp bản tự chấm điểm; bản nháp, nếu có, không được tính.",
          "No self-assessment was handed in; a draft, if there is one, does not count."))
    }
    page.line(result(traces))
    page.gap()
    let area = set.areas[item.area]
    page.field(say("Lĩnh vực", "Area"), "\(area.id). \(area.title)")
    let criterion = set.criteria[item.criterion]
    if criterion.id != item.id {
      page.field(say("Tiêu chí", "Criterion"), "\(criterion.id). \(criterion.title)")
    }
    page.field(maximumTitle(area.kind), numbers.about(item.maximum))
    page.field(say("Căn cứ", "Clause"), item.clause.map(words.clause))
    page.field(say("Bộ tiêu chí", "Criteria set"), basis(set))
    page.field(say("Nguồn điểm", "Points from"), words.scorer(item.scoredBy))
    page.field(say("Cơ quan thẩm định", "Appraised by"), item.appraisedBy.map(words.office))
  }

  /// "Điểm chính thức: 0,25 (tự chấm 0,5)".
  private func result(_ traces: [ItemTrace]) -> String {
    guard let last = traces.last else { return "" }
    let isProvisional = last.outcome.state.isOpen
    var text = say("Kết quả: ", "Result: ") + points(last.outcome)
    if last.outcome.state == .scored {
      text += say(" điểm", last.outcome.points == .one ? " point" : " points")
    }
    if let first = traces.first, round.layers[first.layer] == .claimed,
      first.outcome.basis == .claim, first.outcome.points != last.outcome.points
    {
      text += say(
        " (tự chấm \(numbers.about(first.outcome.points)))",
        " (claimed \(numbers.about(first.outcome.points)))")
    }
    if isProvisional { text += say("; tạm tính", "; provisional") }
    return text + "."
  }

  private func maximumTitle(_ kind: AreaKind) -> String {
    switch kind {
    case .regular: say("Điểm tối đa", "Maximum")
    case .bonus: say("Điểm thưởng tối đa", "Maximum bonus")
    case .penalty: say("Điểm trừ tối đa", "Maximum penalty")
    }
  }

  /// What holds for the whole round and the whole set, below what is special to the item.
  private func writeNotes(_ unit: Int, _ trace: ItemTrace, _ page: inout TextPage) {
    let set = round.sets[round.units[unit].record.set]
    let note = trace.isIllustrative && round.plan.isIllustrative ? round.plan.note : nil
    guard note != nil || set.standIn != nil else { return }
    page.gap()
    page.heading(say("Ghi chú", "Notes"))
    page.field(say("Về số liệu", "On the data"), note, indent: 2)
    page.field(say("Về bộ tiêu chí", "On the criteria set"), set.standIn, indent: 2)
  }

  private func basis(_ set: CriteriaSet) -> String {
    set.title + (set.basis.map { " (\(words.clause($0)))" } ?? "")
  }

  // MARK: Rule

  private func writeRule(_ unit: Int, _ trace: ItemTrace, _ page: inout TextPage) {
    let item = trace.item
    let set = round.sets[round.units[unit].record.set]
    page.gap()
    page.heading(
      say("Cách chấm điểm", "How it is scored") + " (\(round.plan.cited(item.ruleSpan.citation)))")
    let rules = RuleWords(
      set: set, language: words.language, calendar: round.plan.calendar,
      traits: round.plan.traitTitles)
    page.line(rules.sentence(item), indent: 2)
    for applicability in item.applicability {
      guard let condition = applicability.appliesWhen else { continue }
      page.line(
        say("Áp dụng khi: ", "Applies when: ") + rules.expressions.text(condition)
          + (applicability.effect == .fullPoints
            ? say("; nếu không thì tính đủ điểm", "; full points otherwise") : ""),
        indent: 2)
    }
    let shownFallbacks: [(Fallback?, String)] = [
      (
        item.ifMissing,
        say("Thiếu số liệu của cơ quan khác", "If another office's figure is missing")
      ),
      (
        item.ifUndefined,
        say("Không tính được (mẫu số bằng 0, không thuộc mức nào)", "If it cannot be computed")
      ),
    ]
    for case (let fallback?, let when) in shownFallbacks {
      page.line("\(when): \(words.fallback(fallback))", indent: 2)
    }
  }
}

extension RoundWords {
  /// What an item becomes when its rule has no answer.
  package func fallback(_ fallback: Fallback) -> String {
    switch fallback {
    case .zero: say("tính 0 điểm", "0 points")
    case .fullPoints: say("tính đủ điểm", "full points")
    case .notApplicable: say("không áp dụng", "not applicable")
    case .pending: say("chờ, kết quả là tạm tính", "pending, the result is provisional")
    }
  }
}
