internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// One item of one unit, looked at and decided.
extension WebApplication {
  enum MatterStart {
    case work(MatterWork)
    case response(WebResponse)
  }

  func start(_ visit: Visit, _ id: ItemOfUnit) throws -> MatterStart {
    switch try begin(visit, id) {
    case .success(let work): return .work(work)
    case .failure(let hindrance): return .response(page(of: hindrance, visit))
    }
  }

  /// One item of one unit, for whoever may look at it.
  func begin(_ visit: Visit, _ id: ItemOfUnit) throws -> Result<MatterWork, Hindrance> {
    if let hindrance = try hindrance(visit, of: .readMatters(id.unit)) {
      return .failure(hindrance)
    }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account, let matter = Matter(id, in: snapshot)
    else { return .failure(.missing) }
    return .success(MatterWork(matter, rights, account))
  }

  func matterPage(_ visit: Visit, _ id: ItemOfUnit) throws -> WebResponse {
    switch try start(visit, id) {
    case .response(let response): return response
    case .work(let work):
      let page = try page(work, visit, typed: try returned(visit, work))
      let proposed =
        visit.request.query["da-de-nghi"] == nil
        ? nil : visit.frame.say("Đã gửi người duyệt.", "It waits for a second approver.")
      return WebResponse(
        200,
        page.html(
          visit.frame, query: WorkQuery(visit.request.query).text,
          notice: visit.recorded ?? proposed))
    }
  }

  /// What somebody proposed and got back, where they ask to begin with it.
  private func returned(_ visit: Visit, _ work: MatterWork) throws -> AppraisalForm? {
    guard let number = visit.request.query[ProposalPage.again].flatMap(Int64.init),
      let proposal = try store.proposal(number), proposal.kind == .item,
      proposal.person == work.account.person,
      work.matter.id == ItemOfUnit(unit: proposal.unit, item: proposal.item)
    else { return nil }
    return draft(proposal, work.matter, work.rights, visit)
  }

  /// The page with its neighbours in the part of the work that it was come from.
  /// - Parameter typed: what was sent and is shown again.
  private func page(
    _ work: MatterWork, _ visit: Visit, typed: AppraisalForm? = nil, seen: Int? = nil
  ) throws -> MatterPage {
    let frame = visit.frame
    var page = MatterPage(
      work.matter, frame, showsPlaces: work.showsPlaces, showsOthers: work.showsPlaces)
    let query = WorkQuery(visit.request.query)
    let waiting = try store.openProposals()
    let rows = query.rows(
      keeper.work(of: work.account, work.rights, in: work.snapshot), in: work.snapshot,
      waiting: Set(waiting.map { ItemOfUnit(unit: $0.unit, item: $0.item) }))
    func neighbour(_ place: Int) -> Neighbour? {
      guard rows.indices.contains(place),
        let other = Matter(rows[place].matter, in: work.snapshot)
      else { return nil }
      return Neighbour(
        path: WebPath.matter(other.id) + query.text,
        title: "\(other.item.id), \(other.result.record.unit.name)")
    }
    if let place = rows.firstIndex(where: { $0.matter == work.matter.id }),
      !query.putsLast(rows[place], behind: rows[0])
    {
      page.previous = neighbour(place - 1)
      page.next = neighbour(place + 1)
    } else if !work.choices.isEmpty {
      // What was just decided has left its place in the work: on with what is first there.
      page.next = neighbour(0)
    }
    let own = waiting.first { $0.unit == work.matter.unit && $0.item == work.matter.item.id }
    page.proposal = own.map { proposal in
      (
        frame.say(
          "\(name(of: proposal.person, work.rights)) đã đề nghị, đang chờ người thứ hai duyệt",
          "\(name(of: proposal.person, work.rights)) has made a proposal that waits for approval"),
        WebPath.proposal(proposal.number)
      )
    }
    page.refusal = work.refusal.map { frame.text(of: $0, work.snapshot.names) }
    if typed == nil, let stop = hindrance(to: work, at: visit.now.local) {
      page.refusal = frame.text(of: stop, work.snapshot.names)
    } else if !work.choices.isEmpty {
      let stages = work.kind.stages ?? []
      page.form = MatterForm(
        work.matter, work.choices,
        in: work.snapshot.plan.stages.current(stages, at: visit.now.local),
        votes: work.kind == .decided, typed: typed, seen: seen ?? page.seen, frame)
    }
    return page
  }

