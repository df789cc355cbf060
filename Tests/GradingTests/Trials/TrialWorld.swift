import Diagnostics
import TestRounds
import TestSupport

@testable import Grading

/// A random round of parents and the units below them, with everything that links results.
struct TrialWorld {
  var plan = GapWorld.makePlan()
  var sets: [CriteriaSet] = []
  var records: [UnitRecord] = []

  /// Few different values, so that ties are common; `open` is how often something is left open.
  init(seed: UInt64, open: Double = 0.15) {
    var random = SplitMix64(seed: seed)
    func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func block(_ id: String, byParent: Bool) -> Block {
      Block(
        id: id, title: id, council: "", unitTypes: [],
        grades: [Grade(name: "Tốt", from: 80), Grade(name: "Khá", from: 0)], gradesOn: .rounded,
        rankedOn: happens(0.5) ? .rounded : .exact,
        ties: happens(0.5) ? .competition : .dense,
        tieBreakers: happens(0.5) ? [] : happens(0.5) ? ["1.1"] : ["1.9", "1.1"],
        groupsByParent: byParent, conditions: [], conditionFigures: [], gradesUnranked: true,
        span: GapWorld.span)
    }
    plan.blocks = [block("so", byParent: false), block("xa", byParent: happens(0.7))]
    plan.notSubmitted = happens(0.5) ? .unranked : .zero
    plan.beforeAppraisal = happens(0.5) ? .computed : .lowerOfClaimAndComputed
    var below = GapWorld.makeSet()
    below.rounding.index = Int.random(in: 0...2, using: &random)
    if happens(0.3) { below.items[2].ifMissing = .notApplicable }
    sets = [below, TrialWorld.parentSet(below)]
    for parent in 0..<3 {
      records.append(record("p\(parent)", nil, set: 1, open, &random))
    }
    for child in 0..<Int.random(in: 4...7, using: &random) {
      let parent = "p\(Int.random(in: 0..<3, using: &random))"
      records.append(record("c\(child)", parent, set: 0, open, &random))
    }
  }

  var round: Round { Round(plan: plan, sets: sets, records: records) }

  /// The set of those above: mean of the units below, accuracy of self-scoring.
  private static func parentSet(_ base: CriteriaSet) -> CriteriaSet {
    var set = base
    set.figures += [
      FigureName(name: "assessment.claimed", type: .number, title: "claimed"),
      FigureName(name: "assessment.appraised", type: .number, title: "appraised"),
    ]
    set.items[1].rule = .subordinates(
      SubordinatesRule(
        of: .index, aggregate: .mean, atLeast: nil, absent: .zero, bands: [], from: nil))
    set.items[1].links = .subordinates
    set.items[1].ifUndefined = .zero
    let ratio = CheckedExpression(
      tree: .arithmetic(.divide, .name(.figure(9)), .name(.figure(8))), type: .number, source: "",
      references: [.figure(9), .figure(8)])
    set.items[3].rule = .proportional(ProportionalRule(of: ratio, floor: nil, ceiling: 1))
    set.items[3].links = .assessment
    set.items[3].scoredBy = .system
    set.items[3].ifUndefined = .zero
    set.items[3].ifMissing = .zero
    return set
  }

  private func record(
    _ id: String, _ parent: String?, set: Int, _ open: Double, _ random: inout SplitMix64
  ) -> UnitRecord {
    func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func small() -> Exact { Exact(Int.random(in: 0...2, using: &random)) }
    func share() -> Exact { Exact(Int.random(in: 0...4, using: &random), over: 4) ?? .zero }
    var assessment = SelfAssessment(set: sets[set])
    assessment.submittedAt = happens(0.9) ? GapWorld.moment("2017-12-19") : nil
    assessment.inputs = (0..<3).map { _ in happens(open) ? .blank : .given(.number(small())) }
    for item in [0, 6, 7] {
      var answer = Answer()
      if happens(0.5) { answer.claim = small() }
      if item == 6, happens(open) { answer.notApplicable = "không phát sinh" }
      assessment.answers[item] = answer
    }
    let figures: [FigureValue] = [
      .known(.number(small())), .known(.number(share())), .known(.number(share())),
      .known(.truth(happens(0.5))), .known(.truth(happens(0.8))), .known(.number(small())),
      .known(.number(share())), .known(.number(small())),
    ].map { happens(open) ? .missing : $0 }
    var entries: [AppraisalEntry] = []
    if !happens(open) {
      entries.append(GapWorld.entry(.item(4), 4, .setPoints(small(), beyondRule: false)))
    }
    if happens(open) { entries.append(GapWorld.entry(.item(0), 1, .requestExplanation)) }
    if happens(0.2) {
      entries.append(GapWorld.entry(.item(7), 1, .setPoints(small(), beyondRule: false)))
    }
    return UnitRecord(
      unit: Unit(
        id: id, name: id, type: "", parent: parent, isRanked: happens(0.9), span: GapWorld.span),
      set: set, block: set == 1 ? 0 : 1, assessment: assessment,
      figures: figures
        + Array(repeating: .missing, count: max(0, sets[set].figures.count - figures.count)),
      entries: entries)
  }
}
