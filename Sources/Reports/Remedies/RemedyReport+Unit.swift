internal import Diagnostics
package import Grading

/// One unit's list: every lost point, most first, with why it was lost and what is planned.
extension RemedyReport {
  package func text(_ plan: RemedyPlan) -> String {
    var page = TextPage(isColoured: isColoured)
    page.heading(
      say("Kế hoạch khắc phục tồn tại, hạn chế: ", "Remedy plan: ") + unit(plan).record.unit.name)
    writeHead([plan], &page)
    page.line(handedIn(plan))
    page.line(sums(plan.sums))
    for item in items(plan) { write(item, plan, &page) }
    if !onlyMissing, !plan.unneeded.isEmpty {
      page.gap()
      page.heading(say("Có kế hoạch, không mất điểm", "Planned, no points lost"))
      for item in plan.unneeded { write(item, plan, &page) }
    }
    if !plan.open.isEmpty {
      page.gap()
      page.heading(say("Chưa có kết quả, chưa tính", "Without a result, not counted"))
      page.line(plan.open.map { set(plan).items[$0].id }.joined(separator: ", "), indent: 2)
    }
    return page.text
  }

  private func handedIn(_ plan: RemedyPlan) -> String {
    guard let submission = plan.submission else {
      return say("Chưa có tệp kế hoạch khắc phục.", "There is no remedy plan.")
    }
    if submission.isUnreadable {
      return say(
        "Không đọc được tệp kế hoạch khắc phục (có lỗi).", "The remedy plan cannot be used.")
    }
    guard let moment = submission.submittedAt else {
      return say(
        "Kế hoạch khắc phục là bản nháp, chưa nộp.",
        "The remedy plan is a draft, not handed in.")
    }
    return say("Nộp lúc ", "Handed in at ") + numbers.moment(moment) + "."
  }

  /// "Mất 2,5 điểm ở 4 mục: 3 mục (2 điểm) có kế hoạch, 1 mục (0,5 điểm) chưa có; …".
  private func sums(_ sums: RemedySums) -> String {
    guard sums.items > 0 else { return say("Không mất điểm nào.", "No points were lost.") }
    func points(_ value: Exact) -> String { numbers.shownPoints(value) }
    var text = say(
      "Mất \(points(sums.lost)) ở \(sums.items) mục: "
        + "\(sums.coveredItems) mục (\(points(sums.covered))) có kế hoạch, "
        + "\(sums.missingItems) mục (\(points(sums.missing))) chưa có",
      "\(points(sums.lost)) lost on \(sums.items) item\(sums.items == 1 ? "" : "s"): "
        + "\(sums.coveredItems) (\(points(sums.covered))) with a plan, "
        + "\(sums.missingItems) (\(points(sums.missing))) without")
    if sums.done > 0 {
      text += say("; hoàn thành \(sums.done)", "; \(sums.done) done")
      if sums.doneLate > 0 {
        text += say(", trong đó \(sums.doneLate) muộn", ", \(sums.doneLate) of them late")
      }
    }
    if sums.overdue > 0 { text += say("; quá hạn \(sums.overdue)", "; \(sums.overdue) overdue") }
    return text + "."
  }

  private func write(_ entry: LostItem, _ plan: RemedyPlan, _ page: inout TextPage) {
    let item = set(plan).items[entry.item]
    page.gap()
    page.line("\(item.id). \(item.title)")
    if entry.lost > .zero {
      page.line(
        amount(entry, item, set(plan)) + "; " + entry.state.wording[words.language], indent: 2)
      page.line(say("Vì sao: ", "Why: ") + reason(plan, entry), indent: 2)
    }
    guard let remedy = entry.remedy else { return }
    for line in RemedyEntryText(words: words).lines(remedy, entry.state) {
      page.line(line, indent: 2)
    }
  }

  /// "mất 0,5 điểm (đạt 1,5, tối đa 2)"; a penalty has no maximum to reach.
  func amount(_ entry: LostItem, _ item: Item, _ set: CriteriaSet) -> String {
    let lost = numbers.shownPoints(entry.lost)
    if set.areas[item.area].kind == .penalty {
      return say("điểm trừ \(lost)", "a penalty of \(lost)")
    }
    let (points, maximum) = (numbers.about(entry.points), numbers.about(item.maximum))
    return say(
      "mất \(lost) (đạt \(points), tối đa \(maximum))", "\(lost) lost (\(points) of \(maximum))")
  }
}
