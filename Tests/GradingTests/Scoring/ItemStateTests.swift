import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// What stands beside a rule: rounding, applicability, fallbacks.
struct ItemStateTests {
  @Test func `points are rounded half away from zero, once`() throws {
    try RuleBench(
      """
      inputs: {share: {type: rate, title: a}, bad: {type: yes_no, title: b}}
      rule:
        best_of:
          - {proportional: {of: share}}
          - {formula: [{when: bad, points: -0.5}, {otherwise: -1.5}]}
      """, points: "100", rounding: "0"
    ).expect([
      ("{share: 84.5%}", "{points: 85}"),
      ("{share: 90.5%}", "{points: 91}"),
      ("{share: 84.49%}", "{points: 84}"),
      ("{share: 100%}", "{points: 100}"),
      ("{bad: yes}", "{points: -1}"),
      ("{bad: no}", "{points: -2}"),
    ])
  }

  @Test func `weighted items are written on their weight and scored on their share`() throws {
    let bench = try RuleBench(
      """
      sub_criteria:
        - {id: "1.1.1", title: a, weight: 4, inputs: {a: {type: rate, title: a}}, rule: {proportional: {of: a}}}
        - {id: "1.1.2", title: b, weight: 2, inputs: {level: {type: choice, title: b, options: {x: a, y: b}}}, rule: {choice: {x: 2, y: 0.5}}}
      """, points: "5")
    #expect(bench.codes == [])
    let set = try #require(bench.load().set)
    #expect(set.items.map(\.maximum.canonicalText) == ["10/3", "5/3"])
    #expect(set.items.map(\.ruleMaximum.canonicalText) == ["4", "2"])
    let cases = """
      format: parindex/cases@1
      criteria: so.yaml
      cases:
        - {name: a, criterion: "1.1.1", given: {a: 100%}, expect: {points: 10/3}}
        - {name: b, criterion: "1.1.1", given: {a: 50%}, expect: {points: 1.67}}
        - {name: c, criterion: "1.1.2", given: {level: x}, expect: {points: 5/3}}
        - {name: d, criterion: "1.1.2", given: {level: y}, expect: {points: 0.42}}

      """
    #expect(bench.failures(cases) == [])
  }

  @Test func `what does not apply leaves the denominator or keeps its points`() throws {
    let item = """
      inputs: {a: {type: yes_no, title: a}}
      rule: {yes_no: a}
      applies_when: unit.handles_dossiers and staff > 0
      """
    let shared = "{staff: {type: count, title: a}}"
    try RuleBench(item, shared: shared).expect([
      ("{a: yes, unit.handles_dossiers: yes, staff: 1}", "{points: 2}"),
      ("{a: no, unit.handles_dossiers: yes, staff: 1}", "{points: 0}"),
      ("{a: yes, unit.handles_dossiers: yes, staff: 0}", "{state: not_applicable, points: 0}"),
      ("{a: yes, staff: 1}", "{state: not_applicable}"),
      // Unknown, and a certain no beside something unknown.
      ("{a: yes, unit.handles_dossiers: yes}", "{state: pending}"),
      ("{a: yes}", "{state: not_applicable}"),
    ])
    try RuleBench(item + "\neffect: full_points", shared: shared).expect([
      ("{a: yes, unit.handles_dossiers: yes, staff: 1}", "{points: 2}"),
      ("{a: no, unit.handles_dossiers: yes, staff: 1}", "{points: 0}"),
      ("{a: no, staff: 1}", "{state: not_applicable, points: 2}"),
      ("{a: no, staff: 1}", "{points: 2}"),
    ])
  }

  @Test func `the outermost level that does not apply decides, by trait or unit`() throws {
    try RuleBench(
      """
      inputs: {a: {type: yes_no, title: a}}
      rule: {yes_no: a}
      not_applicable_for: [so-noi-vu, remote]
      effect: full_points
      """, level: "applies_when: not unit.closed"
    ).expect([
      ("{a: yes}", "{points: 2}"),
      ("{a: no, unit: so-y-te}", "{points: 0}"),
      ("{unit: so-noi-vu}", "{state: not_applicable, points: 2}"),
      ("{unit.remote: yes}", "{state: not_applicable, points: 2}"),
      ("{unit.remote: yes, unit.closed: yes}", "{state: not_applicable, points: 0}"),
    ])
  }

  @Test func `a unit's own not applicable waits for a decision`() throws {
    try RuleBench(
      "inputs: {a: {type: yes_no, title: a}}\nrule: {yes_no: a}\nmay_be_not_applicable: yes"
    ).expect([
      ("{a: yes}", "{points: 2}"), ("{a: no}", "{points: 0}"),
      ("{not_applicable: yes}", "{state: pending}"),
    ])
  }

  @Test func `inside an item broken beats unanswered, and unanswered beats missing`() throws {
    try RuleBench(
      """
      inputs: {a: {type: number, title: a, range: [0, 1]}, b: {type: number, title: b}}
      rule: {proportional: {of: (a + b + reports.late) / b}}
      if_undefined: zero
      if_missing: full_points
      """, figures: "{reports: {title: a, columns: {late: {type: count, title: b}}}}"
    ).expect([
      ("{a: 2}", "{state: broken}"),
      ("{a: 1}", "{state: unanswered}"),
      ("{a: 1, b: 0}", "{points: 2}"),
      ("{a: 1, b: 0, reports.late: 1}", "{points: 0}"),
      ("{a: 0, b: 2, reports.late: -0}", "{points: 2}"),
      ("{a: 0, b: -2, reports.late: 1}", "{points: 1}"),
    ])
  }

  @Test func `a result above the maximum is broken`() throws {
    let bench = try RuleBench(
      "inputs: {a: {type: count, title: a}}\n"
        + "rule: {formula: [{when: a > 1, points: 3}, {otherwise: 2}]}")
    #expect(bench.codes == [.ruleExceedsMaximum])
  }
}

extension RuleBench {
  /// What cases written out in full fail with, coverage left aside.
  func failures(_ cases: String) -> [String] {
    guard let path = try? folder.write("full.cases.yaml", cases) else { return ["not written"] }
    return runCases(path).diagnostics.filter { $0.code != .caseUncovered }.map(\.message.english)
  }
}