  /// What stands in the way of anything that the account could say of an item now.
  func hindrance(to work: MatterWork, at time: EventTime) -> ActRefusal? {
    guard let person = work.person, !work.choices.isEmpty else { return nil }
    return work.snapshot.hindrance(
      to: work.choices == [.agenda] ? .agenda : work.kind, by: person, at: time,
      unit: work.matter.unit, subject: .item(work.matter.item.id))
  }

  func name(of person: String, _ rights: Rights) -> String { rights.people[person]?.name ?? person }

  // MARK: Recording

  func decide(_ visit: Visit, _ id: ItemOfUnit) async throws -> WebResponse {
    switch try start(visit, id) {
    case .response(let response): return response
    case .work(let work):
      switch try form(visit, work) {
      case .hindered(let hindrance): return page(of: hindrance, visit)
      case .unreadable: return badForm(visit)
      case .form(let form, let seen): return try await decide(visit, work, form, seen)
      }
    }
  }

  func badForm(_ visit: Visit) -> WebResponse {
    problem(
      visit, 400, visit.frame.say("Không đọc được biểu mẫu", "The form cannot be read"),
      visit.frame.say("Tải lại trang rồi gửi lại.", "Load the page again, then send it again."))
  }

  private func decide(
    _ visit: Visit, _ work: MatterWork, _ form: AppraisalForm, _ seen: Int
  ) async throws -> WebResponse {
    let query = WorkQuery(visit.request.query).text
    switch try await deciding(visit, work, form, seen) {
    case .recorded(let event): return recorded(event, work, query)
    case .proposed(let proposal):
      return .redirect(to: "/\(WebPath.proposal(proposal.number))?moi=1")
    case .overtaken(let events): return try overtaken(visit, work, form, events)
    case .shown(let recording): return try shown(visit, work, form, recording, seen, 200)
    case .refused(let recording, let problems):
      return try shown(visit, work, form, recording, seen, 409, refused: problems)
    case .unclear:
      let page = try page(work, visit, typed: form, seen: seen)
      return WebResponse(
        422,
        page.html(
          visit.frame, query: query,
          notice: visit.frame.say(
            "Chưa ghi: xem các ô bị đánh dấu.", "Not recorded: see the marks.")))
    }
  }

  private func recorded(_ event: Int, _ work: MatterWork, _ query: String) -> WebResponse {
    .redirect(
      to: "/\(WebPath.matter(work.matter.id))\(query)\(query.isEmpty ? "?" : "&")da-ghi=\(event)")
  }

  /// The page with what recording would do, and what was typed.
  private func shown(
    _ visit: Visit, _ work: MatterWork, _ form: AppraisalForm, _ recording: EventRecording,
    _ seen: Int, _ status: Int, refused: [Diagnostic] = []
  ) throws -> WebResponse {
    var page = try page(work, visit, typed: form, seen: seen)
    var trial = TrialSection(
      recording, in: work.snapshot, visit.frame, showsPlaces: work.showsPlaces, sees: work.sees)
    trial.take(refused, visit.frame, work.snapshot.names)
    trial.what = recording.contents.map { what($0, work.matter, visit.frame) }
    page.trial = trial
    return WebResponse(
      status,
      page.html(
        visit.frame, query: WorkQuery(visit.request.query).text,
        sent: form.fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
          + [(name: AppraisalForm.seen, value: String(seen))],
        canPropose: work.kind == .appraised))
  }

  /// What an event will say, in one line.
  func what(_ content: EventContent, _ matter: Matter, _ frame: PageFrame) -> String {
    EventLine(content, in: matter.snapshot.round, frame.language).sentence(saysAbout: false)
  }

  private func overtaken(
    _ visit: Visit, _ work: MatterWork, _ form: AppraisalForm, _ events: [RoundEvent]
  ) throws -> WebResponse {
    // The next sending has seen them.
    var page = try page(work, visit, typed: form, seen: events.last?.sequence)
    let words = EventWords(visit.frame.language)
    let names = RoundWords(work.snapshot.round, visit.frame.language)
    page.newer = events.map { EventLine($0, words, names) }
    return WebResponse(
      409, page.html(visit.frame, query: WorkQuery(visit.request.query).text))
  }
}
