package import Diagnostics
package import Grading

/// Remedy plans as people and programs read them: for one unit the points it lost, most first; for
/// the office that runs the round who has no plan and what is overdue.
package struct RemedyReport: Sendable {
  let words: RoundWords
  let isColoured: Bool
  /// The day on which plans are looked at; nil: nothing is called overdue.
  let day: CalendarDay?
  /// Only what has no plan yet.
  let onlyMissing: Bool
  /// Whether other units' values may be named in reasons.
  let showsOthers: Bool

  package init(
    _ round: Round, _ language: Language, asOf day: CalendarDay? = nil, onlyMissing: Bool = false,
    showsOthers: Bool = true, isColoured: Bool = false
  ) {
    words = RoundWords(round, language)
    self.day = day
    self.onlyMissing = onlyMissing
    self.showsOthers = showsOthers
    self.isColoured = isColoured
  }

  var round: Round { words.round }
  var numbers: NumberWords { words.numbers }

  func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  func set(_ plan: RemedyPlan) -> CriteriaSet { round.sets[unit(plan).record.set] }

  func unit(_ plan: RemedyPlan) -> UnitResult { round.units[plan.unit] }

  /// The items to be listed.
  func items(_ plan: RemedyPlan) -> [LostItem] {
    onlyMissing ? plan.items.filter { !$0.state.isCovered } : plan.items
  }

  /// Why an item has its final points, in one sentence.
  func reason(_ plan: RemedyPlan, _ item: LostItem) -> String {
    let trace = round.trace(unit: plan.unit, item: item.item, layer: round.layers.count - 1)
    return RuleSentence(words, trace, showsOthers: showsOthers).text
  }

  /// Whether anything that a plan is made of is an illustration.
  func isIllustrative(_ plan: RemedyPlan) -> Bool {
    words.isIllustrative || plan.submission?.isIllustrative == true
  }

  /// What is to be known before any number is read.
  func writeHead(_ plans: [RemedyPlan], _ page: inout TextPage) {
    page.line(round.plan.title)
    if let mark = words.roundIllustration {
      page.line(mark)
    } else if plans.contains(where: isIllustrative) {
      page.line(say("Có sử dụng ", "Made with ") + words.illustrationMark + ".")
    }
    if !round.plan.publication.isPublic {
      page.line(
        say(
          "Kết quả chưa công bố, còn có thể thay đổi; chưa đơn vị nào phải có kế hoạch khắc phục.",
          "The result is not published and may change; no unit owes a remedy plan yet."))
    }
    if let day {
      page.line(
        say("Tính đến hết ngày \(numbers.date(day)).", "As of the end of \(numbers.date(day))."))
    }
  }
}

extension RemedyState {
  package var wording: Wording {
    switch self {
    case .missing: Wording(vi: "chưa có kế hoạch", en: "no plan")
    case .drafted: Wording(vi: "bản nháp, chưa nộp", en: "drafted, not handed in")
    case .planned: Wording(vi: "chưa hoàn thành", en: "not done yet")
    case .overdue: Wording(vi: "quá hạn", en: "overdue")
    case .done: Wording(vi: "hoàn thành đúng hạn", en: "done in time")
    case .doneLate: Wording(vi: "hoàn thành muộn", en: "done late")
    }
  }
}
