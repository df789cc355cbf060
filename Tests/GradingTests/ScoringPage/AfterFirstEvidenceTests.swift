import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Decided after a first implementation", evidence, order, not applicable: points 37 to 40.
struct ScoringPageAfterFirstEvidenceTests {
  private static let reports =
    "{reports: {title: a, columns: {late: {type: count, title: b}}}}"
  @Test
  func `37. without_evidence acts from the first deciding layer on, on self-scored items only`()
    throws
  {
    let set = try PageSet(
      PageSet.number("2", "a", "evidence: {required: yes}"),
      PageSet.Entry(
        "2",
        "rule: {deduction: {per: [{count: reports.late, points: 1}]}}, scored_by: register, if_missing: pending, evidence: {required: yes}"
      )
    ) {
      $0.figures = Self.reports
      $0.withoutEvidence = "zero"
    }.load()
    var bench = RoundBench(page: set)
    bench.plan.beforeAppraisal = .lowerOfClaimAndComputed
    bench.add(
      "a", inputs: ["a": .number(2)], figures: ["reports.late": .known(.number(1))]
    ) { $0.claim("1") }
    let round = bench.round()
    #expect(round.points("a") == [1, 2, 0, 0, 0, 0])
    #expect(round.points("a", item: 1) == [1, 1, 1, 1, 1, 1])
  }

  @Test(arguments: [
    AppraisalEntry.Decision.setPoints(1, beyondRule: false),
    .adjust([0: .given(.number(1))]), .accept, .markNotApplicable,
  ])
  func `37. reject_evidence that leaves nothing ends earlier decisions, whatever they are`(
    _ decision: AppraisalEntry.Decision
  ) throws {
    for (policy, state) in [("keep", ItemState.scored), ("pending", .pending(.evidence))] {
      let set = try PageSet(PageSet.number("2", "a", "evidence: {required: yes}")) {
        $0.withoutEvidence = policy
      }.load()
      var bench = RoundBench(page: set)
      bench.add(
        "a", inputs: ["a": .number(2)],
        entries: [RoundBench.entry(0, 1, decision), RoundBench.entry(0, 3, .rejectEvidence(["x"]))]
      ) { $0.cite("x") }
      bench.add(
        "kept", inputs: ["a": .number(2)],
        entries: [RoundBench.entry(0, 1, decision), RoundBench.entry(0, 3, .rejectEvidence(["x"]))]
      ) { $0.cite("x", "y") }
      let round = bench.round()
      #expect(round.outcome("a", layer: 5)?.state == state)
      #expect(round.outcome("a", layer: 5)?.points == 0)
      #expect(round.outcome("a", layer: 5)?.basis == .withoutEvidence)
      // A document is left: the decision stands.
      #expect(round.outcome("kept", layer: 5) == round.outcome("kept", layer: 2))
    }
  }

  @Test func `37. a correction of a shared input ends with the decision that made it`() throws {
    let set = try PageSet(
      PageSet.Entry(
        "2", "rule: {proportional: {of: staff, ceiling: 2}}, evidence: {required: yes}"),
      PageSet.Entry("2", "rule: {proportional: {of: staff, ceiling: 2}}")
    ) { $0.shared = "{staff: {type: count, title: s}}" }.load()
    var bench = RoundBench(page: set)
    bench.add(
      "a", inputs: ["staff": .number(2)],
      entries: [
        RoundBench.entry(0, 1, .adjust([0: .given(.number(1))])),
        RoundBench.entry(0, 3, .rejectEvidence([])),
      ]
    ) { $0.cite("x") }
    #expect(bench.round().points("a", item: 1) == [2, 2, 1, 2, 2, 2])
  }

