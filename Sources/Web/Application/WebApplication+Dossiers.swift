internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// A unit's dossiers, one by one, and what it says of them.
extension WebApplication {
  /// The dossiers of one unit, for an account that may see them.
  struct DossierWork {
    let snapshot: RoundSnapshot
    let rights: Rights
    let account: Account
    let unit: Unit
    let ledger: CaseLedger
    let words: LedgerWords
    let requests: [DossierRequest]
    let states: DossierStates

    var rules: DossierRules { ledger.count.rules }
    var records: CaseRecords { ledger.count.records }
  }

  /// Why somebody does not get to the dossiers.
  enum DossierFailure: Error {
    case hindered(Hindrance)
    /// They cannot be counted now.
    case uncounted([Diagnostic])
  }

  /// The dossiers of a unit, for an act that the account may do.
  func begin(
    _ visit: Visit, dossiersOf unit: String, _ act: Act
  ) async throws -> Result<DossierWork, DossierFailure> {
    if let hindrance = try hindrance(visit, of: act) { return .failure(.hindered(hindrance)) }
    guard let snapshot = visit.snapshot, snapshot.records != nil, let rights = visit.rights,
      let account = visit.session?.account, let place = snapshot.places[unit]
    else { return .failure(.hindered(.missing)) }
    let reading = await ledger(of: snapshot)
    guard let ledger = reading.ledger else { return .failure(.uncounted(reading.problems)) }
    let requests = try store.dossierRequests(of: unit)
    return .success(
      DossierWork(
        snapshot: snapshot, rights: rights, account: account,
        unit: snapshot.round.units[place].record.unit, ledger: ledger,
        words: LedgerWords(
          rules: ledger.count.rules, records: ledger.count.records, units: ledger.count.units,
          language: visit.frame.language), requests: requests,
        states: DossierStates(requests, ledger.count.records, ledger.count.rules)))
  }

  /// How the round's dossiers count; whoever comes after the first waits for nobody.
  func ledger(of snapshot: RoundSnapshot) async -> RoundKeeper.LedgerReading {
    if let kept = keeper.dossiers.kept(of: snapshot) { return kept }
    return await dossiers.ledger(of: snapshot, keeper)
  }

  func page(of failure: DossierFailure, _ visit: Visit) -> WebResponse {
    switch failure {
    case .hindered(let hindrance): page(of: hindrance, visit)
    case .uncounted(let problems): uncounted(visit, problems)
    }
  }

  /// The records were read with the round and cannot be counted now: a full disk, a file that goes.
  func uncounted(_ visit: Visit, _ problems: [Diagnostic]) -> WebResponse {
    problem(
      visit, 503,
      visit.frame.say("Chưa đọc được hồ sơ", "The dossiers cannot be read now"),
      problems.first.map { said($0, visit.frame) } ?? "")
  }

  // MARK: All of them

  func dossiersPage(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try await begin(visit, dossiersOf: unit, .readDossiers(unit)) {
    case .failure(let failure): return page(of: failure, visit)
    case .success(let work):
      if let dossier = visit.request.query[DossierForm.dossier] {
        return try await dossierPage(visit, work, dossier)
      }
      guard let page = dossiers(work, visit) else { return uncounted(visit, []) }
      let notice =
        visit.request.query["da-gui"] == nil
        ? nil
        : visit.frame.say(
          "Đã gửi đến nơi giữ dữ liệu hồ sơ; xem kết quả ở cột Giải trình.",
          "Sent to the office that keeps the records; see what becomes of it here.")
      return WebResponse(200, page.html(visit.frame, notice: notice))
    }
  }

  private func dossiers(_ work: DossierWork, _ visit: Visit) -> DossiersPage? {
    let frame = visit.frame
    var page = DossiersPage(unit: work.unit.id, name: work.unit.name)
    page.chosen =
      visit.request.query[DossiersPage.choice].flatMap(DossiersPage.Choice.init) ?? .late
    var chosen: [LedgerEntry] = []
    let problem = work.ledger.read { entry in
      guard entry.unit == work.unit.id else { return }
      let choice = DossiersPage.Choice(entry)
      page.counts[choice, default: 0] += 1
      if choice == page.chosen { chosen.append(entry) }
    }
    guard problem == nil else { return nil }
    page.pages = max(1, (chosen.count + DossiersPage.onPage - 1) / DossiersPage.onPage)
    page.number = min(
      max(1, visit.request.query["trang"].flatMap(Int.init) ?? 1), page.pages)
    page.rows = chosen.dropFirst((page.number - 1) * DossiersPage.onPage)
      .prefix(DossiersPage.onPage).map { entry in
        DossiersPage.Row(
          dossier: entry.dossier, path: DossierForm.path(of: entry.dossier, unit: work.unit.id),
          outcome: work.words.outcome(entry), due: work.words.time(entry.due),
          finished: work.words.time(entry.finished), reasons: work.words.reasons(entry),
          state: work.states[entry.dossier])
      }
    page.fill(work.unit.id, work.ledger, frame)
    return page
  }

  /// The unit's ledger, as `parindex dossiers ledger --unit … --format csv` prints it.
  func dossierTable(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try await begin(visit, dossiersOf: unit, .readDossiers(unit)) {
    case .failure(let failure): return page(of: failure, visit)
    case .success(let work):
      let pages = LedgerPages(work.words)
      var bytes = pages.csvHead()
      let problem = work.ledger.read { entry in
        if entry.unit == unit { bytes += pages.csv([entry]) }
      }
      guard problem == nil else { return uncounted(visit, problem.map { [$0] } ?? []) }
      return .attachment(
        bytes, type: "text/csv; charset=utf-8", name: "ho-so-tthc-\(unit).csv")
    }
  }
}
