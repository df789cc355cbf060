import Diagnostics
import Foundation
import Grading
import Loading
import Reports
import TestSupport
import Testing

/// Worked cases are compared with the sentence that people read.
struct CaseSentenceTests {
  private static let folder = ReportCases.root
    .appendingPathComponent("Criteria/khanh-hoa-2017/cases").path

  @Test(arguments: [["so"], ["huyen", "nganh-doc"], ["xa", "don-vi-su-nghiep"]])
  func `the sentences of shipped cases are as the cases say`(_ names: [String]) {
    let run = runCases(names.map { "\(Self.folder)/\($0).cases.yaml" }) {
      TrialSentence($0, .vietnamese).text
    }
    #expect(run.failed == 0, "\(TextRenderer(language: .vietnamese).render(run.diagnostics))")
    #expect(run.run > 100)
  }

  @Test func `at least two shipped cases of every kind of rule say their sentence`() {
    var kinds: [String: Int] = [:]
    _ = runCases(["so", "huyen", "nganh-doc"].map { "\(Self.folder)/\($0).cases.yaml" }) {
      kinds[RuleKind.name($0.item.rule), default: 0] += 1
      return ""
    }
    #expect(kinds.count == 14, "\(kinds.keys.sorted())")
    #expect(kinds.values.allSatisfy { $0 >= 2 }, "\(kinds)")
  }

  @Test func `a sentence that comes out otherwise fails its case`() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules.yaml", Self.criteria)
    let path = try folder.write(
      "a.cases.yaml",
      """
      format: parindex/cases@1
      criteria: rules.yaml
      cases:
        - {name: đúng, criterion: "1.1", given: {planned: 20, completed: 18}, expect: {trace: "18/20 = 90%"}}
        - {name: sai, criterion: "1.1", given: {planned: 20, completed: 18}, expect: {points: 1, trace: "18/20 = 91%"}}
      """)
    let run = runCases(path) { TrialSentence($0, .vietnamese).text }
    #expect(run.run == 2)
    #expect(run.failed == 1)
    let failure = try #require(run.diagnostics.first { $0.code == .caseFailed })
    #expect(failure.message.vietnamese.contains("18/20 = 90%, đúng bằng 90% thì tính ở mức dưới"))
  }

  private static let criteria = """
    format: parindex/criteria@1
    id: thu/so
    title: Bộ tiêu chí thử
    year: 2017
    unit_type: so
    clause: {document: 1590/QĐ-UBND, article: "1"}
    max_points: 2
    rounding: {points: 2, index: 2, mode: half_up}
    without_evidence: keep
    areas:
      - id: "1"
        title: Chỉ đạo, điều hành
        max_points: 2
        criteria:
          - id: "1.1"
            title: Kế hoạch
            max_points: 2
            inputs:
              planned: {type: count, title: Số nhiệm vụ}
              completed: {type: count, title: Đã hoàn thành, at_most: planned}
            rule:
              steps:
                of: completed / planned
                bands: [{above: 90%, points: 2}, {from: 70%, points: 1}, {otherwise: 0}]
            if_undefined: pending

    """
}

/// A rule's key, for counting.
private enum RuleKind {
  static func name(_ rule: Rule) -> String {
    switch rule {
    case .yesNo: "yes_no"
    case .choice: "choice"
    case .timeliness: "timeliness"
    case .steps: "steps"
    case .proportional: "proportional"
    case .mix: "mix"
    case .deduction: "deduction"
    case .perItem: "per_item"
    case .bestOf: "best_of"
    case .relativeToBest: "relative_to_best"
    case .survey: "survey"
    case .subordinates: "subordinates"
    case .council: "council"
    case .formula: "formula"
    }
  }
}
