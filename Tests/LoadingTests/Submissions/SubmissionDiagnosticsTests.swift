import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A faulty submission, and under its name what people read about it.
private struct Faulty {
  let name: String
  var assessment: String?
  var evidence: String?
  var appraisal: String?
  let codes: [DiagnosticCode]
  var entries = 0
  var losesDispute: Bool { assessment?.contains("disputes") ?? false }

  /// Answers, one a line.
  init(_ name: String, _ codes: [DiagnosticCode], answers: String...) {
    self.name = name
    self.codes = codes
    assessment = SubmissionFixture.heading(
      "self-assessment",
      "submitted_at: 2017-12-19T15:30\nanswers:\n" + answers.map { "  \($0)\n" }.joined())
  }

  init(_ name: String, _ codes: [DiagnosticCode], header: String) {
    self.name = name
    self.codes = codes
    assessment = header
  }

  init(_ name: String, _ codes: [DiagnosticCode], rest: String) {
    self.init(
      name, codes,
      header: SubmissionFixture.heading(
        "self-assessment", "submitted_at: 2017-12-19T15:30\n" + rest))
  }

  init(_ name: String, _ codes: [DiagnosticCode], documents: String...) {
    self.name = name
    self.codes = codes
    evidence = SubmissionFixture.heading(
      "evidence", "documents:\n" + documents.map { "  - \($0)\n" }.joined())
  }

  init(_ name: String, _ codes: [DiagnosticCode], entries: String...) {
    self.name = name
    self.codes = codes
    self.entries = entries.count
    assessment = SubmissionFixture.answers("\"1.1.2\": {inputs: {planned: 20, completed: 18}}")
    evidence = SubmissionFixture.heading(
      "evidence", "documents:\n  - {id: ke-hoach, kind: kế hoạch}\n")
    appraisal = SubmissionFixture.heading(
      "appraisal", "entries:\n" + entries.map { "  - \($0)\n" }.joined())
  }
}

struct SubmissionDiagnosticsTests {
  private static let who = "reason: Lý do, by: to-giup-viec/02, at: 2017-12-27"

