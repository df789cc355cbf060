internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// Corrections of figures that move an item so far that a second person has to stand for them.
extension WebApplication {
  /// The proposal about a figure that a page tells of: the one that waits, or else the account's own
  /// that came back last.
  func proposal(on work: DisputeWork, _ visit: Visit) throws -> StoredProposal? {
    let name = work.figure.name.name
    if let open = try store.openProposals(about: .figure)
      .first(where: { $0.unit == work.unit && $0.item == name })
    {
      return open
    }
    let login = visit.session?.account.login
    let last = try store.closedProposals(limit: 1, about: .figure) {
      $0 == work.unit && $1 == name
    }.first
    return last.flatMap { $0.login == login && $0.state == .returned ? $0 : nil }
  }

  /// Whether somebody who keeps no such register looks at one of its figures to approve what is
  /// proposed about it, or settled what was proposed last.
  func approves(_ unit: String, _ figure: String, _ visit: Visit) throws -> Bool {
    guard let rights = visit.rights, let account = visit.session?.account else { return false }
    let open = try store.openProposals(about: .figure).first {
      $0.unit == unit && $0.item == figure
    }
    if let open {
      return rights.allows(
        .approveFigure(unit: unit, figure: figure, proposer: open.person), by: account)
    }
    let last = try store.closedProposals(limit: 1, about: .figure) { $0 == unit && $1 == figure }
    return last.first?.closedBy == account.login
  }

  /// What a proposal would record now, with the account as its approver.
  private func recording(
    _ proposal: StoredProposal, _ work: DisputeWork, _ visit: Visit
  ) -> EventRecording? {
    let form = FigureForm(
      proposal.fields, work, by: proposal.person,
      role: visit.rights?.people[proposal.person]?.role.rawValue ?? "", at: visit.now.local,
      visit.frame)
    guard var content = form.content else { return nil }
    content.approver = visit.session?.account.person
    return EventRecording(work.snapshot.loaded, work.snapshot.round, [content])
  }

  func shown(
    _ proposal: StoredProposal, _ work: DisputeWork, _ visit: Visit, refused: [Diagnostic] = []
  ) -> DisputePage.Proposal? {
    guard let rights = visit.rights, let account = visit.session?.account else { return nil }
    let frame = visit.frame
    let recording = recording(proposal, work, visit)
    let isOpen = proposal.state == .open
    let isOwn = proposal.person == account.person
    let refusal = rights.refusal(
      of: .approveFigure(
        unit: work.unit, figure: work.figure.name.name, proposer: proposal.person), by: account)
    var trial =
      isOpen
      ? recording.map {
        TrialSection($0, in: work.snapshot, frame, showsPlaces: false) { $0 == work.unit }
      } : nil
    // Who proposed it, or never approves, is shown the effect and no rule about themselves.
    if refusal != nil { trial?.refusals = [] }
    if !refused.isEmpty {
      trial?.refusals = refused.map { TrialSection.refusal($0, frame, work.snapshot.names) }
    }
    let words = EventWords(frame.language)
    let names = RoundWords(work.snapshot.round, frame.language)
    let content = recording?.contents.first
    return DisputePage.Proposal(
      number: proposal.number, who: name(of: proposal.person, rights),
      time: words.time(visit.now.local(at: proposal.madeAt)),
      state: isOpen ? nil : frame.state(proposal.state), note: proposal.note,
      lines: [
        content.map { EventLine($0, in: work.snapshot.round, frame.language).sentence() },
        content?.ground.map { frame.say("Căn cứ: ", "Ground: ") + work.snapshot.ground($0) },
        content?.basis.map { frame.say("Văn bản: ", "Document: ") + $0 },
      ].compactMap(\.self),
      newer: newer(than: proposal, work).map { EventLine($0, words, names) }, trial: trial,
      refusal: isOpen && !isOwn ? refusal.map { frame.text(of: $0, work.snapshot.names) } : nil,
      canApprove: isOpen && refusal == nil, canWithdraw: isOpen && isOwn)
  }

  private func newer(than proposal: StoredProposal, _ work: DisputeWork) -> [RoundEvent] {
    work.watch(seen: proposal.seen).events(work.snapshot.loaded).filter {
      $0.sequence > proposal.seen
    }
  }

  // MARK: Settling

  /// Approves a correction, gives it back, or takes it back; one that is settled stays as it is.
  func settling(
    _ visit: Visit, _ work: DisputeWork, _ step: AppraisalStep
  ) async throws -> Settling {
    guard let number = Int64(visit.form[DisputePage.proposal]),
      let proposal = try store.proposal(number), proposal.kind == .figure,
      proposal.unit == work.unit, proposal.item == work.figure.name.name
    else { return .unreadable }
    return try await settling(
      visit, proposal, step,
      Approval(
        act: .approveFigure(
          unit: work.unit, figure: work.figure.name.name, proposer: proposal.person),
        watch: work.watch(seen: proposal.seen), recording: recording(proposal, work, visit),
        repeated: nil, note: visit.form[DisputePage.note]))
  }
}
