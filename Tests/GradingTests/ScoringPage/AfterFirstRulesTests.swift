import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Decided after a first implementation", rules: points 44 to 47.
struct ScoringPageAfterFirstRulesTests {
  private static let reports =
    "{reports: {title: a, columns: {late: {type: number, title: b}, all: {type: number, title: c}}}}"

  private func outcome(
    _ keys: String, _ inputs: [String: Value] = [:], figures: [String: FigureValue] = [:]
  ) throws -> Outcome? {
    let folder = try TemporaryFolder()
    let yaml = PageSet(PageSet.Entry("2", keys)) { $0.figures = Self.reports }.yaml
    let set = try #require(loadCriteriaSet(try folder.write("so.yaml", yaml)).set)
    var bench = RoundBench(page: set)
    bench.add("a", inputs: inputs, figures: figures)
    return bench.round().outcome("a", layer: 1)
  }

  @Test func `44. no band, no true case and none without missing are undefined`() throws {
    let zero = Outcome(.scored, basis: .fallback(.zero))
    #expect(
      try outcome(
        "inputs: {a: {type: number, title: a, range: [5, 9]}}, rule: {steps: {of: a - 5, bands: [{from: 2, points: 2}]}}, if_undefined: zero",
        ["a": .number(6)]) == zero)
    #expect(
      try outcome(
        "inputs: {a: {type: number, title: a}}, rule: {formula: [{when: a > 1, points: 2}]}, if_undefined: zero",
        ["a": .number(1)]) == zero)
    #expect(
      try outcome(
        "inputs: {d: {type: date, title: a}}, rule: {timeliness: {date: d, steps: [{by: \"date(year, 1, 31)\", points: 2}], otherwise: 0}}, if_undefined: zero",
        ["d": .noDate]) == zero)
  }

  @Test func `44. a formula whose first undecided case is unknown is unknown`() throws {
    let keys =
      "inputs: {a: {type: number, title: a}, b: {type: number, title: b}}, rule: {formula: [{when: a > 1, points: 2}, {when: b > 1, points: 1}, {otherwise: 0}]}"
    #expect(try outcome(keys, ["a": .number(2)])?.points == 2)
    #expect(try outcome(keys, ["a": .number(1)])?.state == .unanswered)
    #expect(try outcome(keys, ["b": .number(2)])?.state == .unanswered)
  }

  @Test func `44. inside an item broken beats unanswered, missing and undefined in this order`()
    throws
  {
    let keys =
      "inputs: {a: {type: number, title: a, range: [0, 1]}, b: {type: number, title: b}}, rule: {deduction: {per: [{count: a, points: 1}, {count: b, points: 1}, {count: reports.late, points: 1}, {count: 1 / reports.all, points: 1}], floor: 0}}, if_missing: zero, if_undefined: full_points"
    let none: [String: FigureValue] = ["reports.all": .known(.number(0))]
    let late = none.merging(["reports.late": .known(.number(0))]) { $1 }
    #expect(try outcome(keys, ["a": .number(2)], figures: none)?.state == .broken(.input))
    #expect(try outcome(keys, ["a": .number(1)], figures: none)?.state == .unanswered)
    #expect(
      try outcome(keys, ["a": .number(0), "b": .number(0)], figures: none)?.basis
        == .fallback(.zero))
    #expect(
      try outcome(keys, ["a": .number(0), "b": .number(0)], figures: late)?.basis
        == .fallback(.fullPoints))
  }

  @Test func `44. x ÷ 0 inside a condition is unknown, and best_of passes over what has no value`()
    throws
  {
    let keys =
      "inputs: {a: {type: number, title: a}, y: {type: yes_no, title: y}}, rule: {yes_no: y or 1 / a > 0}, if_undefined: zero"
    #expect(try outcome(keys, ["a": .number(0), "y": .truth(true)])?.points == 2)
    #expect(
      try outcome(keys, ["a": .number(0), "y": .truth(false)])?.basis == .fallback(.zero))
    let best =
      "inputs: {a: {type: number, title: a, range: [0, 1]}, b: {type: number, title: b}, c: {type: number, title: c}}, rule: {best_of: [{proportional: {of: a}}, {proportional: {of: b}}, {proportional: {of: c}}]}"
    #expect(try outcome(best, ["a": .number(9), "c": .number(exact("0.5"))])?.points == 1)
    #expect(try outcome(best, ["a": .number(9)])?.state == .broken(.input))
  }

  @Test(arguments: [
    ("2017-12-20T17:00", "2"), ("2017-12-20T17:01", "0"), ("2017-12-20", "2"),
    ("2017-12-21T00:00", "0"),
  ])
  func `45. dates compare by day and submission.on_time to the minute`(
    _ submitted: String, _ points: String
  ) throws {
    let files = try PageRound(
      PageSet(
        PageSet.Entry("2", "rule: {yes_no: submission.on_time}, scored_by: system"),
        PageSet.Entry(
          "2",
          "rule: {yes_no: submission.submitted_at <= deadline.self_assessment}, scored_by: system"))
    )
    try files.write("self-assessment", "submitted_at: \(submitted)\nanswers: {}")
    let round = try files.round()
    #expect(round.outcome("so-y-te", layer: 1)?.points == exact(points))
    // The same day is in time for a comparison, whatever the hour.
    #expect(
      round.outcome("so-y-te", layer: 1, item: 1)?.points == (submitted.contains("-21") ? 0 : 2))
  }

  @Test func `46. keys of the rules: what is left out and what must be said`() throws {
    let two =
      "inputs: {l: {type: choice, title: l, options: {x: X}}, m: {type: choice, title: m, options: {x: X}}}, rule: "
    #expect(try !PageSet(PageSet.Entry("2", two + "{choice: {x: 2}}")).codes.isEmpty)
    #expect(
      try outcome(
        two + "{choice: {of: m, levels: {x: 2}}}", ["m": .text("x"), "l": .text("x")])?.points == 2)
    let cut =
      "inputs: {a: {type: count, title: a}}, rule: {deduction: {per: [{count: a, points: 1}]}}"
    #expect(try outcome(cut, ["a": .number(5)])?.points == 0)
    let share = "inputs: {a: {type: number, title: a}}, rule: {proportional: {of: a}}"
    #expect(try outcome(share, ["a": .number(1)])?.points == 2)
    #expect(try outcome(share, ["a": .number(exact("0.5"))])?.points == 1)
    let count =
      "rule: {subordinates: {of: grade, aggregate: count, at_least: Khá, absent: zero}}, scored_by: system, if_undefined: zero"
    #expect(
      try PageSet(PageSet.Entry("2", count)).loading().diagnostics.contains {
        $0.severity == .error
      })
  }

  @Test func `46. a name both own and shared is an error, and an undeclared trait is no`() throws {
    for (name, isWrong) in [("a", true), ("staff", false)] {
      let loading = try PageSet(PageSet.number("2")) {
        $0.shared = "{\(name): {type: count, title: s}}"
      }.loading()
      #expect(loading.diagnostics.contains { $0.severity == .error } == isWrong)
    }
    #expect(try outcome("rule: {yes_no: not unit.remote}, scored_by: system")?.points == 2)
  }

  @Test func `47. a result above the maximum is broken in every rule that does not cut`() throws {
    let a = "inputs: {a: {type: number, title: a}}, rule: "
    var set = try PageSet(PageSet.Entry("2", a + "{yes_no: a > 0}")).load()
    guard case .yesNo(let positive) = set.items[0].rule else {
      Issue.record("no condition")
      return
    }
    // The check of the file refuses such a case, so it is put in by hand.
    set.items[0].rule = .formula(
      FormulaRule(cases: [.init(when: positive, points: 3)], otherwise: 2))
    var bench = RoundBench(page: set)
    bench.add("above", inputs: ["a": .number(1)])
    bench.add("at", inputs: ["a": .number(0)])
    #expect(bench.round().outcome("above", layer: 1)?.state == .broken(.aboveMaximum))
    #expect(bench.round().outcome("at", layer: 1)?.points == 2)
    #expect(
      try outcome(a + "{per_item: {count: a, points: 1}}", ["a": .number(3)])?.points == 2)
    #expect(try outcome(a + "{proportional: {of: a}}", ["a": .number(3)])?.points == 2)
    let limited =
      "inputs: {p: {type: count, title: p}, a: {type: count, title: a, at_most: p, range: [0, 5]}}, rule: {per_item: {count: a, points: 1}}"
    #expect(try outcome(limited, ["p": .number(1), "a": .number(2)])?.state == .broken(.input))
    #expect(try outcome(limited, ["p": .number(9), "a": .number(6)])?.state == .broken(.input))
    #expect(try outcome(limited, ["p": .number(1), "a": .number(1)])?.points == 1)
  }
}
