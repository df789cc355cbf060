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
      open: rows(try store.openProposals()),
      closed: rows(
        try store.closedProposals(limit: 50) { unit, item in
          rights.allows(.readMatters(unit), by: account)
            && Matter(ItemOfUnit(unit: unit, item: item), in: snapshot) != nil
        }))
    return WebResponse(200, page.html(visit.frame))
  }

  private enum ProposalStart {
    case work(ProposalWork)
    case response(WebResponse)
  }

  private func start(_ visit: Visit, proposal number: Int64) throws -> ProposalStart {
    switch try begin(visit, proposal: number) {
    case .success(let work): return .work(work)
    case .failure(let hindrance): return .response(page(of: hindrance, visit))
    }
  }

  func proposalPage(
    _ visit: Visit, _ number: Int64, _ status: Int = 200, refused: [Diagnostic] = [],
    fault: String? = nil
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
        what: found.recording?.contents.first.map { what($0, work.matter, frame) }
          ?? settled(proposal, work.matter, visit),
        ground: found.recording?.contents.first?.ground.map(work.snapshot.ground),
        basis: found.recording?.contents.first?.basis,
        again: isOwn && proposal.state == .returned && !work.choices.isEmpty
          ? WebPath.matter(work.matter.id) + "?\(ProposalPage.again)=\(number)#y-kien" : nil,
        fault: fault,
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
      guard let step = AppraisalStep(rawValue: visit.form[AppraisalForm.step]) else {
        return badForm(visit)
      }
      switch try await settling(visit, found, step) {
      case .settled: return .redirect(to: "/" + WebPath.proposal(number))
      case .unreadable: return badForm(visit)
      case .hindered(let hindrance): return page(of: hindrance, visit)
      case .notProposer:
        return problem(
          visit, 403, visit.frame.say("Không được phép", "Not allowed"),
          visit.frame.say("Chỉ người đề nghị rút được.", "Only its proposer takes it back."))
      case .withoutReason:
        return try proposalPage(
          visit, number, 422,
          fault: visit.frame.say(
            "ghi lý do để người đề nghị biết phải sửa gì", "say why, for its proposer to mend it"))
      case .conflict(let problems):
        return try proposalPage(visit, number, 409, refused: problems)
      }
    }
  }
}
