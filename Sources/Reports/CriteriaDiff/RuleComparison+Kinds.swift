package import Diagnostics
package import Grading

extension RuleComparison {
  typealias Maxima = (old: Exact, new: Exact)

  func choice(_ old: ChoiceRule, _ new: ChoiceRule) -> [Change] {
    // Levels are the same by id; what they are called is the input's.
    let oldLines = table(.choice(old), .zero, oldWords)
    let newLines = table(.choice(new), .zero, newWords)
    func keys(_ rule: ChoiceRule) -> [RuleRow] {
      rule.levels.map { RuleRow(condition: $0.id, points: $0.points, text: "") }
    }
    let shared = old.levels.map(\.id).filter { id in new.levels.contains { $0.id == id } }
    let isReordered = shared != new.levels.map(\.id).filter(shared.contains)
    guard isReordered else { return rows(.step, keys(old), keys(new), oldLines, newLines) }
    // The order of levels means nothing.
    let sorted = { (rule: ChoiceRule) in
      rule.levels.indices.sorted { rule.levels[$0].id < rule.levels[$1].id }
    }
    return rows(
      .step, sorted(old).map { keys(old)[$0] }, sorted(new).map { keys(new)[$0] },
      sorted(old).map { oldLines[$0] }, sorted(new).map { newLines[$0] })
  }

  func timeliness(_ old: TimelinessRule, _ new: TimelinessRule) -> [Change] {
    func keys(_ rule: TimelinessRule, _ words: BothWords) -> [RuleRow] {
      rule.steps.map { step in
        RuleRow(
          condition: words.key { $0.stepCondition(step) }, points: step.points, text: "")
      }
    }
    let oldLines = Array(table(.timeliness(old), .zero, oldWords).prefix(old.steps.count))
    let newLines = Array(table(.timeliness(new), .zero, newWords).prefix(new.steps.count))
    return measure(old.date, new.date)
      + rows(.deadline, keys(old, oldWords), keys(new, newWords), oldLines, newLines)
      + points(
        Wording(vi: "điểm khi muộn hơn", en: "points when later"), old.otherwise, new.otherwise)
      + points(
        Wording(vi: "điểm khi không thực hiện", en: "points when not done at all"), old.missing,
        new.missing)
  }

  func proportional(_ old: ProportionalRule, _ new: ProportionalRule) -> [Change] {
    func bound(_ value: Exact?, _ rule: ProportionalRule, _ words: BothWords) -> Wording? {
      value.map { value in
        words { own in
          own.expressions.isShare(rule.of) ? own.numbers.percent(value) : own.numbers.plain(value)
        }
      }
    }
    var changes = measure(old.of, new.of)
    if (old.floor ?? .zero) != (new.floor ?? .zero) {
      changes.append(
        optional(
          Wording(vi: "mức sàn", en: "floor"), bound(old.floor, old, oldWords),
          bound(new.floor, new, newWords)))
    }
    if old.ceiling != new.ceiling {
      changes.append(
        optional(
          Wording(vi: "mức trần", en: "ceiling"), bound(old.ceiling, old, oldWords),
          bound(new.ceiling, new, newWords)))
    }
    return changes
  }

  func mix(_ old: MixRule, _ new: MixRule) -> [Change] {
    let noun = Wording(vi: "phần", en: "part")
    var changes = changed(Wording(vi: "tổng số", en: "total"), old.total, new.total)
    func text(_ part: MixRule.Part, _ words: BothWords) -> Wording {
      words { "\($0.expressions.term(part.of)) × \($0.numbers.plain(part.factor))" }
    }
    var left = old.parts
    for part in new.parts {
      guard let place = left.firstIndex(where: { same($0.of, part.of) }) else {
        changes.append(
          Change(.rule, .added(noun, text(part, newWords)), after: text(part, newWords)))
        continue
      }
      let before = left.remove(at: place)
      if before.factor != part.factor {
        changes.append(optional(noun, text(before, oldWords), text(part, newWords)))
      }
    }
    return changes
      + left.map { Change(.rule, .removed(noun, text($0, oldWords)), before: text($0, oldWords)) }
  }

  func deduction(_ old: DeductionRule, _ new: DeductionRule) -> [Change] {
    let noun = Wording(vi: "khoản trừ", en: "deduction")
    func text(_ kind: DeductionRule.Kind, _ words: BothWords) -> Wording {
      words { $0.deductionLine(kind) }
    }
    var changes: [Change] = []
    var left = old.kinds
    for kind in new.kinds {
      guard let place = left.firstIndex(where: { same($0.count, kind.count) }) else {
        changes.append(
          Change(.rule, .added(noun, text(kind, newWords)), after: text(kind, newWords)))
        continue
      }
      let before = left.remove(at: place)
      // A percentage follows the maximum; only the percentage itself is a change of the rule.
      let isSame =
        before.percent == kind.percent && (kind.percent != nil || before.points == kind.points)
      if !isSame { changes.append(optional(noun, text(before, oldWords), text(kind, newWords))) }
    }
    changes += left.map {
      Change(.rule, .removed(noun, text($0, oldWords)), before: text($0, oldWords))
    }
    return changes + points(Wording(vi: "mức thấp nhất", en: "lowest points"), old.floor, new.floor)
  }

