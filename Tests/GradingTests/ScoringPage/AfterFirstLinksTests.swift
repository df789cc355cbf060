import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Decided after a first implementation", linked results, the council: points 48 to 50.
struct ScoringPageAfterFirstLinksTests {
  private static let reports =
    "{reports: {title: a, columns: {late: {type: number, title: b}, all: {type: number, title: c}}}}"

  private static let best = PageSet.Entry(
    "2",
    "rule: {relative_to_best: {of: reports.late, within: block}}, scored_by: register, if_undefined: zero, if_missing: pending, applies_when: not unit.remote"
  )

  @Test func `48. the best is among submitted units of the block and set whose item applies`()
    throws
  {
    let set = try PageSet(Self.best) { $0.figures = Self.reports }.load()
    let other = try PageSet(Self.best) { $0.figures = Self.reports }.load()
    var bench = RoundBench(page: set, other)
    func add(
      _ id: String, _ late: Int, set: Int = 0, _ change: (inout UnitRecord) -> Void = { _ in }
    ) {
      bench.add(id, set: set, figures: ["reports.late": .known(.number(Exact(late)))]) { record in
        record = UnitRecord(
          unit: Unit(
            id: id, name: id, type: "so", traits: id == "remote" ? ["remote"] : [],
            isRanked: id != "unranked", span: RoundBench.span),
          set: set, block: 0, assessment: record.assessment, figures: record.figures,
          entries: record.entries)
        change(&record)
      }
    }
    add("a", 1)
    add("unranked", 4)
    add("remote", 8)
    add("overlay", 8, set: 1)
    add("draft", 8) { $0.assessment.submittedAt = nil }
    var round = bench.round()
    #expect(round.outcome("a", layer: 5)?.points == exact("0.5"))
    #expect(round.outcome("overlay", layer: 5)?.points == 2)
    #expect(round.total("a", layer: 5)?.isProvisional == false)
    // Decisions of points do not change the compared value.
    add("b", 2) { $0.entries = [RoundBench.entry(0, 1, .setPoints(2, beyondRule: false))] }
    round = bench.round()
    #expect(round.outcome("a", layer: 5)?.points == exact("0.5"))
    #expect(round.outcome("b", layer: 1)?.points == 1)
    add("negative", -1)
    round = bench.round()
    #expect(round.outcome("negative", layer: 5)?.state == .broken(.negative))
    #expect(round.outcome("a", layer: 5)?.points == exact("0.5"))
    // While one is unknown the best of the known serves.
    bench.add("unknown")
    round = bench.round()
    #expect(round.outcome("a", layer: 5)?.points == exact("0.5"))
    #expect(round.total("a", layer: 5)?.isProvisional == true)
    #expect(round.total("overlay", layer: 5)?.isProvisional == false)
  }

