internal import Diagnostics
internal import DossierCounting
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// The office that keeps the records decides what units say of their dossiers: rows of the round's
/// tables of explanations and corrections, which an event puts in the place of the earlier ones.
extension WebApplication {
  /// How many requests that ended are looked at: more than one form decides.
  static let endedRequests = 512

  struct RequestWork {
    let snapshot: RoundSnapshot
    let records: String
    let ledger: CaseLedger
    let subjects: [DossierSubject]
    /// As they count, by dossier.
    let entries: [String: LedgerEntry]
    let requests: [DossierRequest]
  }

  /// What became of a decision that was sent.
  enum DossierDeciding: Sendable {
    case unclear
    /// nil: it changes no table.
    case recorded(Int?)
    case shown(FileTrial?)
    case unusable(FileTrial)
    case overtaken
    case refused([Diagnostic], FileTrial)
    case undeclared(String)
    case problems([Diagnostic])
  }

  func begin(dossierRequests visit: Visit, _ act: Act) async throws
    -> Result<RequestWork, DossierFailure>
  {
    if let hindrance = try hindrance(visit, of: act) { return .failure(.hindered(hindrance)) }
    guard let snapshot = visit.snapshot, let records = snapshot.records else {
      return .failure(.hindered(.missing))
    }
    let reading = await ledger(of: snapshot)
    guard let ledger = reading.ledger else { return .failure(.uncounted(reading.problems)) }
    let requests = try store.dossierRequests(ended: WebApplication.endedRequests)
    let open = requests.filter { $0.state == .open }
    let sent = Set(open.map(\.dossier))
    let filed = ledger.count.records.explanations.filter {
      $0.decision == .pending && !sent.contains($0.dossier)
    }
    let wanted = sent.union(filed.map(\.dossier))
    var entries: [String: LedgerEntry] = [:]
    let problem = ledger.read { entry in
      if wanted.contains(entry.dossier), entries[entry.dossier] == nil {
        entries[entry.dossier] = entry
      }
    }
    if let problem { return .failure(.uncounted([problem])) }
    let subjects =
      open.map { request in
        DossierSubject(
          number: request.number, version: request.version, dossier: request.dossier,
          unit: request.unit, content: request.content,
          sentOn: LocalMoment(parsing: request.sentOn)?.day)
      }
      + filed.map { explanation in
        DossierSubject(
          number: nil, version: 0, dossier: explanation.dossier,
          unit: entries[explanation.dossier]?.unit,
          content: .init(
            cause: explanation.cause, finished: nil, text: "",
            evidence: explanation.evidence ?? ""), sentOn: explanation.handedIn?.day)
      }
    return .success(
      RequestWork(
        snapshot: snapshot, records: records, ledger: ledger, subjects: subjects,
        entries: entries, requests: requests))
  }

  func dossierRequestsPage(_ visit: Visit) async throws -> WebResponse {
    switch try await begin(dossierRequests: visit, .readClosings) {
    case .failure(let failure): return page(of: failure, visit)
    case .success(let work):
      return WebResponse(200, page(work, visit).html(visit.frame, notice: visit.recorded))
    }
  }

  private func page(
    _ work: RequestWork, _ visit: Visit, _ form: DossierDecisionForm? = nil
  ) -> DossierRequestsPage {
    var page = DossierRequestsPage(
      work.subjects, work.entries, work.requests, work.ledger, in: work.snapshot, form, visit.frame)
    let refusal = visit.rights.flatMap { rights in
      visit.session.flatMap { rights.refusal(of: .decideDossiers, by: $0.account) }
    }
    page.decides = refusal == nil
    // Of those who only look, nobody waits for a form.
    if let refusal, visit.session?.account.role == .registerKeeper || refusal == .noPerson {
      page.refusal = visit.frame.text(of: refusal, work.snapshot.names)
    }
    if let form {
      for name in [AppraisalForm.choice, AppraisalForm.reason, AppraisalForm.basis] {
        page.typed[name] = visit.form[name]
      }
      page.problems = form.problems
    }
    return page
  }

  func decideDossiers(_ visit: Visit) async throws -> WebResponse {
    switch try await begin(dossierRequests: visit, .decideDossiers) {
    case .failure(let failure): return page(of: failure, visit)
    case .success(let work):
      guard let form = form(work, visit) else { return badForm(visit) }
      let deciding = try await decide(form, work, visit)
      return answer(deciding, page(work, visit, form), work, form, visit)
    }
  }

  /// nil: the account is nobody of people.yaml.
  func form(_ work: RequestWork, _ visit: Visit) -> DossierDecisionForm? {
    visit.person.map { person in
      DossierDecisionForm(
        visit.form, work.subjects, by: person, on: visit.now.local.day, work.ledger.count.rules,
        visit.frame)
    }
  }

