import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Decided after a first implementation", layers and decisions: points 34 to 36.
struct ScoringPageAfterFirstLayersTests {
  private static let reports =
    "{reports: {title: a, columns: {late: {type: count, title: b}}}}"
  private static let counted = PageSet.Entry(
    "4",
    "inputs: {a: {type: count, title: a}}, rule: {per_item: {count: a + reports.late, points: 1}}, if_missing: pending"
  )

  @Test func `34. a stage keeps the inputs and decisions in force, so linked values run through`()
    throws
  {
    let set = try PageSet(Self.counted) { $0.figures = Self.reports }.load()
    var bench = RoundBench(page: set)
    bench.add(
      "a", inputs: ["a": .number(0)], figures: ["reports.late": .known(.number(1))],
      entries: [
        RoundBench.entry(0, 1, .adjust([0: .given(.number(1))])),
        RoundBench.correction("reports.late", 3, 3),
      ])
    #expect(bench.round().points("a") == [1, 1, 2, 4, 4, 4])
  }

  @Test func `34. an accepted number that changes later is shown as changed since accepted`() throws
  {
    let set = try PageSet(Self.counted) { $0.figures = Self.reports }.load()
    for (corrected, change) in [(3, true), (1, false)] {
      var bench = RoundBench(page: set)
      bench.add(
        "a", inputs: ["a": .number(0)], figures: ["reports.late": .known(.number(1))],
        entries: [
          RoundBench.entry(0, 1, .accept),
          RoundBench.correction("reports.late", 3, Exact(corrected)),
        ])
      let round = bench.round()
      #expect(round.points("a").last == Exact(corrected))
      #expect(round.changeSinceAccepted(unit: 0, item: 0, layer: PageLayer.first) == nil)
      let found = round.changeSinceAccepted(unit: 0, item: 0, layer: PageLayer.final)
      #expect(found?.seen == (change ? 1 : nil))
      #expect(found?.entry == (change ? 0 : nil))
    }
  }

  @Test func `34. what was accepted is not what a correction of its own stage made of it`() throws {
    let set = try PageSet(Self.counted) { $0.figures = Self.reports }.load()
    var bench = RoundBench(page: set)
    bench.add(
      "a", inputs: ["a": .number(0)], figures: ["reports.late": .known(.number(1))],
      entries: [
        RoundBench.entry(0, PageStage.second, .accept),
        RoundBench.correction("reports.late", PageStage.second, 3),
      ])
    let round = bench.round()
    #expect(round.accepted(unit: 0, entry: 0) == 1)
    #expect(round.changeSinceAccepted(unit: 0, item: 0, layer: PageLayer.final)?.seen == 1)
  }

