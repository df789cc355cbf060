internal import Diagnostics
internal import Grading

extension RuleWords {
  func choice(_ rule: ChoiceRule) -> RuleTable {
    let options =
      switch rule.input {
      case .input(let place), .sharedInput(let place): expressions.set.inputs[place].options
      case .figure, .trait, .deadline, .year: [] as [Input.Option]
      }
    return RuleTable(
      measure: nil,
      rows: rule.levels.map { level in
        row(options.first { $0.id == level.id }?.title ?? level.id, level.points)
      })
  }

  func timeliness(_ rule: TimelinessRule) -> RuleTable {
    var rows = rule.steps.map { row(stepCondition($0), $0.points) }
    if let otherwise = rule.otherwise { rows.append(row(say("muộn hơn", "later"), otherwise)) }
    if let missing = rule.missing {
      rows.append(row(say("không thực hiện", "not done at all"), missing))
    }
    return RuleTable(measure: expressions.text(rule.date), rows: rows)
  }

  /// "đến hết ngày 31/12 năm trước", "trước ngày 01/02/2017".
  func stepCondition(_ step: TimelinessRule.Step) -> String {
    let day = expressions.text(step.limit)
    // Without a round a deadline is still only a name.
    let isDay = day.first?.isNumber == true && !day.contains("ngày")
    guard expressions.language == .vietnamese else {
      return (step.includesDay ? "by " : "before ") + day
    }
    if step.includesDay { return (isDay ? "đến hết ngày " : "đến hết ") + day }
    return (isDay ? "trước ngày " : "trước ") + day
  }

  func proportional(_ rule: ProportionalRule, _ maximum: Exact) -> RuleTable {
    let isShare = expressions.isShare(rule.of)
    let floor = rule.floor.map { isShare ? numbers.percent($0) : numbers.plain($0) } ?? ""
    func bound(_ value: Exact) -> String {
      isShare ? numbers.percent(value) : numbers.plain(value)
    }
    var rows: [RuleRow] = []
    if let floor = rule.floor, floor > .zero {
      rows.append(row(say("dưới \(bound(floor))", "below \(bound(floor))"), .zero))
    }
    if rule.ceiling == .one, isShare {
      rows.append(
        free(
          rule.floor == nil
            ? say("tỷ lệ", "the share") + timesMaximum(maximum)
            : say("từ \(floor): tỷ lệ", "from \(floor): the share") + timesMaximum(maximum)))
    } else {
      let value = isShare ? say("tỷ lệ", "the share") : say("giá trị", "the value")
      let least = rule.floor.flatMap { $0 > .zero ? bound($0) : nil }
      let start = least.map { say("từ \($0): ", "from \($0): ") } ?? ""
      rows.append(
        free("\(start)\(value) ÷ \(bound(rule.ceiling))" + timesMaximum(maximum)))
      rows.append(
        row(say("từ \(bound(rule.ceiling))", "from \(bound(rule.ceiling))"), maximum))
    }
    return RuleTable(measure: expressions.text(rule.of), rows: rows)
  }

  func mix(_ rule: MixRule, _ maximum: Exact) -> RuleTable {
    let parts = rule.parts.map { part in
      part.factor == .one
        ? expressions.term(part.of)
        : "\(expressions.term(part.of)) × \(numbers.plain(part.factor))"
    }
    let total = expressions.term(rule.total)
    return RuleTable(
      measure: nil,
      rows: [
        free("(\(parts.joined(separator: " + "))) ÷ \(total)" + timesMaximum(maximum))
      ])
  }

  func deduction(_ rule: DeductionRule, _ maximum: Exact) -> RuleTable {
    var rows = [
      free(say("từ \(numbers.points(maximum)) trừ dần", "from \(numbers.points(maximum)) down"))
    ]
    rows += rule.kinds.map { kind in
      RuleRow(
        condition: expressions.term(kind.count), points: -kind.points, text: deductionLine(kind))
    }
    rows.append(
      free(say("thấp nhất \(numbers.points(rule.floor))", "at least \(numbers.points(rule.floor))"))
    )
    return RuleTable(measure: nil, rows: rows)
  }

  /// "“Số vi phạm”: mỗi vụ trừ 25% điểm tối đa (0,5 điểm)".
  func deductionLine(_ kind: DeductionRule.Kind) -> String {
    let points = numbers.points(kind.points)
    let amount =
      kind.percent.map(numbers.percent).map { percent in
        say("\(percent) điểm tối đa (\(points))", "\(percent) of the maximum (\(points))")
      } ?? points
    let count = expressions.term(kind.count)
    return say(
      "\(count): mỗi \(thing(kind.count)) trừ \(amount)", "\(count): less \(amount) each")
  }

