internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// How the round's dossiers were closed, and closing them; through the same steps as the command
/// `dossiers close`.
extension WebApplication {
  /// Whose closings are looked at.
  struct ClosingWork {
    let snapshot: RoundSnapshot
    let account: Account
    let records: String
    let shelf: ClosingShelf
  }

  /// nil: the round's dossiers are not counted from records, or none are closed here.
  func closingWork(_ visit: Visit) -> ClosingWork? {
    guard let snapshot = visit.snapshot, let account = visit.session?.account,
      let records = snapshot.records, let folder = settings.closings
    else { return nil }
    return ClosingWork(
      snapshot: snapshot, account: account, records: records,
      shelf: ClosingShelf(in: folder, of: keeper.folder))
  }

  func closingsPage(_ visit: Visit) async throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readClosings) { return refusal }
    guard let work = closingWork(visit) else { return notFound(visit) }
    var page = await page(work, visit, again: visit.request.query["kiem-tra"] != nil)
    var notice: String?
    if let number = visit.request.query["da-chot"].flatMap(Int.init),
      let said = page.rows.first(where: { $0.number == number })?.said
    {
      notice = visit.frame.say(
        "Đã chốt “\(said.name)”, phiên bản \(said.version). Tải biên bản về để ký.",
        "Closed “\(said.name)”, version \(said.version). Download the sheet to sign.")
      let found = closings.findings(of: number)
      if page.closes, !found.isEmpty {
        page.findings = FindingList(found, work.snapshot.plan, visit.frame)
      }
    }
    return WebResponse(200, page.html(visit.frame, notice: notice))
  }

  func page(_ work: ClosingWork, _ visit: Visit, again: Bool = false) async -> ClosingsPage {
    var checks: [(number: Int, check: ClosingCheck)] = []
    for number in work.shelf.numbers {
      checks.append(
        (number, await closingChecks.check(work.shelf.folder(of: number), again: again)))
    }
    let frame = visit.frame
    var page = ClosingsPage(work.snapshot, records: work.records, work.shelf, checks, frame)
    let refusal = visit.rights?.refusal(of: .closeDossiers, by: work.account)
    page.closes = visit.rights != nil && refusal == nil
    // Of those who only look, nobody waits for a form.
    if case .noPerson? = refusal { page.hindrance = refusal?.wording[frame.language] }
    page.typed[ClosingForm.closedOn] =
      TypedValue.shown(visit.now.local.day.isoText, as: .date, frame.language)
    page.running = closings.current.map { running(name: $0.name, since: $0.since, frame) }
    return page
  }

  private func running(name: String, since: EventTime, _ frame: PageFrame) -> String {
    frame.say(
      "Đang chốt “\(name)”, từ \(since.vietnameseText). Chờ xong rồi tải lại trang.",
      "“\(name)” is being closed, since \(since.isoText). Wait, then load the page again.")
  }

  // MARK: Closing

  func close(_ visit: Visit) async throws -> WebResponse {
    if let refusal = try refusal(visit, of: .closeDossiers) { return refusal }
    guard let work = closingWork(visit) else { return notFound(visit) }
    let frame = visit.frame
    switch await close(work, visit) {
    case .unseen: return badForm(visit)
    case .unclear(let problems):
      var page = await typedPage(work, visit)
      page.problems = problems
      return WebResponse(422, page.html(frame))
    case .closed(let number): return .redirect(to: "/\(WebPath.closings)?da-chot=\(number)")
    case .overtaken(let number):
      return await refused(
        work, visit,
        frame.say(
          "Chưa chốt: vừa có lần chốt khác (số \(number)). Xem lại rồi chốt nếu vẫn cần.",
          "Not closed: something else was closed meanwhile (no. \(number)). Look at it first."))
    case .busy(let name, let since):
      return await refused(
        work, visit,
        frame.say("Chưa chốt. ", "Not closed. ") + running(name: name, since: since, frame))
    case .failed(let problems):
      return await refused(
        work, visit,
        frame.say("Chưa chốt: xem dưới đây.", "Not closed: see below."), problems)
    }
  }

  /// What became of dossiers that were to be closed.
  enum Closing: Sendable {
    /// It stands there, by its number: now, or since it was sent before.
    case closed(Int)
    /// Nobody can have seen what the form says.
    case unseen
    /// What is wrong in which field.
    case unclear([String: String])
    case overtaken(Int)
    case busy(name: String, since: EventTime)
    case failed([Diagnostic])
  }

  func close(_ work: ClosingWork, _ visit: Visit) async -> Closing {
    // One that there is not yet would be overtaken by nothing.
    guard let seen = Int(visit.form[AppraisalForm.seen]),
      (0...(work.shelf.numbers.first ?? 0)).contains(seen)
    else { return .unseen }
    let reading = ClosingForm.read(
      visit.form, seen: seen, of: work.shelf, on: visit.now.local.day, by: closer(work, visit),
      visit.frame)
    let request: ClosingRequest
    switch reading {
    case .request(let read): request = read
    case .problems(let problems): return .unclear(problems)
    }
    switch await closings.close(request, of: work.records, into: work.shelf, at: visit.now.local) {
    case .closed(let number): return .closed(number)
    case .overtaken(let numbers):
      // Sent twice: it is there already.
      let same = numbers.first { work.shelf.closing($0).map(request.isAnswered) ?? false }
      return same.map(Closing.closed) ?? .overtaken(numbers[0])
    case .busy(let name, let since): return .busy(name: name, since: since)
    case .failed(let problems): return .failed(problems)
    }
  }

  private func refused(
    _ work: ClosingWork, _ visit: Visit, _ notice: String, _ found: [Diagnostic]? = nil
  ) async -> WebResponse {
    var page = await typedPage(work, visit)
    page.findings = found.map { FindingList($0, work.snapshot.plan, visit.frame) }
    // What is said is what keeps it from being closed.
    page.running = nil
    return WebResponse(409, page.html(visit.frame, notice: notice, isBad: true))
  }

  private func typedPage(_ work: ClosingWork, _ visit: Visit) async -> ClosingsPage {
    var page = await page(work, visit)
    for field in ClosingForm.fields { page.typed[field] = visit.form[field] }
    return page
  }

  /// Who closes, as the sheet names them: the person with their office.
  private func closer(_ work: ClosingWork, _ visit: Visit) -> String {
    let unit = visit.rights?.person(of: work.account)?.unit
    let office = unit.map(RoundWords(work.snapshot.round, .vietnamese).unit)
    return [work.account.name, office].compactMap(\.self).joined(separator: ", ")
  }
}
