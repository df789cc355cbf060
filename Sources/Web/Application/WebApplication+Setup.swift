internal import Diagnostics
internal import Grading
internal import Loading
internal import Store

/// How the round is set up, what of it is open, and how alike it is appraised.
extension WebApplication {
  func setupPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readSetup) { return refusal }
    guard let page = try setup(visit) else { return notFound(visit) }
    let query = visit.request.query
    let notice =
      query["da-ghi"].flatMap(Int.init).map {
        visit.frame.say("Đã thay tệp, sự kiện số \($0).", "The file was replaced, event \($0).")
      }
      ?? query["da-doi"].flatMap(Int.init).map {
        visit.frame.say("Đã dời hạn, sự kiện số \($0).", "The deadline was moved, event \($0).")
      }
    return WebResponse(200, page.html(visit.frame, notice: notice))
  }

  /// The page with the form that the account has.
  func setup(_ visit: Visit) throws -> SetupPage? {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return nil }
    var page = SetupPage(
      snapshot, at: visit.now.local, accounts: Set(try store.accounts().compactMap(\.person)),
      visit.frame)
    page.deadlines = deadlinePart(visit)
    if rights.allows(.tryFile, by: account) {
      page.files = RoundFiles(snapshot).all.map { .init(id: $0, title: $0) }
      page.replacesRegisters = rights.allows(.replaceFile(.register), by: account)
      page.refusal = rights.refusal(of: .replaceFile(.rules), by: account)
        .map { visit.frame.text(of: $0, snapshot.names) }
    }
    return page
  }

  func overviewPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readSetup) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return notFound(visit) }
    let page = OverviewPage(
      snapshot, keeper.work(in: snapshot).rows, waiting: try waiting(),
      keeper.notices(in: snapshot), for: account, rights, at: visit.now.local, visit.frame)
    return WebResponse(200, page.html(visit.frame))
  }

  func driftPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readDrift) { return refusal }
    guard let snapshot = visit.snapshot else { return notFound(visit) }
    let page = DriftPage(keeper.crossChecks(in: snapshot), in: snapshot.round, visit.frame)
    return WebResponse(200, page.html(visit.frame))
  }
}

/// The round's own files, as its log names them.
struct RoundFiles: Sendable {
  /// Sorted; registers among them.
  let all: [String]
  private let registers: Set<String>

  init(_ snapshot: RoundSnapshot) {
    let plan = snapshot.plan
    all = Set(snapshot.loaded.setting.digests.map { plan.cited($0.path) }).sorted()
    registers = Set(plan.figures.tables.values.map { plan.cited($0.file.path) })
  }

  /// nil: the round has no such file.
  func kind(of file: String) -> RoundFileKind? {
    guard all.contains(file) else { return nil }
    return registers.contains(file) ? .register : .rules
  }
}
