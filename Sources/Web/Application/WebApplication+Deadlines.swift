internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// A deadline of the round that is moved: only its own text in round.yaml is another afterwards.
extension WebApplication {
  /// The form, where the account has one.
  func deadlinePart(_ visit: Visit) -> DeadlinePart? {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account, account.role == .organiser,
      let text = DeadlineText(WebApplication.roundFile(of: snapshot)), !text.deadlines.isEmpty
    else { return nil }
    let person = rights.person(of: account)
    let refusal =
      rights.refusal(of: .moveDeadline, by: account)
      ?? person.flatMap {
        snapshot.hindrance(to: .replaced, by: $0, at: visit.now.local)
      }
    return DeadlinePart(
      text.deadlines, in: snapshot,
      refusal: refusal.map { visit.frame.text(of: $0, snapshot.names) }, visit.frame)
  }

  static func roundFile(of snapshot: RoundSnapshot) -> String {
    FileAccess.path(roundName, besides: snapshot.plan.folder + "/")
  }

  static let roundName = "round.yaml"

  func moveDeadline(_ visit: Visit) async throws -> WebResponse {
    let frame = visit.frame
    switch try await moving(visit) {
    case .hindered(let hindrance): return page(of: hindrance, visit)
    case .unreadable: return badForm(visit)
    case .unclear(let form):
      return try shown(
        visit, form, nil, 422,
        frame.say("Chưa ghi: xem các ô bị đánh dấu.", "Not recorded: see the marks."))
    case .shared(let form):
      return try shown(
        visit, form, nil, 409,
        frame.say(
          "Hạn này không sửa riêng được trong round.yaml hoặc records.yaml (cách viết khác thường, hoặc dùng chung với chỗ khác); thay cả tệp.",
          "This deadline cannot be changed alone in round.yaml or records.yaml (written unusually, or shared with other places): replace the file."
        ))
    case .tried(let form, let section): return try shown(visit, form, section, 200)
    case .unusable(let form, let section):
      return try shown(
        visit, form, section, 409, frame.say("Chưa ghi: xem dưới đây.", "Not recorded: see below."))
    case .overtaken(let form, let section):
      return try shown(
        visit, form, section, 409,
        frame.say(
          "Vừa có sự kiện khác được ghi; chưa ghi gì. Xem lại ảnh hưởng rồi ghi nếu vẫn cần.",
          "Something else was recorded meanwhile; nothing of yours is. Look again, then record if need be."
        ))
    case .refused(let form, var section, let problems):
      let names = visit.snapshot?.names ?? [:]
      section.refuse(problems.map { TrialSection.refusal($0, frame, names) })
      return try shown(visit, form, section, 409)
    case .done(let number): return .redirect(to: "/\(WebPath.setup)?da-doi=\(number)")
    }
  }

  private func shown(
    _ visit: Visit, _ form: DeadlineForm, _ section: DeadlineSection?, _ status: Int,
    _ notice: String? = nil
  ) throws -> WebResponse {
    guard var page = try setup(visit) else { return notFound(visit) }
    page.deadlines?.typed = form.fields
    page.deadlines?.problems = form.problems
    page.deadlines?.section = section
    return WebResponse(status, page.html(visit.frame, notice: notice, isBad: true))
  }
}
