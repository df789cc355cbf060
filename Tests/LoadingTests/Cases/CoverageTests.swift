import Diagnostics
import Loading
import TestSupport
import Testing

/// Rules that no case reaches are named where they stand, and counted by kind.
struct CoverageTests {
  private static let few = """
    cases:
      - {name: a, criterion: "1.1.1", given: {issued_on: 2016-12-31}, expect: {points: 1}}
      - {name: b, criterion: "1.1.1", given: {issued_on: 2017-01-01}, expect: {points: 0.5}}
      - {name: c, criterion: "1.1.2", given: {planned: 20, completed: 18}, expect: {points: 1}}
      - {name: d, criterion: "1.1.2", given: {planned: 20, completed: 19}, expect: {points: 2}}
      - {name: e, criterion: "1.1.3", given: {level: late}, expect: {points: 1}}
      - {name: f, criterion: "1.2.1", given: {reports.late: 1}, expect: {points: 0.75}}
      - name: g
        criterion: "1.2.2"
        given: {survey.overall: 80%, unit.handles_dossiers: yes}
        expect: {points: 2.4}
      - {name: h, criterion: "1.2.3", given: {ideas: 3, prize: second}, expect: {points: 1}}
      - name: i
        criterion: "1.2.4"
        given: {signed: 80%, has_plan: yes, staff: 0}
        expect: {points: 2}

    """

  private func summary(_ run: CasesRun) -> String {
    var text = "\(run.run) run, \(run.failed) failed\n"
    for coverage in run.coverage {
      for (name, count) in coverage.kinds { text += "\(name) \(count.covered)/\(count.total)\n" }
      text += "bounds \(coverage.bounds.covered)/\(coverage.bounds.total)\n"
      text += "all \(coverage.branches.covered)/\(coverage.branches.total)\n"
    }
    return text
  }

  @Test(arguments: Language.allCases)
  func `what no case reaches is a warning at the rule`(_ language: Language) throws {
    let folder = try CasesFolder()
    let run = try folder.run(Self.few)
    #expect(run.failed == 0)
    #expect(run.diagnostics.allSatisfy { $0.severity == .warning })
    expectGolden(
      summary(run) + "\n" + folder.text(run, language), "coverage.\(language.rawValue).txt")
  }

  @Test func `an item without any case is one warning`() throws {
    let run = try CasesFolder().run("cases: []\n")
    #expect(run.coverage.first?.branches.covered == 0)
    #expect(run.diagnostics.count == 7)
    #expect(run.diagnostics.allSatisfy { $0.code == .caseUncovered })
  }

  @Test func `two files about one set cover it together`() throws {
    let folder = try CasesFolder()
    let apart = try folder.run(Self.few, name: "a.cases.yaml")
    let other = """
      format: parindex/cases@1
      criteria: ./so.yaml
      cases:
        - {name: j, criterion: "1.1.1", given: {issued_on: none}, expect: {points: -1}}

      """
    let second = try folder.folder.write("b.cases.yaml", other)
    let run = runCases([folder.folder.path("a.cases.yaml"), second])
    #expect(run.coverage.count == 1)
    let before = try #require(apart.coverage.first?.branches)
    let together = try #require(run.coverage.first?.branches)
    #expect(together.covered == before.covered + 1)
    #expect(together.total == before.total)
    #expect(run.files.map(\.run) == [9, 1])
  }

  @Test func `an overlay answers only for the rules it brings`() throws {
    let folder = try CasesFolder()
    try folder.folder.write(
      "so-rieng.yaml",
      """
      format: parindex/criteria@1
      extends: so.yaml
      id: thu-nghiem/so-rieng
      units: [van-phong]
      change: {"1.1.3": {rule: {choice: {done: 2, late: 0.5, none_yet: 0}}}}

      """)
    let run = try folder.run(
      """
      format: parindex/cases@1
      criteria: so-rieng.yaml
      cases:
        - {name: a, criterion: "1.1.3", given: {level: late}, expect: {points: 0.5}}
        - {name: b, criterion: "1.1.2", given: {planned: 20, completed: 18}, expect: {points: 1}}

      """)
    #expect(run.failed == 0)
    #expect(run.coverage.first?.branches == CaseCoverage.Count(covered: 1, total: 4))
  }
}
