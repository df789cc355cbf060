import Diagnostics
import Foundation
import Grading
import Loading
import TestSupport
import Testing

struct SubmissionReaderTests {
  let fixture: SubmissionFixture

  init() throws { fixture = try SubmissionFixture() }

  @Test func `a whole good submission is read as it stands`() throws {
    try fixture.folder.write("so-y-te/evidence/ke-hoach.pdf", "kế hoạch")
    try fixture.folder.write("so-y-te/evidence/rong.pdf", "")
    try fixture.folder.write("so-y-te/evidence/lien-thong.csv", "id\n1\n")
    let submission = try fixture.read(
      assessment: Self.assessment, evidence: Self.evidence, appraisal: Self.appraisal)
    #expect(
      submission.diagnostics.isEmpty, "\(fixture.rendered(submission, .english))")
    let digests = submission.digests.map { "\(fixture.plain($0.path)) \($0.sha256)\n" }.joined()
    expectGolden(SubmissionDump(set: fixture.set).text(submission) + digests, "good.txt")
  }

  @Test func `a folder that is not there is a unit that has handed nothing in`() throws {
    let submission = try fixture.read()
    #expect(submission.isUsable)
    #expect(submission.diagnostics.isEmpty)
    #expect(submission.digests.isEmpty)
    #expect(submission.assessment.file == nil)
    #expect(submission.assessment.submittedAt == nil)
    #expect(!submission.assessment.isUnreadable)
    #expect(!submission.assessment.isDraft)
  }

  @Test func `a draft is checked, and nothing of it is read into results`() throws {
    let submission = try fixture.read(
      assessment: SubmissionFixture.heading(
        "self-assessment",
        "answers:\n  \"1.1.2\": {inputs: {planned: 20, completed: 18}, points: 9}\n"
          + "  \"9.9\": {points: 1}\n"))
    #expect(submission.diagnostics.map(\.code) == [.draft, .claimAboveMaximum, .unknownItem])
    #expect(submission.isUsable)
    #expect(submission.assessment.isDraft)
    #expect(submission.assessment.answers.allSatisfy { $0 == nil })
    #expect(submission.assessment.inputs.allSatisfy { $0 == .blank })
  }

  @Test func `a time of hand-in that cannot be read is no draft`() throws {
    let submission = try fixture.read(
      assessment: SubmissionFixture.heading("self-assessment", "submitted_at: hôm qua\n"))
    #expect(submission.diagnostics.map(\.code) == [.badValue])
    #expect(!submission.isUsable)
  }

  @Test(arguments: [
    "answers: [\n", "- 1\n", "format: parindex/self-assessment@2\n",
    "format: parindex/evidence@1\n",
    "a: \u{7}\n",
  ])
  func `a file that cannot be read is broken, not absent`(_ text: String) throws {
    let submission = try fixture.read(assessment: text)
    #expect(submission.assessment.isUnreadable)
    #expect(!submission.isUsable)
    #expect(submission.diagnostics.contains { $0.severity == .error })
  }

  @Test func `a link that leads nowhere is no absent file`() throws {
    try fixture.folder.write("so-y-te/evidence.yaml", "format: parindex/evidence@1\n")
    try FileManager.default.createSymbolicLink(
      atPath: fixture.path + "/self-assessment.yaml", withDestinationPath: "nowhere.yaml")
    let submission = try fixture.read()
    #expect(submission.diagnostics.map(\.code) == [.fileMissing])
    #expect(submission.assessment.isUnreadable)
    #expect(!submission.isUsable)
  }

  @Test func `a shelf that cannot be read makes no citation wrong`() throws {
    let submission = try fixture.read(
      assessment: SubmissionFixture.answers("\"1.1.1\": {evidence: [{id: ke-hoach}]}"),
      evidence: "documents: [\n")
    #expect(submission.diagnostics.map(\.code) == [.yamlSyntax])
    #expect(!submission.isUsable)
    #expect(!submission.assessment.isUnreadable)
  }

  @Test func `evidence is left alone when nobody asks for its digest`() throws {
    try fixture.folder.write("so-y-te/evidence/ke-hoach.pdf", "kế hoạch")
    let submission = try fixture.read(
      evidence: Self.evidence, checksEvidenceFiles: false)
    #expect(submission.assessment.shelf.allSatisfy { $0.state == .none })
    #expect(submission.assessment.shelf.first?.file == "evidence/ke-hoach.pdf")
  }

  @Test func `blanks are not answers, and none is one`() throws {
    let submission = try fixture.read(
      assessment: SubmissionFixture.answers(
        "\"1.1.1\": {inputs: {issued_on: none}}",
        "\"1.1.2\": {inputs: {planned: , completed: ~}}", "\"1.1.3\":",
        "\"1.3.2\": {inputs: {answered: không}}"))
    #expect(submission.diagnostics.isEmpty, "\(fixture.rendered(submission, .english))")
    #expect(input("issued_on", submission) == .given(.noDate))
    #expect(input("planned", submission) == .blank)
    #expect(input("completed", submission) == .blank)
    #expect(input("answered", submission) == .given(.truth(false)))
    #expect(submission.assessment.answers[2] == nil)
  }

  @Test func `alternatives may be left out without a word`() throws {
    let submission = try fixture.read(
      assessment: SubmissionFixture.answers("\"1.2\": {inputs: {initiatives: 2}, points: 2}"))
    #expect(submission.diagnostics.isEmpty)
  }

  @Test func `what is impossible stays out of every rule and leaves the unit in the round`() throws
  {
    let submission = try fixture.read(
      assessment: SubmissionFixture.answers(
        "\"1.1.1\": {inputs: {issued_on: 2019-01-01}}",
        "\"1.1.2\": {inputs: {planned: 20, completed: 21}}",
        "\"1.1.3\": {inputs: {level: done, share: 98.5, funded: yes, remark: a}}",
        "\"1.1.4\": {inputs: {cost: 4.000, helpers: many}}"))
    for name in ["issued_on", "completed", "share", "cost", "helpers"] {
      #expect(input(name, submission) == .impossible, "\(name)")
    }
    #expect(input("planned", submission) == .given(.number(20)))
    #expect(submission.isUsable)
    #expect(submission.diagnostics.count == 5)
  }

  @Test func `a number that a comma tore apart is one ambiguous number`() throws {
    let submission = try fixture.read(
      assessment: SubmissionFixture.answers(
        "\"1.1.2\": {inputs: {planned: 1,234,567, completed: 5}, points: 0,5}",
        "\"1.1.3\": {inputs: {level: done, share: 87,24%, funded: yes, remark: a}}"))
    #expect(
      submission.diagnostics.map(\.code) == [.ambiguousNumber, .ambiguousNumber, .ambiguousNumber])
    #expect(
      submission.diagnostics.map(\.message.english) == [
        "`1,234,567` has separators, so it is not certain which number it is",
        "`0,5` can be read as 0.5 or as 5", "`87,24%` can be read as 87.24% or as 8724%",
      ])
    #expect(input("planned", submission) == .impossible)
    #expect(input("completed", submission) == .given(.number(5)))
    #expect(input("share", submission) == .impossible)
    #expect(submission.assessment.answers[1]?.claim == nil)
  }

  @Test func `many names are found in their own scope only`() throws {
    let submission = try fixture.read(
      assessment: SubmissionFixture.answers("\"1.1.2\": {inputs: {planned: 1, staff: 2}}"))
    #expect(submission.diagnostics.map(\.code) == [.missingInput, .unknownInput])
    #expect(
      submission.diagnostics.last?.help?.english
        == "`staff` is a shared input: write it under `shared_inputs`")
  }

  private func input(_ name: String, _ submission: UnitSubmission) -> InputValue? {
    fixture.set.inputs.firstIndex { $0.name == name }.map { submission.assessment.inputs[$0] }
  }

  static let assessment = """
    format: parindex/self-assessment@1
    round: vong-thu
    unit: so-y-te
    submitted_at: 2017-12-19T15:30
    signed_by: {name: Nguyễn Văn A, position: Giám đốc}
    illustrative: yes
    answers:
      "1.1.1":
        inputs: {issued_on: 2016-12-27}
        points: 1
        evidence:
          - {id: ke-hoach, section: II, pages: 1-4}
          - {id: chuyen-muc}
        note: Ban hành trước hạn
      "1.1.2":
        inputs:
          planned: 20
          completed: 18
        points: 1.25
      "1.1.3": {inputs: {level: late, share: 79.5%, funded: có, remark: Đạt}}
      "1.1.4": {inputs: {cost: 0.925, helpers: 3}, evidence: [{id: mat, pages: 7}]}
      "1.2": {inputs: {award: none}, points: 0}
      "1.3.1": {not_applicable: Không có thủ tục hành chính}
      "1.3.2": {not_applicable: Không phát sinh phản ánh trong kỳ}
    shared_inputs: {staff: 62, trained: 60}
    disputes:
      - {figure: reports.late, claim: 0, ground: Đã gửi đúng hạn, evidence: [{id: ke-hoach, pages: 2}]}
    linked_late_dossiers: evidence/lien-thong.csv

    """

  static let evidence = """
    format: parindex/evidence@1
    documents:
      - {id: ke-hoach, kind: kế hoạch, number: 3871/KH-SYT, date: 2016-12-27, issuer: Sở Y tế, title: Kế hoạch cải cách hành chính năm 2017, file: evidence/ke-hoach.pdf, sha256: 1C60C1F5F3BE9FA12F4CD52F9ACA1F84F91E55C56B24C3F4B3B5E05C1D93B7B7}
      - {id: chuyen-muc, kind: đường dẫn, url: "https://syt.khanhhoa.gov.vn/hoi-dap", accessed: 2017-12-10}
      - {id: mat, kind: kết luận, number: 5/KL, date: 2017-03-01, issuer: Thanh tra tỉnh, shown_in_person: yes}
      - {id: rong, kind: ảnh, file: evidence/rong.pdf}
      - {id: mat-tich, kind: ảnh, file: evidence/khong-co.jpg}

    """

  static let appraisal = """
    format: parindex/appraisal@1
    round: vong-thu
    unit: so-y-te
    entries:
      - {criterion: "1.1.2", stage: appraisal-1, decision: adjust, inputs: {completed: 17, staff: 61}, reason: Một nhiệm vụ chưa xong, by: to-giup-viec/02, at: 2017-12-27T09:10}
      - {criterion: "1.1.1", stage: appraisal-1, decision: accept, points: 1, by: to-giup-viec/02, at: 2017-12-27T09:11}
      - {criterion: "1.1.4", stage: appraisal-1, decision: reject_evidence, documents: [mat], reason: Không đúng nội dung, by: to-giup-viec/02, at: 2017-12-27}
      - {criterion: "1.2", stage: appraisal-1, decision: request_explanation, reason: Giải nào?, by: to-giup-viec/02, at: 2017-12-28T08:00}
      - {criterion: "1.3.2", stage: appraisal-1, decision: mark_not_applicable, reason: Đúng là không phát sinh, by: to-giup-viec/02, at: 2017-12-28T08:00}
      - {figure: reports.late, stage: appraisal-1, decision: correct_figure, value: 1, reason: Đã đối chiếu, by: to-giup-viec/02, at: 2017-12-28T08:01}
      - {criterion: "1.2", stage: explanation, text: Giải nhất cấp tỉnh, evidence: [{id: ke-hoach, pages: 9}], by: so-y-te, at: 2018-01-03T10:00}
      - {criterion: "2.2", stage: council, decision: set_points, points: 0.5, reason: Theo phiếu, by: hoi-dong, at: 2018-01-15T09:00}
      - {criterion: "1.1.2", stage: council, decision: set_points, points: 2.5, beyond_rule: yes, reason: Khen đột xuất, by: hoi-dong, at: 2018-01-15T09:05}

    """
}
