internal import Diagnostics
internal import Grading

/// What each kind of rule found, on the rule's own scale.
extension RuleSentence {
  func explained(_ rule: Rule, _ step: RuleStep, _ points: Exact) -> Explained {
    switch (rule, step) {
    case (.yesNo(let condition), .yesNo(let holds)): yesNo(condition, holds)
    case (.choice(let rule), .level(let level)): choice(rule, level)
    case (.timeliness(let rule), .step(let step)): timely(rule, step)
    case (.timeliness(let rule), .late): late(rule)
    case (.timeliness(let rule), .notIssued):
      .statement("\(values.words.text(rule.date)): \(say("không có văn bản", "no such document"))")
    case (.steps(let rule), .band(let band, let value)): steps(rule, band, value)
    case (.proportional(let rule), _): proportional(rule, step)
    case (.mix(let rule), .mix(let total, let parts)): mix(rule, total, parts)
    case (.deduction(let rule), .deducted(let counts, let isCut)):
      deduction(rule, counts, isCut)
    case (.perItem(let rule), .counted(let count, let isCut)): perItem(rule, count, isCut)
    case (.bestOf(let rules), .alternative(let place, let inner)):
      bestOf(rules, place, inner, points)
    case (.relativeToBest(let of), .best(let value, let best)): relative(of, value, best)
    case (.survey(let of), .survey(let index)):
      .sum(
        values.equation(of, index, isPercent: true) + "; "
          + numbers.shownPercent(index) + timesMaximum)
    case (.subordinates(let rule), .subordinates(let step)): subordinates(rule, step)
    case (.formula(let rule), .formula(let place)):
      .statement(
        tried(rule.cases[...place]))
    case (.formula(let rule), .otherwise):
      .statement(
        tried(rule.cases[...])
          + say("; không thuộc trường hợp nào ở trên", "; none of the cases above"))
    default: .statement(say("theo cách chấm", "as the rule says"))
    }
  }

  /// The cases of a formula in turn, each with what was found.
  private func tried(_ cases: ArraySlice<FormulaRule.Case>) -> String {
    cases.enumerated().map { number, tried in
      say("trường hợp \(number + 1): ", "case \(number + 1): ") + values.checked(tried.when)
    }.joined(separator: "; ")
  }

  private var timesMaximum: String { " × \(numbers.shown(item.ruleMaximum))" }

  // MARK: Answers

  private func yesNo(_ condition: CheckedExpression, _ holds: Bool) -> Explained {
    let parts = values.checked(condition)
    switch condition.tree {
    case .and, .or:
      return .statement(
        parts
          + (holds
            ? say("; đạt yêu cầu", "; all in all it holds")
            : say("; không đạt yêu cầu", "; all in all it does not hold")))
    default: return .statement(parts)
    }
  }

  private func choice(_ rule: ChoiceRule, _ level: String) -> Explained {
    let options =
      switch rule.input {
      case .input(let place), .sharedInput(let place): set.inputs[place].options
      case .figure, .trait, .deadline, .year: [] as [Input.Option]
      }
    let title = options.first { $0.id == level }?.title ?? level
    return .statement(say("chọn mức “\(title)”", "level “\(title)”"))
  }

  // MARK: Dates

  private func timely(_ rule: TimelinessRule, _ place: Int) -> Explained {
    var bounds: [String] = []
    if let moment = moment(rule.date), place > 0,
      let before = limit(rule.steps[place - 1]), before.isBefore(moment)
    {
      bounds.append(before.after(numbers, say))
    }
    if let limit = limit(rule.steps[place]) { bounds.append(limit.through(numbers, say)) }
    let step = bounds.joined(separator: say(" và ", " and "))
    return .statement(dated(rule) + say(", thuộc mức “\(step)”", ", in step “\(step)”"))
  }

  private func late(_ rule: TimelinessRule) -> Explained {
    guard let last = rule.steps.compactMap(limit).max(by: { $0.last < $1.last }) else {
      return .statement(dated(rule))
    }
    return .statement("\(dated(rule)), \(last.after(numbers, say))")
  }

  /// "Ngày ban hành kế hoạch 12/01/2017".
  private func dated(_ rule: TimelinessRule) -> String {
    let title = values.words.text(rule.date)
    guard let moment = moment(rule.date) else { return title }
    return "\(title): \(numbers.moment(moment))"
  }

  private func moment(_ expression: CheckedExpression) -> LocalMoment? {
    if case .value(.date(let moment)) = trace.value(expression) { moment } else { nil }
  }

  private func limit(_ step: TimelinessRule.Step) -> DayLimit? {
    moment(step.limit).map { DayLimit(day: $0.day, includesDay: step.includesDay) }
  }

  // MARK: Tables

  private func steps(_ rule: StepsRule, _ place: Int, _ value: Exact) -> Explained {
    let isPercent = isPercent(rule)
    let places = places(rule.bands, place, value, isPercent: isPercent)
    let band = rules.bandCondition(rule.bands[place], isShare: isPercent)
    var text = values.equation(rule.of, value, isPercent: isPercent, places: places)
    let higher = rule.bands[..<place].last { $0.lower == .above(value) }
    if higher != nil {
      let bound = isPercent ? numbers.shownPercent(value) : numbers.shown(value)
      text += say(", đúng bằng \(bound) thì tính ở mức dưới,", ", exactly \(bound) counts lower,")
      return .statement(text + say(" tức mức “\(band)”", " in band “\(band)”"))
    }
    return .statement(text + say(", thuộc mức “\(band)”", ", in band “\(band)”"))
  }

