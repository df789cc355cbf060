import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Rules": points 10 to 16.
struct ScoringPageRulesTests {
  private static let reports =
    "{reports: {title: a, columns: {late: {type: count, title: b}, all: {type: count, title: c}}}}"

  /// What one item comes to in the computed layer.
  private func outcome(
    _ keys: String, _ inputs: [String: Value] = [:], figures: [String: FigureValue] = [:],
    points: String = "2", traits: Set<String> = []
  ) throws -> Outcome? {
    let set = try PageSet(PageSet.Entry(points, keys)) { $0.figures = Self.reports }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: inputs, figures: figures)
    return bench.round().outcome("a", layer: PageLayer.computed)
  }

  @Test(arguments: [("0.91", "2"), ("0.9", "1"), ("0.7", "1"), ("0.69", "0")])
  func `10. bands are tried from the top and the first match decides`(
    _ value: String, _ points: String
  ) throws {
    let keys =
      "inputs: {a: {type: rate, title: a}}, rule: {steps: {of: a, bands: [{above: 90%, points: 2}, {from: 70%, points: 1}, {otherwise: 0}]}}"
    #expect(try outcome(keys, ["a": .number(exact(value))])?.points == exact(points))
  }

  @Test
  func `10. overlap is told only between bands of two bounds, and gaps by the declared range`()
    throws
  {
    func codes(_ bands: String, _ range: String = "") throws -> [DiagnosticCode] {
      try PageSet(
        PageSet.Entry(
          "2",
          "inputs: {a: {type: number, title: a\(range)}}, rule: {steps: {of: a, bands: [\(bands)]}}"
        )
      ).codes.filter { [.stepsOverlap, .stepsGap].contains($0) }
    }
    #expect(try codes("{from: 5, points: 2}, {from: 3, points: 1}, {otherwise: 0}") == [])
    #expect(
      try codes("{from: 5, up_to: 9, points: 2}, {from: 3, up_to: 6, points: 1}, {otherwise: 0}")
        == [.stepsOverlap])
    #expect(
      try codes("{from: 5, points: 2}, {from: 3, points: 0}", ", range: [0, 9]") == [.stepsGap])
    #expect(try codes("{from: 5, points: 2}, {from: 3, points: 0}", ", range: [3, 9]") == [])
  }

  @Test func `11. if_undefined decides x ÷ 0 on complete data only, if_missing what others owe`()
    throws
  {
    let keys =
      "inputs: {a: {type: count, title: a}}, rule: {proportional: {of: a / (reports.late + 0)}}, if_undefined: full_points, if_missing: zero"
    let zero = ["reports.late": FigureValue.known(.number(0))]
    #expect(
      try outcome(keys, ["a": .number(1)], figures: zero)
        == Outcome(.scored, points: 2, basis: .fallback(.fullPoints)))
    #expect(
      try outcome(keys, ["a": .number(1)]) == Outcome(.scored, basis: .fallback(.zero)))
    // An own input that is not given is unanswered whatever stands beside the rule.
    #expect(try outcome(keys, figures: zero)?.state == .unanswered)
    #expect(try outcome(keys)?.state == .unanswered)
    let plain =
      "rule: {proportional: {of: reports.late / reports.all}}, scored_by: register"
    #expect(try outcome(plain)?.state == .pending(.figure))
    #expect(
      try outcome(
        plain, figures: ["reports.late": .known(.number(1)), "reports.all": .known(.number(0))])?
        .state == .pending(.undefined))
  }

  @Test(arguments: [
    ("by", "2017-01-31T23:00", "2"), ("by", "2017-02-01", "1"), ("before", "2017-01-31", "1"),
    ("before", "2017-01-30T23:59", "2"), ("by", "none", "-1"),
  ])
  func `12. by includes the day, before excludes it, and none takes missing`(
    _ bound: String, _ date: String, _ points: String
  ) throws {
    let keys =
      "inputs: {d: {type: date, title: a}}, rule: {timeliness: {date: d, steps: [{\(bound): \"date(year, 1, 31)\", points: 2}], otherwise: 1, missing: -1}}"
    let value = LocalMoment(parsing: date).map(Value.date) ?? .noDate
    #expect(try outcome(keys, ["d": value])?.points == exact(points))
    #expect(try outcome(keys)?.state == .unanswered)
  }

  @Test func `12. check warns at absolute dates`() throws {
    func codes(_ date: String) throws -> Bool {
      try PageSet(
        PageSet.Entry(
          "2",
          "inputs: {d: {type: date, title: a}}, rule: {timeliness: {date: d, steps: [{by: \"\(date)\", points: 2}], otherwise: 0, missing: 0}}"
        )
      ).codes.contains(.absoluteDate)
    }
    #expect(try codes("date(2017, 1, 31)"))
    #expect(try !codes("date(year, 1, 31)"))
  }

  @Test
  func `13. proportional is cut at 0 and the maximum, deduction adds its parts before its floor`()
    throws
  {
    let share =
      "inputs: {a: {type: number, title: a}}, rule: {proportional: {of: a, floor: -5, ceiling: 80%}}"
    #expect(try outcome(share, ["a": .number(exact("0.4"))])?.points == 1)
    #expect(try outcome(share, ["a": .number(3)])?.points == 2)
    #expect(try outcome(share, ["a": .number(-3)])?.points == 0)
    let cut =
      "inputs: {a: {type: count, title: a}, b: {type: count, title: b}}, rule: {deduction: {per: [{count: a, points: 0.5}, {count: b, percent: 25%}], floor: -1}}"
    #expect(try outcome(cut, ["a": .number(1), "b": .number(2)])?.points == exact("0.5"))
    #expect(try outcome(cut, ["a": .number(9), "b": .number(0)])?.points == -1)
    #expect(try outcome(cut, ["a": .number(2), "b": .number(3)])?.points == exact("-0.5"))
  }

  @Test
  func `13. mix parts over their total, a survey above 100 % and a factor above 1 are broken`()
    throws
  {
    let mix =
      "inputs: {a: {type: count, title: a}, b: {type: count, title: b}, c: {type: count, title: c}}, rule: {mix: {total: a, parts: [{of: b, factor: 1}, {of: c, factor: 0.5}]}}, if_undefined: zero"
    func mixed(_ a: Exact, _ b: Exact, _ c: Exact) throws -> Outcome? {
      try outcome(mix, ["a": .number(a), "b": .number(b), "c": .number(c)])
    }
    #expect(try mixed(4, 2, 2)?.points == exact("1.5"))
    #expect(try mixed(4, 3, 2)?.state == .broken(.partsAboveTotal))
    #expect(try mixed(0, 0, 0)?.basis == .fallback(.zero))
    let rule = Rule.mix(
      MixRule(
        total: CheckedExpression(tree: .number(2), type: .number, source: "2", references: []),
        parts: [
          .init(
            of: CheckedExpression(tree: .number(1), type: .number, source: "1", references: []),
            factor: exact("1.5"))
        ]))
    let data = Evaluator(
      inputs: [], figures: [], traits: [], calendar: RoundCalendar(year: 2017))
    #expect(
      rule.result(maximum: 2, data, LinkedValues(), figures: []) == .broken(.aboveMaximum))
    let survey = "inputs: {a: {type: number, title: a}}, rule: {survey: {of: a}}"
    #expect(try outcome(survey, ["a": .number(exact("1.01"))])?.state == .broken(.rateAboveOne))
    #expect(try outcome(survey, ["a": .number(exact("0.823"))])?.points == exact("1.65"))
  }

  @Test func `13. best_of takes the best of those that have a value`() throws {
    let keys =
      "inputs: {a: {type: count, title: a}, l: {type: choice, title: l, options: {x: X, y: Y}}}, rule: {best_of: [{per_item: {count: a, points: 0.5}}, {choice: {x: 1.25, y: 0}}]}"
    #expect(try outcome(keys, ["a": .number(1), "l": .text("x")])?.points == exact("1.25"))
    #expect(try outcome(keys, ["a": .number(1)])?.points == exact("0.5"))
    #expect(try outcome(keys)?.state == .unanswered)
  }

  @Test func `14. relative_to_best and subordinates read the same layer, in dependency order`()
    throws
  {
    let above = try PageSet(
      PageSet.Entry(
        "2",
        "rule: {subordinates: {of: index, aggregate: mean, absent: zero}}, scored_by: system, if_undefined: zero"
      )
    ) { $0.type = "huyen" }.load()
    let below = try PageSet(PageSet.number("100")) { $0.type = "xa" }.load()
    var bench = RoundBench(page: above, below)
    // The unit above stands first in the register, and its results wait for those below.
    bench.add("huyen")
    bench.add(
      "xa-1", set: 1, parent: "huyen", inputs: ["a": .number(80)],
      entries: [RoundBench.entry(0, PageStage.first, .setPoints(60, beyondRule: false))]
    ) { $0.claim("100") }
    bench.add("xa-2", set: 1, parent: "huyen", inputs: ["a": .number(40)]) {
      $0 = UnitRecord(
        unit: Unit(
          id: "xa-2", name: "", type: "xa", parent: "huyen", isRanked: false, span: RoundBench.span),
        set: 1, block: 1, assessment: $0.assessment, figures: [])
    }
    let round = bench.round()
    // Means of 100 and 40, 80 and 40, 60 and 40; `ranked: false` counts.
    #expect(
      round.points("huyen")
        == [exact("1.4"), exact("1.2"), 1, 1, 1, 1])
    #expect(round.finalPlaces["xa-2"] == nil)
  }

  @Test func `14. best 0 is undefined`() throws {
    let set = try PageSet(
      PageSet.Entry(
        "2",
        "rule: {relative_to_best: {of: reports.late, within: block}}, scored_by: register, if_undefined: full_points"
      )
    ) { $0.figures = Self.reports }.load()
    var bench = RoundBench(page: set)
    for unit in ["a", "b"] { bench.add(unit, figures: ["reports.late": .known(.number(0))]) }
    let round = bench.round()
    for unit in ["a", "b"] {
      #expect(round.outcome(unit, layer: 5)?.basis == .fallback(.fullPoints))
    }
  }

  @Test(arguments: [("absent", "pending"), ("29", "pending"), ("30", "scored")])
  func `15. a survey without a row or under min_respondents is pending`(
    _ forms: String, _ state: String
  ) throws {
    var files = try PageRound(
      PageSet(
        PageSet.Entry(
          "10", "rule: {survey: {of: survey.overall}}, scored_by: survey, if_missing: pending")
      ) {
        $0.figures = "{survey: {title: a, columns: {overall: {type: rate, title: b}}}}"
      })
    files.keys["registers"] =
      "{survey: {file: survey.csv, absent: missing, columns: {good: {type: count}, bad: {type: count}}, figures: {overall: {of: good, over: good + bad, at_least: 30}}}}"
    let good = Int(forms).map { $0 - 10 }
    try files.folder.write(
      "round/survey.csv", "unit,good,bad\n" + (good.map { "so-y-te,\($0),10\n" } ?? ""))
    try files.handIn("")
    let outcome = try files.round().outcome("so-y-te", layer: 1)
    // 20 of 30 forms: 6.67 of 10.
    #expect(
      outcome
        == (state == "scored"
          ? Outcome(.scored, points: exact("6.67")) : Outcome(.pending(.figure))))
  }

  @Test func `15. a survey that was not held is declared, never inferred`() throws {
    var files = try PageRound(
      PageSet(
        PageSet.Entry(
          "10", "rule: {survey: {of: survey.overall}}, scored_by: survey, if_missing: pending")
      ) {
        $0.figures = "{survey: {title: a, columns: {overall: {type: rate, title: b}}}}"
        $0.area = "optional: yes"
      })
    files.keys["registers"] = "{survey: {file: survey.csv, absent: missing}}"
    try files.folder.write("round/survey.csv", "unit,overall\n")
    try files.handIn("")
    #expect(try files.round().outcome("so-y-te", layer: 1)?.state == .pending(.figure))
    files.keys["surveys_not_held"] = "[\"1\"]"
    #expect(try files.round().outcome("so-y-te", layer: 1)?.state == .notApplicable(.exclude))
  }

  @Test(arguments: [
    ("87.5%", "1.75"), ("0.875", "1.75"), ("1", "2"), ("87.5", "broken"), ("101%", "broken"),
  ])
  func `16. a rate is a percentage or a fraction, and a bare number above 1 an error`(
    _ text: String, _ points: String
  ) throws {
    let files = try PageRound(
      PageSet(
        PageSet.Entry(
          "2",
          "inputs: {a: {type: rate, title: a, range: [0, 100%]}}, rule: {proportional: {of: a}}")))
    try files.handIn("\"1.1\": {inputs: {a: \(text)}}")
    let outcome = try files.round().outcome("so-y-te", layer: 1)
    #expect(
      points == "broken" ? outcome?.state == .broken(.input) : outcome?.points == exact(points))
    #expect(try files.load().diagnostics.contains { $0.severity == .error } == (points == "broken"))
  }
}
