import Diagnostics
import Loading
import Testing

@testable import Grading

/// What items read of a round: appraised inputs, tables, the units below, what was handed in.
struct RoundReadingTests {
  private static let completion = """
    inputs: {planned: {type: count, title: a}, completed: {type: count, title: b, at_most: planned}}
    rule: {proportional: {of: completed / planned}}
    if_undefined: zero
    """

  private func set(_ bench: RuleBench, _ location: SourceLocation = #_sourceLocation) throws
    -> CriteriaSet
  {
    let loading = bench.load()
    return try #require(
      loading.set, "\(TextRenderer(language: .english).render(loading.diagnostics))",
      sourceLocation: location)
  }

  @Test func `appraisal that mends a limit mends the input above it`() throws {
    let set = try set(RuleBench(Self.completion))
    let planned = try #require(set.inputs.firstIndex { $0.name == "planned" })
    var bench = RoundBench([set])
    bench.add(
      "so-y-te", inputs: ["planned": .number(10), "completed": .number(20)],
      entries: [RoundBench.entry(.item(0), .adjust([planned: .given(.number(40))]))])
    let round = bench.round()
    #expect(round.outcome("so-y-te", layer: 1)?.state == .broken(.input))
    #expect(round.outcome("so-y-te", layer: 2) == Outcome(.scored, points: 1))
    #expect(round.total("so-y-te", layer: 1)?.isProvisional == true)
  }

  @Test func `a draft's not applicable is not read and a handed-in one waits`() throws {
    let set = try set(RuleBench(Self.completion + "\nmay_be_not_applicable: yes"))
    var bench = RoundBench([set])
    for (id, submitted) in [("nhap", nil), ("nop", LocalMoment(parsing: "2017-12-20"))] {
      bench.add(id) { record in
        record.assessment.submittedAt = submitted
        record.assessment.answers[0] = Answer(notApplicable: "Không phát sinh")
      }
    }
    let round = bench.round()
    #expect(round.outcome("nhap", layer: 1)?.state == .unanswered)
    #expect(round.outcome("nop", layer: 1)?.state == .pending(.claimedNotApplicable))
    #expect(round.outcome("nop", layer: 0)?.state == .notApplicable(.exclude))
  }

