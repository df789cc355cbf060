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
    for name in [SetupPage.file, AppraisalForm.basis, AppraisalForm.reason] {
      page.typed[name] = form[name]
    }
    func shown(_ trial: FileTrial, _ status: Int, _ notice: String? = nil) -> WebResponse {
      page.trial = FileTrialSection(trial, file, in: snapshot, frame)
      return WebResponse(status, page.html(frame, notice: notice, isBad: notice != nil))
    }
    switch try await trying(file, from: source, form, visit) {
    case .unknown: return try unchosen(visit)
    case .hindered(let hindrance): return self.page(of: hindrance, visit)
    case .tried(let trial): return shown(trial, 200)
    case .unusable(let trial):
      return shown(
        trial, 409, frame.say("Chưa thay: xem dưới đây.", "Not replaced: see below."))
    case .sent(_, .done(let number)), .sent(_, .already(let number)):
      return .redirect(to: "/\(WebPath.setup)?da-ghi=\(number)")
    case .sent(let trial, .overtaken):
      return shown(
        trial, 409,
        frame.say(
          "Vừa có sự kiện khác được ghi; thử lại rồi thay nếu vẫn cần.",
          "Something else was recorded meanwhile; try it again."))
    case .sent(let trial, .refused(let problems)):
      page.trial = FileTrialSection(trial, file, in: snapshot, frame)
      page.trial?.refuse(problems.map { TrialSection.refusal($0, frame, snapshot.names) })
      return WebResponse(409, page.html(frame))
    }
  }
}
