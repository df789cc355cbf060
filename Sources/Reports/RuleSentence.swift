package import Diagnostics
package import Grading

/// How an item came to its points in one layer, on one line with the numbers put in.
///
///     18/20 = 90%, thuộc mức “từ 70%”: 1 điểm (điểm tối đa 2)
///
/// Whatever is not scored says why it is not: what is blank, owed, undecided or impossible.
package struct RuleSentence: Sendable {
  package let trace: ItemTrace
  /// Whether other units' values may be named; before publication a unit learns none.
  package let showsOthers: Bool
  /// Whether it repeats what people wrote: the reasons of decisions and claims.
  package let showsReasons: Bool
  let names: RoundWords
  let rules: RuleWords
  let values: ValueWords

  package init(_ round: Round, _ trace: ItemTrace, _ language: Language, showsOthers: Bool = true) {
    self.init(RoundWords(round, language), trace, showsOthers: showsOthers)
  }

  /// For many sentences of one round.
  package init(
    _ names: RoundWords, _ trace: ItemTrace, showsOthers: Bool = true, showsReasons: Bool = true
  ) {
    let round = names.round
    let set = round.sets[round.units[trace.unit].record.set]
    self.trace = trace
    self.showsOthers = showsOthers
    self.showsReasons = showsReasons
    self.names = names
    rules = RuleWords(
      set: set, language: names.language, calendar: round.plan.calendar,
      traits: round.plan.traitTitles)
    values = ValueWords(trace: trace, words: rules.expressions)
  }

  var item: Item { trace.item }
  var numbers: NumberWords { names.numbers }
  var set: CriteriaSet { rules.expressions.set }
  var round: Round { names.round }

  func say(_ vietnamese: String, _ english: String) -> String {
    names.say(vietnamese, english)
  }

  /// The whole sentence.
  package var text: String {
    switch trace.outcome.state {
    case .scored: scored
    case .notApplicable(let effect): notApplicable(effect)
    case .unanswered: unanswered
    case .pending(let waiting): pending(waiting)
    case .broken(let breakage): broken(breakage)
    }
  }

  // MARK: Points

  private var scored: String {
    let points = numbers.shownPoints(trace.outcome.points)
    switch trace.outcome.basis {
    case .rule: return ruled
    case .fallback(let fallback): return "\(whyNoResult); \(fallen(fallback))"
    case .claim:
      return say(
        "cơ quan, đơn vị, địa phương tự chấm \(points)\(ofMaximum)",
        "the unit gives itself \(points)\(ofMaximum)")
    case .lowerClaim:
      return say(
        "điểm tự chấm thấp hơn điểm tính từ số liệu nên lấy điểm tự chấm: \(points)\(ofMaximum)",
        "the claim is lower than the computed points and counts: \(points)\(ofMaximum)")
    case .decision(let entry): return decided(Int(entry), points)
    case .withoutEvidence:
      return trace.evidence.isEmpty
        ? say(
          "không có tài liệu kiểm chứng nên tính \(points)\(ofMaximum)",
          "without evidence it counts as \(points)\(ofMaximum)")
        : say(
          "không còn tài liệu kiểm chứng nào được chấp nhận nên tính \(points)\(ofMaximum)",
          "no accepted evidence is left, it counts as \(points)\(ofMaximum)")
    case .notSubmitted:
      return say(
        "không nộp bản tự chấm điểm: \(points)\(ofMaximum)",
        "no self-assessment was handed in: \(points)\(ofMaximum)")
    case .lock:
      return say(
        "còn chờ khi khóa kết quả nên tính \(points)\(ofMaximum)",
        "still open when results were locked, it counts as \(points)\(ofMaximum)")
    }
  }

  /// What a person wrote, where it may be repeated.
  func shown(_ reason: String?) -> String? { showsReasons ? reason : nil }

  private func decided(_ entry: Int, _ points: String) -> String {
    let record = round.units[trace.unit].record
    guard record.entries.indices.contains(entry) else { return points }
    let decision = record.entries[entry]
    let reason = shown(decision.reason).map { say(", lý do: \($0)", ", reason: \($0)") } ?? ""
    if let basis = decision.amendedBy {
      return say(
        "điều chỉnh sau công bố theo \(basis): \(points)\(ofMaximum)\(reason)",
        "amended after publication under \(basis): \(points)\(ofMaximum)\(reason)")
    }
    let stage = names.stage(decision.stage)
    return say(
      "\(stage) cho \(points)\(ofMaximum)\(reason)", "\(stage) gave \(points)\(ofMaximum)\(reason)")
  }

  /// The rule's own sentence with what rounding and weights made of its points.
  private var ruled: String {
    guard case .points(let points, let step) = trace.result else { return whyNoResult }
    let found = explained(item.rule, step, points)
    let scaled = points * item.scale
    guard item.scale != .one else {
      return found.text(points, numbers, places: scaled == trace.outcome.points ? 2 : 4)
        + rounded(from: points) + ofMaximum
    }
    let scale = numbers.shown(item.ruleMaximum)
    return found.text(points, numbers)
      + say(" trên thang \(scale)", " out of \(scale)")
      + say("; quy đổi ", "; worth ") + numbers.about(trace.outcome.points)
      + say(" điểm", " points")
      + (scaled == trace.outcome.points ? "" : say(", đã làm tròn", ", rounded"))
      + ofMaximum
  }

  private func rounded(from points: Exact) -> String {
    guard points != trace.outcome.points else { return "" }
    return say(", làm tròn thành ", ", rounded to ") + numbers.shownPoints(trace.outcome.points)
  }

  /// " (điểm tối đa 2)".
  var ofMaximum: String {
    let maximum = numbers.about(item.maximum)
    return switch set.areas[item.area].kind {
    case .regular: say(" (điểm tối đa \(maximum))", " (maximum \(maximum))")
    case .bonus: say(" (điểm thưởng tối đa \(maximum))", " (maximum bonus \(maximum))")
    case .penalty: say(" (điểm trừ tối đa \(maximum))", " (maximum penalty \(maximum))")
    }
  }

  private func fallen(_ fallback: Fallback) -> String {
    let points = numbers.shownPoints(trace.outcome.points)
    return switch fallback {
    case .zero:
      say(
        "bộ tiêu chí quy định khi đó tính \(points)", "the set says that this counts as \(points)")
    case .fullPoints:
      say(
        "bộ tiêu chí quy định khi đó tính đủ điểm: \(points)",
        "the set says that this gives full points: \(points)")
    case .notApplicable:
      say(
        "bộ tiêu chí quy định khi đó không áp dụng",
        "the set says that the item then does not apply")
    case .pending: say("chờ", "pending")
    }
  }
}

/// A rule's step in words: a statement that the points follow, or a sum that they result from.
struct Explained {
  let words: String
  let isSum: Bool

  /// "…: 1 điểm" or "… = 1,8 điểm".
  func text(_ points: Exact, _ numbers: NumberWords, places: Int = 2) -> String {
    let shown = numbers.shownPoints(points, places: places)
    guard isSum else { return "\(words): \(shown)" }
    return "\(words) \(numbers.isExact(points) ? "=" : "≈") \(shown)"
  }

  static func statement(_ words: String) -> Explained { Explained(words: words, isSum: false) }
  static func sum(_ words: String) -> Explained { Explained(words: words, isSum: true) }
}
