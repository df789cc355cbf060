import Diagnostics
import Loading
import Testing

@testable import Grading

/// SCORING.md, "Rounding and sums": points 5 to 9.
struct ScoringPageRoundingTests {
  @Test(arguments: [
    ("{points: 1, index: 2, mode: half_up}", "0.3", "1.3"),
    ("{points: exact, index: 2, mode: half_up}", "0.25", "1.25"),
  ])
  func `5. points are rounded once per item and layer before any sum, half away from zero`(
    _ rounding: String, _ points: String, _ sum: String
  ) throws {
    let set = try PageSet(PageSet.number("2"), PageSet.number("2", "b")) {
      $0.rounding = rounding
    }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(exact("0.25")), "b": .number(1)])
    let round = bench.round()
    #expect(round.outcome("a", layer: 1)?.points == exact(points))
    #expect(round.total("a", layer: 1)?.points == exact(sum))
  }

  @Test func `5. half up means half away from zero, and half even to the even neighbour`() {
    let half = Rounding(points: 0, index: 0, mode: .halfUp)
    #expect(half.points(exact("-0.5"), maximum: 9) == -1)
    #expect(half.points(exact("2.5"), maximum: 9) == 3)
    let even = Rounding(points: 0, index: 0, mode: .halfEven)
    #expect(even.points(exact("2.5"), maximum: 9) == 2)
    #expect(even.points(exact("-3.5"), maximum: 9) == -4)
  }

  @Test func `5. rounding.index rounds the quotient once`() throws {
    let set = try PageSet(PageSet.number("3"), PageSet.number("3", "b")) {
      $0.rounding = "{points: 2, index: 1, mode: half_up}"
    }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(1), "b": .number(exact("0.67"))])
    // 1.67 of 6 is 27.8333…, which becomes 27.8 at once and never by way of 27.83.
    let total = bench.round().total("a", layer: 1)
    #expect(total?.exactIndex == exact("167/6"))
    #expect(total?.index == exact("27.8"))
  }

  private func outside(_ kind: String) -> String {
    "{id: T, title: Ngoài, kind: \(kind), max_points: 3, criteria: ["
      + "{id: T.1, title: a, max_points: 2, inputs: {t: {type: count, title: t}}, rule: {per_item: {count: t, points: 1}}},"
      + "{id: T.2, title: a, max_points: 2, inputs: {u: {type: count, title: u}}, rule: {per_item: {count: u, points: 1}}}]}"
  }

  @Test(arguments: [("bonus", 1, 0, "110"), ("bonus", 2, 2, "130"), ("penalty", 2, 2, "70")])
  func `6. bonus and penalty count beside the quotient, cut at their caps, and 100 is no limit`(
    _ kind: String, _ first: Int64, _ second: Int64, _ index: String
  ) throws {
    let set = try PageSet(PageSet.number("10")) { $0.areas = [outside(kind)] }.load()
    var bench = RoundBench(page: set)
    bench.add(
      "a",
      inputs: ["a": .number(10), "t": .number(Exact(Int(first))), "u": .number(Exact(Int(second)))])
    let total = bench.round().total("a", layer: 1)
    #expect(total?.index == exact(index))
    #expect(total?.maximum == 10)
  }

  @Test func `6. bonus divides by the nominal maximum, though the denominator is smaller`() throws {
    let set = try PageSet(
      PageSet.number("6"), PageSet.number("4", "b", "applies_when: unit.remote")
    ) { $0.areas = [outside("bonus")] }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(3), "t": .number(1), "u": .number(0)])
    // 3 of 6 that apply, and 1 of the nominal 10.
    #expect(bench.round().total("a", layer: 1)?.index == 60)
  }

  @Test func `6. the index is not cut at 0, and the lowest grade has no lower bound`() throws {
    let set = try PageSet(PageSet.number("10")) { $0.areas = [outside("penalty")] }.load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(0), "t": .number(2), "u": .number(2)])
    let total = bench.round().total("a", layer: 5)
    #expect(total?.index == -30)
    #expect(total?.grade?.grade == 2)
    #expect(total?.place?.number == 1)
  }

  @Test func `6. a bonus area cannot be full_points`() throws {
    let area = outside("bonus").replacing(
      "max_points: 3", with: "max_points: 3, not_applicable_for: [remote], effect: full_points")
    #expect(
      try PageSet(PageSet.number("10")) { $0.areas = [area] }.codes.contains(.fullPointsInBonus))
    #expect(
      try !PageSet(PageSet.number("10")) {
        $0.areas = [area.replacing("full_points", with: "exclude")]
      }.codes.contains(.fullPointsInBonus))
  }

  @Test func `6. nothing applicable means no index, no grade and no place`() throws {
    let set = try PageSet(PageSet.number("2", "a", "applies_when: unit.remote")).load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(2)])
    let total = bench.round().total("a", layer: 5)
    #expect(total?.index == nil)
    #expect(total?.grade == nil)
    #expect(total?.place == nil)
    #expect(total?.isProvisional == false)
  }

  @Test(arguments: [("exact", [1, 2], ["Khá", "Khá"]), ("rounded", [1, 1], ["Tốt", "Tốt"])])
  func `7. places and grades use the unrounded index where the file says exact`(
    _ basis: String, _ places: [Int], _ grades: [String]
  ) throws {
    var files = try PageRound(
      PageSet(PageSet.number("100")) { $0.rounding = "{points: 4, index: 2, mode: half_up}" })
    files.units = ["{id: a, name: A, type: so}", "{id: b, name: B, type: so}"]
    files.block["ranking"] = "{by: index, on: \(basis), ties: competition, tie_breakers: []}"
    files.block["grades_on"] = basis
    // Both are published as 85.00, and neither is.
    try files.handIn("\"1.1\": {inputs: {a: 84.9981}}", unit: "a")
    try files.handIn("\"1.1\": {inputs: {a: 84.9961}}", unit: "b")
    let round = try files.round()
    #expect(["a", "b"].map { round.finalPlaces[$0] } == places)
    #expect(
      round.units.map { $0.totals.last??.grade.map { ["Tốt", "Khá", "Yếu"][$0.grade] } } == grades)
  }

  @Test(arguments: ["on", "grades_on"])
  func `7. there is no default for on and grades_on`(_ key: String) throws {
    var files = try PageRound(PageSet(PageSet.number("2")))
    if key == "on" {
      files.block["ranking"] = "{by: index, ties: competition, tie_breakers: []}"
    } else {
      files.block["grades_on"] = nil
    }
    let loading = try files.load()
    #expect(loading.loaded == nil)
    #expect(
      loading.diagnostics.contains { $0.code == .missingKey && "\($0.message)".contains(key) })
  }

  @Test func `8. a weighted item is written on its weight and normalised once`() throws {
    let area =
      "{id: \"2\", title: b, max_points: 5, criteria: ["
      + "{id: \"2.1\", title: a, weight: 4, inputs: {b: {type: rate, title: b}}, rule: {proportional: {of: b}}},"
      + "{id: \"2.2\", title: a, weight: 2, applies_when: unit.remote, inputs: {c: {type: rate, title: c}}, rule: {proportional: {of: c}}}]}"
    let set = try PageSet(PageSet.number("5")) {
      $0.areas = [area]
      $0.maximum = "10"
    }.load()
    #expect(set.items.map(\.maximum) == [5, exact("10/3"), exact("5/3")])
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(5), "b": .number(exact("0.5"))])
    let round = bench.round()
    // 0.5 · 4 points on the weight's scale, times (10/3) ÷ 4, rounded: 1.67.
    #expect(round.outcome("a", layer: 1, item: 1)?.points == exact("1.67"))
    // 2.2 does not apply, and 2.1 keeps its share: 6.67 of 25/3.
    #expect(round.total("a", layer: 1)?.maximum == exact("25/3"))
    #expect(round.total("a", layer: 1)?.exactIndex == exact("8004/100"))
  }

  @Test func `9. full_points keeps the maximum in the denominator from computed on`() throws {
    let set = try PageSet(
      PageSet.number("2"),
      PageSet.number("2", "b", "applies_when: unit.remote, effect: full_points")
    ).load()
    var bench = RoundBench(page: set)
    bench.add("a", inputs: ["a": .number(1)])
    let round = bench.round()
    for layer in round.layers.indices {
      let outcome = round.outcome("a", layer: layer, item: 1)
      #expect(outcome?.state == .notApplicable(.fullPoints))
      #expect(outcome?.points == 2)
      #expect(round.total("a", layer: layer)?.index == 75)
    }
  }

  @Test func `9. an adjusted input changes applicability from its stage on`() throws {
    let set = try PageSet(
      PageSet.number("2"), PageSet.number("2", "b", "applies_when: staff > 10")
    ) { $0.shared = "{staff: {type: count, title: s}}" }.load()
    var bench = RoundBench(page: set)
    bench.add(
      "a", inputs: ["a": .number(2), "b": .number(1), "staff": .number(10)],
      entries: [
        RoundBench.entry(0, PageStage.second, .adjust([0: .given(.number(11))]))
      ])
    let round = bench.round()
    #expect(
      round.states("a", item: 1)
        == [
          .notApplicable(.exclude), .notApplicable(.exclude), .notApplicable(.exclude), .scored,
          .scored, .scored,
        ])
    #expect(round.total("a", layer: PageLayer.first)?.index == 100)
    #expect(round.total("a", layer: PageLayer.second)?.index == 75)
  }

  @Test func `9. a name that is a unit's id and a trait is an error`() throws {
    var files = try PageRound(
      PageSet(PageSet.number("2", "a", "not_applicable_for: [so-y-te]")))
    try files.handIn("")
    #expect(try !files.codes().contains(.ambiguousApplicability))
    files.units.append("{id: so-b, name: Sở B, type: so, traits: [so-y-te]}")
    #expect(try files.codes().contains(.ambiguousApplicability))
  }
}
