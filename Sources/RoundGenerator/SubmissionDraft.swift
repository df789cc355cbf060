internal import Grading

/// A unit's made-up answer to one item.
struct AnswerDraft {
  let item: Int
  var values: [(place: Int, value: InputValue)] = []
  /// What the rule makes of them; nil when it cannot be said here.
  var computed: Exact?
  var claim: Exact?
  var note: String?
  var notApplicable: String?
  var citations: [PaperCitation] = []
}

/// A figure of another office that the unit disputes.
struct DisputeDraft {
  let figure: String
  let claim: String
  let ground: String
}

/// What a unit hands in, before it becomes text.
struct SubmissionDraft {
  let round: String
  let unit: Unit
  let submittedAt: String
  var sharedInputs: [(place: Int, value: InputValue)] = []
  var answers: [AnswerDraft] = []
  var papers: [Paper] = []
  var files: [GeneratedFile] = []
  var listsLinkedLate = false
  var disputes: [DisputeDraft] = []

  static let notice =
    "# Số liệu minh họa: do bộ sinh dữ liệu trong kho mã này tạo ra, không phải tài liệu thật.\n"

  /// The text of self-assessment.yaml.
  func selfAssessment(_ set: CriteriaSet) -> String {
    var text = SubmissionDraft.notice
    text += "format: parindex/self-assessment@1\nround: \(round)\nunit: \(unit.id)\n"
    text += "illustrative: yes\nsubmitted_at: \(submittedAt)\n"
    text += "signed_by: {name: Nguyễn Văn A, position: \(UnitSigns.position(unit))}\n"
    if !sharedInputs.isEmpty {
      text += "shared_inputs: \(inputs(sharedInputs, set))\n"
    }
    if listsLinkedLate {
      text += "linked_late_dossiers: evidence/ho-so-lien-thong-tre-han.csv\n"
    }
    if !disputes.isEmpty {
      text += "disputes:\n"
      for dispute in disputes {
        text += "  - {figure: \(dispute.figure), claim: \(dispute.claim), "
        text += "ground: \(YAMLText.scalar(dispute.ground))}\n"
      }
    }
    text += "answers:\n"
    for answer in answers { append(answer, set, to: &text) }
    return text
  }

  private func append(_ answer: AnswerDraft, _ set: CriteriaSet, to text: inout String) {
    text += "  \"\(set.items[answer.item].id)\":\n"
    if let reason = answer.notApplicable {
      text += "    not_applicable: \(YAMLText.scalar(reason))\n"
    }
    if !answer.values.isEmpty { text += "    inputs: \(inputs(answer.values, set))\n" }
    if let claim = answer.claim { text += "    points: \(claim.canonicalText)\n" }
    if !answer.citations.isEmpty {
      text += "    evidence:\n"
      for citation in answer.citations { text += "      - \(citation.text)\n" }
    }
    if let note = answer.note { text += "    note: \(YAMLText.scalar(note))\n" }
  }

  private func inputs(_ values: [(place: Int, value: InputValue)], _ set: CriteriaSet) -> String {
    let parts = values.map { "\(set.inputs[$0.place].name): \(InputText.text($0.value))" }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// The text of evidence.yaml.
  var evidence: String {
    SubmissionDraft.notice + "format: parindex/evidence@1\n"
      + (papers.isEmpty ? "documents: []\n" : "documents:\n" + papers.map(\.line).joined())
  }
}

/// Inputs as files write them.
enum InputText {
  static func text(_ value: InputValue) -> String {
    guard case .given(let value) = value else { return "" }
    switch value {
    case .number(let number): return number.canonicalText
    case .date(let moment): return moment.isoText
    case .noDate: return "none"
    case .truth(let truth): return truth ? "yes" : "no"
    case .text(let text): return YAMLText.scalar(text)
    case .days(let days, _): return String(days)
    }
  }
}
