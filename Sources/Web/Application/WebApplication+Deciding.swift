internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of a decision that was sent.
enum Deciding: Sendable {
  /// Some of it cannot be meant: the form has its problems.
  case unclear
  /// The number of its event.
  case recorded(Int)
  case proposed(StoredProposal)
  /// What happened since the sender looked.
  case overtaken([RoundEvent])
  /// It was to be tried only.
  case shown(EventRecording)
  /// Why it is not recorded, beyond what the trial says itself.
  case refused(EventRecording, [Diagnostic])
}

/// Deciding of an item, whoever shows what comes of it.
extension WebApplication {
  enum DecidingStart {
    /// What was sent, and the last event that its sender saw.
    case form(AppraisalForm, seen: Int)
    case hindered(Hindrance)
    case unreadable
  }

  /// What the visit's form says, where its sender may say it.
  func form(_ visit: Visit, _ work: MatterWork) throws -> DecidingStart {
    if let choice = AppraisalForm.Choice(rawValue: visit.form[AppraisalForm.choice]) {
      let act = MatterWork.act(choice, work.matter.id, work.account.role)
      if let hindrance = try hindrance(visit, of: act) { return .hindered(hindrance) }
    }
    guard let person = work.person, !work.choices.isEmpty else {
      try note(refusalOf: "appraise", visit)
      return .hindered(.refused(work.refusal ?? .role))
    }
    guard let seen = visit.seen else { return .unreadable }
    let form = AppraisalForm(
      visit.form.values, work.kind, work.choices, of: work.matter, by: person.id,
      role: person.role.rawValue, at: visit.now.local, visit.frame)
    return .form(form, seen: seen)
  }

  /// Does what the form's step says: shows, records or proposes.
  func deciding(
    _ visit: Visit, _ work: MatterWork, _ form: AppraisalForm, _ seen: Int
  ) async throws -> Deciding {
    let watch = work.matter.watch(seen: seen)
    func newer() -> [RoundEvent] {
      watch.events(work.snapshot.loaded).filter { $0.sequence > seen }
    }
    guard let content = form.content else {
      let newer = newer()
      if let person = work.person?.id,
        let event = form.repeated(by: newer, of: work.matter, from: person)
      {
        return .recorded(event)
      }
      return newer.isEmpty ? .unclear : .overtaken(newer)
    }
    let recording = EventRecording(work.snapshot.loaded, work.snapshot.round, [content])
    switch AppraisalStep(rawValue: visit.form[AppraisalForm.step]) {
    case .record:
      switch try await keeper.record(recording, watching: watch) {
      case .done(let number), .already(let number): return .recorded(number)
      case .overtaken(let events): return .overtaken(events)
      case .refused(let problems): return .refused(recording, problems)
      }
    case .propose:
      let newer = newer()
      return newer.isEmpty
        ? try propose(visit, work, form, recording, seen) : .overtaken(newer)
    case .preview, .approve, .giveBack, .withdraw, nil:
      let newer = newer()
      return newer.isEmpty ? .shown(recording) : .overtaken(newer)
    }
  }

  private func propose(
    _ visit: Visit, _ work: MatterWork, _ form: AppraisalForm, _ recording: EventRecording,
    _ seen: Int
  ) throws -> Deciding {
    let trial = TrialSection(
      recording, in: work.snapshot, visit.frame, showsPlaces: work.showsPlaces, sees: work.sees)
    guard trial.needsApprover, work.kind == .appraised, let person = work.person else {
      return .refused(recording, [])
    }
    let made = try store.propose(
      unit: work.matter.unit, item: work.matter.item.id, form.fields, seen: seen,
      login: work.account.login, person: person.id, at: visit.now.seconds)
    switch made {
    case .made(let proposal): return .proposed(proposal)
    case .waiting: return .refused(recording, [])
    }
  }
}
