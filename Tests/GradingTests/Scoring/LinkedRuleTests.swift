import Grading
import Loading
import Testing

/// Rules that read other units, and those only the council answers.
struct LinkedRuleTests {
  private static let surveys =
    "{survey: {title: a, columns: {overall: {type: rate, title: b}}}}"

  @Test func `relative_to_best compares with the block's best, the unit's own value included`()
    throws
  {
    try RuleBench(
      """
      rule: {relative_to_best: {of: dossiers.early / dossiers.resolved, within: block}}
      if_undefined: zero
      if_missing: pending
      scored_by: dossiers
      """
    ).expect([
      ("{dossiers.early: 80, dossiers.resolved: 100, block: [0.5, 0.6]}", "{points: 2}"),
      ("{dossiers.early: 80, dossiers.resolved: 100, block: [0.9, 0.6]}", "{points: 1.78}"),
      ("{dossiers.early: 80, dossiers.resolved: 100}", "{points: 2}"),
      ("{dossiers.early: 0, dossiers.resolved: 100, block: [0, 0]}", "{points: 0}"),
      ("{dossiers.early: 0, dossiers.resolved: 0, block: [0.5]}", "{points: 0}"),
      ("{dossiers.early: 3, block: [0.5]}", "{state: pending}"),
    ])
  }

  @Test func `a share of the units below at or above a grade`() throws {
    try RuleBench(
      """
      rule: {subordinates: {of: grade, aggregate: share, at_least: Khá, absent: zero}}
      if_undefined: pending
      scored_by: system
      """
    ).expect([
      (
        "{subordinates: [{grade: Tốt}, {grade: Khá}, {grade: Trung bình}, {grade: Yếu}]}",
        "{points: 1}"
      ),
      ("{subordinates: [{grade: Khá}, {absent: yes}]}", "{points: 1}"),
      ("{subordinates: [{grade: Xuất sắc}]}", "{state: broken}"),
      ("{subordinates: []}", "{state: pending}"),
    ])
  }

  @Test func `a mean index is a share of 100 and an absent unit is a stated case`() throws {
    try RuleBench(
      "rule: {subordinates: {of: index, aggregate: mean, absent: exclude}}\nif_undefined: pending\n"
        + "scored_by: system"
    ).expect([
      ("{subordinates: [{index: 81.2}, {index: 78.8}]}", "{points: 1.6}"),
      ("{subordinates: [{index: 81.2}, {index: 78.8}, {absent: yes}]}", "{points: 1.6}"),
      ("{subordinates: [{index: 120}]}", "{points: 2}"),
      ("{subordinates: [{absent: yes}]}", "{state: pending}"),
    ])
    try RuleBench(
      "rule: {subordinates: {of: index, aggregate: mean, absent: zero}}\nif_undefined: pending\n"
        + "scored_by: system"
    ).expect([
      ("{subordinates: [{index: 81.2}, {absent: yes}]}", "{points: 0.81}"),
      ("{subordinates: []}", "{state: pending}"),
    ])
    try RuleBench(
      "rule: {subordinates: {of: index, aggregate: mean, absent: pending}}\n"
        + "if_undefined: zero\nif_missing: pending\nscored_by: system"
    ).expect([
      ("{subordinates: [{index: 100}]}", "{points: 2}"),
      ("{subordinates: [{index: 81.2}, {absent: yes}]}", "{state: pending}"),
      ("{subordinates: []}", "{points: 0}"),
    ])
  }

  @Test func `a number of units below is held against bands`() throws {
    try RuleBench(
      """
      rule:
        subordinates:
          of: survey.overall
          aggregate: below
          at_least: 70%
          absent: exclude
          bands: [{up_to: 0, points: 2}, {up_to: 1, points: 1}, {otherwise: 0}]
      if_undefined: pending
      scored_by: system
      """, figures: Self.surveys
    ).expect([
      ("{subordinates: [{survey.overall: 70%}, {survey.overall: 100%}]}", "{points: 2}"),
      ("{subordinates: [{survey.overall: 69.99%}, {survey.overall: 70%}]}", "{points: 1}"),
      (
        "{subordinates: [{survey.overall: 69%}, {survey.overall: 0%}, {absent: yes}]}",
        "{points: 0}"
      ),
      (
        "{subordinates: [{survey.overall: 69%, absent: yes}, {survey.overall: 80%}]}", "{points: 2}"
      ),
      ("{subordinates: [{absent: yes}]}", "{state: pending}"),
    ])
  }

  @Test func `pooled figures of the units below are their sums`() throws {
    try RuleBench(
      """
      rule: {proportional: {of: subordinates.dossiers.in_time / subordinates.dossiers.resolved, floor: 50%}}
      if_undefined: zero
      if_missing: pending
      scored_by: system
      """
    ).expect([
      (
        "{subordinates: [{dossiers.in_time: 5, dossiers.resolved: 10}, {dossiers.in_time: 40, dossiers.resolved: 40}]}",
        "{points: 1.8}"
      ),
      ("{subordinates.dossiers.in_time: 50, subordinates.dossiers.resolved: 50}", "{points: 2}"),
      ("{subordinates.dossiers.in_time: 25, subordinates.dossiers.resolved: 50}", "{points: 1}"),
      ("{subordinates.dossiers.in_time: 24, subordinates.dossiers.resolved: 50}", "{points: 0}"),
      ("{subordinates.dossiers.in_time: 0, subordinates.dossiers.resolved: 0}", "{points: 0}"),
      ("{subordinates: [{dossiers.in_time: 5, dossiers.resolved: 10}, {}]}", "{state: pending}"),
    ])
  }

  @Test(arguments: [false, true])
  func `an input whose range reads the units below waits for them`(_ isShared: Bool) throws {
    let input = "{a: {type: count, title: a, range: [0, subordinates.dossiers.received]}}"
    let bench = try RuleBench(
      (isShared ? "" : "inputs: \(input)\n")
        + "rule: {per_item: {count: a, points: 1}}",
      shared: isShared ? input : "{}")
    let set = try #require(bench.load().set)
    #expect(set.items[0].links == .subordinates)
  }

  @Test func `the accuracy of self-scoring reads the unit's own totals`() throws {
    try RuleBench(
      """
      rule:
        steps:
          of: (max(assessment.claimed, assessment.appraised) - min(assessment.claimed, assessment.appraised)) / assessment.appraised
          bands: [{up_to: 5%, points: 2}, {otherwise: 0}]
      if_undefined: pending
      if_missing: pending
      scored_by: system
      """
    ).expect([
      ("{assessment.claimed: 63, assessment.appraised: 60}", "{points: 2}"),
      ("{assessment.claimed: 57, assessment.appraised: 60}", "{points: 2}"),
      ("{assessment.claimed: 63.01, assessment.appraised: 60}", "{points: 0}"),
      ("{assessment.claimed: 63, assessment.appraised: 0}", "{state: pending}"),
      ("{assessment.claimed: 63}", "{state: pending}"),
    ])
  }

  @Test func `council points wait for the council whatever else is said`() throws {
    try RuleBench("rule: {council: [0, 1, 2]}\nif_missing: zero").expect([
      ("{}", "{state: pending}")
    ])
  }
}
