internal import Grading

/// Makes up the appraisal of one unit: the scripted steps, and the council's points.
struct SampleAppraisal {
  let facts: UnitFacts
  let scenario: Scenario
  let draft: SubmissionDraft
  let sampler: InputSampler
  let registers: SampleRegisters
  /// With the unit's own inputs in it.
  let data: Evaluator
  let seed: UInt64

  private var set: CriteriaSet { sampler.set }

  /// The text of appraisal.yaml; nil when nobody touched the unit.
  func text() -> String? {
    var lines: [String] = []
    var times = Clock(year: sampler.set.year)
    for step in scenario.steps {
      if let line = line(step, at: times.next(step.stage)) { lines.append(line) }
    }
    lines += councilLines()
    guard !lines.isEmpty else { return nil }
    return SubmissionDraft.notice + "format: parindex/appraisal@1\nround: \(draft.round)\n"
      + "unit: \(facts.unit.id)\nentries:\n" + lines.joined()
  }

  private var team: String {
    facts.unit.type == "xa" ? "to-giup-viec-\(facts.unit.parent ?? "huyen")/01" : "to-giup-viec/02"
  }

  private func line(_ step: AppraisalStep, at time: String) -> String? {
    let stage =
      switch step.stage {
      case .first: "appraisal-1"
      case .explanation: "explanation"
      case .second: "appraisal-2"
      }
    let item = set.itemIndex(step.subject).map { set.items[$0] }
    var parts = [
      item == nil ? "figure: \(step.subject)" : "criterion: \"\(step.subject)\"",
      "stage: \(stage)",
    ]
    switch step.action {
    case .accept: parts.append("decision: accept")
    case .lower:
      guard let item, let lowered = lowered(item) else { return nil }
      parts.append("decision: adjust")
      parts.append("inputs: {\(lowered)}")
    case .halve:
      guard let item, let half = item.maximum.divided(by: 2) else { return nil }
      parts.append("decision: set_points")
      parts.append("points: \(half.rounded(places: 2, mode: .halfUp).canonicalText)")
    case .rejectEvidence:
      guard let item, let answer = draft.answers.first(where: { $0.item == item.index }),
        !answer.citations.isEmpty
      else { return nil }
      parts.append("decision: reject_evidence")
      parts.append("documents: [\(answer.citations.map(\.id).joined(separator: ", "))]")
    case .request: parts.append("decision: request_explanation")
    case .explain(let text): parts.append("text: \(YAMLText.scalar(text))")
    case .notApplicable: parts.append("decision: mark_not_applicable")
    case .correct(let change):
      guard let value = corrected(step.subject, by: change) else { return nil }
      parts.append("decision: correct_figure")
      parts.append("value: \(value)")
    }
    if let reason = step.reason { parts.append("reason: \(YAMLText.scalar(reason))") }
    let isUnit = step.stage == .explanation
    parts.append("by: \(isUnit ? facts.unit.id : team)")
    parts.append("at: \(time)")
    return "  - {\(parts.joined(separator: ", "))}\n"
  }

  /// Inputs of an item for which the rule gives less than for those declared.
  private func lowered(_ item: Item) -> String? {
    guard let answer = draft.answers.first(where: { $0.item == item.index }),
      let computed = answer.computed, let share = computed.divided(by: item.maximum),
      let perMille = (share * 1000).rounded(places: 0, mode: .halfUp).integer
    else { return nil }
    var random = Randomness(seed, facts.identity, item.id, "lowered")
    // Only what is counted falls; totals, and what the unit did not count, stay.
    let last = answer.values.last?.place
    for attempt in 1...12 {
      var data = data
      var changed: [String] = []
      for (place, value) in answer.values {
        guard case .given(.number(let number)) = value, let whole = number.integer, whole > 0,
          set.inputs[place].atMost != nil || place == last
        else { continue }
        let lost = max(1, whole * attempt * random.int(2...5) / 100)
        let value = InputValue.given(.number(Exact(max(0, whole - lost))))
        data.inputs[place] = value
        changed.append("\(set.inputs[place].name): \(InputText.text(value))")
        break
      }
      let outcome = sampler.scorer.trial(item, for: facts.unit, data)
      if case .scored = outcome.state, outcome.points < computed { return changed.joined() }
    }
    return redrawn(item, below: perMille, &random)
  }

  private func redrawn(
    _ item: Item, below perMille: Int, _ random: inout Randomness
  ) -> String? {
    guard
      let draw = sampler.draw(
        item, for: facts.unit, wanted: perMille / 2, data, &random), draw.share < perMille
    else { return nil }
    return draw.values
      .map { "\(set.inputs[$0.place].name): \(InputText.text($0.value))" }
      .joined(separator: ", ")
  }

  /// A register's figure, moved by so much but not above what it is a part of.
  private func corrected(_ figure: String, by change: Int) -> String? {
    registers.raised(figure, by: change, set, facts)
  }

  /// Points that only the council can give.
  private func councilLines() -> [String] {
    set.items.filter { $0.scoredBy == .council }.compactMap { item in
      guard case .council(let rule) = item.rule,
        case .pending = sampler.scorer.trial(item, for: facts.unit, data).state
      else { return nil }
      var random = Randomness(seed, facts.identity, item.id, "council")
      let levels = rule.levels.isEmpty ? [Exact.zero, item.ruleMaximum] : rule.levels
      let isBonus = set.areas[item.area].kind != .regular
      let reach = isBonus ? facts.quality - 700 : facts.quality
      let place = max(0, min(levels.count - 1, levels.count * (reach + random.int(0...150)) / 1000))
      let points = levels[place] * item.scale
      let reason =
        isBonus
        ? place == 0 ? "Chưa có mô hình được nhân rộng" : "Có mô hình được nhân rộng trong tỉnh"
        : "Hội đồng thống nhất theo kết quả chỉ đạo, phối hợp trong năm"
      return "  - {criterion: \"\(item.id)\", stage: council, decision: set_points, "
        + "points: \(points.canonicalText), reason: \(YAMLText.scalar(reason)), "
        + "by: hoi-dong, at: \(set.year + 1)-01-15T14:30}\n"
    }
  }
}

/// Times inside the round's stages, one after another.
private struct Clock {
  let year: Int
  private var minute = 0

  init(year: Int) { self.year = year }

  mutating func next(_ stage: AppraisalStep.Stage) -> String {
    minute += 7
    let day =
      switch stage {
      case .first: "\(year)-12-27"
      // A working day: 05 January 2020 is a Sunday.
      case .explanation: "\(year + 1)-01-0\(year == 2019 ? 6 : 5)"
      case .second: "\(year + 1)-01-10"
      }
    return "\(day)T09:\(minute < 10 ? "0" : "")\(minute)"
  }
}
