internal import Grading

/// Makes up inputs for an item so that its rule comes near to a wanted share of the points.
///
/// It knows no rule by heart: it draws inputs that respect types, ranges and limits, asks the
/// engine what each draw is worth, and keeps the one nearest to what was wanted.
struct InputSampler {
  let set: CriteriaSet
  let scorer: ItemScorer
  let calendar: RoundCalendar
  /// Amounts that inputs of these names start from.
  var bases: [String: Int] = [:]
  var attempts = 14
  /// By item.
  private let hints: [RuleHints]

  init(set: CriteriaSet) {
    let plan = RoundPlan.bare(year: set.year)
    self.set = set
    scorer = ItemScorer(set: set, plan: plan)
    calendar = plan.calendar
    hints = set.items.map { RuleHints($0.rule, maximum: $0.ruleMaximum) }
  }

  /// Inputs by their place in the set, and what the rule makes of them.
  struct Draw {
    let values: [(place: Int, value: InputValue)]
    let outcome: Outcome
    /// Points over the maximum, per mille.
    let share: Int
  }

  /// The draw nearest to `wanted` per mille of the maximum; nil when none can be scored.
  func draw(
    _ item: Item, for unit: Unit, wanted: Int, _ data: Evaluator, _ random: inout Randomness
  ) -> Draw? {
    let hints = hints[item.index]
    var best: Draw?
    for _ in 0..<attempts {
      var data = data
      let values = candidate(item, hints, &data, &random)
      let outcome = scorer.trial(item, for: unit, data)
      guard let share = share(outcome, item) else { continue }
      if best.map({ abs(share - wanted) < abs($0.share - wanted) }) ?? true {
        best = Draw(values: values, outcome: outcome, share: share)
      }
      if share == wanted { break }
    }
    return best
  }

  /// Inputs for an item that cannot be weighed alone.
  func anyDraw(_ item: Item, _ data: Evaluator, _ random: inout Randomness) -> Draw? {
    var data = data
    let hints = hints[item.index]
    let values = candidate(item, hints, &data, &random)
    return Draw(values: values, outcome: Outcome(.pending(.figure)), share: 0)
  }

  private func share(_ outcome: Outcome, _ item: Item) -> Int? {
    switch outcome.state {
    case .scored:
      guard let share = outcome.points.divided(by: item.maximum) else { return nil }
      return (share * 1000).rounded(places: 0, mode: .halfUp).integer
    case .notApplicable: return 1000
    case .unanswered, .pending, .broken: return nil
    }
  }

  /// One draw of all of an item's inputs, put into `data` as well.
  private func candidate(
    _ item: Item, _ hints: RuleHints, _ data: inout Evaluator, _ random: inout Randomness
  ) -> [(place: Int, value: InputValue)] {
    var values: [(place: Int, value: InputValue)] = []
    // Parts of a total share it out; a second free count is measured against the first.
    var taken: [Int: Int] = [:]
    var firstCount: Int?
    for place in item.inputs {
      let input = set.inputs[place]
      let value: Value
      switch input.type {
      case .yesNo: value = .truth(random.chance(720))
      case .choice: value = .text(random.pick(input.options)?.id ?? "")
      case .text: value = .text("minh họa")
      case .date: value = date(item, input, hints, data, &random)
      case .rate: value = .number(Exact(random.int(1...20) * 5, over: 100) ?? .zero)
      case .number, .count:
        let number: Exact
        if input.type == .number, let bounded = fraction(input, data, &random) {
          number = bounded
        } else {
          number = Exact(
            count(item, place, hints, data, taken: &taken, first: &firstCount, &random))
        }
        value = .number(number)
      }
      data.inputs[place] = .given(value)
      values.append((place, .given(value)))
    }
    return values
  }

