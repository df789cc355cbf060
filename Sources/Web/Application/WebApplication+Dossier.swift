internal import Diagnostics
internal import DossierCounting
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// One of a unit's dossiers, and what the unit says of it.
extension WebApplication {
  func dossierPage(
    _ visit: Visit, _ work: DossierWork, _ dossier: String, typed: FormFields? = nil,
    problems: [String: String] = [:]
  ) async throws -> WebResponse {
    let frame = visit.frame
    guard let entry = entry(dossier, work) else { return notFound(visit) }
    let story: String
    switch await self.story(of: dossier, work, frame) {
    case .failure(let failure): return page(of: failure, visit)
    case .success(let told): story = told
    }
    let said = work.requests.filter { $0.dossier == dossier }
    var page = DossierPage(
      unit: work.unit.id, name: work.unit.name, dossier: dossier, story: story,
      state: work.states[dossier],
      said: said.reversed().map { request in
        (RequestWords(work.rules, frame).sentence(request), request.note)
      })
    if work.rights.isOwn(work.unit.id, work.account) {
      page.refusal = refusal(entry, work, visit)
      if page.refusal == nil {
        page.form = DossierPage.Form(
          typed, problems, said.last { $0.state == .open }, work.rules, frame)
      }
    }
    return WebResponse(
      problems.isEmpty ? 200 : 422,
      page.html(
        frame,
        notice: problems.isEmpty
          ? nil : frame.say("Chưa gửi: xem dưới đây.", "Not sent: see below."),
        isBad: !problems.isEmpty))
  }

  /// What `parindex dossiers explain` says of a dossier.
  func story(
    of dossier: String, _ work: DossierWork, _ frame: PageFrame
  ) async -> Result<String, DossierFailure> {
    let (trace, found) = await dossiers.trace(dossier, in: work.snapshot, keeper)
    guard let trace else { return .failure(.uncounted(found)) }
    // Of a dossier that stands with others too, each sees its own rows.
    let own = trace.traces.filter { row in
      row.unit.map { trace.units[$0].id == work.unit.id } ?? false
    }
    return .success(
      DossierStory(
        rules: trace.rules, records: trace.records, units: trace.units, language: frame.language
      ).text(dossier, own).citing(from: keeper.folder))
  }

  func entry(_ dossier: String, _ work: DossierWork) -> LedgerEntry? {
    var found: LedgerEntry?
    _ = work.ledger.read { entry in
      if entry.dossier == dossier, entry.unit == work.unit.id { found = found ?? entry }
    }
    return found
  }

  /// Why nothing can be said of a dossier; nil: it can.
  private func refusal(
    _ entry: LedgerEntry, _ work: DossierWork, _ visit: Visit
  ) -> String? {
    let frame = visit.frame
    if let refusal = work.rights.refusal(of: .explainDossier(work.unit.id), by: work.account) {
      return frame.sentence(refusal.wording[frame.language])
    }
    if !entry.canBeExplained {
      return frame.say(
        "Hồ sơ này không tính là trễ hạn: không cần giải trình.",
        "It does not count as late: there is nothing to explain.")
    }
    let now = visit.now.local
    if let end = work.rules.explanationsUntil,
      LocalMinute(startOf: now.minute) >= end
    {
      let limit = NumberWords(frame.language).explanations(until: end)
      return frame.say(
        "Đã hết hạn giải trình hồ sơ (\(limit)); số liệu còn sai thì kiến nghị ở trang Số liệu.",
        "Explanations were taken \(limit); a figure that is wrong is disputed on its page.")
    }
    return nil
  }

  /// What became of what a unit says of a dossier.
  enum DossierSending {
    case failed(DossierFailure)
    /// It is none of the unit's dossiers that are worth a look.
    case unknown
    /// Why nothing can be said of it.
    case refused(String)
    /// What is wrong in which field.
    case unclear(DossierWork, [String: String])
    case sent(DossierWork)
    /// A colleague said something else meanwhile.
    case overtaken(DossierWork)
    case withdrawn(DossierWork)
  }

  /// Keeps what the form says of a dossier, or takes back what was said before.
  func sending(_ visit: Visit, _ unit: String) async throws -> DossierSending {
    let work: DossierWork
    switch try await begin(visit, dossiersOf: unit, .explainDossier(unit)) {
    case .failure(let failure): return .failed(failure)
    case .success(let begun): work = begun
    }
    let dossier = visit.form[DossierForm.dossier]
    guard let entry = entry(dossier, work) else { return .unknown }
    if !visit.form[DossierForm.withdrawal].isEmpty {
      if let open = work.requests.last(where: { $0.dossier == dossier && $0.state == .open }) {
        let (store, login, now) = (store, work.account.login, visit.now.seconds)
        // Not while it is decided.
        _ = try await keeper.alone { _ in
          try store.close(requests: [open.number: open.version], .withdrawn, by: login, at: now)
        }
      }
      return .withdrawn(work)
    }
    if let refusal = refusal(entry, work, visit) { return .refused(refusal) }
    let form = DossierForm(visit.form, entry, work.rules, on: visit.now.local.day, visit.frame)
    guard let content = form.content else { return .unclear(work, form.problems) }
    let (store, login, now) = (store, work.account.login, visit.now)
    let version = Int(visit.form[DossierForm.version]) ?? 0
    let isKept = try await keeper.alone { _ in
      try store.ask(
        content, of: dossier, unit: unit, over: version, by: login,
        on: now.local.day.isoText, at: now.seconds)
    }
    return isKept ? .sent(work) : .overtaken(work)
  }

  func explainDossier(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    let dossier = visit.form[DossierForm.dossier]
    switch try await sending(visit, unit) {
    case .failed(let failure): return page(of: failure, visit)
    case .unknown: return badForm(visit)
    case .refused(let reason):
      return problem(visit, 409, visit.frame.say("Chưa gửi", "Not sent"), reason)
    case .unclear(let work, let problems):
      return try await dossierPage(visit, work, dossier, typed: visit.form, problems: problems)
    case .overtaken(let work):
      let other = try store.dossierRequests(of: unit).last { $0.dossier == dossier }
      return problem(
        visit, 409, visit.frame.say("Chưa gửi", "Not sent"),
        visit.frame.say(
          "\(other?.login ?? "") vừa gửi nội dung khác về hồ sơ này; nội dung của bạn chưa gửi. Mở lại trang hồ sơ, xem rồi gửi nếu vẫn cần.",
          "\(other?.login ?? "") has just sent something else about it; yours is not sent. Open the dossier again, look, then send if it still holds."
        ), RequestWords(work.rules, visit.frame).sentence(visit.form))
    case .sent: return .redirect(to: "/\(WebPath.dossiers(unit))?da-gui=1")
    case .withdrawn: return .redirect(to: "/" + DossierForm.path(of: dossier, unit: unit))
    }
  }
}

extension DossierForm {
  /// Where a dossier's story is; ids of dossiers may hold anything.
  static func path(of dossier: String, unit: String) -> String {
    "\(WebPath.dossiers(unit))?\(DossierForm.dossier)=\(FormReading.escaped(dossier))"
  }
}
