import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// Figures that only grade conditions read can be disputed and corrected too.
struct ConditionFigureTests {
  @Test func `a figure of a grade condition is disputed and corrected`() throws {
    let fixture = try SubmissionFixture()
    var plan = fixture.plan
    let figure = FigureName(name: "incidents.total", type: .count, title: "Số sự cố")
    func dispute() throws -> UnitSubmission {
      try fixture.folder.write(
        "so-y-te/self-assessment.yaml",
        SubmissionFixture.heading(
          "self-assessment",
          """
          submitted_at: 2017-12-19T15:30
          disputes: [{figure: incidents.total, claim: 0, ground: Đã khắc phục}]

          """))
      let stage = plan.stages.first { $0.decides }
      try fixture.folder.write(
        "so-y-te/appraisal.yaml",
        SubmissionFixture.heading(
          "appraisal",
          """
          entries:
            - {figure: incidents.total, stage: \(stage?.id ?? ""), decision: correct_figure, value: 1, reason: Biên bản, by: to-giup-viec/01, at: 2018-01-03T09:00}

          """))
      return SubmissionReader(roundID: "vong-thu", plan: plan, set: fixture.set)
        .read(fixture.unit, folder: fixture.path)
    }
    let refused = try dispute()
    #expect(refused.diagnostics.count { $0.code == .figureNotDisputable } == 2)
    #expect(refused.assessment.disputes.isEmpty)
    plan.blocks = [
      Block(
        id: "so", title: "", council: "", unitTypes: ["so"], grades: [], gradesOn: .rounded,
        rankedOn: .rounded, ties: .competition, tieBreakers: [], groupsByParent: false,
        conditions: [], conditionFigures: [figure], gradesUnranked: true,
        span: fixture.unit.span)
    ]
    let read = try dispute()
    #expect(read.diagnostics.isEmpty, "\(fixture.rendered(read, .english))")
    #expect(read.assessment.disputes.map(\.figure) == ["incidents.total"])
    #expect(read.entries.map(\.subject) == [.figure("incidents.total")])
  }
}
