internal import Diagnostics
internal import Grading
internal import Logging
internal import Store

/// Answers that are no page of anybody's: what is not there, not allowed, not possible.
extension WebApplication {
  func problem(_ visit: Visit, _ status: Int, _ title: String, _ lines: String...) -> WebResponse {
    let link = PageFrame.Entry(
      path: "", title: visit.frame.say("Về trang đầu", "To the first page"))
    let page = MessagePage(title: title, lines: lines.filter { !$0.isEmpty }, link: link)
    return WebResponse(status, page.html(visit.frame))
  }

  /// The same, of a form that is not taken: what was typed in it is shown, for it stands nowhere else.
  func lost(_ visit: Visit, _ status: Int, _ title: String, _ line: String) -> WebResponse {
    let link = PageFrame.Entry(
      path: "", title: visit.frame.say("Về trang đầu", "To the first page"))
    var page = MessagePage(title: title, lines: [line], link: link)
    page.typed = visit.form.typedTexts
    return WebResponse(status, page.html(visit.frame))
  }

  func notFound(_ visit: Visit) -> WebResponse {
    problem(
      visit, 404, visit.frame.say("Không có trang này", "There is no such page"),
      visit.frame.say("Kiểm tra lại địa chỉ.", "Check the address."))
  }

  /// Says no, and notes that somebody tried.
  func refused(_ visit: Visit, _ what: String, _ reason: String) throws -> WebResponse {
    try note(refusalOf: what, visit)
    return problem(visit, 403, visit.frame.say("Không được phép", "Not allowed"), reason)
  }

  /// Says no to a form whose page was made for another session, and notes it.
  func refusedForm(_ visit: Visit) throws -> WebResponse {
    try note(refusalOf: "token", visit)
    return lost(
      visit, 403, visit.frame.say("Không được phép", "Not allowed"),
      visit.frame.say(
        "Trang này đã cũ (phiên làm việc khác). Tải lại trang rồi gửi lại.",
        "This page belongs to another session. Load it again, then send it again."))
  }

  func note(refusalOf what: String, _ visit: Visit) throws {
    try store.note(
      .refused, login: visit.session?.account.login ?? "-", address: visit.request.address,
      "\(what) \(visit.request.path)", at: visit.now.seconds)
  }

  /// nil: the account may do it.
  func refusal(_ visit: Visit, of act: Act) throws -> WebResponse? {
    try hindrance(visit, of: act).map { page(of: $0, visit) }
  }

  /// What keeps somebody from an act, as a page.
  func page(of hindrance: Hindrance, _ visit: Visit) -> WebResponse {
    switch hindrance {
    case .nobody: return signInFirst(visit)
    case .missing: return notFound(visit)
    case .refused(let refusal):
      return problem(
        visit, 403, visit.frame.say("Không được phép", "Not allowed"),
        visit.frame.text(of: refusal, visit.snapshot?.names ?? [:]))
    case .unusableFiles:
      return problem(
        visit, 409, visit.frame.say("Tệp của đơn vị có lỗi", "The unit's files have faults"),
        visit.frame.say(
          "self-assessment.yaml hoặc evidence.yaml không đọc được; chạy parindex check để biết lỗi, sửa tệp rồi tải lại trang.",
          "self-assessment.yaml or evidence.yaml cannot be used; parindex check says why."))
    }
  }

  /// A problem as a page says it.
  func said(_ problem: Diagnostic, _ frame: PageFrame) -> String {
    frame.sentence(problem.message[frame.language].citing(from: keeper.folder))
  }

  func unavailable(_ visit: Visit, _ failure: KeeperFailure) -> WebResponse {
    let language = visit.frame.language
    let reason: String
    switch failure {
    case .unusable(let diagnostics):
      reason = diagnostics.first { $0.isError }?.message[language].citing(from: keeper.folder) ?? ""
    case .noLog:
      reason = visit.frame.say("kỳ đánh giá chưa có nhật ký", "the round has no log")
    case .unknownUnit(let unit):
      reason = visit.frame.say("không có đơn vị \(unit)", "there is no unit \(unit)")
    case .unwritable:
      // Where files lie is for the log.
      logger.error("round cannot be written", metadata: ["reason": "\(failure)"])
      return problem(
        visit, 503, visit.frame.say("Chưa ghi được", "It could not be written"),
        visit.frame.say(
          "Máy chủ không ghi được (có thể đĩa đã đầy). Chưa ghi nhận việc vừa làm; dữ liệu đã lưu trước đó còn nguyên. Báo người quản trị.",
          "The server cannot write (the disk may be full). What you just did is not recorded; what was saved before is safe. Tell the administrator."
        ))
    }
    logger.error("round unavailable", metadata: ["reason": "\(failure)"])
    return problem(
      visit, 503, visit.frame.say("Kỳ đánh giá chưa dùng được", "The round cannot be used now"),
      // What stands in the round's files is not for whoever is not signed in.
      visit.session == nil ? "" : visit.frame.sentence(reason))
  }
}

extension Act {
  /// As the record of refusals names it.
  var name: String {
    switch self {
    case .readAnswers: "read-answers"
    case .readEvidence: "read-evidence"
    case .readDocument: "read-document"
    case .editAnswers: "edit-answers"
    case .handIn: "hand-in"
    case .readSheet: "read-sheet"
    case .readPlace: "read-place"
    case .readRankings: "read-rankings"
    case .readLog: "read-log"
    case .readResult: "read-result"
    case .readHandouts: "read-handouts"
    case .readAccess: "read-access"
    case .readNotices: "read-notices"
    case .readSetup: "read-setup"
    case .tryFile: "try-file"
    case .replaceFile: "replace-file"
    case .moveDeadline: "move-deadline"
    case .readDrift: "read-drift"
    case .readRegisters: "read-registers"
    case .readDisputes: "read-disputes"
    case .readClosings: "read-closings"
    case .closeDossiers: "close-dossiers"
    case .readDossiers: "read-dossiers"
    case .explainDossier: "explain-dossier"
    case .decideDossiers: "decide-dossiers"
    case .correctFigure: "correct-figure"
    case .approveFigure: "approve-figure"
    case .readReconsiderations: "read-reconsiderations"
    case .askReconsideration: "ask-reconsideration"
    case .answerReconsideration: "answer-reconsideration"
    case .amend: "amend"
    case .readWork: "read-work"
    case .readMatters: "read-matters"
    case .appraise: "appraise"
    case .askExplanation: "ask-explanation"
    case .approve: "approve"
    case .explain: "explain"
    case .readCouncil: "read-council"
    case .putOnAgenda: "put-on-agenda"
    case .recordMeeting: "record-meeting"
    case .decide: "decide"
    case .readPublication: "read-publication"
    case .lock: "lock"
    case .unlock: "unlock"
    case .publish: "publish"
    }
  }
}
