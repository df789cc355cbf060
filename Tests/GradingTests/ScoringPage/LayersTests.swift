import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Layers and decisions": points 19 to 24.
struct ScoringPageLayersTests {
  private func set(_ more: String = "", without: String = "keep") throws -> CriteriaSet {
    try PageSet(PageSet.number("2", "a", more)) { $0.withoutEvidence = without }.load()
  }

  @Test func `19. layers are claimed, computed, each deciding stage, then final`() throws {
    let files = try PageRound(PageSet(PageSet.number("2")))
    try files.handIn("\"1.1\": {inputs: {a: 1}, points: 2, note: x}")
    try files.appraise(
      "criterion: \"1.1\", stage: appraisal-1, decision: set_points, points: 1.5, reason: x",
      "criterion: \"1.1\", stage: council, decision: set_points, points: 0.5, reason: x")
    let round = try files.round()
    #expect(round.layers == [.claimed, .computed, .stage(1), .stage(3), .stage(4), .final])
    // A stage without a decision has the value of the layer before it.
    #expect(
      round.points("so-y-te") == [2, 1, exact("1.5"), exact("1.5"), exact("0.5"), exact("0.5")])
    #expect(
      round.units[0].totals.map { $0?.index } == [100, 50, 75, 75, 25, 25])
    #expect(round.units[0].totals.map { $0?.grade?.grade } == [0, 2, 1, 1, 2, 2])
  }

  @Test func `19. what amends a published result counts in the final layer only`() throws {
    let set = try PageSet(PageSet.number("2", "a", "applies_when: a > 0")).load()
    var bench = RoundBench(page: set)
    func given(_ stage: Int, _ points: String) -> AppraisalEntry {
      RoundBench.entry(0, stage, .setPoints(exact(points), beyondRule: false))
    }
    bench.add(
      "decided", inputs: ["a": .number(2)],
      entries: [given(PageStage.council, "1"), given(bench.plan.amending, "1.5")])
    bench.add("open", inputs: ["a": .number(2)], entries: [given(bench.plan.amending, "1.5")])
    bench.add("none", inputs: ["a": .number(0)], entries: [given(bench.plan.amending, "1.5")])
    let round = bench.round()
    #expect(round.points("decided") == [2, 2, 2, 2, 1, exact("1.5")])
    #expect(round.points("open") == [2, 2, 2, 2, 2, exact("1.5")])
    #expect(round.units[0].totals.map { $0?.index } == [100, 100, 100, 100, 50, 75])
    // It too is held against what it found.
    #expect(round.refusals == [RefusedEntry(unit: 2, entry: 0, refusal: .doesNotApply)])
  }

  @Test(arguments: [
    (BeforeAppraisal.computed, "1", "2"), (.lowerOfClaimAndComputed, "1", "1"),
    (.lowerOfClaimAndComputed, "", "2"), (.lowerOfClaimAndComputed, "2", "2"),
  ])
  func `19. the first deciding layer starts as before_appraisal says`(
    _ before: BeforeAppraisal, _ claim: String, _ points: String
  ) throws {
    var bench = try RoundBench(page: set())
    bench.plan.beforeAppraisal = before
    bench.add("a", inputs: ["a": .number(2)]) { record in
      if !claim.isEmpty { record.claim(claim) }
    }
    let later = exact(points)
    #expect(Array(bench.round().points("a").dropFirst()) == [2, later, later, later, later])
  }

  @Test func `19. before_appraisal is required, and what the unit does not score is computed`()
    throws
  {
    var files = try PageRound(PageSet(PageSet.number("2")))
    files.keys["before_appraisal"] = nil
    #expect(try files.codes().contains(.missingKey))
    let set = try PageSet(
      PageSet.Entry(
        "2", "rule: {deduction: {per: [{count: reports.late, points: 1}]}}, scored_by: register")
    ) { $0.figures = "{reports: {title: a, columns: {late: {type: count, title: b}}}}" }.load()
    var bench = RoundBench(page: set)
    bench.plan.beforeAppraisal = .lowerOfClaimAndComputed
    bench.add("a", figures: ["reports.late": .known(.number(1))]) { $0.claim("0") }
    let round = bench.round()
    #expect(round.points("a") == [1, 1, 1, 1, 1, 1])
    #expect(round.outcome("a", layer: 0)?.basis == .rule)
  }

  @Test func `20. adjust ends an earlier set_points of the same or a lower stage`() throws {
    func points(_ entries: AppraisalEntry...) throws -> [Exact?] {
      var bench = try RoundBench(page: set())
      bench.add("a", inputs: ["a": .number(2)], entries: entries)
      return Array(bench.round().points("a").dropFirst(2))
    }
    let half = AppraisalEntry.Decision.setPoints(exact("0.5"), beyondRule: false)
    let one = AppraisalEntry.Decision.adjust([0: .given(.number(1))])
    #expect(try points(RoundBench.entry(0, 1, half), RoundBench.entry(0, 1, one)) == [1, 1, 1, 1])
    #expect(
      try points(RoundBench.entry(0, 1, half), RoundBench.entry(0, 3, one))
        == [exact("0.5"), 1, 1, 1])
    // The highest stage decides, wherever its entry stands in the log.
    #expect(
      try points(RoundBench.entry(0, 3, half), RoundBench.entry(0, 1, one))
        == [1, exact("0.5"), exact("0.5"), exact("0.5")])
  }

  @Test func `20. adjust lays its inputs over those in force, and accept confirms`() throws {
    let set = try PageSet(
      PageSet.Entry(
        "2",
        "inputs: {p: {type: count, title: p}, c: {type: count, title: c}}, rule: {proportional: {of: c / p}}, if_undefined: zero"
      )
    ).load()
    var bench = RoundBench(page: set)
    bench.add(
      "a", inputs: ["p": .number(10), "c": .number(10)],
      entries: [
        RoundBench.entry(0, 1, .adjust([1: .given(.number(8))])),
        RoundBench.entry(0, 3, .adjust([0: .given(.number(16))])),
        RoundBench.entry(0, 4, .accept),
      ])
    #expect(bench.round().points("a") == [2, 2, exact("1.6"), 1, 1, 1])
  }

  @Test(arguments: [
    ("appraisal-1", "3", "", false), ("appraisal-1", "3", ", beyond_rule: yes", false),
    ("council", "3", "", false), ("council", "3", ", beyond_rule: yes", true),
    ("appraisal-1", "2", "", true), ("appraisal-1", "0", "", true), ("council", "-1", "", false),
  ])
  func `20. set_points lies in the closed reachable interval unless the stage allows beyond`(
    _ stage: String, _ points: String, _ more: String, _ stands: Bool
  ) throws {
    let files = try PageRound(PageSet(PageSet.number("2")))
    try files.handIn("\"1.1\": {inputs: {a: 1}}")
    try files.appraise(
      "criterion: \"1.1\", stage: \(stage), decision: set_points, points: \(points), reason: x\(more)"
    )
    #expect(try files.codes().contains(.decisionRefused) != stands)
    if stands { #expect(try files.round().points("so-y-te").last == exact(points)) }
  }

  @Test func `20. entries name items that carry a rule`() throws {
    let files = try PageRound(PageSet(PageSet.number("2")))
    try files.handIn("\"1.1\": {inputs: {a: 1}}")
    try files.appraise("criterion: \"1\", stage: appraisal-1, decision: accept")
    #expect(try files.codes().contains(.unknownItem))
  }

  @Test func `21. a unit's own not_applicable is a claim, pending until decided`() throws {
    var bench = RoundBench(
      page: try set("may_be_not_applicable: yes, effect: full_points"))
    for (id, entries) in [
      ("open", []), ("marked", [RoundBench.entry(0, 3, .markNotApplicable)]),
      ("accepted", [RoundBench.entry(0, 3, .accept)]),
      ("adjusted", [RoundBench.entry(0, 3, .adjust([0: .given(.number(1))]))]),
    ] {
      bench.add(id, entries: entries) { $0.answer(0) { $0.notApplicable = "Không phát sinh" } }
    }
    let round = bench.round()
    for unit in ["open", "marked", "accepted", "adjusted"] {
      #expect(round.outcome(unit, layer: 0)?.state == .notApplicable(.fullPoints))
      #expect(round.outcome(unit, layer: 0)?.points == 2)
      #expect(round.outcome(unit, layer: 2)?.state == .pending(.claimedNotApplicable))
    }
    #expect(round.outcome("open", layer: 5)?.state == .pending(.claimedNotApplicable))
    #expect(round.outcome("marked", layer: 5)?.state == .notApplicable(.fullPoints))
    #expect(round.outcome("accepted", layer: 5)?.state == .notApplicable(.fullPoints))
    #expect(round.points("adjusted").last == 1)
    #expect(round.refusals == [])
  }

  @Test func `21. not_applicable is allowed only where the item says so`() throws {
    for allowed in [true, false] {
      let files = try PageRound(
        PageSet(PageSet.number("2", "a", allowed ? "may_be_not_applicable: yes" : "")))
      try files.handIn("\"1.1\": {not_applicable: Không phát sinh hồ sơ}")
      #expect(try files.load().diagnostics.contains { $0.severity == .error } != allowed)
    }
  }

  @Test(arguments: [
    ("keep", ItemState.scored, "2"), ("pending", .pending(.evidence), "0"), ("zero", .scored, "0"),
  ])
  func `22. without_evidence applies while nothing proves the points and no stage has decided`(
    _ policy: String, _ state: ItemState, _ points: String
  ) throws {
    var bench = RoundBench(page: try set("evidence: {required: yes}", without: policy))
    bench.add("bare", inputs: ["a": .number(2)])
    bench.add("proven", inputs: ["a": .number(2)]) { $0.cite("plan") }
    bench.add(
      "decided", inputs: ["a": .number(2)],
      entries: [RoundBench.entry(0, 1, .adjust([0: .given(.number(1))]))])
    let round = bench.round()
    #expect(round.outcome("bare", layer: 1)?.points == 2)
    #expect(round.outcome("bare", layer: 2)?.state == state)
    #expect(round.outcome("bare", layer: 2)?.points == exact(points))
    #expect(round.points("proven").last == 2)
    #expect(round.points("decided").last == 1)
  }

  @Test func `22. zero is the lower of the points and 0, and the policy is required`() throws {
    let set = try PageSet(
      PageSet.Entry(
        "2",
        "inputs: {l: {type: choice, title: l, options: {x: X, y: Y}}}, rule: {choice: {x: 2, y: -1}}, evidence: {required: yes}"
      )
    ) { $0.withoutEvidence = "zero" }.load()
    var bench = RoundBench(page: set)
    bench.add("good", inputs: ["l": .text("x")])
    bench.add("bad", inputs: ["l": .text("y")])
    #expect(bench.round().points("good").last == 0)
    #expect(bench.round().points("bad").last == -1)
    var text = PageSet(PageSet.number("2")).yaml
    text = text.replacing("without_evidence: keep\n", with: "")
    let files = try PageRound(PageSet(PageSet.number("2")))
    let loading = loadCriteriaSet(try files.folder.write("other.yaml", text))
    #expect(loading.diagnostics.contains { $0.code == .missingKey })
  }

  @Test func `22. reject_evidence names documents and turns keep into zero when none is left`()
    throws
  {
    var bench = RoundBench(page: try set("evidence: {required: yes}"))
    for (id, documents) in [("one", ["x"]), ("both", ["x", "y"]), ("all", [])] {
      bench.add(
        id, inputs: ["a": .number(2)],
        entries: [RoundBench.entry(0, PageStage.second, .rejectEvidence(documents))]
      ) { $0.cite("x", "y") }
    }
    let round = bench.round()
    #expect(round.points("one") == [2, 2, 2, 2, 2, 2])
    #expect(round.points("both") == [2, 2, 2, 0, 0, 0])
    #expect(round.points("all") == [2, 2, 2, 0, 0, 0])
  }

  @Test func `23. a corrected figure changes for every reader from its stage on`() throws {
    let entry = { (points: String) in
      PageSet.Entry(
        points,
        "rule: {deduction: {per: [{count: reports.late, points: 0.5}]}}, scored_by: register, if_missing: pending"
      )
    }
    var files = try PageRound(
      PageSet(entry("2"), entry("4")) {
        $0.figures = "{reports: {title: a, columns: {late: {type: count, title: b}}}}"
      })
    files.keys["registers"] = "{reports: {file: reports.csv, absent: missing}}"
    try files.folder.write("round/reports.csv", "unit,late\nso-y-te,3\n")
    try files.handIn(
      "", more: "disputes: [{figure: reports.late, claim: 1, ground: đã gửi}]")
    #expect(try files.round().total("so-y-te", layer: 5)?.isProvisional == true)
    try files.appraise(
      "figure: reports.late, stage: appraisal-2, decision: correct_figure, value: 1, reason: x")
    let round = try files.round()
    let half = exact("0.5")
    #expect(
      round.points("so-y-te") == [half, half, half, exact("1.5"), exact("1.5"), exact("1.5")])
    #expect(round.points("so-y-te", item: 1).last == exact("3.5"))
    #expect(round.total("so-y-te", layer: 2)?.isProvisional == true)
    #expect(round.total("so-y-te", layer: 3)?.isProvisional == false)
  }

  @Test func `24. a claim the rule cannot reach counts in the claimed layer only, with a gap`()
    throws
  {
    let set = try PageSet(
      PageSet.Entry(
        "2",
        "inputs: {l: {type: choice, title: l, options: {x: X, y: Y}}}, rule: {choice: {x: 2, y: 1}}"
      )
    ).load()
    var bench = RoundBench(page: set)
    bench.plan.beforeAppraisal = .lowerOfClaimAndComputed
    bench.add("a", inputs: ["l": .text("x")]) { $0.claim("0.5") }
    bench.add("b", inputs: ["l": .text("x")]) { $0.claim("1.5") }
    let round = bench.round()
    #expect(round.points("a") == [exact("0.5"), 2, 2, 2, 2, 2])
    #expect(
      round.points("b") == [
        exact("1.5"), 2, exact("1.5"), exact("1.5"), exact("1.5"), exact("1.5"),
      ])
    func codes(_ unit: Int) -> [GapCode] { GapFinder(round).gaps(of: unit).gaps.map(\.code) }
    #expect(codes(0).contains(.claimOutOfReach))
    #expect(!codes(1).contains(.claimOutOfReach))
  }
}