  private static let faulty: [Faulty] = [
    // Headers
    Faulty(
      "another round, another unit", [.roundMismatch, .unknownUnit],
      header: "format: parindex/self-assessment@1\nround: khac\nunit: so-noi-vu\n"
        + "submitted_at: 2017-12-19\n"),
    Faulty(
      "a header without round and unit", [.missingKey, .missingKey, .draft],
      header: "format: parindex/self-assessment@1\n"),
    Faulty(
      "another version", [.unknownFormat],
      header: "format: parindex/self-assessment@3\nround: vong-thu\nunit: so-y-te\n"),
    Faulty(
      "an unknown key and a moment that is none", [.badValue, .unknownKey],
      header: SubmissionFixture.heading(
        "self-assessment", "submitted_at: 19/12/2017\nsubmited_by: A\n")),
    Faulty(
      "no name under the signature", [.missingKey, .unknownKey],
      rest: "signed_by: {position: Giám đốc, ten: A}\n"),

    // Items
    Faulty("an unknown item", [.unknownItem], answers: "\"1.1.7\": {points: 1}"),
    Faulty(
      "an area and a criterion without a rule", [.unknownItem, .unknownItem],
      answers: "\"2\": {points: 1}", "\"1.3\": {points: 1}"),
    Faulty(
      "an item that is not for this unit", [.notApplicableItem],
      answers: "\"1.3.1\": {inputs: {posted: yes}}"),
    Faulty(
      "not applicable where it may not be said", [.notApplicableItem],
      answers: "\"1.1.1\": {not_applicable: Không phát sinh}"),
    Faulty(
      "not applicable without a reason", [.badValue], answers: "\"1.3.2\": {not_applicable: yes}"),
    Faulty(
      "not applicable with nothing behind it", [.missingKey],
      answers: "\"1.3.2\": {not_applicable: }"),
    Faulty(
      "points beside not applicable", [.claimNotAllowed],
      answers: "\"1.3.2\": {not_applicable: Không có, points: 1}"),
    Faulty("an answer that is a single value", [.wrongType], answers: "\"1.1.1\": 2016-12-27"),
    Faulty(
      "unknown keys of an answer", [.unknownKey, .wrongType],
      answers: "\"1.1.1\": {input: {issued_on: 2016-12-27}, note: [a]}"),

    // Claims
    Faulty(
      "a claim where none is taken", [.claimNotAllowed, .claimNotAllowed],
      answers: "\"2.1\": {points: 2}", "\"2.2\": {points: 1}"),
    Faulty("a claim above the maximum", [.claimAboveMaximum], answers: "\"2.3\": {points: 1.5}"),
    Faulty("a claim with many decimals", [.claimTooPrecise], answers: "\"2.3\": {points: 0.125}"),
    Faulty(
      "claims that are no number", [.inputMismatch, .inputMismatch, .ambiguousNumber],
      answers: "\"2.3\": {points: 50%}", "\"1.2\": {points: \"1\"}", "\"1.1.2\":",
      "  points: 0,5"),

    // Inputs
    Faulty(
      "an unknown input", [.unknownInput, .missingInput],
      answers: "\"1.1.2\": {inputs: {planned: 20, complete: 18}}"),
    Faulty(
      "an input of another item", [.unknownInput],
      answers: "\"1.1.1\": {inputs: {planned: 20}}"),
    Faulty(
      "an unknown shared input", [.unknownInput], rest: "shared_inputs: {staf: 62}\n"),
    Faulty(
      "an item answered partly", [.missingInput], answers: "\"1.1.2\": {inputs: {planned: 20}}"),
    Faulty(
      "a claim without figures", [.missingInput], answers: "\"1.1.2\": {points: 1}"),
    Faulty(
      "inputs of the wrong type",
      [.inputMismatch, .inputMismatch, .inputMismatch, .inputMismatch, .inputMismatch],
      answers: "\"1.1.1\": {inputs: {issued_on: 27/12/2016}}",
      "\"1.1.2\": {inputs: {planned: \"20\", completed: -1}}",
      "\"1.1.3\": {inputs: {level: don, share: 50%, funded: maybe, remark: a}}"),
    Faulty(
      "a list for a number and inputs that are no mapping", [.inputMismatch, .wrongType],
      answers: "\"1.1.2\": {inputs: {planned: [20], completed: 1}}", "\"1.1.1\": {inputs: 5}"),
    Faulty(
      "a day that does not exist", [.inputMismatch],
      answers: "\"1.1.1\": {inputs: {issued_on: 2017-02-30}}"),
    Faulty(
      "numbers with two meanings",
      [.ambiguousNumber, .ambiguousNumber, .ambiguousNumber, .ambiguousNumber],
      answers: "\"1.1.2\": {inputs: {planned: 4.000, completed: 3}}", "\"1.1.4\":",
      "  inputs:", "    cost: 1.234,5", "    helpers: 98,5", "\"1.1.3\":",
      "  inputs: {share: 98,5%, level: done, funded: yes, remark: a}"
    ),
    Faulty(
      "a rate above 1 without a percent sign", [.rateOutOfRange],
      answers: "\"1.1.3\": {inputs: {level: done, share: 78.5, funded: yes, remark: a}}"),
    Faulty(
      "inputs out of range", [.dateOutOfRange, .inputOutOfRange, .inputOutOfRange],
      answers: "\"1.1.1\": {inputs: {issued_on: 2016-09-30}}",
      "\"1.1.3\": {inputs: {level: done, share: 81%, funded: yes, remark: a}}",
      "\"1.1.4\": {inputs: {cost: -0.5, helpers: 1}}"),
    Faulty(
      "a range that hangs on another input", [.inputOutOfRange],
      rest: "shared_inputs: {staff: 5}\nanswers:\n  \"1.1.4\": {inputs: {cost: 20, helpers: 6}}\n"),
    Faulty(
      "inputs above their limits", [.inputAboveLimit, .inputAboveLimit],
      rest: "shared_inputs: {staff: 5, trained: 6}\n"
        + "answers:\n  \"1.1.2\": {inputs: {planned: 20, completed: 21}}\n"),

    // Evidence
    Faulty(
      "a document that is not on the shelf", [.unknownEvidence],
      answers: "\"1.1.1\": {evidence: [{id: ke-hoach-cchc}]}"),
    Faulty(
      "references that are none",
      [.missingKey, .unknownKey, .unknownEvidence, .wrongType, .wrongType],
      answers: "\"1.1.1\": {evidence: [{section: II}, {id: a, page: 4}, ke-hoach]}",
      "\"1.1.2\": {evidence: ke-hoach}"),
    Faulty(
      "a document listed twice", [.duplicateID], documents: "{id: ke-hoach, kind: kế hoạch}",
      "{id: ke-hoach, kind: báo cáo}"),
    Faulty(
      "a document without id or kind", [.missingKey, .missingKey, .wrongType],
      documents: "{kind: kế hoạch}", "{id: a}", "b"),
    Faulty(
      "fields of the wrong type",
      [.inputMismatch, .inputMismatch, .badValue, .badValue, .badValue, .unknownKey, .wrongType],
      documents:
        "{id: a, kind: ảnh, date: 27/12/2016, accessed: hôm nay, sha256: abc, url: \"javascript:x\"}",
      "{id: b, kind: ảnh, shown_in_person: mật, tittle: x, number: [1]}"),
    Faulty(
      "a secret paper with a file", [.evidenceConflict],
      documents: "{id: a, kind: kết luận, shown_in_person: yes, file: evidence/a.pdf}"),
    Faulty(
      "paths that lead elsewhere",
      [.unsafePath, .unsafePath, .unsafePath, .unsafePath, .unsafePath, .unsafePath],
      documents: "{id: a, kind: ảnh, file: /etc/passwd}", "{id: b, kind: ảnh, file: ../x/a.pdf}",
      "{id: c, kind: ảnh, file: 'evidence\\a.pdf'}",
      "{id: d, kind: ảnh, file: \"evidence/a\\0.pdf\"}",
      "{id: e, kind: ảnh, file: \"\"}", "{id: f, kind: ảnh, file: ~/a.pdf}"),

    // Disputes and lists
    Faulty(
      "figures that cannot be disputed",
      [.figureNotDisputable, .figureNotDisputable, .figureNotDisputable],
      rest: "disputes:\n  - {figure: submission.on_time, claim: yes, ground: x}\n"
        + "  - {figure: planned, claim: 1, ground: x}\n"
        + "  - {figure: reports.lat, claim: 1, ground: x}\n"),
    Faulty(
      "disputes that say too little", [.missingKey, .inputMismatch],
      rest: "disputes:\n  - {figure: reports.late, claim: 1}\n"
        + "  - {figure: reports.late, claim: ít, ground: x}\n"),
    Faulty(
      "a list of linked dossiers that is not there", [.fileMissing],
      rest: "linked_late_dossiers: evidence/lien-thong.csv\n"),
    Faulty(
      "a list of linked dossiers elsewhere", [.unsafePath],
      rest: "linked_late_dossiers: ../lien-thong.csv\n"),

    // Appraisal
    Faulty(
      "an unknown stage and an unknown decision", [.unknownStage, .badValue],
      entries: "{criterion: \"1.1.2\", stage: appraisal-2, decision: accept, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: acept, \(who)}"),
    Faulty(
      "nobody, never, for no reason", [.missingKey, .missingKey, .missingKey],
      entries: "{criterion: \"1.1.2\", stage: appraisal-1, decision: request_explanation}"),
    Faulty(
      "a reason of blanks", [.missingKey],
      entries:
        "{criterion: \"1.1.2\", stage: appraisal-1, decision: request_explanation, reason: \" \", by: a, at: 2017-12-27}"
    ),
    Faulty(
      "no stage and no decision", [.missingKey, .missingKey],
      entries: "{criterion: \"1.1.2\", \(who)}"),
    Faulty(
      "no subject, or two", [.missingKey, .decisionRefused],
      entries: "{stage: appraisal-1, decision: accept, \(who)}",
      "{criterion: \"1.1.2\", figure: reports.late, stage: appraisal-1, decision: accept, \(who)}"),
    Faulty(
      "entries on what carries no rule", [.unknownItem, .unknownItem],
      entries: "{criterion: \"1.1\", stage: appraisal-1, decision: accept, \(who)}",
      "{criterion: \"1.1.9\", stage: appraisal-1, decision: accept, \(who)}"),
    Faulty(
      "decisions in stages of another kind",
      [.decisionRefused, .decisionRefused, .decisionRefused],
      entries: "{criterion: \"1.1.2\", stage: self-assessment, decision: accept, \(who)}",
      "{criterion: \"1.1.2\", stage: explanation, decision: accept, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, text: Vì sao, by: a, at: 2017-12-27}"),
    Faulty(
      "the council's item before the council", [.decisionRefused],
      entries: "{criterion: \"2.2\", stage: appraisal-1, decision: set_points, points: 1, \(who)}"),
    Faulty(
      "points beyond the rule", [.decisionRefused, .decisionRefused],
      entries:
        "{criterion: \"1.1.2\", stage: appraisal-1, decision: set_points, points: 3, beyond_rule: yes, \(who)}",
      "{criterion: \"1.1.2\", stage: council, decision: set_points, points: 3, \(who)}"),
    Faulty(
      "points for an item that does not apply", [.decisionRefused],
      entries: "{criterion: \"1.3.1\", stage: appraisal-1, decision: set_points, points: 1, \(who)}"
    ),
    Faulty(
      "points that are missing, no number or too precise",
      [.missingKey, .inputMismatch, .claimTooPrecise],
      entries: "{criterion: \"1.1.2\", stage: appraisal-1, decision: set_points, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: set_points, points: một, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: set_points, points: 1.005, \(who)}"),
    Faulty(
      "keys that another decision has", [.unknownKey, .unknownKey, .unknownKey],
      entries: "{criterion: \"1.1.2\", stage: appraisal-1, decision: accept, value: 1, \(who)}",
      "{criterion: \"1.1.2\", stage: explanation, text: a, points: 1, by: a, at: 2017-12-27}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: accept, pints: 1, \(who)}"),
    Faulty(
      "corrections of inputs that cannot be",
      [.missingKey, .unknownInput, .inputAboveLimit, .missingKey, .inputAboveLimit],
      entries: "{criterion: \"1.1.2\", stage: appraisal-1, decision: adjust, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: adjust, inputs: {cost: 1}, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: adjust, inputs: {completed: 21}, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: adjust, inputs: {completed: ~}, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: adjust, inputs: {planned: 17, completed: 18}, \(who)}"
    ),
    Faulty(
      "documents that are not on the shelf", [.unknownEvidence, .missingKey],
      entries:
        "{criterion: \"1.1.2\", stage: appraisal-1, decision: reject_evidence, documents: [ke-hoch], \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: reject_evidence, documents: [], \(who)}"
    ),
    Faulty(
      "corrections of figures that cannot be",
      [.figureNotDisputable, .inputMismatch, .missingKey, .decisionRefused, .decisionRefused],
      entries: "{figure: staff, stage: appraisal-1, decision: correct_figure, value: 1, \(who)}",
      "{figure: reports.late, stage: appraisal-1, decision: correct_figure, value: x, \(who)}",
      "{figure: reports.late, stage: appraisal-1, decision: correct_figure, \(who)}",
      "{figure: reports.late, stage: appraisal-1, decision: accept, \(who)}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: correct_figure, value: 1, \(who)}"),
    Faulty(
      "time going back", [.timeGoesBack],
      entries:
        "{criterion: \"1.1.2\", stage: appraisal-1, decision: accept, by: a, at: 2017-12-27T09:10}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: accept, by: a, at: 2017-12-27}",
      "{criterion: \"1.1.2\", stage: appraisal-1, decision: accept, by: a, at: 2017-12-27T09:09}"),
    Faulty(
      "an entry that is none and a log that is none", [.wrongType], entries: "accept"),
  ]

