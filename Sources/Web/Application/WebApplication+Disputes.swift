internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// Registers, and what the offices that keep them decide of disputed figures.
extension WebApplication {
  func registersPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readRegisters) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return notFound(visit) }
    var page = RegistersPage(
      snapshot, own: account.person.flatMap { rights.people[$0]?.unit }, visit.frame
    ) { rights.allows(.readDisputes($0.name), by: account) }
    page.hasClosings =
      snapshot.records != nil && rights.allows(.readClosings, by: account)
    return WebResponse(200, page.html(visit.frame))
  }

  private struct DisputeWork {
    let snapshot: RoundSnapshot
    let place: Int
    let unit: String
    let figure: HeldFigure
    let dispute: Dispute?
    let watch: @Sendable (Int) -> Watch
  }

  private enum DisputeStart {
    case work(DisputeWork)
    case response(WebResponse)
  }

  private func start(_ visit: Visit, _ unit: String, _ name: String) throws -> DisputeStart {
    if let refusal = try refusal(visit, of: .readDisputes(Act.register(of: name))) {
      return .response(refusal)
    }
    guard let snapshot = visit.snapshot, let place = snapshot.places[unit],
      let figure = HeldFigure.one(name, of: place, in: snapshot)
    else { return .response(notFound(visit)) }
    let dispute = snapshot.round.units[place].record.assessment.disputes.first {
      $0.figure == name
    }
    return .work(
      DisputeWork(
        snapshot: snapshot, place: place, unit: unit, figure: figure, dispute: dispute
      ) { seen in
        Watch(unit: unit, seen: seen) { content in
          switch content.subject {
          case .figure(let other)?: other == name
          case .item?: false
          case nil: [.submitted, .replaced, .locked, .unlocked].contains(content.kind)
          }
        }
      })
  }

  func disputePage(_ visit: Visit, _ unit: String, _ figure: String) throws -> WebResponse {
    switch try start(visit, unit, figure) {
    case .response(let response): return response
    case .work(let work):
      return WebResponse(200, page(work, visit).html(visit.frame, notice: visit.recorded))
    }
  }

  private func page(_ work: DisputeWork, _ visit: Visit) -> DisputePage {
    let frame = visit.frame
    let values = PlainValueWords(frame.language)
    let names = RoundWords(work.snapshot.round, frame.language)
    let record = work.snapshot.round.units[work.place].record
    let events = work.watch(0).events(work.snapshot.loaded)
    let subject = EventSubject.figure(work.figure.name.name)
    let refusal = visit.rights.flatMap { rights in
      visit.session.flatMap { session in
        rights.refusal(
          of: .correctFigure(unit: work.unit, figure: work.figure.name.name),
          by: session.account)
          ?? session.account.person.flatMap { rights.people[$0] }.flatMap {
            work.snapshot.hindrance(
              to: .corrected, by: $0, at: visit.now.local, unit: work.unit, subject: subject)
          }
      }
    }
    return DisputePage(
      path: WebPath.dispute(work.figure.name.name, of: work.unit), figure: work.figure.name.title,
      unit: record.unit.name, register: work.figure.table.title,
      held: values.text(work.figure.held, of: work.figure.name),
      corrected: work.figure.isCorrected
        ? work.figure.inForce.map {
          TypedValue.read($0, as: work.figure.name.type, frame.language)
        } : nil,
      details: work.figure.origin.rows.map(\.text),
      claim: work.dispute.map { values.text(.known($0.claim), of: work.figure.name) },
      ground: work.dispute?.ground ?? "",
      documents: (work.dispute?.citations ?? []).map { citation in
        let document = record.assessment.shelf[citation.document]
        let hasFile = if case .present = document.state { true } else { false }
        let mayOpen =
          hasFile
          && visit.rights.flatMap { rights in
            visit.session.map {
              rights.allows(
                .readDocument(unit: work.unit, document: document.id), by: $0.account)
            }
          } == true
        return DisputePage.Document(
          title: [document.number, document.title ?? document.kind].compactMap(\.self)
            .joined(separator: ", "),
          path: mayOpen ? WebPath.file(document.id, of: work.unit) : nil)
      },
      history: events.filter { $0.content.subject != nil }.reversed().map {
        EventLine($0, EventWords(frame.language), names)
      }, seen: events.last?.sequence ?? 0,
      grounds: (work.snapshot.loaded.setting.procedure.grounds ?? []).map {
        .init(id: $0.id, title: $0.title)
      }, refusal: refusal.map { frame.text(of: $0, work.snapshot.names) })
  }

  func decideDispute(_ visit: Visit, _ unit: String, _ name: String) async throws -> WebResponse {
    switch try start(visit, unit, name) {
    case .response(let response): return response
    case .work(let work):
      let act = Act.correctFigure(unit: unit, figure: name)
      if let refusal = try refusal(visit, of: act) { return refusal }
      guard let person = visit.session?.account.person.flatMap({ visit.rights?.people[$0] }),
        let seen = visit.seen
      else { return badForm(visit) }
      var page = page(work, visit)
      for field in [
        DisputePage.choice, DisputePage.value, AppraisalForm.ground, AppraisalForm.reason,
        AppraisalForm.basis,
      ] where !visit.form[field].isEmpty {
        page.typed[field] = visit.form[field]
      }
      guard let value = value(&page, work, visit.frame) else {
        return WebResponse(422, page.html(visit.frame))
      }
      let content = content(value, page.typed, person, work, at: visit.now.local)
      return try await record(content, page, work, seen, visit)
    }
  }

  /// What the figure becomes, as files write it; nil: that cannot be meant.
  private func value(
    _ page: inout DisputePage, _ work: DisputeWork, _ frame: PageFrame
  ) -> String? {
    switch page.typed[DisputePage.choice].flatMap(DisputePage.Choice.init) {
    case .accept?:
      if let claim = work.dispute.flatMap({ work.figure.name.written($0.claim) }) { return claim }
    case .keep?:
      if work.dispute != nil, let held = work.figure.written { return held }
    case .other?:
      if let typed = page.typed[DisputePage.value] {
        return TypedValue.filed(typed, as: work.figure.name.type)
      }
      page.problems[DisputePage.value] = frame.say("ghi giá trị đúng", "give the right value")
      return nil
    case nil: break
    }
    page.problems[DisputePage.choice] = frame.say(
      "chọn một việc làm được với số liệu này", "choose what can be done about it")
    return nil
  }

  private func content(
    _ value: String, _ typed: [String: String], _ person: Person, _ work: DisputeWork,
    at time: EventTime
  ) -> EventContent {
    var content = EventContent(
      time: time, author: person.id, role: person.role.rawValue, kind: .corrected)
    let subject = EventSubject.figure(work.figure.name.name)
    content.unit = work.unit
    content.subject = subject
    content.stage = work.snapshot.plan.stages.current([.appraisal], at: time)?.id
    content.ground = typed[AppraisalForm.ground]
    content.text = typed[AppraisalForm.reason]
    content.basis = typed[AppraisalForm.basis]
    WrittenDecision.value(value).fill(
      &content, EventDrafting(work.snapshot.round, unit: work.place, subject: subject))
    // The kind says what it is.
    content.decision = nil
    return content
  }

  private func record(
    _ content: EventContent, _ page: DisputePage, _ work: DisputeWork, _ seen: Int, _ visit: Visit
  ) async throws -> WebResponse {
    var page = page
    let frame = visit.frame
    let recording = EventRecording(work.snapshot.loaded, work.snapshot.round, [content])
    var refused: [Diagnostic] = []
    var status = 200
    if visit.form[AppraisalForm.step] == AppraisalStep.record.rawValue {
      switch try await keeper.record(recording, watching: work.watch(seen)) {
      case .done(let number), .already(let number):
        return .redirect(to: "/\(page.path)?da-ghi=\(number)")
      case .overtaken:
        page.isOvertaken = true
        status = 409
      case .refused(let problems):
        refused = problems
        status = 409
      }
    }
    // What a register's keeper sees of a unit is the item's points, no place.
    var trial = TrialSection(recording, in: work.snapshot, frame, showsPlaces: false) {
      $0 == work.unit
    }
    trial.take(refused, frame, work.snapshot.names)
    trial.what = [EventLine(content, in: work.snapshot.round, frame.language).sentence()]
    page.trial = trial
    return WebResponse(status, page.html(frame))
  }
}
