package import Diagnostics
package import Grading

/// Below a unit's sheet: what it lost in an earlier round, what it planned then, and what became
/// of the plan and of the points.
package struct RemedyFollowUpText: Sendable {
  private let earlier: Round
  private let words: RoundWords
  private let isColoured: Bool

  package init(
    _ round: Round, after earlier: Round, _ language: Language, isColoured: Bool = false
  ) {
    self.earlier = earlier
    words = RoundWords(round, language)
    self.isColoured = isColoured
  }

  private var round: Round { words.round }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// - Parameters:
  ///   - unit: its place in the later round.
  ///   - plan: of the earlier round; nil: the unit was not in it.
  ///   - item: the id of the only item to tell of; nil: all of them.
  package func text(unit: Int, _ plan: RemedyPlan?, item only: String? = nil) -> String {
    var page = TextPage(isColoured: isColoured)
    page.heading(
      say("Khắc phục tồn tại, hạn chế của kỳ trước", "Remedies for the earlier round"))
    page.line(earlier.plan.title)
    if RoundWords(earlier, words.language).isIllustrative
      || plan?.submission?.isIllustrative == true
    {
      page.line(say("Có sử dụng ", "Made with ") + words.illustrationMark + ".")
    }
    guard let plan else {
      page.line(say("Không có đơn vị này trong kỳ đó.", "The unit was not in that round."))
      return page.text
    }
    if plan.submission?.isUnreadable == true {
      page.line(
        say(
          "Không đọc được tệp kế hoạch khắc phục (có lỗi).", "The remedy plan cannot be used."))
    }
    let set = earlier.sets[earlier.units[plan.unit].record.set]
    let entries = RemedyFollowUp(plan, of: earlier, in: round, unit: unit).entries
      .filter { only == nil || set.items[$0.last.item].id == only }
    let open = plan.open.filter { only == nil || set.items[$0].id == only }
    if entries.isEmpty, only == nil || open.isEmpty {
      page.line(say("Không mất điểm nào.", "No points were lost."))
    }
    for entry in entries { write(entry, plan, unit, &page) }
    if !open.isEmpty {
      let count = open.count
      page.gap()
      page.line(
        say(
          "Kỳ đó còn \(count) mục chưa có kết quả, không tính.",
          "In that round \(count) item\(count == 1 ? "" : "s") had no result and are not counted."))
    }
    return page.text
  }

  private func write(
    _ entry: RemedyFollowUp.Entry, _ plan: RemedyPlan, _ unit: Int, _ page: inout TextPage
  ) {
    let set = earlier.sets[earlier.units[plan.unit].record.set]
    let item = set.items[entry.last.item]
    page.gap()
    page.line("\(item.id). \(item.title)")
    let report = RemedyReport(earlier, words.language)
    let before =
      entry.last.lost > .zero
      ? report.amount(entry.last, item, set) : say("không mất điểm", "no points lost")
    page.line(say("Kỳ trước: ", "Then: ") + before, indent: 2)
    page.line(say("Kỳ này: ", "Now: ") + now(entry, unit), indent: 2)
    guard let remedy = entry.last.remedy else {
      return page.line(
        say("Không có kế hoạch khắc phục.", "There was no plan for it."), indent: 2)
    }
    for line in RemedyEntryText(words: words).lines(remedy, entry.last.state) {
      page.line(line, indent: 2)
    }
  }

  /// The item's points in this round, by its id.
  private func now(_ entry: RemedyFollowUp.Entry, _ unit: Int) -> String {
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    guard let place = entry.item, let outcome = result.sheets.last?[place] else {
      return say("bộ tiêu chí không còn mục này", "the criteria have no such item any more")
    }
    let item = set.items[place]
    let points = words.numbers.about(outcome.points)
    var text =
      switch outcome.state {
      case .scored:
        if set.areas[item.area].kind == .penalty {
          say("điểm trừ \(points)", "a penalty of \(points)")
        } else {
          say(
            "đạt \(points), tối đa \(words.numbers.about(item.maximum))",
            "\(points) of \(words.numbers.about(item.maximum))")
        }
      case .notApplicable: say("không áp dụng", "not applicable")
      case .unanswered, .pending, .broken: say("chưa có kết quả", "no result yet")
      }
    if entry.isRenamed {
      text += say(
        "; cùng mã nhưng nay là “\(item.title)”", "; the same id is now “\(item.title)”")
    }
    return text
  }
}
