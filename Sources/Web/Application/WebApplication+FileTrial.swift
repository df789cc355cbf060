internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// A changed file of the round, tried or put in the place of the earlier one.
extension WebApplication {
  func tryFile(_ visit: Visit) async throws -> WebResponse {
    if let refusal = try refusal(visit, of: .tryFile) { return refusal }
    switch try await received(visit, atMost: SetupPage.largest) {
    case .forged: return try refusedForm(visit)
    case .refused(let status, let text): return try shown(visit, status, text)
    case .form(let form):
      guard let file = form.file else { return try unchosen(visit) }
      return try await file.use { try await take(form.fields, $0, visit) }
    }
  }

  private func unchosen(_ visit: Visit) throws -> WebResponse {
    try shown(
      visit, 422,
      visit.frame.say("Chọn tệp của kỳ đánh giá và tệp đã sửa.", "Choose both files."))
  }

  private func shown(_ visit: Visit, _ status: Int, _ notice: String) throws -> WebResponse {
    guard let page = try setup(visit) else { return notFound(visit) }
    return WebResponse(status, page.html(visit.frame, notice: notice, isBad: true))
  }

  private func take(
    _ form: FormFields, _ source: String, _ visit: Visit
  ) async throws -> WebResponse {
    guard let snapshot = visit.snapshot, var page = try setup(visit) else { return notFound(visit) }
    let frame = visit.frame
    let file = form[SetupPage.file]
    guard let kind = RoundFiles(snapshot).kind(of: file) else {
      return try unchosen(visit)
    }
    for name in [SetupPage.file, AppraisalForm.basis, AppraisalForm.reason] {
      page.typed[name] = form[name]
    }
    let isReplacement = form[AppraisalForm.step] == AppraisalStep.record.rawValue
    if isReplacement, let refusal = try refusal(visit, of: .replaceFile(kind)) { return refusal }
    let trial = await files.trial([file], from: source, snapshot, keeper)
    page.trial = FileTrialSection(trial, file, in: snapshot, frame)
    guard isReplacement else { return WebResponse(200, page.html(frame)) }
    guard case .sound(let round) = trial.outcome, let replacement = trial.replacement,
      !trial.diagnostics.contains(where: \.isError)
    else {
      return WebResponse(
        409,
        page.html(
          frame, notice: frame.say("Chưa thay: xem dưới đây.", "Not replaced: see below."),
          isBad: true))
    }
    return try await replace(visit, form, replacement, round, page)
  }

  private func replace(
    _ visit: Visit, _ form: FormFields, _ replacement: FileReplacement, _ round: Round,
    _ page: SetupPage
  ) async throws -> WebResponse {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let person = visit.session?.account.person.flatMap({ rights.people[$0] })
    else { return notFound(visit) }
    let frame = visit.frame
    var content = EventContent(
      time: visit.now.local, author: person.id, role: person.role.rawValue, kind: .replaced)
    content.text = form[AppraisalForm.reason].isEmpty ? nil : form[AppraisalForm.reason]
    content.basis = form[AppraisalForm.basis].isEmpty ? nil : form[AppraisalForm.basis]
    let recording = try await keeper.replace(
      content, with: replacement, after: round, known: snapshot.loaded.log?.count ?? 0)
    var page = page
    switch recording {
    case .done(let number), .already(let number):
      return .redirect(to: "/\(WebPath.setup)?da-ghi=\(number)")
    case .overtaken:
      return WebResponse(
        409,
        page.html(
          frame,
          notice: frame.say(
            "Vừa có sự kiện khác được ghi; thử lại rồi thay nếu vẫn cần.",
            "Something else was recorded meanwhile; try it again."), isBad: true))
    case .refused(let problems):
      page.trial?.refuse(problems.map { TrialSection.refusal($0, frame, snapshot.names) })
      return WebResponse(409, page.html(frame))
    }
  }
}