  @Test func `a file that cannot be read breaks what the unit answers`() throws {
    let set = try set(RuleBench(Self.completion))
    var bench = RoundBench([set])
    bench.plan.notSubmitted = .zero
    bench.add("so-y-te") { record in
      record.assessment.submittedAt = nil
      record.assessment.isUnreadable = true
    }
    bench.add("so-cong-thuong") { $0.assessment.submittedAt = nil }
    let round = bench.round()
    #expect(round.outcome("so-y-te", layer: 1)?.state == .broken(.file))
    #expect(
      round.outcome("so-cong-thuong", layer: 1) == Outcome(.scored, basis: .notSubmitted))
  }

  @Test func `a survey that was not held leaves the denominator whatever its items say`() throws {
    let set = try set(
      RuleBench(
        Self.completion + "\napplies_when: unit.remote\neffect: full_points", level: "optional: yes"
      ))
    var bench = RoundBench([set])
    bench.add("so-y-te")
    #expect(
      bench.round().outcome("so-y-te", layer: 1)
        == Outcome(.notApplicable(.fullPoints), points: 2))
    bench.plan.surveysNotHeld = ["1"]
    #expect(bench.round().outcome("so-y-te", layer: 1) == Outcome(.notApplicable(.exclude)))
  }

  @Test func `figures of the units below come from the round's tables though their set reads none`()
    throws
  {
    let above = try set(
      RuleBench(
        """
        rule:
          subordinates:
            of: dossiers.late_rate
            aggregate: count
            at_least: 10%
            absent: exclude
            bands: [{up_to: 0, points: 2}, {otherwise: 0}]
        if_undefined: pending
        scored_by: system
        """))
    let below = try set(RuleBench(Self.completion))
    var bench = RoundBench([above, below])
    let rate = FigureName(name: "dossiers.late_rate", type: .rate, title: "")
    var table = FigureTable(
      name: "dossiers", title: "", file: RoundBench.file, columns: [rate], absent: .missing)
    _ = table.add(unit: "xa-1", [.known(.number(Exact(1, over: 10) ?? .zero))], line: 2)
    _ = table.add(unit: "xa-2", [.known(.number(Exact(1, over: 20) ?? .zero))], line: 3)
    bench.plan.figures.add(table)
    bench.add("huyen-1", set: 0)
    bench.add("xa-1", set: 1, parent: "huyen-1")
    bench.add(
      "xa-2", set: 1, parent: "huyen-1",
      entries: [RoundBench.entry(.figure("dossiers.late_rate"), .correctFigure(.number(1)))])
    bench.add("huyen-2", set: 0)
    bench.add("xa-3", set: 1, parent: "huyen-2")
    var round = bench.round()
    #expect(round.outcome("huyen-1", layer: 1) == Outcome(.scored, points: 0))
    // Nobody below has a figure: no answer rather than a good one.
    #expect(round.outcome("huyen-2", layer: 1)?.state == .pending(.undefined))
    // Without xa-1 only xa-2 is left, whose figure the appraisal corrects.
    bench.records.removeAll { $0.unit.id == "xa-1" }
    round = bench.round()
    #expect(round.outcome("huyen-1", layer: 1) == Outcome(.scored, points: 2))
    #expect(round.outcome("huyen-1", layer: 2) == Outcome(.scored, points: 0))
  }

  @Test func `grades of the units below are compared on their own block's scale`() throws {
    let above = try set(
      RuleBench(
        """
        rule: {subordinates: {of: grade, aggregate: share, at_least: Khá, absent: zero}}
        if_undefined: pending
        scored_by: system
        """))
    let below = try set(RuleBench(Self.completion))
    var bench = RoundBench([above, below])
    bench.plan.blocks[1] = RoundBench.block(
      "xa", grades: [Grade(name: "Xuất sắc", from: 90)] + RoundBench.grades)
    bench.add("huyen")
    for (id, done) in [("xa-1", 95), ("xa-2", 75), ("xa-3", 10), ("xa-4", 69)] {
      bench.add(
        id, set: 1, parent: "huyen",
        inputs: ["planned": .number(100), "completed": .number(Exact(done))])
    }
    #expect(bench.round().outcome("huyen", layer: 1) == Outcome(.scored, points: 1))
  }

  @Test func `a corrected figure moves the grade condition that reads it, from its stage on`()
    throws
  {
    let set = try set(RuleBench(Self.completion))
    let rate = FigureName(name: "dossiers.late_rate", type: .rate, title: "")
    let late = CheckedExpression(
      tree: .comparison(.atLeast, .name(.figure(0)), .number(Exact(1, over: 10) ?? .zero)),
      type: .truth, source: "dossiers.late_rate >= 10%", references: [.figure(0)])
    var bench = RoundBench([set])
    bench.plan.blocks[0] = RoundBench.block(
      "so",
      conditions: [
        GradeCondition(
          when: late, effect: .atMost(1), reason: "trễ hạn", clause: nil, span: RoundBench.span)
      ], conditionFigures: [rate])
    bench.add(
      "so-y-te", inputs: ["planned": .number(10), "completed": .number(10)],
      entries: [RoundBench.entry(.figure("dossiers.late_rate"), .correctFigure(.number(0)))]
    ) { $0.conditionFigures = [.known(.number(1))] }
    let round = bench.round()
    #expect(round.total("so-y-te", layer: 1)?.grade?.grade == 1)
    #expect(round.total("so-y-te", layer: 2)?.grade?.grade == 0)
  }

  @Test func `a grade condition counts the weak bodies of a register for who has no units below`()
    throws
  {
    let set = try set(RuleBench(Self.completion))
    let weak = FigureName(name: "subordinates.lowest_grade", type: .count, title: "")
    let some = CheckedExpression(
      tree: .comparison(.atLeast, .name(.figure(0)), .number(2)), type: .truth,
      source: "subordinates.lowest_grade >= 2", references: [.figure(0)])
    var bench = RoundBench([set])
    bench.plan.blocks[0] = RoundBench.block(
      "nganh-doc",
      conditions: [
        GradeCondition(
          when: some, effect: .atMost(1), reason: "yếu", clause: nil, span: RoundBench.span)
      ], conditionFigures: [weak])
    for (id, grades) in [("a", ["Yếu", "Yếu", "Tốt"]), ("b", ["Yếu", "Khá"])] {
      bench.add(id, inputs: ["planned": .number(10), "completed": .number(10)]) {
        $0.outsideSubordinates["results"] = grades.map {
          SubordinateResult(name: "", isSubmitted: true, index: nil, grade: $0)
        }
      }
    }
    let round = bench.round()
    #expect(round.total("a", layer: 3)?.grade?.grade == 1)
    #expect(round.total("b", layer: 3)?.grade?.grade == 0)
  }

  @Test(arguments: [("not_applicable", false), ("pending", true)])
  func `the best is provisional while a value may still come`(_ policy: String, _ waits: Bool)
    throws
  {
    let set = try set(
      RuleBench(
        """
        rule: {relative_to_best: {of: dossiers.early / dossiers.resolved, within: block}}
        if_undefined: zero
        if_missing: \(policy)
        scored_by: dossiers
        """))
    var bench = RoundBench([set])
    for (id, early) in [("a", 4), ("b", 8), ("c", nil)] as [(String, Int?)] {
      bench.add(
        id,
        figures: [
          "dossiers.early": early.map { .known(.number(Exact($0))) } ?? .missing,
          "dossiers.resolved": .known(.number(10)),
        ])
    }
    // Nothing is compared with a unit that did not hand in.
    bench.add(
      "d", figures: ["dossiers.early": .known(.number(9)), "dossiers.resolved": .known(.number(9))]
    ) { $0.assessment.submittedAt = nil }
    let round = bench.round()
    #expect(round.outcome("a", layer: 3) == Outcome(.scored, points: 1))
    #expect(round.outcome("b", layer: 3) == Outcome(.scored, points: 2))
    #expect(round.total("a", layer: 3)?.isProvisional == waits)
    #expect(round.outcome("c", layer: 3)?.state.isOpen == waits)
  }

  @Test func `nested negations of something unknown end`() {
    var tree = Expression.name(.input(0))
    for _ in 0..<60 { tree = .not(tree) }
    let data = Evaluator(
      inputs: [.blank], figures: [], traits: [], calendar: RoundCalendar(year: 2017))
    let deep = CheckedExpression(tree: tree, type: .truth, source: "", references: [])
    #expect(data.evaluate(deep) == .unanswered)
  }
}
