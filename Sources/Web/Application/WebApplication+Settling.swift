internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of settling a proposal.
enum Settling: Sendable {
  /// Now, or before.
  case settled
  /// No step of a proposal.
  case unreadable
  case hindered(Hindrance)
  case notProposer
  /// It goes back only with a reason.
  case withoutReason
  /// Why it cannot be recorded; empty: something happened since it was made, or it says nothing
  /// that could be recorded.
  case conflict([Diagnostic])
}

/// Proposals as they are looked at and settled, whoever shows what comes of it.
extension WebApplication {
  /// A proposal with the item that it is about, and what approving it would record.
  struct ProposalWork {
    let proposal: StoredProposal
    let work: MatterWork
    /// As it would be recorded with this approver; nil: it can be read no more.
    let recording: EventRecording?
    let newer: [RoundEvent]
    /// The number of the event that says what it proposes already.
    let repeated: Int?
    let refusal: ActRefusal?
  }

  func begin(_ visit: Visit, proposal number: Int64) throws -> Result<ProposalWork, Hindrance> {
    if let hindrance = try hindrance(visit, of: .readWork) { return .failure(hindrance) }
    guard let proposal = try store.proposal(number), proposal.kind == .item else {
      return .failure(.missing)
    }
    return try begin(visit, ItemOfUnit(unit: proposal.unit, item: proposal.item)).map { work in
      let matter = work.matter
      let draft = draft(proposal, matter, work.rights, visit)
      var content = draft.content
      content?.approver = work.account.person
      let newer = matter.watch(seen: proposal.seen).events(work.snapshot.loaded)
        .filter { $0.sequence > proposal.seen }
      return ProposalWork(
        proposal: proposal, work: work,
        recording: content.map {
          EventRecording(work.snapshot.loaded, work.snapshot.round, [$0])
        }, newer: newer,
        repeated: draft.repeated(by: newer, of: matter, from: proposal.person),
        refusal: work.rights.refusal(
          of: .approve(matter.id, proposer: proposal.person), by: work.account))
    }
  }

  /// What a proposal says, as its proposer would record it now.
  func draft(
    _ proposal: StoredProposal, _ matter: Matter, _ rights: Rights, _ visit: Visit
  ) -> AppraisalForm {
    AppraisalForm(
      proposal.fields, .appraised, AppraisalForm.Choice.allCases, of: matter, by: proposal.person,
      role: rights.people[proposal.person]?.role.rawValue ?? "", at: visit.now.local, visit.frame)
  }

  /// What an approved one became; nil: it is no event.
  func settled(
    _ proposal: StoredProposal, _ matter: Matter, _ visit: Visit
  ) -> String? {
    proposal.event.flatMap { number in matter.events.first { $0.sequence == number } }
      .map { what($0.content, matter, visit.frame) }
  }

  /// Approves a proposal, gives it back, or takes it back; one that is settled stays as it is.
  func settling(
    _ visit: Visit, _ found: ProposalWork, _ step: AppraisalStep
  ) async throws -> Settling {
    let matter = found.work.matter
    return try await settling(
      visit, found.proposal, step,
      Approval(
        act: .approve(matter.id, proposer: found.proposal.person),
        watch: matter.watch(seen: found.proposal.seen), recording: found.recording,
        repeated: found.repeated, note: visit.form[AppraisalForm.reason]))
  }

  /// What approving a proposal, or giving it back, comes to.
  struct Approval {
    let act: Act
    let watch: Watch
    /// nil: it can be read no more.
    let recording: EventRecording?
    /// The number of the event that says what it proposes already.
    let repeated: Int?
    /// Why it is given back.
    let note: String
  }

  /// The same of a proposal about whatever.
  func settling(
    _ visit: Visit, _ proposal: StoredProposal, _ step: AppraisalStep, _ approval: Approval
  ) async throws -> Settling {
    guard let account = visit.session?.account else { return .unreadable }
    let (store, now, login) = (store, visit.now.seconds, account.login)
    // A second click finds it settled, but only that of somebody who may settle it.
    switch step {
    case .withdraw:
      guard proposal.person == account.person else {
        try note(refusalOf: "withdraw", visit)
        return .notProposer
      }
      guard proposal.state == .open else { return .settled }
      _ = try await keeper.alone { _ in
        try store.close(proposal: proposal.number, .withdrawn, by: login, at: now)
      }
      return .settled
    case .giveBack, .approve:
      if let hindrance = try hindrance(visit, of: approval.act) { return .hindered(hindrance) }
      guard proposal.state == .open else { return .settled }
      guard step == .giveBack else { return try await approve(proposal, approval, login, now) }
      let note = approval.note
      guard note.contains(where: { !$0.isWhitespace }) else { return .withoutReason }
      _ = try await keeper.alone { _ in
        try store.close(proposal: proposal.number, .returned, by: login, note: note, at: now)
      }
      return .settled
    case .preview, .record, .propose: return .unreadable
    }
  }

  /// Records it and ends the proposal, with nobody taking it back in between.
  private func approve(
    _ proposal: StoredProposal, _ approval: Approval, _ login: String, _ now: Int64
  ) async throws -> Settling {
    let (store, number, watch) = (store, proposal.number, approval.watch)
    guard let recording = approval.recording else {
      // Recorded by an approval that did not live to end the proposal: nothing is left to change.
      guard let event = approval.repeated else { return .conflict([]) }
      _ = try store.close(proposal: number, .approved, by: login, event: event, at: now)
      return .settled
    }
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
    case .done, .already, nil: return .settled
    case .overtaken: return .conflict([])
    case .refused(let problems): return .conflict(problems)
    }
  }
}
