import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Decided after a first implementation", sums, weights, applicability: points 41 to 43.
struct ScoringPageAfterFirstSumsTests {
  private static let weighted =
    "{id: \"2\", title: b, max_points: 5, criteria: [{id: \"2.1\", title: a, weight: 1, inputs: {b: {type: rate, title: b}}, rule: {proportional: {of: b}}}, {id: \"2.2\", title: a, weight: 2, inputs: {c: {type: rate, title: c}}, rule: {proportional: {of: c}}}]}"

  @Test func `41. points equal to a maximum of 5/3 are not rounded, typed or computed`() throws {
    var set = PageSet(PageSet.number("5"))
    set.areas = [Self.weighted]
    set.maximum = "10"
    let files = try PageRound(set)
    try files.handIn(
      "\"2.1\": {inputs: {b: 100%}, points: 1.67}, \"2.2\": {inputs: {c: 50%}, points: 1.68, note: x}"
    )
    #expect(try files.codes() == [])
    var round = try files.round()
    #expect(round.points("so-y-te", item: 1) == Array(repeating: exact("5/3"), count: 6))
    // 5/3 · half of 10/3 is also 5/3, but it is no maximum there: 1.67.
    #expect(round.points("so-y-te", item: 2).last == exact("1.67"))
    try files.appraise(
      "criterion: \"2.1\", stage: appraisal-1, decision: set_points, points: 1.67, reason: x",
      "criterion: \"2.2\", stage: appraisal-1, decision: set_points, points: 3.33, reason: x")
    #expect(try files.codes() == [])
    round = try files.round()
    #expect(round.points("so-y-te", item: 1).last == exact("5/3"))
    #expect(round.points("so-y-te", item: 2).last == exact("10/3"))
    try files.handIn("\"2.1\": {inputs: {b: 100%}, points: 1.68, note: x}")
    #expect(try files.codes() == [.claimAboveMaximum])
  }

  @Test func `41. the whole index, bonus and penalty included, is rounded once`() throws {
    let bonus =
      "{id: T, title: b, kind: bonus, max_points: 2, criteria: [{id: T.1, title: a, max_points: 2, inputs: {t: {type: number, title: t}}, rule: {proportional: {of: t, ceiling: 2}}}]}"
    let set = try PageSet(PageSet.number("6")) {
      $0.rounding = "{points: exact, index: 1, mode: half_up}"
      $0.areas = [bonus]
    }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(exact("0.9984")), "t": .number(exact("0.5004"))])
    // 16.64 and 8.34 are 24.98, which is 25.0; each rounded by itself they would be 24.9.
    let total = bench.round().total("a", layer: 1)
    #expect(total?.exactIndex == exact("24.98"))
    #expect(total?.index == 25)
  }

  @Test func `42. below a weight stand weights, and mixing is an error`() throws {
    let mixed =
      "{id: \"2\", title: b, max_points: 5, criteria: [{id: \"2.1\", title: a, weight: 1, inputs: {b: {type: rate, title: b}}, rule: {proportional: {of: b}}}, {id: \"2.2\", title: a, max_points: 2, inputs: {c: {type: rate, title: c}}, rule: {proportional: {of: c}}}]}"
    for (area, isWrong) in [(mixed, true), (Self.weighted, false)] {
      let codes = try PageSet(PageSet.number("5")) {
        $0.areas = [area]
        $0.maximum = "10"
      }.codes
      #expect(codes.contains(.weightsMixed) == isWrong)
    }
  }

  @Test func `42. a negative amount in a bonus or penalty area is broken`() throws {
    for kind in ["bonus", "penalty"] {
      let area =
        "{id: T, title: b, kind: \(kind), max_points: 2, criteria: [{id: T.1, title: a, max_points: 2, inputs: {l: {type: choice, title: l, options: {x: X, y: Y}}}, rule: {choice: {x: 2, y: -1}}}]}"
      let folder = try TemporaryFolder()
      let set = try #require(
        loadCriteriaSet(
          try folder.write("so.yaml", PageSet(PageSet.number("5")) { $0.areas = [area] }.yaml)
        ).set)
      var bench = RoundBench(page: set)
      bench.add("a", inputs: ["a": .number(5), "l": .text("y")])
      bench.add(
        "b", inputs: ["a": .number(5), "l": .text("x")],
        entries: [RoundBench.entry(1, 4, .setPoints(-1, beyondRule: true))])
      let round = bench.round()
      #expect(round.outcome("a", layer: 5, item: 1)?.state == .broken(.negative))
      #expect(round.total("a", layer: 5)?.index == 100)
      #expect(round.outcome("b", layer: 1, item: 1)?.points == 2)
      #expect(round.outcome("b", layer: 5, item: 1)?.state == .broken(.negative))
    }
  }

  @Test func `43. the outermost level's effect holds, and false beats unknown`() throws {
    func state(_ area: String, _ item: String, inputs: [String: Value] = [:]) throws -> ItemState? {
      let set = try PageSet(PageSet.number("2", "a", item)) {
        $0.area = area
        $0.shared = "{staff: {type: count, title: s}}"
      }.load()
      var bench = RoundBench(page: set)
      bench.add("so-y-te", inputs: inputs.merging(["a": .number(1)]) { $1 })
      return bench.round().outcome("so-y-te", layer: 1)?.state
    }
    let own = "not_applicable_for: [so-y-te], effect: full_points"
    #expect(try state("", own) == .notApplicable(.fullPoints))
    #expect(try state("applies_when: unit.remote", own) == .notApplicable(.exclude))
    #expect(try state("applies_when: staff > 10", own) == .notApplicable(.fullPoints))
    #expect(try state("", "applies_when: staff > 10") == .pending(.applicability))
    #expect(
      try state("", "applies_when: 1 / staff > 10", inputs: ["staff": .number(0)])
        == .pending(.applicability))
    #expect(
      try state("", "applies_when: 1 / staff > 0", inputs: ["staff": .number(1)]) == .scored)
  }
}
