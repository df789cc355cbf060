import Diagnostics
import Loading
import Testing

@testable import Grading

/// SCORING.md, "States": points 1 to 4.
struct ScoringPageStatesTests {
  @Test func `1. an item is in one state per layer, and zero is a score`() throws {
    let set = try PageSet(
      PageSet.number("2"), PageSet.number("2", "b"),
      PageSet.Entry(
        "2", "rule: {deduction: {per: [{count: reports.late, points: 1}]}}, scored_by: register"),
      PageSet.Entry(
        "2", "inputs: {c: {type: count, title: c, range: [0, 5]}}, rule: {yes_no: c > 1}"),
      PageSet.Entry(
        "2", "inputs: {d: {type: yes_no, title: d}}, rule: {yes_no: d}, applies_when: unit.remote")
    ) { $0.figures = "{reports: {title: a, columns: {late: {type: count, title: b}}}}" }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(0), "c": .number(6)])
    let sheet = bench.round().result("a")?.sheets[PageLayer.computed].map(\.state)
    #expect(
      sheet == [
        .scored, .unanswered, .pending(.figure), .broken(.input), .notApplicable(.exclude),
      ])
    #expect(bench.round().points("a").allSatisfy { $0 == .zero })
  }

  @Test func `2. open items add nothing, stay in the denominator and make the result provisional`()
    throws
  {
    let set = try PageSet(PageSet.number("2"), PageSet.number("6", "b")).load()
    var bench = RoundBench(page: set)
    bench.add("open", inputs: ["a": .number(2)])
    bench.add("closed", inputs: ["a": .number(2), "b": .number(0)])
    let round = bench.round()
    // 2 of 8 either way; only one of them can still move, from 25 to 100.
    for unit in ["open", "closed"] {
      #expect(round.total(unit, layer: PageLayer.final)?.index == 25)
      #expect(round.total(unit, layer: PageLayer.final)?.isProvisional == (unit == "open"))
    }
    let interval = round.interval(of: 0)?.index
    #expect(interval?.lowest == 25)
    #expect(interval?.highest == 100)
    #expect(round.interval(of: 1)?.index?.isPoint == true)
  }

  @Test func `2. open_at_publication is zero, exclude or unranked, and unranked when unsaid`()
    throws
  {
    var files = try PageRound(PageSet(PageSet.number("2")))
    #expect(try files.load().loaded?.setting.plan.openAtPublication == .unranked)
    for (word, value) in [
      ("zero", OpenAtPublication.zero), ("exclude", .exclude), ("unranked", .unranked),
    ] {
      files.keys["open_at_publication"] = word
      #expect(try files.load().loaded?.setting.plan.openAtPublication == value)
    }
    files.keys["open_at_publication"] = "ignore"
    #expect(try files.codes().contains(.badValue))
  }

  @Test func `3. a unit without submitted_at is not submitted; late is submitted`() throws {
    var files = try PageRound(PageSet(PageSet.number("2")))
    files.units = ["draft", "none", "late", "whole"].map { "{id: \($0), name: \($0), type: so}" }
    try files.write("self-assessment", unit: "draft", "answers: {\"1.1\": {inputs: {a: 2}}}")
    try files.write(
      "self-assessment", unit: "late",
      "submitted_at: 2017-12-31T08:00\nanswers: {\"1.1\": {inputs: {a: 1}}}")
    try files.handIn("\"1.1\": {inputs: {a: 2}}", unit: "whole")
    var round = try files.round()
    #expect(round.units.map(\.isSubmitted) == [false, false, true, true])
    #expect(round.finalPlaces == ["whole": 1, "late": 2])
    // A draft is not read into results.
    #expect(round.outcome("draft", layer: PageLayer.final)?.state == .unanswered)
    files.keys["not_submitted"] = "zero"
    round = try files.round()
    #expect(round.finalPlaces == ["whole": 1, "late": 2, "draft": 3, "none": 3])
    #expect(round.total("none", layer: PageLayer.final)?.index == 0)
    #expect(round.total("none", layer: PageLayer.final)?.isProvisional == false)
  }

  @Test func `3. a unit not submitted is never the best`() throws {
    let set = try PageSet(
      PageSet.Entry(
        "2",
        "rule: {relative_to_best: {of: online.count, within: block}}, scored_by: register, if_undefined: zero"
      )
    ) { $0.figures = "{online: {title: a, columns: {count: {type: count, title: b}}}}" }.load()
    for policy in NotSubmitted.allCases {
      var bench = RoundBench(page: set)
      bench.plan.notSubmitted = policy
      bench.add("a", figures: ["online.count": .known(.number(4))])
      bench.add("b", figures: ["online.count": .known(.number(8))]) {
        $0.assessment.submittedAt = nil
      }
      #expect(bench.round().outcome("a", layer: PageLayer.final)?.points == 2)
    }
  }

  @Test(arguments: [("zero", "0.8"), ("exclude", "1.6")])
  func `3. a unit not submitted counts in its parent as absent says`(
    _ absent: String, _ points: String
  ) throws {
    let above = try PageSet(
      PageSet.Entry(
        "2",
        "rule: {subordinates: {of: index, aggregate: mean, absent: \(absent)}}, scored_by: system, if_undefined: pending"
      )
    ) { $0.type = "huyen" }.load()
    let below = try PageSet(PageSet.number("100")) { $0.type = "xa" }.load()
    for policy in NotSubmitted.allCases {
      var bench = RoundBench(page: above, below)
      bench.plan.notSubmitted = policy
      bench.add("huyen")
      bench.add("xa-1", set: 1, parent: "huyen", inputs: ["a": .number(80)])
      bench.add("xa-2", set: 1, parent: "huyen") { $0.assessment.submittedAt = nil }
      #expect(bench.round().outcome("huyen", layer: PageLayer.final)?.points == exact(points))
    }
  }

  @Test func `4. if evaluates only the branch taken, and logic has three values`() throws {
    let set = try PageSet(
      PageSet.Entry(
        "1",
        "inputs: {a: {type: yes_no, title: a}, b: {type: number, title: b}}, rule: {yes_no: \"if(a, b > 1, 1 / 0 > 1)\"}, if_undefined: zero"
      ),
      PageSet.Entry(
        "1",
        "inputs: {c: {type: yes_no, title: c}, d: {type: yes_no, title: d}}, rule: {yes_no: c or d}"
      )
    ).load()
    var bench = RoundBench(page: set)
    bench.add("taken", inputs: ["a": .truth(true), "b": .number(2), "c": .truth(true)])
    bench.add("other", inputs: ["a": .truth(false), "c": .truth(false)])
    bench.add("unknown", inputs: ["a": .truth(true), "d": .truth(true)])
    let round = bench.round()
    func sheet(_ unit: String) -> [ItemState?] {
      [0, 1].map { round.outcome(unit, layer: PageLayer.computed, item: $0)?.state }
    }
    #expect(sheet("taken") == [.scored, .scored])
    // The branch not taken is blank and does not matter; the one taken divides by zero.
    #expect(round.outcome("other", layer: 1)?.basis == .fallback(.zero))
    #expect(round.outcome("other", layer: 1, item: 1)?.state == .unanswered)
    #expect(sheet("unknown") == [.unanswered, .scored])
  }

  @Test func `4. an unknown applies_when is pending and in the denominator`() throws {
    let set = try PageSet(
      PageSet.number("2"), PageSet.number("2", "b", "applies_when: staff > 10")
    ) { $0.shared = "{staff: {type: count, title: s}}" }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(2), "b": .number(2)])
    let round = bench.round()
    #expect(round.outcome("a", layer: 1, item: 1)?.state == .pending(.applicability))
    #expect(round.total("a", layer: 1)?.maximum == 4)
    #expect(round.total("a", layer: 1)?.index == 50)
  }

  @Test func `4. an unknown grade condition makes the grade provisional`() throws {
    let set = try PageSet(PageSet.number("2")).load()
    var bench = RoundBench(page: set)
    let name = FigureName(name: "survey.overall", type: .rate, title: "")
    let low = CheckedExpression(
      tree: .comparison(.less, .name(.figure(0)), .number(exact("0.7"))), type: .truth,
      source: "survey.overall < 70%", references: [.figure(0)])
    bench.plan.blocks[0] = RoundBench.block(
      "so",
      conditions: [
        GradeCondition(
          when: low, effect: .atMost(1), reason: "", clause: nil, span: RoundBench.span)
      ], conditionFigures: [name])
    for (id, figure) in [
      ("unknown", FigureValue.missing), ("holds", .known(.number(exact("0.6")))),
      ("not", .known(.number(exact("0.7")))),
    ] {
      bench.add(id, inputs: ["a": .number(2)]) { $0.conditionFigures = [figure] }
    }
    let round = bench.round()
    #expect(round.total("unknown", layer: 5)?.grade?.isProvisional == true)
    #expect(round.total("unknown", layer: 5)?.isProvisional == true)
    #expect(round.total("holds", layer: 5)?.grade?.grade == 1)
    #expect(round.total("not", layer: 5)?.grade?.grade == 0)
    #expect(round.total("not", layer: 5)?.isProvisional == false)
  }
}
