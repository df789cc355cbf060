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
    let isPercent = isShare(rule)
    let found = found(rule, step)
    if let band = step.band {
      let words = rules.bandCondition(
        rule.bands[band], isShare: isPercent, isCount: rule.counts)
      return .statement(found + say(", thuộc mức “\(words)”", ", in band “\(words)”"))
    }
    let share =
      isIndexMean(rule) ? "\(numbers.shown(step.value))%" : numbers.shownPercent(step.value)
    return .sum("\(found); \(share) × \(numbers.shown(item.ruleMaximum))")
  }

  /// The aggregate in words: over which bodies, and what it came to.
  private func found(_ rule: SubordinatesRule, _ step: SubordinatesStep) -> String {
    let measure = measure(rule)
    let bodies = say("cơ quan, đơn vị trực thuộc", "units below")
    let counted = numbers.count(step.counted)
    let all = numbers.count(step.all)
    let leftOut = step.all - step.counted
    let among =
      leftOut == 0
      ? say("\(all) \(bodies)", "\(all) \(bodies)")
      : say(
        "\(counted) \(bodies) (không tính \(leftOut) trong tổng số \(all))",
        "\(counted) \(bodies) (\(leftOut) of all \(all) left out)")
    let value = isShare(rule) ? numbers.aboutPercent(step.value) : numbers.about(step.value)
    switch rule.aggregate {
    case .mean:
      return say(
        "\(measure) bình quân của \(among) là \(value)",
        "the mean \(measure) of \(among) is \(value)")
    case .sum:
      return say(
        "tổng \(measure) của \(among) là \(value)",
        "the sum of \(measure) over \(among) is \(value)")
    case .share:
      let hits = numbers.shown(step.value * Exact(step.counted))
      let share = numbers.equals(step.value, isPercent: true)
      return say(
        "trong \(among) có \(hits) nơi đạt \(measure) \(threshold(rule)) trở lên: "
          + "\(hits)/\(counted) \(share)",
        "of \(among) \(hits) have \(measure) \(threshold(rule)) or above: "
          + "\(hits)/\(counted) \(share)")
    case .count:
      let some = step.value.isZero ? say("không nơi nào", "none") : say("\(value) nơi", value)
      return say(
        "trong \(among), \(some) có \(measure) từ \(threshold(rule)) trở lên",
        "of \(among) \(some) have \(measure) \(threshold(rule)) or above")
    case .below:
      let some = step.value.isZero ? say("không nơi nào", "none") : say("\(value) nơi", value)
      return say(
        "trong \(among), \(some) có \(measure) dưới \(threshold(rule))",
        "of \(among) \(some) have \(measure) below \(threshold(rule))")
    }
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

  /// The measure at the start of a line, without quotation marks.
  func measureTitle(_ rule: SubordinatesRule) -> String {
    switch rule.of {
    case .index: say("Chỉ số cải cách hành chính", "PAR Index")
    case .grade: say("Mức xếp hạng", "Grade")
    case .figure(let expression): rules.expressions.text(expression)
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
