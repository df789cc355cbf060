package import Diagnostics
package import Grading

/// One line of a rule's table.
package struct RuleRow: Hashable, Sendable {
  /// When it holds: "trên 90%", "đến hết ngày 31/12/2016".
  package let condition: String
  /// What it gives; nil where the line is not a fixed number of points.
  package let points: Exact?
  /// The whole line: "trên 90%: 2 điểm".
  package let text: String
}

/// A rule in words, before any unit's data.
package struct RuleTable: Hashable, Sendable {
  /// What is measured; nil where the lines say it themselves.
  package let measure: String?
  /// In the order of the rule: band 2 of `steps` is line 2, and so are levels, dated steps, cases
  /// of a `formula` and alternatives of `best_of`; `otherwise` and `missing` stand last.
  package let rows: [RuleRow]

  /// On one line: "Tỷ lệ hoàn thành: trên 90%: 2 điểm; từ 70%: 1 điểm; còn lại: 0 điểm".
  package var text: String {
    let lines = rows.map(\.text).joined(separator: "; ")
    return measure.map { "\($0): \(lines)" } ?? lines
  }
}

/// How an item is scored, said in words: every rule kind, bounds included.
package struct RuleWords: Sendable {
  package let expressions: ExpressionWords

  package init(
    set: CriteriaSet, language: Language, calendar: RoundCalendar? = nil,
    traits: [String: String] = [:]
  ) {
    expressions = ExpressionWords(
      set: set, language: language, calendar: calendar, traits: traits)
  }

  var numbers: NumberWords { expressions.numbers }

  /// The item's rule on one line; a weighted item says which scale its points are on.
  package func sentence(_ item: Item) -> String {
    let text = table(item).text
    guard item.scale != .one else { return text }
    let maximum = numbers.plain(item.ruleMaximum)
    let onSheet = numbers.points(item.maximum)
    return text
      + say(
        " (chấm trên thang \(maximum), quy về \(onSheet))", " (out of \(maximum), worth \(onSheet))"
      )
  }

  package func table(_ item: Item) -> RuleTable { table(item.rule, maximum: item.ruleMaximum) }

  /// A rule that gives at most `maximum` points.
  package func table(_ rule: Rule, maximum: Exact) -> RuleTable {
    switch rule {
    case .yesNo(let condition):
      RuleTable(
        measure: nil,
        rows: [
          row(expressions.text(condition), maximum),
          row(say("không đạt", "otherwise"), .zero),
        ])
    case .choice(let rule): choice(rule)
    case .timeliness(let rule): timeliness(rule)
    case .steps(let rule):
      RuleTable(
        measure: expressions.text(rule.of),
        rows: bandRows(rule.bands, isShare: expressions.isShare(rule.of)))
    case .proportional(let rule): proportional(rule, maximum)
    case .mix(let rule): mix(rule, maximum)
    case .deduction(let rule): deduction(rule, maximum)
    case .perItem(let rule): perItem(rule, maximum)
    case .bestOf(let rules): bestOf(rules, maximum)
    case .relativeToBest(let of):
      RuleTable(
        measure: expressions.text(of),
        rows: [
          free(
            say(
              "(tỷ lệ của cơ quan ÷ tỷ lệ cao nhất trong khối) × \(numbers.points(maximum))",
              "(own value ÷ the best value of the block) × \(numbers.points(maximum))"))
        ])
    case .survey(let of):
      RuleTable(
        measure: expressions.text(of), rows: [free(say("chỉ số", "index") + timesMaximum(maximum))])
    case .subordinates(let rule): subordinates(rule, maximum)
    case .council(let rule): council(rule, maximum)
    case .formula(let rule):
      RuleTable(
        measure: nil,
        rows: rule.cases.map { row(expressions.text($0.when), $0.points) }
          + otherwise(rule.otherwise))
    }
  }

  // MARK: Lines

  func say(_ vietnamese: String, _ english: String) -> String {
    expressions.say(vietnamese, english)
  }

  func row(_ condition: String, _ points: Exact) -> RuleRow {
    RuleRow(
      condition: condition, points: points, text: "\(condition): \(numbers.points(points))")
  }

  func free(_ text: String) -> RuleRow { RuleRow(condition: text, points: nil, text: text) }

  func timesMaximum(_ maximum: Exact) -> String { " × \(numbers.points(maximum))" }

  func otherwise(_ points: Exact?) -> [RuleRow] {
    points.map { [row(say("còn lại", "otherwise"), $0)] } ?? []
  }

  /// The steps of a table; bounds as the author wrote them, `90%` or `0,9`.
  package func bandRows(_ bands: [Band], isShare: Bool, isCount: Bool = false) -> [RuleRow] {
    bands.map { row(bandCondition($0, isShare: isShare, isCount: isCount), $0.points) }
  }

  /// The bounds of one step: "trên 90%", "từ 70% đến dưới 90%", "còn lại".
  package func bandCondition(_ band: Band, isShare: Bool, isCount: Bool = false) -> String {
    // A number of units is never below zero.
    if isCount, band.lower == nil, band.upper == .upTo(.zero) { return say("bằng 0", "none") }
    func bound(_ value: Exact, _ written: String?) -> String {
      isShare || written?.hasSuffix("%") == true ? numbers.percent(value) : numbers.plain(value)
    }
    let low =
      switch band.lower {
      case .above(let value):
        say("trên \(bound(value, band.lowerText))", "above \(bound(value, band.lowerText))")
      case .from(let value):
        say("từ \(bound(value, band.lowerText))", "from \(bound(value, band.lowerText))")
      case nil: nil as String?
      }
    let isBounded = low != nil
    let high =
      switch band.upper {
      case .below(let value):
        say(
          "\(isBounded ? "đến dưới" : "dưới") \(bound(value, band.upperText))",
          "\(isBounded ? "to below" : "below") \(bound(value, band.upperText))")
      case .upTo(let value):
        say(
          "\(isBounded ? "đến" : "không quá") \(bound(value, band.upperText))",
          "\(isBounded ? "to" : "up to") \(bound(value, band.upperText))")
      case nil: nil as String?
      }
    let parts = [low, high].compactMap { $0 }
    return parts.isEmpty ? say("còn lại", "otherwise") : parts.joined(separator: " ")
  }
}