  @Test("every fault is told in both languages", arguments: Language.allCases)
  func wording(language: Language) throws {
    var text = ""
    for file in Self.faulty {
      let fixture = try SubmissionFixture()
      let submission = try fixture.read(
        assessment: file.assessment, evidence: file.evidence, appraisal: file.appraisal)
      #expect(
        submission.diagnostics.map(\.code.rawValue).sorted() == file.codes.map(\.rawValue).sorted(),
        "\(file.name)")
      #expect(
        submission.diagnostics.allSatisfy { $0.primary.excerpt != nil }, "\(file.name)")
      let isSound = submission.diagnostics.allSatisfy {
        $0.severity < .error || $0.code.leavesFileUsable
      }
      let isWhole = submission.entries.count == file.entries
      #expect(
        submission.isUsable == (isSound && isWhole && !file.losesDispute)
          || submission.assessment.isDraft, "\(file.name)")
      text += "## \(file.name)\n\n" + fixture.rendered(submission, language) + "\n"
    }
    expectGolden(text, "faults.\(language.rawValue).txt")
  }

  @Test func `refused entries are not in the log, and the others are`() throws {
    let fixture = try SubmissionFixture()
    let submission = try fixture.read(
      appraisal: SubmissionFixture.heading(
        "appraisal",
        """
        entries:
          - {criterion: "1.1.2", stage: appraisal-1, decision: accept, by: a, at: 2017-12-27}
          - {criterion: "2.2", stage: appraisal-1, decision: set_points, points: 1, reason: x, by: a, at: 2017-12-28}
          - {criterion: "2.2", stage: council, decision: set_points, points: 1, reason: x, by: a, at: 2017-12-20}

        """))
    #expect(submission.entries.map(\.span.start.line) == [5, 7])
    #expect(!submission.isUsable)
  }

  @Test func `a correction is checked against what earlier corrections left`() throws {
    let fixture = try SubmissionFixture()
    func entry(_ inputs: String) -> String {
      "  - {criterion: \"1.1.2\", stage: appraisal-1, decision: adjust, inputs: {\(inputs)}, "
        + "reason: x, by: a, at: 2017-12-27}\n"
    }
    let submission = try fixture.read(
      assessment: SubmissionFixture.answers("\"1.1.2\": {inputs: {planned: 20, completed: 18}}"),
      appraisal: SubmissionFixture.heading(
        "appraisal",
        "entries:\n" + entry("planned: 30") + entry("completed: 25") + entry("planned: 24")))
    #expect(submission.diagnostics.map(\.code) == [.inputAboveLimit])
    #expect(submission.diagnostics.first?.primary.span.start.line == 7)
    #expect(submission.isUsable)
  }
}
