package import Diagnostics
package import Grading

/// One thing that a unit says in its self-assessment or on its shelf.
package struct AssessmentStatement: Hashable, Sendable {
  /// Where it stands: `answers.1.1.3.inputs.planned`, `documents.ke-hoach.date`.
  package let key: String
  /// As files write it.
  package let value: String
  /// What people call it: "1.1.3, Số nhiệm vụ theo kế hoạch".
  package let title: Wording

  init(_ key: String, _ value: String, _ title: Wording) {
    self.key = key
    self.value = value
    self.title = title
  }
}

extension SelfAssessment {
  /// All that the unit says, as values: how a file writes it, in which order and with which
  /// comments, makes no difference, and an answer that says nothing is none.
  package func statements(_ set: CriteriaSet) -> [AssessmentStatement] {
    var list = AssessmentStatements(set: set, assessment: self)
    list.collect()
    return list.found
  }

  /// SHA-256 of all that the unit says; the same for files that say the same.
  package func digest(_ set: CriteriaSet) -> String {
    var json = CanonicalJSON()
    json.raw("[")
    for (place, statement) in statements(set).enumerated() {
      json.comma(unless: place == 0)
      json.raw("[")
      json.string(statement.key)
      json.raw(",")
      json.string(statement.value)
      json.raw("]")
    }
    json.raw("]")
    return FileAccess.digest(json.bytes)
  }
}

private struct AssessmentStatements {
  let set: CriteriaSet
  let assessment: SelfAssessment
  var found: [AssessmentStatement] = []

  mutating func collect() {
    add("submitted_at", assessment.submittedAt?.isoText, vi: "thời điểm nộp", en: "handed in")
    add("signed_by.name", assessment.signedBy?.name, vi: "người ký", en: "signed by")
    add("signed_by.position", assessment.signedBy?.position, vi: "chức vụ", en: "position")
    if assessment.isIllustrative {
      add("illustrative", "yes", vi: "số liệu minh họa", en: "illustrative")
    }
    add(
      "linked_late_dossiers", assessment.linkedLateFile, vi: "danh sách hồ sơ liên thông trễ hạn",
      en: "list of linked late dossiers")
    for place in set.sharedInputs { addInput(place, "shared_inputs", nil) }
    for item in set.items { addAnswer(item) }
    for (place, dispute) in assessment.disputes.enumerated() { addDispute(place, dispute) }
    for document in assessment.shelf { addDocument(document) }
  }

  private mutating func add(_ key: String, _ value: String?, vi: String, en: String) {
    guard let value else { return }
    found.append(AssessmentStatement(key, value, Wording(vi: vi, en: en)))
  }

  private mutating func addInput(_ place: Int, _ key: String, _ item: Item?) {
    let input = set.inputs[place]
    let head = item.map { $0.id + ", " } ?? ""
    let value: String?
    switch assessment.inputs[place] {
    case .blank: value = nil
    case .given(let given): value = given.written
    case .impossible: value = "?" + (assessment.refused[place]?.text ?? "")
    }
    add("\(key).\(input.name)", value, vi: head + input.title, en: head + input.title)
  }

  private mutating func addAnswer(_ item: Item) {
    let key = "answers.\(item.id)"
    for place in item.inputs { addInput(place, "\(key).inputs", item) }
    guard let answer = assessment.answers[item.index] else { return }
    add(
      "\(key).points", answer.claim?.canonicalText, vi: "\(item.id), điểm tự chấm",
      en: "\(item.id), claimed points")
    add(
      "\(key).not_applicable", answer.notApplicable, vi: "\(item.id), lý do không áp dụng",
      en: "\(item.id), why it does not apply")
    addCitations(answer.citations, key, item.id)
    add(
      "\(key).note", assessment.notes[item.index], vi: "\(item.id), ghi chú",
      en: "\(item.id), note")
  }

  private mutating func addCitations(_ citations: [Citation], _ key: String, _ head: String) {
    for (place, citation) in citations.enumerated() {
      let parts = [
        assessment.shelf[citation.document].id, citation.section.map { "§ \($0)" },
        citation.pages.map { "p. \($0)" },
      ]
      add(
        "\(key).evidence.\(place + 1)", parts.compactMap { $0 }.joined(separator: ", "),
        vi: "\(head), tài liệu kiểm chứng \(place + 1)", en: "\(head), evidence \(place + 1)")
    }
  }

  private mutating func addDispute(_ place: Int, _ dispute: Dispute) {
    let key = "disputes.\(place + 1)"
    let head = dispute.figure
    add("\(key).figure", dispute.figure, vi: "số liệu không đồng ý", en: "disputed figure")
    add("\(key).claim", dispute.claim.written, vi: "\(head), số cho là đúng", en: "\(head), claim")
    add("\(key).ground", dispute.ground, vi: "\(head), lý do", en: "\(head), ground")
    addCitations(dispute.citations, key, head)
  }

  private mutating func addDocument(_ document: EvidenceDocument) {
    let key = "documents.\(document.id)"
    func titled(_ vi: String, _ en: String) -> (String, String) {
      ("\(document.id), \(vi)", "\(document.id), \(en)")
    }
    let parts: [(String, String?, (String, String))] = [
      ("kind", document.kind, titled("loại", "kind")),
      ("number", document.number, titled("số, ký hiệu", "number")),
      ("date", document.date?.isoText, titled("ngày", "date")),
      ("issuer", document.issuer, titled("cơ quan ban hành", "issuer")),
      ("title", document.title, titled("trích yếu", "title")),
      ("file", document.file, titled("tệp", "file")),
      ("sha256", document.sha256, titled("mã kiểm tra toàn vẹn", "digest")),
      ("url", document.url, titled("đường dẫn", "link")),
      ("accessed", document.accessed?.isoText, titled("ngày truy cập", "accessed")),
      (
        "shown_in_person", document.isShownInPerson ? "yes" : nil,
        titled("xuất trình trực tiếp", "shown in person")
      ),
    ]
    for (name, value, title) in parts { add("\(key).\(name)", value, vi: title.0, en: title.1) }
  }
}

extension Value {
  /// As files write it.
  package var written: String {
    switch self {
    case .number(let number): number.canonicalText
    case .date(let moment): moment.isoText
    case .noDate: "none"
    case .truth(let truth): truth ? "yes" : "no"
    case .text(let text): text
    case .days(let days, _): String(days)
    }
  }
}