  private func count(
    _ item: Item, _ place: Int, _ hints: RuleHints, _ data: Evaluator, taken: inout [Int: Int],
    first: inout Int?, _ random: inout Randomness
  ) -> Int {
    let input = set.inputs[place]
    if let limit = input.atMost {
      let whole = wholeNumber(data.inputs[limit]) - (hints.isMix ? taken[limit, default: 0] : 0)
      let isAll = random.chance(450)
      let value = isAll ? whole : max(0, whole) * random.int(300...1000) / 1000
      taken[limit, default: 0] += value
      return max(0, value)
    }
    if let top = hints.tops[place] { return random.int(0...(top + top / 3 + 1)) }
    if let least = hints.thresholds[place] {
      return max(0, random.int((least - least / 2)...(least + least / 2)))
    }
    if let figure = hints.figures.lazy.compactMap({ wholeFigure(data, $0) }).first {
      return figure * random.int(random.chance(500) ? 900...1000 : 300...1000) / 1000
    }
    if let first, !hints.isMix { return first * random.int(72...106) / 100 }
    if item.ifUndefined == .fullPoints || item.ifUndefined == .notApplicable,
      random.chance(120), first == nil
    {
      first = 0
      return 0
    }
    let base = bases[input.name] ?? magnitude(input, &random)
    if first == nil { first = base }
    return base
  }

  private func magnitude(_ input: Input, _ random: inout Randomness) -> Int {
    switch input.unit {
    case "người": random.int(8...60)
    case "hồ sơ": random.int(180...2400)
    case "nhiệm vụ": random.int(12...36)
    case "lượt": random.int(15...90)
    case "triệu đồng": random.int(30...600) * 100
    case "dịch vụ", "cuộc", "đơn vị", "bộ phận": random.int(5...16)
    default: random.int(3...26)
    }
  }

  /// A number between stated bounds, in twentieths.
  private func fraction(
    _ input: Input, _ data: Evaluator, _ random: inout Randomness
  ) -> Exact? {
    guard let low = number(input.low, data), let high = number(input.high, data),
      let step = (high - low).divided(by: 20)
    else { return nil }
    return low + step * Exact(random.int(0...8))
  }

  /// A working day on one side or the other of a step, inside the input's range.
  private func date(
    _ item: Item, _ input: Input, _ hints: RuleHints, _ data: Evaluator,
    _ random: inout Randomness
  ) -> Value {
    if hints.allowsNoDate, random.chance(60) { return .noDate }
    let low = day(input.low, data)
    let high = day(input.high, data)
    let limits = hints.limits.compactMap { day($0, data) }
    var found =
      random.pick(limits)?.adding(
        days: random.chance(750) ? -random.int(0...24) : random.int(1...20))
      ?? low?.adding(days: random.int(0...200)) ?? CalendarDay(number: 17_200)
    while found.isWeekend { found = found.adding(days: -1) ?? found }
    if let low, found < low { found = low }
    if let high, found > high { found = high }
    return .date(LocalMoment(found))
  }

  private func day(_ expression: CheckedExpression?, _ data: Evaluator) -> CalendarDay? {
    guard let expression, case .value(.date(let moment)) = data.evaluate(expression) else {
      return nil
    }
    return moment.day
  }

  private func number(_ expression: CheckedExpression?, _ data: Evaluator) -> Exact? {
    guard let expression, case .value(.number(let number)) = data.evaluate(expression) else {
      return nil
    }
    return number
  }

  private func wholeNumber(_ value: InputValue) -> Int {
    guard case .given(.number(let number)) = value else { return 0 }
    return number.rounded(places: 0, mode: .halfUp).integer ?? 0
  }

  private func wholeFigure(_ data: Evaluator, _ place: Int) -> Int? {
    guard data.figures.indices.contains(place),
      case .known(.number(let number)) = data.figures[place],
      let whole = number.integer, whole > 0
    else { return nil }
    return whole
  }
}

extension RoundPlan {
  /// A plan that says no more than its year: enough to weigh single items.
  static func bare(year: Int) -> RoundPlan {
    RoundPlan(
      id: "", title: "", calendar: RoundCalendar(year: year), stages: [], blocks: [],
      beforeAppraisal: .computed, notSubmitted: .unranked, surveysNotHeld: [],
      isIllustrative: true)
  }
}