  func isPercent(_ rule: StepsRule) -> Bool {
    let texts = rule.bands.flatMap { [$0.lowerText, $0.upperText] }.compactMap { $0 }
    return texts.isEmpty
      ? rules.expressions.isShare(rule.of) : texts.contains { $0.hasSuffix("%") }
  }

  /// Enough decimals that the number shown stands in the same band: 89,996% is not shown as 90%.
  private func places(_ bands: [Band], _ place: Int, _ value: Exact, isPercent: Bool) -> Int {
    for places in 2..<8 {
      let shown = value.rounded(places: isPercent ? places + 2 : places, mode: .halfUp)
      if bands.firstIndex(where: { $0.contains(shown) }) == place { return places }
    }
    return 8
  }

  private func proportional(_ rule: ProportionalRule, _ step: RuleStep) -> Explained {
    let isPercent = rules.expressions.isShare(rule.of) || rule.ceiling <= .one
    func shown(_ value: Exact) -> String {
      isPercent ? numbers.shownPercent(value) : numbers.shown(value)
    }
    switch step {
    case .belowFloor(let value):
      let floor = shown(rule.floor ?? .zero)
      return .statement(
        values.equation(rule.of, value, isPercent: isPercent)
          + say(", dưới mức sàn \(floor)", ", below the floor of \(floor)"))
    case .share(let value, let isCut):
      let equation = values.equation(rule.of, value, isPercent: isPercent)
      if isCut {
        return .statement(
          equation
            + (value.isNegative
              ? say(", nhỏ hơn 0 nên không có điểm", ", below 0 gives nothing")
              : say(
                ", vượt mức trần \(shown(rule.ceiling)) nên tính đủ điểm",
                ", above the ceiling of \(shown(rule.ceiling)) gives full points")))
      }
      let share = rule.ceiling == .one ? shown(value) : "\(shown(value))/\(shown(rule.ceiling))"
      return .sum("\(equation); \(share)\(timesMaximum)")
    default: return .statement(say("theo cách chấm", "as the rule says"))
    }
  }

  // MARK: Sums

  private func mix(_ rule: MixRule, _ total: Exact, _ amounts: [Exact]) -> Explained {
    let parts = zip(rule.parts, amounts).map { part, amount in
      "\(numbers.shown(amount))/\(numbers.shown(total)) × \(numbers.shown(part.factor))"
    }
    return .sum("(\(parts.joined(separator: " + ")))\(timesMaximum)")
  }

  private func deduction(_ rule: DeductionRule, _ counts: [Exact], _ isCut: Bool) -> Explained {
    var sum = numbers.shown(item.ruleMaximum)
    var total = item.ruleMaximum
    var nothing: [String] = []
    for (kind, count) in zip(rule.kinds, counts) {
      let title = unquoted(rules.expressions.text(kind.count))
      guard !count.isZero else {
        nothing.append(title)
        continue
      }
      sum += " − \(numbers.shown(count)) × \(numbers.shown(kind.points)) (\(title))"
      total -= count * kind.points
    }
    if nothing.count == counts.count {
      return .statement(
        say("không có trường hợp nào bị trừ điểm", "nothing to deduct")
          + " (\(nothing.joined(separator: "; ")): 0)")
    }
    guard isCut else { return .sum(sum) }
    return .statement(
      "\(sum) \(numbers.equals(total))"
        + say(
          ", không thấp hơn mức sàn \(numbers.shown(rule.floor))",
          ", not below the floor of \(numbers.shown(rule.floor))"))
  }

  private func unquoted(_ title: String) -> String {
    title.hasPrefix("“") && title.hasSuffix("”") ? String(title.dropFirst().dropLast()) : title
  }

  private func perItem(_ rule: PerItemRule, _ count: Exact, _ isCut: Bool) -> Explained {
    let title = unquoted(rules.expressions.text(rule.count))
    let sum = "\(numbers.shown(count)) (\(title)) × \(numbers.shown(rule.points))"
    guard isCut else { return .sum(sum) }
    return .statement(
      "\(sum) \(numbers.equals(count * rule.points))"
        + say(", không quá điểm tối đa", ", cut at the maximum"))
  }

  private func bestOf(_ rules: [Rule], _ place: Int, _ step: RuleStep, _ points: Exact)
    -> Explained
  {
    let chosen = explained(rules[place], step, points)
    let others = rules.enumerated().filter { $0.offset != place }.map { other, rule in
      let name = say("cách \(other + 1)", "way \(other + 1)")
      switch trace.result(of: rule) {
      case .points(let points, let step):
        return "\(name): \(explained(rule, step, points).text(points, numbers))"
      case let failure: return "\(name): \(short(failure))"
      }
    }
    let rest = others.joined(separator: "; ")
    return .statement(
      say(
        "có lợi nhất trong \(rules.count) cách là cách \(place + 1): "
          + "\(chosen.text(points, numbers)) (\(rest)); kết quả",
        "the best of \(rules.count) ways is way \(place + 1): "
          + "\(chosen.text(points, numbers)) (\(rest)); it gives"))
  }

  private func short(_ result: RuleResult) -> String {
    switch result {
    case .points(let points, _): numbers.shownPoints(points)
    case .broken: say("số liệu không hợp lệ", "impossible data")
    case .unanswered: say("chưa trả lời", "not answered")
    case .missing: say("chưa có số liệu", "no figure yet")
    case .undefined: say("không tính được", "cannot be computed")
    case .awaitsCouncil: say("chờ Hội đồng thẩm định", "awaits the council")
    }
  }
}
