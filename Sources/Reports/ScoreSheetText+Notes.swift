internal import Diagnostics
package import Grading

/// What stands below a sheet: how the grade came about, what is open, what was changed.
extension ScoreSheetText {
  func writeGrade(_ result: UnitResult, _ page: inout TextPage) {
    guard let grade = result.totals.last??.grade else { return }
    let block = round.plan.blocks[result.record.block]
    guard !grade.conditions.isEmpty else { return }
    page.gap()
    page.heading(say("Xếp mức", "Grade"))
    page.line(
      say(
        "Theo chỉ số: \(block.grades[grade.fromIndex].name); sau các điều kiện: "
          + "\(block.grades[grade.grade].name).",
        "By the index: \(block.grades[grade.fromIndex].name); after the conditions: "
          + "\(block.grades[grade.grade].name)."), indent: 2)
    for place in grade.conditions {
      let condition = block.conditions[place]
      let effect = effect(condition, block)
      let clause = condition.clause.map { " (\(words.clause($0)))" } ?? ""
      page.line("- \(condition.reason): \(effect)\(clause)", indent: 2)
    }
  }

  /// What a condition does to a grade.
  package func effect(_ condition: GradeCondition, _ block: Block) -> String {
    switch condition.effect {
    case .atMost(let best):
      say("không quá mức \(block.grades[best].name)", "at most \(block.grades[best].name)")
    case .lowerBy(let steps): say("hạ \(steps) mức", "lowered by \(steps)")
    }
  }

  func writeOpen(
    _ unit: Int, _ result: UnitResult, _ set: CriteriaSet, _ page: inout TextPage
  ) {
    let last = round.layers.count - 1
    let interval = round.interval(of: unit)
    if result.totals.last??.isProvisional == true {
      page.gap()
      page.heading(say("Kết quả tạm tính", "Provisional"))
      page.line(words.text(OpenItems(result, layer: last)) + ".", indent: 2)
      writeInterval(interval, set, &page)
      for item in set.items where result.sheets[last][item.index].state.isOpen {
        let trace = round.trace(unit: unit, item: item.index, layer: last)
        let sentence = RuleSentence(words, trace, showsOthers: showsPlaces).text
        page.line("- \(item.id) \(item.title): \(sentence)", indent: 2)
      }
    } else if !round.plan.publication.isPublic, result.isSubmitted,
      interval?.index?.isPoint == false
    {
      page.gap()
      page.heading(say("Còn có thể thay đổi", "What may still move"))
      writeInterval(interval, set, &page)
    }
    writeChanges(unit, result, set, &page)
    writeAccepted(unit, result, set, &page)
    writeAmended(result, set, &page)
  }

  /// How far what is open and what is not proven yet can move the unit.
  private func writeInterval(
    _ interval: UnitInterval?, _ set: CriteriaSet, _ page: inout TextPage
  ) {
    guard let interval,
      let text = words.text(interval, decimals: set.rounding.index, showsPlaces: showsPlaces)
    else { return }
    page.line(
      say("Khi xong mọi việc còn lại: \(text).", "Once all of it is settled: \(text)."), indent: 2)
    if interval.hasOuterBounds(showsPlaces: showsPlaces) {
      page.line(words.outerBound, indent: 2)
    }
  }

  /// Items whose final points are not those the unit claimed.
  private func writeChanges(
    _ unit: Int, _ result: UnitResult, _ set: CriteriaSet, _ page: inout TextPage
  ) {
    guard let first = round.layers.firstIndex(of: .claimed) else { return }
    let last = round.layers.count - 1
    let changed = set.items.filter { item in
      let final = result.sheets[last][item.index]
      return item.scoredBy == .unit && !final.state.isOpen
        && final.points != result.sheets[first][item.index].points
    }
    guard !changed.isEmpty else { return }
    page.gap()
    page.heading(say("Khác với điểm tự chấm", "Other than claimed"))
    for item in changed {
      let trace = round.trace(unit: unit, item: item.index, layer: last)
      let claimed = numbers.about(result.sheets[first][item.index].points)
      let final = numbers.about(result.sheets[last][item.index].points)
      let sentence = RuleSentence(words, trace, showsOthers: showsPlaces).text
      page.line("- \(item.id) \(item.title): \(claimed) → \(final); \(sentence)", indent: 2)
      if let place = trace.decidedBy, result.record.entries.indices.contains(place) {
        writeDecision(result.record.entries[place], &page)
      }
    }
  }

  /// Who decided, when, and why where the sentence above does not say it.
  private func writeDecision(_ entry: AppraisalEntry, _ page: inout TextPage) {
    let who = words.author(entry.author)
    let when = entry.at.map { ", " + numbers.moment($0) } ?? ""
    var text = "\(words.step(entry)), \(who)\(when)"
    if case .adjust = entry.decision {
      text = say("điều chỉnh số liệu: ", "figures adjusted: ") + text
      if let reason = entry.reason { text += say("; lý do: \(reason)", "; reason: \(reason)") }
    }
    page.line(text, indent: 4)
  }
}