  func bestOf(_ old: [Rule], _ new: [Rule], _ maxima: Maxima) -> [Change] {
    var changes: [Change] = []
    for place in 0..<max(old.count, new.count) {
      let noun = Wording(vi: "cách \(place + 1)", en: "way \(place + 1)")
      if place >= new.count {
        let text = oldWords { $0.table(old[place], maximum: maxima.old).text }
        changes.append(Change(.rule, .removed(noun, text), before: text))
      } else if place >= old.count {
        let text = newWords { $0.table(new[place], maximum: maxima.new).text }
        changes.append(Change(.rule, .added(noun, text), after: text))
      } else {
        changes += self.changes(old[place], new[place], maxima).map { inner in
          Change(
            inner.aspect, .sentence(noun, inner.text) { "\($1[0]): \($1[1])" },
            before: inner.before, after: inner.after)
        }
      }
    }
    return changes
  }

  func subordinates(_ old: SubordinatesRule, _ new: SubordinatesRule, _ maxima: Maxima) -> [Change]
  {
    let noun = Wording(vi: "kết quả được xét", en: "what is looked at")
    var changes: [Change] = []
    let before = oldWords { $0.subordinatesMeasure(old) }
    let after = newWords { $0.subordinatesMeasure(new) }
    if before != after {
      changes.append(Change(.rule, .becomes(noun, before, after), before: before, after: after))
    }
    if old.from != new.from {
      changes.append(
        optional(
          Wording(
            vi: "sổ kết quả của cơ quan ngoài kỳ đánh giá", en: "register of outside results"),
          old.from.map(Wording.init(same:)), new.from.map(Wording.init(same:))))
    }
    if old.absent != new.absent {
      changes.append(
        optional(
          Wording(vi: "đơn vị không nộp", en: "those that did not submit"),
          oldWords { $0.absentLine(old.absent) }, newWords { $0.absentLine(new.absent) }))
    }
    func lines(_ rule: SubordinatesRule, _ maximum: Exact, _ words: BothWords) -> [Line] {
      Array(table(.subordinates(rule), maximum, words).prefix(rule.bands.count))
    }
    if old.bands.isEmpty != new.bands.isEmpty {
      changes.append(whole(.subordinates(old), .subordinates(new), maxima))
    }
    return changes
      + rows(
        .step, bandKeys(old.bands), bandKeys(new.bands), lines(old, maxima.old, oldWords),
        lines(new, maxima.new, newWords))
  }

  func formula(_ old: FormulaRule, _ new: FormulaRule) -> [Change] {
    func keys(_ rule: FormulaRule) -> [RuleRow] {
      rule.cases.map {
        RuleRow(condition: $0.when.canonicalSource, points: $0.points, text: "")
      }
    }
    func lines(_ rule: FormulaRule, _ words: BothWords) -> [Line] {
      Array(table(.formula(rule), .zero, words).prefix(rule.cases.count))
    }
    return rows(.condition, keys(old), keys(new), lines(old, oldWords), lines(new, newWords))
      + points(Wording(vi: "điểm còn lại", en: "points otherwise"), old.otherwise, new.otherwise)
  }
}

extension Rule {
  /// What people call this way of scoring.
  package var kindName: Wording {
    switch self {
    case .yesNo: Wording(vi: "đạt hoặc không đạt", en: "all or nothing")
    case .choice: Wording(vi: "chọn một mức", en: "a chosen level")
    case .timeliness: Wording(vi: "theo thời hạn", en: "timeliness")
    case .steps: Wording(vi: "theo các mức", en: "steps")
    case .proportional: Wording(vi: "theo tỷ lệ", en: "proportional")
    case .mix: Wording(vi: "theo tỷ lệ có hệ số", en: "weighted parts")
    case .deduction: Wording(vi: "trừ điểm theo số trường hợp", en: "deduction")
    case .perItem: Wording(vi: "cộng điểm theo số lượng", en: "so much an item")
    case .bestOf: Wording(vi: "lấy cách có lợi nhất", en: "the most favourable way")
    case .relativeToBest:
      Wording(vi: "so với giá trị cao nhất trong khối", en: "relative to the best")
    case .survey: Wording(vi: "theo chỉ số khảo sát", en: "survey index")
    case .subordinates:
      Wording(vi: "theo kết quả của đơn vị trực thuộc", en: "results of the units below")
    case .council: Wording(vi: "Hội đồng thẩm định cho điểm", en: "points given by the council")
    case .formula: Wording(vi: "theo từng trường hợp", en: "cases")
    }
  }
}