  func perItem(_ rule: PerItemRule, _ maximum: Exact) -> RuleTable {
    let each = numbers.points(rule.points)
    let most = numbers.points(maximum)
    return RuleTable(
      measure: expressions.text(rule.count),
      rows: [
        RuleRow(
          condition: say("mỗi \(thing(rule.count))", "each"), points: rule.points,
          text: say(
            "mỗi \(thing(rule.count)) \(each), nhiều nhất \(most)",
            "\(each) each, at most \(most)"))
      ])
  }

  /// What is counted, as the input names it ("tin, bài"); a case otherwise.
  private func thing(_ count: CheckedExpression) -> String {
    if case .name(let reference) = count.tree {
      switch reference {
      case .input(let place), .sharedInput(let place):
        if let unit = expressions.set.inputs[place].unit { return unit }
      case .figure, .trait, .deadline, .year: break
      }
    }
    return "trường hợp"
  }

  func bestOf(_ rules: [Rule], _ maximum: Exact) -> RuleTable {
    RuleTable(
      measure: say("lấy cách chấm có lợi nhất", "the most favourable of"),
      rows: rules.enumerated().map { place, rule in
        let name = say("cách \(place + 1)", "way \(place + 1)")
        return RuleRow(
          condition: name, points: nil,
          text: "(\(name)) \(table(rule, maximum: maximum).text)")
      })
  }

  func council(_ rule: CouncilRule, _ maximum: Exact) -> RuleTable {
    let most = numbers.points(maximum)
    let levels = rule.levels.map(numbers.plain).joined(separator: "; ")
    return RuleTable(
      measure: nil,
      rows: [
        free(
          rule.levels.isEmpty
            ? say(
              "Hội đồng thẩm định cho điểm, nhiều nhất \(most)", "the council gives up to \(most)")
            : say(
              "Hội đồng thẩm định cho một trong các mức \(levels) điểm",
              "the council gives one of \(levels) points"))
      ])
  }

  func subordinates(_ rule: SubordinatesRule, _ maximum: Exact) -> RuleTable {
    let isShare =
      switch rule.aggregate {
      case .share: true
      case .mean, .sum:
        if case .figure(let expression) = rule.of { expressions.isShare(expression) } else { false }
      case .count, .below: false
      }
    var rows = bandRows(rule.bands, isShare: isShare, isCount: rule.counts)
    if rows.isEmpty {
      let value =
        rule.aggregate == .share
        ? say("tỷ lệ", "the share")
        : (isIndex(rule)
          ? say("mức bình quân ÷ 100", "the mean ÷ 100") : say("mức bình quân", "the mean"))
      rows.append(free(value + timesMaximum(maximum)))
    }
    rows.append(free(absentLine(rule.absent)))
    return RuleTable(measure: subordinatesMeasure(rule), rows: rows)
  }

  /// What a unit below counts as that did not submit or has no value.
  func absentLine(_ absent: SubordinatesRule.Absent) -> String {
    switch absent {
    case .zero:
      say(
        "nơi không nộp hoặc không có số liệu tính là không đạt (0)",
        "those that did not submit or have no value count as zero")
    case .exclude:
      say(
        "không tính nơi không nộp hoặc không có số liệu",
        "those that did not submit or have no value are left out")
    case .pending: say("chờ đến khi có đủ số liệu", "waits until all figures are there")
    }
  }

  private func isIndex(_ rule: SubordinatesRule) -> Bool {
    if case .index = rule.of { true } else { false }
  }

  func subordinatesMeasure(_ rule: SubordinatesRule) -> String {
    let bodies = say("cơ quan, đơn vị trực thuộc", "the units below")
    let what =
      switch rule.of {
      case .index: say("Chỉ số cải cách hành chính", "the PAR Index")
      case .grade: say("mức xếp hạng", "the grade")
      case .figure(let expression): "“\(expressions.text(expression))”"
      }
    let threshold =
      switch rule.atLeast {
      case .grade(let name): "“\(name)”"
      case .value(let value): bound(value, rule.of)
      case nil: ""
      }
    switch rule.aggregate {
    case .mean:
      return say("\(what) bình quân của các \(bodies)", "the mean of \(what) over \(bodies)")
    case .sum: return say("tổng \(what) của các \(bodies)", "the sum of \(what) over \(bodies)")
    case .share:
      return say(
        "tỷ lệ \(bodies) có \(what) từ \(threshold) trở lên",
        "the share of \(bodies) with \(what) at or above \(threshold)")
    case .count:
      return say(
        "số \(bodies) có \(what) từ \(threshold) trở lên",
        "the number of \(bodies) with \(what) at or above \(threshold)")
    case .below:
      return say(
        "số \(bodies) có \(what) dưới \(threshold)",
        "the number of \(bodies) with \(what) below \(threshold)")
    }
  }

  private func bound(_ value: Exact, _ measure: SubordinatesRule.Measure) -> String {
    if case .figure(let expression) = measure, expressions.isShare(expression) {
      return numbers.percent(value)
    }
    return numbers.plain(value)
  }
}

extension SubordinatesRule {
  /// Whether it comes to a number of units.
  var counts: Bool { aggregate == .count || aggregate == .below }
}