  func decide(
    _ form: DossierDecisionForm, _ work: RequestWork, _ visit: Visit
  ) async throws -> DossierDeciding {
    let isRecorded = visit.form[AppraisalForm.step] == AppraisalStep.record.rawValue
    let login = visit.session?.account.login ?? ""
    let reason = visit.form[AppraisalForm.reason]
    if isRecorded, let same = form.repeated(work.requests, by: login, reason) {
      return .recorded(same.event)
    }
    guard form.problems.isEmpty, let choice = form.choice else { return .unclear }
    let changed: DossierDecisions
    do throws(DossierDecisions.Refusal) {
      changed = try DossierDecisions(form.decisions, into: work.records)
    } catch {
      switch error {
      case .undeclared(let table): return .undeclared(table)
      case .problems(let problems): return .problems(problems)
      }
    }
    let state: DossierRequest.State = choice == .accept ? .accepted : .refused
    let (store, ended, now) = (store, form.ended, visit.now.seconds)
    // No table becomes another: a correction is refused, or the rows stand there already.
    guard !changed.files.isEmpty else {
      guard isRecorded else { return .shown(nil) }
      let isEnded = try await keeper.alone { _ in
        try store.close(requests: ended, state, by: login, note: reason, at: now)
      }
      return isEnded ? .recorded(nil) : .overtaken
    }
    let cited = changed.files.map { work.snapshot.plan.cited($0.path) }
    let folder = try TrialFolder(
      zip(cited, changed.files).map { (cited: $0, bytes: $1.bytes) })
    // The files have to be there until they were taken.
    defer { withExtendedLifetime(folder) {} }
    let trial = await dossiers.trial(cited, from: folder.path, work.snapshot, keeper)
    guard case .sound(let round) = trial.outcome, let replacement = trial.replacement,
      trial.newErrors(besides: work.snapshot).isEmpty
    else { return .unusable(trial) }
    guard isRecorded else { return .shown(trial) }
    let event = EventContent(
      replacing: reason, basis: visit.form[AppraisalForm.basis], by: form.person,
      at: visit.now.local)
    let known = work.snapshot.loaded.log?.count ?? 0
    // What is decided is what was looked at: nobody changes or withdraws it in between.
    let recording = try await keeper.alone { keeper -> Recording in
      guard try store.areOpen(requests: ended) else { return .overtaken([]) }
      let recording = try keeper.replace(event, with: replacement, after: round, known: known)
      if case .done(let number) = recording {
        _ = try store.close(
          requests: ended, state, by: login, note: reason, event: number, at: now)
      }
      return recording
    }
    switch recording {
    case .done(let number), .already(let number): return .recorded(number)
    case .overtaken: return .overtaken
    case .refused(let problems): return .refused(problems, trial)
    }
  }

  private func answer(
    _ deciding: DossierDeciding, _ page: DossierRequestsPage, _ work: RequestWork,
    _ form: DossierDecisionForm, _ visit: Visit
  ) -> WebResponse {
    let frame = visit.frame
    var page = page
    func said(_ status: Int, _ vietnamese: String, _ english: String) -> WebResponse {
      WebResponse(
        status, page.html(frame, notice: frame.say(vietnamese, english), isBad: status != 200))
    }
    func take(_ trial: FileTrial?, _ refusals: [Diagnostic] = []) {
      guard let trial else { return }
      page.take(trial, of: form.chosen, work.ledger, in: work.snapshot, frame)
      page.trial?.refusals = refusals.map { TrialSection.refusal($0, frame, work.snapshot.names) }
    }
    switch deciding {
    case .unclear: return said(422, "Chưa ghi: xem dưới đây.", "Not recorded: see below.")
    case .recorded(let number):
      return .redirect(
        to: "/\(WebPath.dossierRequests)" + (number.map { "?da-ghi=\($0)" } ?? ""))
    case .shown(let trial):
      take(trial)
      return trial == nil
        ? said(
          200, "Không có bảng nào thay đổi; đơn vị sẽ thấy lý do.",
          "No table changes; the unit is told why.") : WebResponse(200, page.html(frame))
    case .unusable(let trial):
      take(trial)
      return said(409, "Chưa ghi: xem dưới đây.", "Not recorded: see below.")
    case .refused(let problems, let trial):
      take(trial, problems)
      return said(409, "Chưa ghi: xem dưới đây.", "Not recorded: see below.")
    case .overtaken:
      return said(
        409, "Chưa ghi: vừa có thay đổi khác. Xem lại danh sách rồi ghi nếu vẫn cần.",
        "Not recorded: something else happened meanwhile. Look again, then record if it holds.")
    case .undeclared(let table):
      return said(
        409,
        "Chưa ghi: records.yaml không khai báo bảng \(table); Sở Nội vụ thêm dòng `\(table): \(table).csv`.",
        "Not recorded: records.yaml names no table \(table); add `\(table): \(table).csv` to it.")
    case .problems(let problems):
      page.findings = FindingList(problems, work.snapshot.plan, frame)
      return said(409, "Chưa ghi: bảng hiện có không đọc được.", "The table cannot be read.")
    }
  }
}
