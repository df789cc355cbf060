import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Decided after a first implementation", sums, rules, places: points 41 to 52.
struct ScoringPageAfterFirstTests {
  private static let reports =
    "{reports: {title: a, columns: {late: {type: number, title: b}, all: {type: number, title: c}}}}"

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

  @Test
  func `51. skipped tie-breakers are skipped per group of tied units, dense follows breakers`() {
    let block = Block(
      id: "so", title: "", council: "", unitTypes: [], grades: [], gradesOn: .rounded,
      rankedOn: .rounded, ties: .dense, tieBreakers: ["1", "2"], groupsByParent: false,
      conditions: [], conditionFigures: [], gradesUnranked: true, span: RoundBench.span)
    let places = block.places([
      RankedEntry(unit: 0, index: 90, breakers: [nil, 1]),
      RankedEntry(unit: 1, index: 90, breakers: [1, 0]),
      RankedEntry(unit: 2, index: 80, breakers: [1, nil]),
      RankedEntry(unit: 3, index: 80, breakers: [0, nil]),
      RankedEntry(unit: 4, index: 80, breakers: [0, nil]),
      RankedEntry(unit: 5, index: 70, breakers: [nil, nil]),
    ])
    #expect((0..<6).map { places[$0]?.number } == [1, 2, 3, 4, 4, 5])
    #expect((0..<6).map { places[$0]?.breaker } == ["2", "2", "1", "1", "1", nil])
    #expect((0..<6).map { places[$0]?.skipped } == [["1"], ["1"], [], ["2"], ["2"], []])
    #expect((0..<6).map { places[$0]?.isTied } == [false, false, false, true, true, false])
  }

  @Test func `51. group_by ranks each parent's units apart, those without a parent together`()
    throws
  {
    var files = try PageRound(PageSet(PageSet.number("2")))
    files.block["ranking"] = "{by: index, on: rounded, ties: competition, group_by: parent}"
    files.units = [
      "{id: p, name: P, type: so}", "{id: q, name: Q, type: so}",
      "{id: p-1, name: P1, type: so, parent: p}", "{id: p-2, name: P2, type: so, parent: p}",
      "{id: q-1, name: Q1, type: so, parent: q}",
    ]
    for (unit, points) in [("p", 1), ("q", 2), ("p-1", 1), ("p-2", 2), ("q-1", 0)] {
      try files.handIn("\"1.1\": {inputs: {a: \(points)}}", unit: unit)
    }
    #expect(
      try files.round().finalPlaces == ["p": 2, "q": 1, "p-1": 2, "p-2": 1, "q-1": 1])
    files.block["group_by"] = "parent"
    #expect(try files.codes().contains(.unknownKey))
  }

  @Test(arguments: [("rounded", 0), ("exact", 1)])
  func `51. result.index is rounded or exact as grades_on says, and lower_by does not accumulate`(
    _ basis: String, _ grade: Int
  ) throws {
    var files = try PageRound(
      PageSet(PageSet.number("100")) { $0.rounding = "{points: 4, index: 2, mode: half_up}" })
    files.block["grades"] =
      "[{name: A, from: 80}, {name: B, from: 60}, {name: C, from: 40}, {name: D, from: 0}]"
    files.block["grades_on"] = basis
    files.block["grade_conditions"] =
      "[{when: result.index < 90, lower_by: 1, reason: x}, {when: result.areas.1.index < 90, lower_by: 1, reason: y}]"
    // Published as 90.00; the area's index is exact.
    try files.handIn("\"1.1\": {inputs: {a: 89.9981}}")
    let result = try files.round().total("so-y-te", layer: 5)?.grade
    #expect(result?.conditions == (grade == 0 ? [1] : [0, 1]))
    #expect(result?.grade == 1)
    #expect(result?.fromIndex == 0)
  }

  @Test
  func `52. units.yaml and registers have the keys of the page, and an empty cell is missing`()
    throws
  {
    var files = try PageRound(
      PageSet(
        PageSet.Entry(
          "2",
          "rule: {deduction: {per: [{count: reports.late, points: 1}]}}, scored_by: register, if_missing: pending"
        )
      ) {
        $0.figures = "{reports: {title: a, columns: {late: {type: count, title: b}}}}"
      })
    files.units = [
      "{id: p, name: P, type: so, block: so, order: 2, traits: [remote], aliases: [PP], codes: [H1], ranked: no}",
      "{id: q, name: Q, type: so, parent: p}", "{id: r, name: R, type: so}",
      "{id: s, name: S, type: so}",
    ]
    files.keys["registers"] =
      "{reports: {file: reports.csv, owner: so-noi-vu, columns: {late: {type: count}}, covers: [p, q, r], closed_on: 2017-12-31, absent: zero}}"
    try files.folder.write("round/reports.csv", "unit,late\np,1\nq,\n")
    for unit in ["p", "q", "r", "s"] { try files.handIn("", unit: unit) }
    let round = try files.round()
    let unit = round.units[0].record.unit
    #expect(unit.order == 2 && unit.traits == ["remote"] && !unit.isRanked)
    #expect(unit.aliases == ["PP"] && unit.codes == ["H1"])
    #expect(round.outcome("p", layer: 1)?.points == 1)
    #expect(round.outcome("q", layer: 1)?.state == .pending(.figure))
    #expect(round.outcome("r", layer: 1)?.points == 2)
    // Not covered: nothing is said of it.
    #expect(round.outcome("s", layer: 1)?.state == .pending(.figure))
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
