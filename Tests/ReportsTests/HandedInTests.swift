import Diagnostics
import Grading
import Loading
import Reports
import TestSupport
import Testing

/// A unit's own words are shown: its notes, what could not be read, and traits by their titles.
struct HandedInTests {
  private func explanation(_ answer: String, _ language: Language = .vietnamese) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(
      "so-y-te/self-assessment.yaml",
      """
      format: parindex/self-assessment@1
      round: thu-2017
      unit: so-y-te
      submitted_at: 2017-12-19
      answers:
        "1.1.1":
      \(answer)

      """)
    let set = try ReportCases.set("rules")
    var plan = ScaffoldTests.plan()
    plan.traitTitles = ["handles_dossiers": "Có giải quyết hồ sơ TTHC"]
    let unit = ScaffoldTests.unit
    let submission = SubmissionReader(roundID: plan.id, plan: plan, set: set)
      .read(unit, folder: folder.path("so-y-te"))
    let record = UnitRecord(
      unit: unit, set: 0, block: 0, assessment: submission.assessment,
      figures: set.figures.map { _ in .missing })
    let round = Round(plan: plan, sets: [set], records: [record])
    return ExplanationText(round, language).text(unit: 0, item: set.itemIndex("1.1.1") ?? 0)
      .replacing("\n    ", with: " ")
  }

  @Test func `what could not be read is shown as it was written`() throws {
    let answer = "    inputs: {planned_all: yes, funded: yes, posted_days: \"x\"}"
      .replacing("\"x\"", with: "98,5")
    let text = try explanation(answer)
    #expect(text.contains("Số ngày đăng tải: nộp “98,5”: không rõ là 98,5 hay 985"))
    #expect(
      text.contains("số liệu không hợp lệ: “Số ngày đăng tải” nộp “98,5”: không rõ là 98,5 hay 985")
    )
    #expect(try explanation(answer, .english).contains("“98,5”: 98.5 or 985 is not clear"))
    let wrong = try explanation("    inputs: {posted_days: nhiều}")
    #expect(wrong.contains("nộp “nhiều”: không đúng loại"))
  }

  @Test func `a note is shown beside the points`() throws {
    let answer = "    inputs: {planned_all: yes, funded: yes, posted_days: 30}\n"
    let text = try explanation(answer + "    note: Đăng trên Cổng thông tin từ ngày 05/01/2017")
    #expect(
      text.contains(
        "Thuyết minh của cơ quan, đơn vị, địa phương: Đăng trên Cổng thông tin từ ngày 05/01/2017")
    )
    #expect(try !explanation(answer).contains("Thuyết minh"))
  }

  @Test func `a trait with a title is called by it`() throws {
    let set = try ReportCases.set("rules")
    var plan = ScaffoldTests.plan()
    plan.traitTitles = ["handles_dossiers": "Có giải quyết hồ sơ TTHC"]
    let unit = Grading.Unit(
      id: "thanh-tra-tinh", name: "Thanh tra tỉnh", type: "so", span: ScaffoldTests.span)
    let form = selfAssessmentScaffold(set: set, unit: unit, plan: plan)
      .replacing("\n  #   ", with: " ")
    #expect(form.contains("chỉ áp dụng khi có đặc điểm “Có giải quyết hồ sơ TTHC”"))
    #expect(!form.contains("handles_dossiers"))
  }
}