  @Test func `34. the number that was seen is the one the entry records`() throws {
    let files = try PageRound(PageSet(PageSet.number("2")))
    try files.handIn("\"1.1\": {inputs: {a: 1}}")
    try files.appraise(
      "criterion: \"1.1\", stage: appraisal-1, decision: accept, points: 1.5")
    let round = try files.round()
    #expect(
      round.changeSinceAccepted(unit: 0, item: 0, layer: PageLayer.first)?.seen == exact("1.5"))
  }

  @Test func `34. what was accepted stays what it was, whatever its stage decided afterwards`()
    throws
  {
    let set = try PageSet(Self.counted) { $0.figures = Self.reports }.load()
    var bench = RoundBench(page: set)
    var seen = RoundBench.entry(0, PageStage.second, .accept)
    seen.seen = exact("1.5")
    bench.add(
      "a", inputs: ["a": .number(0)], figures: ["reports.late": .known(.number(1))],
      entries: [
        RoundBench.entry(0, PageStage.first, .accept),
        RoundBench.entry(0, PageStage.first, .setPoints(exact("0.5"), beyondRule: false)),
        RoundBench.entry(0, PageStage.first, .accept), seen,
        RoundBench.entry(0, PageStage.second, .setPoints(exact("0.25"), beyondRule: false)),
      ])
    let round = bench.round()
    #expect(round.points("a") == [1, 1, exact("0.5"), exact("0.25"), exact("0.25"), exact("0.25")])
    let accepted = (0..<5).map { round.accepted(unit: 0, entry: $0) }
    #expect(accepted == [1, nil, exact("0.5"), exact("1.5"), nil])
  }

  @Test func `34. accept where there are no points is refused, and has no effect`() throws {
    let files = try PageRound(
      PageSet(
        PageSet.number("2", "a", "evidence: {required: yes}"), PageSet.number("2", "b")
      ) { $0.withoutEvidence = "pending" })
    try files.handIn("\"1.1\": {inputs: {a: 1}}, \"1.2\": {note: x}")
    try files.appraise(
      "criterion: \"1.1\", stage: appraisal-1, decision: accept",
      "criterion: \"1.2\", stage: appraisal-1, decision: accept",
      "criterion: \"1.2\", stage: appraisal-2, decision: adjust, inputs: {b: 2}, reason: x",
      "criterion: \"1.2\", stage: council, decision: accept")
    let round = try files.round()
    #expect(
      round.refusals == [
        RefusedEntry(unit: 0, entry: 0, refusal: .nothingToAccept),
        RefusedEntry(unit: 0, entry: 1, refusal: .nothingToAccept),
      ])
    #expect(round.outcome("so-y-te", layer: PageLayer.final)?.state == .pending(.evidence))
    #expect(round.points("so-y-te", item: 1) == [nil, nil, nil, 2, 2, 2])
    #expect(try files.codes().filter { $0 == .decisionRefused }.count == 2)
    let check = PathCheck([files.folder.path("round")]).diagnostics
    #expect(check.map(\.code) == [.decisionRefused, .decisionRefused])
    #expect(check.first?.primary.span.file.path.hasSuffix("appraisal.yaml") == true)
  }

  @Test func `34. accept where there are no points is refused on linked items too`() throws {
    let set = try PageSet(
      PageSet.Entry(
        "2",
        "rule: {relative_to_best: {of: reports.late, within: block}}, scored_by: register, if_undefined: zero, if_missing: pending"
      )
    ) { $0.figures = Self.reports }.load()
    var bench = RoundBench(page: set)
    bench.add("a", entries: [RoundBench.entry(0, 1, .accept), RoundBench.entry(0, 4, .accept)])
    bench.add(
      "b", figures: ["reports.late": .known(.number(2))],
      entries: [RoundBench.entry(0, 1, .accept)])
    #expect(bench.round().refusals.map(\.entry) == [0, 1])
    bench.records[0].entries.insert(RoundBench.correction("reports.late", 3, 1), at: 0)
    let round = bench.round()
    // What had no points in the first stage has them before the council.
    #expect(round.refusals == [RefusedEntry(unit: 0, entry: 1, refusal: .nothingToAccept)])
    #expect(round.points("a").last == 1)
  }

  @Test func `34. set_points on an item that does not apply is refused`() throws {
    let set = try PageSet(
      PageSet.number("2"), PageSet.number("2", "b", "applies_when: staff > 10")
    ) { $0.shared = "{staff: {type: count, title: s}}" }.load()
    let half = AppraisalEntry.Decision.setPoints(exact("0.5"), beyondRule: false)
    for (staff, refused) in [(10, true), (11, false)] {
      var bench = RoundBench(page: set)
      bench.add(
        "a", inputs: ["a": .number(2), "b": .number(2), "staff": .number(Exact(staff))],
        entries: [RoundBench.entry(1, 1, half)])
      let round = bench.round()
      #expect(round.refusals.map(\.refusal) == (refused ? [.doesNotApply] : []))
      #expect(round.outcome("a", layer: 5, item: 1)?.points == (refused ? 0 : exact("0.5")))
    }
    let files = try PageRound(PageSet(PageSet.number("2", "a", "not_applicable_for: [so-y-te]")))
    try files.handIn("")
    try files.appraise(
      "criterion: \"1.1\", stage: appraisal-1, decision: set_points, points: 1, reason: x")
    #expect(try files.codes().contains(.decisionRefused))
  }

  @Test func `35. a claim with more decimals is a diagnostic and counts rounded`() throws {
    let files = try PageRound(PageSet(PageSet.number("2")))
    try files.handIn("\"1.1\": {inputs: {a: 1.5}, points: 1.005, note: x}")
    #expect(try files.codes() == [.claimTooPrecise])
    #expect(try files.round().points("so-y-te").first == exact("1.01"))
  }

  @Test func `35. what people type is on the score sheet's scale`() throws {
    var set = PageSet(PageSet.number("5"))
    set.areas = [
      "{id: \"2\", title: b, max_points: 5, criteria: [{id: \"2.1\", title: a, weight: 2, inputs: {b: {type: rate, title: b}}, rule: {proportional: {of: b}}}, {id: \"2.2\", title: a, weight: 2, inputs: {c: {type: rate, title: c}}, rule: {proportional: {of: c}}}]}"
    ]
    set.maximum = "10"
    let files = try PageRound(set)
    // 2.1 is written on 2 and worth 2.5.
    try files.handIn("\"2.1\": {inputs: {b: 100%}, points: 2.25, note: x}")
    try files.appraise(
      "criterion: \"2.1\", stage: appraisal-1, decision: set_points, points: 2.4, reason: x")
    let round = try files.round()
    #expect(
      Array(round.points("so-y-te", item: 1).prefix(3)) == [
        exact("2.25"), exact("2.5"), exact("2.4"),
      ])
  }

  @Test func `35. after adjust the claim no longer caps, after accept it does`() throws {
    let set = try PageSet(PageSet.number("2", "a", "evidence: {required: yes}")).load()
    var bench = RoundBench(page: set)
    bench.plan.beforeAppraisal = .lowerOfClaimAndComputed
    let adjust = RoundBench.entry(0, 3, .adjust([0: .given(.number(exact("1.5")))]))
    for (id, entries) in [
      ("none", []), ("accepted", [RoundBench.entry(0, 3, .accept)]), ("adjusted", [adjust]),
      (
        "ended",
        [adjust, RoundBench.entry(0, 4, .rejectEvidence([])), RoundBench.entry(0, 4, .accept)]
      ),
    ] {
      bench.add(id, inputs: ["a": .number(2)], entries: entries) {
        $0.claim("1")
        $0.cite("x")
      }
    }
    let round = bench.round()
    #expect(round.points("none") == [1, 2, 1, 1, 1, 1])
    #expect(round.points("accepted") == [1, 2, 1, 1, 1, 1])
    let half = exact("1.5")
    #expect(round.points("adjusted") == [1, 2, 1, half, half, half])
    #expect(round.points("ended") == [1, 2, 1, half, 1, 1])
  }

  @Test func `36. the reachable interval is the hull of all values, missing and if_ included`()
    throws
  {
    let set = try PageSet(
      PageSet.Entry(
        "2",
        "inputs: {d: {type: date, title: a}}, rule: {timeliness: {date: d, steps: [{by: \"date(year, 1, 31)\", points: 2}], otherwise: 1, missing: -1}}"
      ),
      PageSet.Entry(
        "2",
        "inputs: {l: {type: choice, title: l, options: {x: X, y: Y}}, b: {type: number, title: b}}, rule: {formula: [{when: b > 0, points: 2}, {when: 1 / b > 9, points: 1}]}, if_undefined: zero"
      )
    ).load()
    #expect(set.items[0].reachable == -1...2)
    #expect(set.items[1].reachable == 0...2)
  }
}
