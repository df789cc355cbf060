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
      snapshot, own: rights.person(of: account)?.unit, visit.frame
    ) { rights.allows(.readDisputes($0.name), by: account) }
    page.hasClosings =
      snapshot.records != nil && rights.allows(.readClosings, by: account)
    return WebResponse(200, page.html(visit.frame))
  }

  func disputePage(_ visit: Visit, _ unit: String, _ figure: String) throws -> WebResponse {
    switch try begin(visit, unit, figure: figure) {
    case .failure(let hindrance): return page(of: hindrance, visit)
    case .success(let work):
      let proposed =
        visit.request.query["da-de-nghi"] == nil
        ? nil
        : visit.frame.say(
          "Đã gửi, chờ người thứ hai duyệt.", "It is sent and waits for a second approver.")
      return WebResponse(
        200, try page(work, visit).html(visit.frame, notice: visit.recorded ?? proposed))
    }
  }

  private func page(
    _ work: DisputeWork, _ visit: Visit, refused: [Diagnostic] = []
  ) throws -> DisputePage {
    let frame = visit.frame
    let values = PlainValueWords(frame.language)
    let names = RoundWords(work.snapshot.round, frame.language)
    let record = work.snapshot.round.units[work.place].record
    let events = work.watch(seen: 0).events(work.snapshot.loaded)
    let refusal = refusal(ofDeciding: work, visit)
    var page = DisputePage(
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
    let register = Act.register(of: work.figure.name.name)
    page.isForApproval =
      visit.session.map {
        visit.rights?.allows(.readDisputes(register), by: $0.account) != true
      } ?? true
    page.waiting = try proposal(on: work, visit).flatMap {
      shown($0, work, visit, refused: refused)
    }
    return page
  }

  func decideDispute(_ visit: Visit, _ unit: String, _ name: String) async throws -> WebResponse {
    switch try begin(visit, unit, figure: name) {
    case .failure(let hindrance): return page(of: hindrance, visit)
    case .success(let work):
      switch AppraisalStep(rawValue: visit.form[AppraisalForm.step]) {
      case .approve?, .giveBack?, .withdraw?: return try await settle(work, visit)
      case .preview?, .record?, .propose?, nil: break
      }
      switch try await deciding(visit, work) {
      case .hindered(let hindrance): return page(of: hindrance, visit)
      case .unreadable: return badForm(visit)
      case .unclear(let form):
        return WebResponse(422, try page(form, work, visit).html(visit.frame))
      case .proposed:
        let path = WebPath.dispute(work.figure.name.name, of: work.unit)
        return .redirect(to: "/\(path)?da-de-nghi=1")
      case .tried((let form, let recording, let outcome)):
        return try tried(form, recording, outcome, work, visit)
      }
    }
  }

  private func settle(_ work: DisputeWork, _ visit: Visit) async throws -> WebResponse {
    guard let step = AppraisalStep(rawValue: visit.form[AppraisalForm.step]) else {
      return badForm(visit)
    }
    switch try await settling(visit, work, step) {
    case .settled:
      return .redirect(to: "/" + WebPath.dispute(work.figure.name.name, of: work.unit))
    case .unreadable: return badForm(visit)
    case .hindered(let hindrance): return page(of: hindrance, visit)
    case .notProposer:
      return problem(
        visit, 403, visit.frame.say("Không được phép", "Not allowed"),
        visit.frame.say("Chỉ người đề nghị rút được.", "Only its proposer takes it back."))
    case .withoutReason:
      var page = try page(work, visit)
      page.waiting?.fault = visit.frame.say(
        "ghi lý do để người đề nghị biết phải sửa gì", "say why, for its proposer to mend it")
      return WebResponse(422, page.html(visit.frame))
    case .conflict(let problems):
      return WebResponse(409, try page(work, visit, refused: problems).html(visit.frame))
    }
  }

  /// The page with what was typed.
  private func page(_ form: FigureForm, _ work: DisputeWork, _ visit: Visit) throws -> DisputePage {
    var page = try page(work, visit)
    page.typed = form.fields
    page.problems = form.problems
    return page
  }

  private func tried(
    _ form: FigureForm, _ recording: EventRecording, _ outcome: Recording?, _ work: DisputeWork,
    _ visit: Visit
  ) throws -> WebResponse {
    var page = try page(form, work, visit)
    let frame = visit.frame
    var refused: [Diagnostic] = []
    switch outcome {
    case .done(let number), .already(let number):
      return .redirect(to: "/\(page.path)?da-ghi=\(number)")
    case .overtaken: page.isOvertaken = true
    case .refused(let problems): refused = problems
    case nil: break
    }
    // What a register's keeper sees of a unit is the item's points, no place.
    var trial = TrialSection(recording, in: work.snapshot, frame, showsPlaces: false) {
      $0 == work.unit
    }
    trial.take(refused, frame, work.snapshot.names)
    trial.what = recording.contents.map {
      EventLine($0, in: work.snapshot.round, frame.language).sentence()
    }
    page.trial = trial
    return WebResponse(outcome == nil ? 200 : 409, page.html(frame))
  }
}
