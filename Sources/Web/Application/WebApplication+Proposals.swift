internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// What waits for a second approver: it becomes an event only with them.
extension WebApplication {
  func proposalsPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readWork) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return notFound(visit) }
    func rows(_ proposals: [StoredProposal]) -> [ProposalsPage.Row] {
      proposals.compactMap { proposal in
        let id = ItemOfUnit(unit: proposal.unit, item: proposal.item)
        guard rights.allows(.readMatters(id.unit), by: account),
          let matter = Matter(id, in: snapshot)
        else { return nil }
        return ProposalsPage.Row(
          path: WebPath.proposal(proposal.number),
          title: "\(matter.item.id). \(matter.item.title)",
          unit: matter.result.record.unit.name,
          proposer: name(of: proposal.person, rights),
          time: EventWords(visit.frame.language).time(visit.now.local(at: proposal.madeAt)),
          what: settled(proposal, matter, visit)
            ?? draft(proposal, matter, rights, visit).content
            .map { what($0, matter, visit.frame) } ?? "–",
          state: visit.frame.state(proposal.state),
          isOwn: proposal.person == account.person)
      }
    }
    let page = ProposalsPage(
      open: rows(try store.openProposals()), closed: rows(try store.closedProposals(limit: 50)))
    return WebResponse(200, page.html(visit.frame))
  }

  /// What a proposal says, as its proposer would record it now.
  private func draft(
    _ proposal: StoredProposal, _ matter: Matter, _ rights: Rights, _ visit: Visit
  ) -> AppraisalForm {
    AppraisalForm(
      proposal.fields, .appraised, AppraisalForm.Choice.allCases, of: matter, by: proposal.person,
      role: rights.people[proposal.person]?.role.rawValue ?? "", at: visit.now.local, visit.frame)
  }

  /// What an approved one became; nil: it is no event.
  private func settled(
    _ proposal: StoredProposal, _ matter: Matter, _ visit: Visit
  ) -> String? {
    proposal.event.flatMap { number in matter.events.first { $0.sequence == number } }
      .map { what($0.content, matter, visit.frame) }
  }

  private struct ProposalWork {
    let proposal: StoredProposal
    let work: MatterWork
    /// As it would be recorded with this approver; nil: it can be read no more.
    let recording: EventRecording?
    let newer: [RoundEvent]
    /// The number of the event that says what it proposes already.
    let repeated: Int?
    let refusal: ActRefusal?
  }

  private enum ProposalStart {
    case work(ProposalWork)
    case response(WebResponse)
  }

  private func start(_ visit: Visit, proposal number: Int64) throws -> ProposalStart {
    if let refusal = try refusal(visit, of: .readWork) { return .response(refusal) }
    guard let proposal = try store.proposal(number) else { return .response(notFound(visit)) }
    switch try start(visit, ItemOfUnit(unit: proposal.unit, item: proposal.item)) {
    case .response(let response): return .response(response)
    case .work(let work):
      let matter = work.matter
      let draft = draft(proposal, matter, work.rights, visit)
      var content = draft.content
      content?.approver = work.account.person
      let newer = matter.watch(seen: proposal.seen).events(work.snapshot.loaded)
        .filter { $0.sequence > proposal.seen }
      return .work(
        ProposalWork(
          proposal: proposal, work: work,
          recording: content.map {
            EventRecording(work.snapshot.loaded, work.snapshot.round, [$0])
          }, newer: newer,
          repeated: draft.repeated(by: newer, of: matter, from: proposal.person),
          refusal: work.rights.refusal(
            of: .approve(matter.id, proposer: proposal.person), by: work.account)))
    }
  }

  func proposalPage(
    _ visit: Visit, _ number: Int64, _ status: Int = 200, refused: [Diagnostic] = []
  ) throws -> WebResponse {
    switch try start(visit, proposal: number) {
    case .response(let response): return response
    case .work(let found):
      let frame = visit.frame
      let (work, proposal) = (found.work, found.proposal)
      let words = EventWords(frame.language)
      let names = RoundWords(work.snapshot.round, frame.language)
      let isOwn = proposal.person == work.account.person
      var trial = found.recording.map {
        TrialSection($0, in: work.snapshot, frame, showsPlaces: work.showsPlaces, sees: work.sees)
      }
      // Who proposed it, or never approves, is shown the effect and no rule about themselves.
      if found.refusal != nil { trial?.refusals = [] }
      if !refused.isEmpty {
        trial?.refusals = refused.map { TrialSection.refusal($0, frame, work.snapshot.names) }
      }
      trial?.what = (found.recording?.contents ?? []).map { what($0, work.matter, frame) }
      let page = ProposalPage(
        number: proposal.number, title: "\(work.matter.item.id). \(work.matter.item.title)",
        unit: work.matter.result.record.unit.name, matter: WebPath.matter(work.matter.id),
        proposer: name(of: proposal.person, work.rights),
        time: words.time(visit.now.local(at: proposal.madeAt)),
        state: proposal.state == .open ? nil : frame.state(proposal.state),
        note: proposal.note, event: proposal.event,
        ground: found.recording?.contents.first?.ground.map(work.snapshot.ground),
        basis: found.recording?.contents.first?.basis,
        newer: proposal.state == .open ? found.newer.map { EventLine($0, words, names) } : [],
        trial: proposal.state == .open ? trial : nil,
        refusal: proposal.state == .open && !isOwn
          ? found.refusal.map { frame.text(of: $0, work.snapshot.names) } : nil,
        canApprove: proposal.state == .open && found.refusal == nil,
        canWithdraw: proposal.state == .open && isOwn)
      return WebResponse(
        status,
        page.html(
          frame,
          notice: visit.request.query["moi"] == nil
            ? nil
            : frame.say(
              "Đã gửi, chờ người thứ hai duyệt.", "It is sent and waits for a second approver.")))
    }
  }

  /// Approves a proposal, gives it back, or takes it back.
  func settle(_ visit: Visit, _ number: Int64) async throws -> WebResponse {
    switch try start(visit, proposal: number) {
    case .response(let response): return response
    case .work(let found):
      let back = WebResponse.redirect(to: "/" + WebPath.proposal(number))
      let (proposal, account) = (found.proposal, found.work.account)
      // A second click finds it settled.
      guard proposal.state == .open else { return back }
      switch AppraisalStep(rawValue: visit.form[AppraisalForm.step]) {
      case .withdraw:
        guard proposal.person == account.person else {
          return try refused(
            visit, "withdraw",
            visit.frame.say("Chỉ người đề nghị rút được.", "Only its proposer takes it back."))
        }
        let (store, now) = (store, visit.now.seconds)
        _ = try await keeper.alone { _ in
          try store.close(proposal: number, .withdrawn, by: account.login, at: now)
        }
        return back
      case .giveBack, .approve:
        let act = Act.approve(found.work.matter.id, proposer: proposal.person)
        if let refusal = try refusal(visit, of: act) { return refusal }
        if visit.form[AppraisalForm.step] == AppraisalStep.giveBack.rawValue {
          let (store, now) = (store, visit.now.seconds)
          let note = visit.form[AppraisalForm.reason]
          _ = try await keeper.alone { _ in
            try store.close(proposal: number, .returned, by: account.login, note: note, at: now)
          }
          return back
        }
        return try await approve(visit, found)
      case .preview, .record, .propose, nil: return badForm(visit)
      }
    }
  }

  /// Records it and ends the proposal, with nobody taking it back in between.
  private func approve(_ visit: Visit, _ found: ProposalWork) async throws -> WebResponse {
    let number = found.proposal.number
    let back = WebResponse.redirect(to: "/" + WebPath.proposal(number))
    let (store, login, now) = (store, found.work.account.login, visit.now.seconds)
    guard let recording = found.recording else {
      // Recorded by an approval that did not live to end the proposal: nothing is left to change.
      guard let event = found.repeated else { return try proposalPage(visit, number, 409) }
      _ = try store.close(proposal: number, .approved, by: login, event: event, at: now)
      return back
    }
    let watch = found.work.matter.watch(seen: found.proposal.seen)
    let outcome = try await keeper.alone { keeper -> Recording? in
      guard try store.proposal(number)?.state == .open else { return nil }
      let outcome = try keeper.record(recording, watching: watch)
      switch outcome {
      case .done(let event), .already(let event):
        _ = try store.close(proposal: number, .approved, by: login, event: event, at: now)
      case .overtaken, .refused: break
      }
      return outcome
    }
    switch outcome {
    case .done, .already, nil: return back
    case .overtaken: return try proposalPage(visit, number, 409)
    case .refused(let problems):
      return try proposalPage(visit, number, 409, refused: problems)
    }
  }
}