  @Test func `48. relative_to_best may compare what reads the unit's own totals`() throws {
    let set = try PageSet(
      PageSet.number("10"),
      PageSet.Entry(
        "2",
        "rule: {relative_to_best: {of: assessment.claimed / assessment.appraised, within: block}}, scored_by: system, if_undefined: zero, if_missing: pending"
      )
    ).load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(8)]) { $0.claim("4") }
    bench.add("b", inputs: ["a": .number(8)])
    let round = bench.round()
    #expect(round.outcome("a", layer: 5, item: 1)?.points == 1)
    #expect(round.outcome("b", layer: 5, item: 1)?.points == 2)
    #expect(round.total("a", layer: 5)?.isProvisional == false)
  }

  private func parent(_ absent: String = "exclude") throws -> CriteriaSet {
    try PageSet(
      PageSet.Entry(
        "2",
        "rule: {subordinates: {of: index, aggregate: mean, absent: \(absent)}}, scored_by: system, if_undefined: pending, if_missing: pending"
      )
    ) {
      $0.type = "huyen"
      $0.rounding = "{points: exact, index: 2, mode: half_up}"
    }.load()
  }

  @Test func `49. provisional is inherited, and no children is undefined`() throws {
    let below = try PageSet(PageSet.number("2"), PageSet.number("2", "b")) { $0.type = "xa" }.load()
    var bench = RoundBench(page: try parent(), below)
    for unit in ["open", "closed", "settled", "none"] { bench.add(unit) }
    for unit in ["open", "closed", "settled"] {
      bench.add("\(unit)-1", set: 1, parent: unit, inputs: ["a": .number(2), "b": .number(0)])
    }
    bench.add("open-2", set: 1, parent: "open", inputs: ["a": .number(2)])
    // A unit that handed in nothing is a stated case, and settled.
    bench.add("settled-2", set: 1, parent: "settled") { $0.assessment.submittedAt = nil }
    let round = bench.round()
    for (unit, isProvisional) in [("open", true), ("closed", false), ("settled", false)] {
      #expect(round.outcome(unit, layer: 5)?.points == 1)
      #expect(round.total(unit, layer: 5)?.isProvisional == isProvisional)
    }
    #expect(round.outcome("none", layer: 5)?.state == .pending(.undefined))
  }

  @Test func `50. an undecided council item is pending, and only council stages decide it`() throws
  {
    let files = try PageRound(
      PageSet(PageSet.Entry("2", "rule: {council: [0, 1, 2]}, if_missing: zero")))
    try files.handIn("")
    #expect(try files.round().outcome("so-y-te", layer: 5)?.state == .pending(.council))
    try files.appraise(
      "criterion: \"1.1\", stage: appraisal-1, decision: set_points, points: 1, reason: x")
    #expect(try files.codes().contains(.decisionRefused))
    try files.appraise(
      "criterion: \"1.1\", stage: council, decision: set_points, points: 1, reason: x")
    #expect(try files.round().points("so-y-te") == [nil, nil, nil, nil, 1, 1])
  }

  @Test func `50. surveys_not_held lists ids of optional nodes only`() throws {
    for isOptional in [true, false] {
      var files = try PageRound(
        PageSet(PageSet.number("2")) { $0.area = isOptional ? "optional: yes" : "" })
      files.keys["surveys_not_held"] = "[\"1\"]"
      #expect(try files.load().diagnostics.contains { $0.severity == .error } != isOptional)
    }
  }

  @Test func `a mean over 137 communes needs more than 128 bits and is exact`() throws {
    let places = 1000
    let primes = (2...places).filter { n in !(2..<n).contains { n % $0 == 0 } }.suffix(137)
    let below = try PageSet(
      PageSet.Entry("100", "inputs: {a: {type: number, title: a}}, rule: {proportional: {of: a}}")
    ) {
      $0.type = "xa"
      $0.rounding = "{points: exact, index: 2, mode: half_up}"
    }.load()
    let rule = try PageSet(
      PageSet.Entry(
        "100",
        "rule: {subordinates: {of: reports.late, aggregate: mean, absent: zero}}, scored_by: system, if_undefined: pending, if_missing: pending"
      )
    ) {
      $0.type = "huyen"
      $0.rounding = "{points: exact, index: 2, mode: half_up}"
      $0.figures = "{reports: {title: a, columns: {late: {type: rate, title: b}}}}"
    }.load()
    var bench = RoundBench(page: rule, below)
    let name = FigureName(name: "reports.late", type: .rate, title: "")
    var table = FigureTable(
      name: "reports", title: "", file: RoundBench.file, columns: [name], absent: .missing)
    bench.add("huyen")
    // The sum of 1 − 1/p over 137 different primes has their whole product below the line.
    var product = Exact.one
    for (line, prime) in primes.enumerated() {
      let share = try #require(Exact(prime - 1, over: prime))
      _ = table.add(unit: "xa-\(prime)", [.known(.number(share))], line: line + 2)
      bench.add("xa-\(prime)", set: 1, parent: "huyen", inputs: ["a": .number(share)])
      product = product * Exact(prime)
    }
    bench.plan.figures.add(table)
    let points = try #require(bench.round().outcome("huyen", layer: 5)?.points)
    // Multiplied by everything below the line, what is left is whole: 137 · points ÷ 100 · Π p.
    let whole = points * Exact(137) * product
    let numerator = try #require(whole.divided(by: 100))
    #expect(numerator.isInteger)
    #expect(product > exact("340282366920938463463374607431768211456"))
    // Σ (1 − 1/p) · Π p, added up by hand: Π p · 137 − Σ Π p / p.
    var expected = product * 137
    for prime in primes { expected -= try #require(product.divided(by: Exact(prime))) }
    #expect(numerator == expected)
    // No denominator was lost on the way: no prime divides out.
    for prime in primes.prefix(5) {
      #expect(numerator.divided(by: Exact(prime))?.isInteger == false)
    }
  }
}
