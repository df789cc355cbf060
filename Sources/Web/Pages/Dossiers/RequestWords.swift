internal import DossierCounting
internal import Grading
internal import Reports
internal import Store

/// What a unit says of a dossier, in a sentence.
struct RequestWords {
  private let rules: DossierRules
  private let frame: PageFrame

  init(_ rules: DossierRules, _ frame: PageFrame) {
    self.rules = rules
    self.frame = frame
  }

  /// "Do lỗi phần mềm", "Đính chính: xong 16:30 ngày 05/03/2019".
  /// - Parameter isPlain: whether it is said beside it why it cannot be accepted.
  func what(_ content: DossierRequest.Content, isPlain: Bool = false) -> String {
    if let finished = content.finished {
      let shown = TypedValue.shown(finished, as: .date, frame.language)
      return frame.say("Đính chính: thực tế xong \(shown)", "Corrected: done \(shown)")
    }
    return cause(content.cause, isPlain: isPlain)
  }

  func cause(_ id: String?, isPlain: Bool = false) -> String {
    guard let id else { return frame.say("không nêu nguyên nhân", "no cause") }
    guard let cause = rules.causes.first(where: { $0.id == id }) else { return id }
    return cause.isConsidered || isPlain
      ? cause.title
      : frame.say("\(cause.title) (quy định không xem xét)", "\(cause.title) (not considered)")
  }

  /// What was typed and is not sent, so that it is not lost.
  func sentence(_ form: FormFields) -> String {
    [DossierForm.text, DossierForm.evidence].map { form[$0] }.filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  func sentence(_ request: DossierRequest) -> String {
    let day = LocalMoment(parsing: request.sentOn).map {
      NumberWords(frame.language).date($0.day)
    }
    let evidence =
      request.content.evidence.isEmpty
      ? "" : frame.say(" Tài liệu: ", " Evidence: ") + request.content.evidence + "."
    return "\(day ?? request.sentOn): \(what(request.content)). \(request.content.text)." + evidence
  }
}
