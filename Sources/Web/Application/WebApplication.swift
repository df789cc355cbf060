internal import Diagnostics
internal import EventLog
internal import HTMLWriting
internal import Loading
package import Logging
package import OpenID
internal import Reports
package import Store

/// The application: a request in, an answer out; it knows no socket.
package struct WebApplication: Sendable {
  package struct Settings: Sendable {
    /// Browsers reach it through TLS: cookies and headers say so.
    package var isSecure = false
    /// The round goes by a clock of its own, and its accounts are printed.
    package var isDemonstration = false
    package var passwordCost = PasswordHash.usualCost
    package var evidence = EvidenceSettings()
    /// The folder of the rounds' closed dossiers; nil: none are closed here.
    package var closings: String?
    /// Who signs people in beside the accounts' own passwords; nil: nobody.
    package var provider: OpenIDProvider?

    package init() {}
  }

  let store: Store
  let keeper: RoundKeeper
  let clock: WebClock
  let settings: Settings
  let logger: Logger
  let passwords = PasswordWork()
  let uploads = UploadDesk()
  let files = FileDesk()
  /// Of its own: who looks at a dossier does not wait for a changed round that is tried.
  let dossiers = FileDesk()
  let forms = FormDesk()
  let handouts = HandoutDesk()
  let closings = ClosingDesk()
  let closingChecks = ClosingChecks()
  /// What the password of an account that there is not is checked against, so that it takes as long.
  let nobody: PasswordHash

  package init(
    store: Store, keeper: RoundKeeper, clock: WebClock, settings: Settings = Settings(),
    logger: Logger
  ) {
    self.store = store
    self.keeper = keeper
    self.clock = clock
    self.settings = settings
    self.logger = logger
    nobody = PasswordHash(of: Secret.token(), cost: settings.passwordCost)
  }

  var cookieName: String { settings.isSecure ? "__Host-parindex" : "parindex" }

  /// Answers a request; whatever happens, there is an answer.
  package func respond(to request: WebRequest) async -> WebResponse {
    let began = ContinuousClock.now
    var visit = Visit(request, clock.now())
    var response: WebResponse
    do {
      response =
        request.isOfProgram
        ? await respondAsAPI(&visit) : try await answer(&visit)
    } catch let failure as KeeperFailure {
      response = unavailable(visit, failure)
    } catch is PasswordWork.Overloaded {
      response = problem(
        visit, 503, visit.frame.say("Hệ thống đang bận", "The system is busy"),
        visit.frame.say("Thử lại sau ít phút.", "Try again in some minutes."))
      response.headers.append(("retry-after", "60"))
    } catch {
      // What was typed is still in the browser, and nothing of it is half written.
      logger.error("request failed", metadata: ["error": "\(error)"])
      response = problem(
        visit, 500, visit.frame.say("Chưa thực hiện được", "It could not be done"),
        visit.frame.say(
          "Máy chủ gặp sự cố (có thể đĩa đã đầy). Dữ liệu đã lưu trước đó còn nguyên; quay lại trang trước để thử lại.",
          "The server met a problem (the disk may be full). What was saved before is safe; go back to try again."
        ))
    }
    harden(&response)
    logger.info(
      "request",
      metadata: [
        "method": "\(request.method)", "path": "\(request.path)", "status": "\(response.status)",
        "account": "\(visit.session?.account.login ?? "-")", "address": "\(request.address)",
        "milliseconds": "\(began.duration(to: .now).milliseconds)",
      ])
    return response
  }

  private func answer(_ visit: inout Visit) async throws -> WebResponse {
    guard let route = Route(visit.request.path) else { return notFound(visit) }
    switch visit.request.method {
    case .get, .head: break
    case .post: if let refusal = try refusalOfForm(&visit, route) { return refusal }
    case .put, .other:
      return problem(visit, 405, visit.frame.say("Không hỗ trợ", "Not supported"), "")
    }
    switch route {
    case .style: return look("text/css; charset=utf-8", pageStyle, applicationStyle)
    case .script: return look("text/javascript; charset=utf-8", applicationScript)
    case .uploadScript: return look("text/javascript; charset=utf-8", uploadScript)
    case .health: return try await health
    case .signIn: return try await signIn(&visit)
    case .provider: return try await goToProvider(visit)
    case .providerReturn: return try await comeFromProvider(visit)
    case .home, .signOut, .language, .account, .unit, .item, .shared, .check, .sheet, .rankings,
      .log, .access, .work, .progress, .proposals, .sharedDecision, .part, .partFile, .proposal,
      .matter, .explanation, .council, .meeting, .agenda, .publication, .shelf, .document, .file,
      .pieces,
      .piece, .form, .formFile, .notices, .setup,
      .deadlines, .overview, .drift, .figures, .registers, .dispute,
      .closings, .closingFile, .dossiers, .dossierTable, .dossierRequests, .reconsiderations,
      .handouts, .handout, .sheetPaper, .reportPaper:
      return try await answer(route, signedIn: &visit)
    }
  }

  private func answer(_ route: Route, signedIn visit: inout Visit) async throws -> WebResponse {
    let token = visit.request.cookie(cookieName)
    guard let token, let session = try store.session(token, at: visit.now.seconds) else {
      return signInFirst(visit)
    }
    visit.session = session
    if uploads.isTimeToSweep(at: visit.now.seconds) { try sweepPieces(at: visit.now.seconds) }
    let isForm = visit.request.method == .post
    // A form with a file is read, and its token looked at, where it is known who may send one.
    if isForm, !visit.isUpload, !Secret.areEqual(visit.form["token"], session.formToken) {
      return try refusedForm(visit)
    }
    let snapshot = try await keeper.snapshot()
    visit.take(snapshot, settings)
    try visit.count(notices(visit), read: store.readNotices(of: session.account))
    switch route {
    case .signOut: return isForm ? try signOut(visit) : .redirect(to: "/")
    case .language: return isForm ? try setLanguage(visit) : .redirect(to: "/")
    case .account: return isForm ? try await changePassword(visit) : accountPage(visit)
    case .home: return home(visit)
    case .unit(let unit): return try unitPage(visit, unit)
    case .item(let unit, let item):
      return isForm ? try await saveItem(visit, unit, item) : try itemPage(visit, unit, item)
    case .shared(let unit):
      return isForm
        ? try await saveItem(visit, unit, AnswerForm.shared)
        : try itemPage(visit, unit, AnswerForm.shared)
    case .check(let unit):
      return isForm ? try await handIn(visit, unit) : try checkPage(visit, unit)
    case .shelf(let unit):
      return isForm ? try await addDocument(visit, unit) : try shelfPage(visit, unit)
    case .document(let unit, let document):
      return isForm
        ? try changeDocument(visit, unit, document) : try documentPage(visit, unit, document)
    case .form(let unit):
      return isForm ? try await takeForm(visit, unit) : try formPage(visit, unit)
    case .formFile(let unit): return try await formFile(visit, unit)
    case .file(let unit, let document): return try evidenceFile(visit, unit, document)
    case .pieces(let unit):
      return isForm ? try beginPieces(visit, unit) : .redirect(to: "/" + WebPath.shelf(unit))
    case .piece(let unit, let upload):
      return isForm
        ? try await takePiece(visit, unit, upload) : try countPieces(visit, unit, upload)
    case .sheet(let unit): return try sheetPage(visit, unit)
    case .rankings(let block): return try rankingPage(visit, block)
    case .log: return try logPage(visit)
    case .access: return try accessPage(visit)
    case .notices: return isForm ? try readNotices(visit) : try noticesPage(visit)
    case .figures(let unit):
      return isForm ? try saveDispute(visit, unit) : try figuresPage(visit, unit)
    case .reconsiderations:
      return isForm ? try await reconsider(visit) : try reconsiderationPage(visit)
    case .handouts: return try handoutsPage(visit)
    case .handout(let handout): return try await self.handout(visit, handout)
    case .sheetPaper(let unit): return try await sheetPaper(visit, unit)
    case .reportPaper(let unit): return try await reportPaper(visit, unit)
    case .registers: return try registersPage(visit)
    case .closings: return isForm ? try await close(visit) : try await closingsPage(visit)
    case .closingFile(let number, let file): return try closingFile(visit, number, file)
    case .dossiers(let unit):
      return isForm
        ? try await explainDossier(visit, unit) : try await dossiersPage(visit, unit)
    case .dossierTable(let unit): return try await dossierTable(visit, unit)
    case .dossierRequests:
      return isForm ? try await decideDossiers(visit) : try await dossierRequestsPage(visit)
    case .dispute(let unit, let figure):
      return isForm
        ? try await decideDispute(visit, unit, figure) : try disputePage(visit, unit, figure)
    case .setup: return isForm ? try await tryFile(visit) : try setupPage(visit)
    case .deadlines:
      return isForm ? try await moveDeadline(visit) : .redirect(to: "/" + WebPath.setup)
    case .overview: return try overviewPage(visit)
    case .drift: return try driftPage(visit)
    case .work: return try workPage(visit)
    case .progress: return try progressPage(visit)
    case .matter(let matter):
      return isForm ? try await decide(visit, matter) : try matterPage(visit, matter)
    case .sharedDecision:
      return isForm ? try await decideShared(visit) : try sharedDecisionPage(visit)
    case .part: return isForm ? try await takePart(visit) : try partPage(visit)
    case .partFile: return isForm ? .redirect(to: "/" + WebPath.part) : try partFile(visit)
    case .proposals: return try proposalsPage(visit)
    case .proposal(let number):
      return isForm ? try await settle(visit, number) : try proposalPage(visit, number)
    case .explanation(let matter):
      return isForm
        ? try await explain(visit, matter)
        : .redirect(to: "/" + WebPath.item(matter.item, of: matter.unit))
    case .council: return try councilPage(visit)
    case .meeting:
      return isForm ? try await recordMeeting(visit) : .redirect(to: "/" + WebPath.council)
    case .agenda:
      return isForm ? try await decideAgenda(visit) : .redirect(to: "/" + WebPath.council)
    case .publication:
      return isForm ? try await publish(visit) : try publicationPage(visit)
    case .signIn, .provider, .providerReturn, .style, .script, .uploadScript, .health:
      return notFound(visit)
    }
  }

  /// Why a form is not read; nil: it was.
  private func refusalOfForm(_ visit: inout Visit, _ route: Route) throws -> WebResponse? {
    if visit.request.isFromElsewhere {
      return try refused(
        visit, "cross-site",
        visit.frame.say("Biểu mẫu gửi từ trang khác.", "The form came from another site."))
    }
    let type = visit.request.headers["content-type"]?.lowercased() ?? ""
    if route.takesFiles, visit.isUpload { return nil }
    // Bytes have no place for the session's token but beside them.
    if route.takesPieces, visit.isPiece {
      visit.form.values["token"] = visit.request.headers["x-form-token"]
      return nil
    }
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      return problem(visit, 415, visit.frame.say("Không đọc được", "Not readable"), "")
    }
    guard let form = FormReading.fields(visit.request.body) else {
      return problem(
        visit, 400, visit.frame.say("Không đọc được biểu mẫu", "The form cannot be read"),
        visit.frame.say(
          "Nội dung quá dài hoặc có ký tự không hợp lệ; quay lại trang trước để sửa.",
          "It is too long or holds characters that are not text; go back to mend it."))
    }
    visit.form = form
    return nil
  }

  // MARK: Pages of their own

  private func look(_ type: String, _ parts: StaticString...) -> WebResponse {
    var writer = HTMLWriter()
    for part in parts { writer.literal(part) }
    var response = WebResponse(200, type: type, writer.bytes)
    response.headers.append(("cache-control", "public, max-age=300"))
    return response
  }

  private var health: WebResponse {
    get async throws {
      _ = try store.setting("clock")
      let snapshot = try await keeper.snapshot()
      let text = "{\"status\":\"ok\",\"events\":\(snapshot.loaded.log?.count ?? 0)}\n"
      return WebResponse(200, type: "application/json", Array(text.utf8))
    }
  }

  /// What every answer says to a browser: nothing but the application's own pages and style.
  private func harden(_ response: inout WebResponse) {
    if response.header("content-security-policy") == nil {
      response.headers += [
        ("x-frame-options", "DENY"),
        (
          "content-security-policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
        ),
      ]
    }
    response.headers += [
      ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"),
      ("x-permitted-cross-domain-policies", "none"),
      ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", "same-origin"),
      ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ]
    if response.header("cache-control") == nil {
      response.headers.append(("cache-control", "no-store"))
    }
    if settings.isSecure {
      response.headers.append(("strict-transport-security", "max-age=31536000"))
    }
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
