internal import Diagnostics
internal import Grading

/// Rules that read the results of others.
extension RuleSentence {
  func relative(_ of: CheckedExpression, _ value: Exact, _ best: Exact) -> Explained {
    let isPercent = rules.expressions.isShare(of)
    func shown(_ value: Exact) -> String {
      isPercent ? numbers.shownPercent(value) : numbers.shown(value)
    }
    let equation = values.equation(of, value, isPercent: isPercent)
    let maximum = numbers.shown(item.ruleMaximum)
    guard showsOthers else {
      return .statement(
        equation
          + say(
            "; so với giá trị cao nhất trong khối (chưa công bố), nhân với \(maximum)",
            "; against the best value of the block (not yet public), times \(maximum)"))
    }
    let holders = trace.best?.units ?? []
    if value == best, holders == [trace.unit] {
      return .sum(
        equation
          + say("; là giá trị cao nhất trong khối; ", "; it is the best value of the block; ")
          + "\(shown(value))/\(shown(best)) × \(maximum)")
    }
    let whose = holders.prefix(3).map { round.units[$0].record.unit.name }
    let more = holders.count > 3 ? say(" và nơi khác", " and others") : ""
    let holder = whose.isEmpty ? "" : " (\(whose.joined(separator: ", "))\(more))"
    return .sum(
      equation
        + say(
          "; cao nhất trong khối là \(shown(best))\(holder); ",
          "; the best of the block is \(shown(best))\(holder); ")
        + "\(shown(value))/\(shown(best)) × \(maximum)")
  }

  func subordinates(_ rule: SubordinatesRule, _ step: SubordinatesStep) -> Explained {
    let measure = measure(rule)
    let counted = numbers.count(step.counted)
    let all = numbers.count(step.all)
    let among =
      step.counted == step.all
      ? say("\(all) cơ quan, đơn vị, địa phương trực thuộc", "\(all) bodies below")
      : say(
        "\(counted) trong \(all) cơ quan, đơn vị, địa phương trực thuộc",
        "\(counted) of \(all) bodies below")
    let isPercent = isShare(rule)
    let value = isPercent ? numbers.aboutPercent(step.value) : numbers.about(step.value)
    let found: String
    switch rule.aggregate {
    case .mean:
      found = say(
        "\(measure) bình quân của \(among) là \(value)",
        "the mean \(measure) of \(among) is \(value)")
    case .sum:
      found = say(
        "tổng \(measure) của \(among) là \(value)", "\(measure) sums to \(value) over \(among)")
    case .share:
      let hits = step.value * Exact(step.counted)
      found = say(
        "\(numbers.shown(hits))/\(counted) \(numbers.equals(step.value, isPercent: true)) "
          + "cơ quan, đơn vị, địa phương trực thuộc có \(measure) \(threshold(rule)) trở lên",
        "\(numbers.shown(hits))/\(counted) \(numbers.equals(step.value, isPercent: true)) "
          + "of the bodies below have \(measure) \(threshold(rule)) or above")
    case .count:
      found = say(
        "\(value) trong \(among) có \(measure) \(threshold(rule)) trở lên",
        "\(value) of \(among) have \(measure) \(threshold(rule)) or above")
    case .below:
      found = say(
        "\(value) trong \(among) có \(measure) dưới \(threshold(rule))",
        "\(value) of \(among) have \(measure) below \(threshold(rule))")
    }
    if let band = step.band {
      let words = rules.bandCondition(rule.bands[band], isShare: isPercent)
      return .statement(found + say(", thuộc mức “\(words)”", ", in band “\(words)”"))
    }
    let share =
      isIndexMean(rule) ? "\(numbers.shown(step.value))%" : numbers.shownPercent(step.value)
    return .sum("\(found); \(share) × \(numbers.shown(item.ruleMaximum))")
  }

  private func isIndexMean(_ rule: SubordinatesRule) -> Bool {
    if case .index = rule.of { rule.aggregate == .mean } else { false }
  }

  func isShare(_ rule: SubordinatesRule) -> Bool {
    switch rule.aggregate {
    case .share: true
    case .mean, .sum:
      if case .figure(let of) = rule.of { rules.expressions.isShare(of) } else { false }
    case .count, .below: false
    }
  }

  func measure(_ rule: SubordinatesRule) -> String {
    switch rule.of {
    case .index: say("Chỉ số cải cách hành chính", "PAR Index")
    case .grade: say("mức xếp hạng", "grade")
    case .figure(let expression): "“\(rules.expressions.text(expression))”"
    }
  }

  private func threshold(_ rule: SubordinatesRule) -> String {
    switch rule.atLeast {
    case .grade(let name): "“\(name)”"
    case .value(let value):
      if case .figure(let of) = rule.of, rules.expressions.isShare(of) {
        numbers.shownPercent(value)
      } else {
        numbers.shown(value)
      }
    case nil: ""
    }
  }
}