  @Test
  func `38. entries are ordered by stage, then by their place, and the last of a stage decides`()
    throws
  {
    let set = try PageSet(PageSet.number("2")).load()
    func last(_ entries: AppraisalEntry...) -> Outcome? {
      var bench = RoundBench(page: set)
      bench.add("a", inputs: ["a": .number(2)], entries: entries)
      return bench.round().outcome("a", layer: 5)
    }
    let points = AppraisalEntry.Decision.setPoints(exact("0.5"), beyondRule: false)
    let adjust = AppraisalEntry.Decision.adjust([0: .given(.number(1))])
    func entry(_ stage: Int, _ decision: AppraisalEntry.Decision) -> AppraisalEntry {
      RoundBench.entry(0, stage, decision)
    }
    #expect(last(entry(1, points), entry(1, .markNotApplicable))?.state == .notApplicable(.exclude))
    #expect(last(entry(1, .markNotApplicable), entry(1, points))?.points == exact("0.5"))
    #expect(last(entry(1, .markNotApplicable), entry(1, adjust))?.points == 1)
    #expect(last(entry(1, adjust), entry(1, points))?.points == exact("0.5"))
    #expect(last(entry(3, points), entry(1, .markNotApplicable))?.points == exact("0.5"))
  }

  @Test func `38. a time that goes back is flagged, and the order of the log holds`() throws {
    let files = try PageRound(PageSet(PageSet.number("2")))
    try files.handIn("\"1.1\": {inputs: {a: 2}}")
    try files.write(
      "appraisal",
      """
      entries:
        - {criterion: "1.1", stage: appraisal-1, decision: set_points, points: 1.5, reason: x, by: a, at: 2017-12-28T09:00}
        - {criterion: "1.1", stage: appraisal-1, decision: set_points, points: 1, reason: x, by: a, at: 2017-12-27T09:00}
      """)
    #expect(try files.codes() == [.timeGoesBack])
    #expect(try files.round().points("so-y-te").last == 1)
  }

  @Test(arguments: ["exclude", "full_points"])
  func `39. every way to not applicable uses the item's declared effect`(_ effect: String) throws {
    let set = try PageSet(
      PageSet.number("2"),
      PageSet.Entry(
        "2",
        "inputs: {b: {type: number, title: b}}, rule: {yes_no: 1 / b > 0}, if_undefined: not_applicable, may_be_not_applicable: yes, effect: \(effect)"
      )
    ).load()
    var bench = RoundBench(page: set)
    bench.add("rule", inputs: ["a": .number(1), "b": .number(0)])
    bench.add(
      "decided", inputs: ["a": .number(1), "b": .number(1)],
      entries: [RoundBench.entry(1, 1, .markNotApplicable)])
    bench.add(
      "accepted", inputs: ["a": .number(1)], entries: [RoundBench.entry(1, 1, .accept)]
    ) { $0.answer(1) { $0.notApplicable = "không có" } }
    let round = bench.round()
    for unit in ["rule", "decided", "accepted"] {
      let total = round.total(unit, layer: 5)
      #expect(total?.maximum == (effect == "exclude" ? 2 : 4))
      #expect(total?.index == (effect == "exclude" ? 50 : 75))
    }
    // Items that do not apply are out of the claimed layer too; full points show there.
    #expect(round.total("rule", layer: 0)?.index == (effect == "exclude" ? 50 : 75))
    #expect(round.total("decided", layer: 0)?.index == 75)
  }

  @Test func `40. open_at_publication acts at the lock only`() throws {
    let set = try PageSet(PageSet.number("2"), PageSet.number("2", "b")).load()
    for policy in OpenAtPublication.allCases {
      var bench = RoundBench(page: set)
      bench.plan.openAtPublication = policy
      bench.add("a", inputs: ["a": .number(2)])
      let total = bench.round().total("a", layer: 5)
      #expect(total?.index == 50)
      #expect(total?.isProvisional == true)
      #expect(total?.place?.number == 1)
    }
  }

  @Test func `40. under not_submitted zero an item is zero until a stage decides`() throws {
    let set = try PageSet(
      PageSet.number("2"), PageSet.number("2", "b", "not_applicable_for: [a]")
    ).load()
    var bench = RoundBench(page: set)
    bench.plan.notSubmitted = .zero
    bench.add(
      "a",
      entries: [
        RoundBench.entry(0, 1, .accept),
        RoundBench.entry(0, 3, .setPoints(1, beyondRule: false)),
      ]
    ) { $0.assessment.submittedAt = nil }
    let round = bench.round()
    #expect(round.points("a") == [0, 0, 0, 1, 1, 1])
    #expect(round.outcome("a", layer: 5, item: 1)?.state == .notApplicable(.exclude))
  }
}
