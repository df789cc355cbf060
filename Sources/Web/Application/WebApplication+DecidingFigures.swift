internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of a decision about a figure that was sent.
enum FigureDeciding {
  case hindered(Hindrance)
  case unreadable
  /// Some of it cannot be meant: the form has its problems.
  case unclear(FigureForm)
  /// It waits for a second person.
  case proposed(StoredProposal)
  /// What was sent, with what recording it does; no outcome: it was to be tried only.
  case tried((FigureForm, EventRecording, Recording?))
}

/// Figures that offices keep, looked at and decided, whoever shows what comes of it.
extension WebApplication {
  func begin(
    _ visit: Visit, _ unit: String, figure name: String
  ) throws -> Result<DisputeWork, Hindrance> {
    let act = Act.readDisputes(Act.register(of: name))
    if try !approves(unit, name, visit), let hindrance = try hindrance(visit, of: act) {
      return .failure(hindrance)
    }
    guard let snapshot = visit.snapshot, let work = DisputeWork(name, of: unit, in: snapshot)
    else { return .failure(.missing) }
    return .success(work)
  }

  /// Why the account decides nothing about a figure now; nil: it can.
  func refusal(ofDeciding work: DisputeWork, _ visit: Visit) -> ActRefusal? {
    guard let rights = visit.rights, let account = visit.session?.account else { return .role }
    let act = Act.correctFigure(unit: work.unit, figure: work.figure.name.name)
    return rights.refusal(of: act, by: account)
      ?? rights.person(of: account).flatMap {
        work.snapshot.hindrance(
          to: .corrected, by: $0, at: visit.now.local, unit: work.unit, subject: work.subject)
      }
  }

  /// Tries or records what the visit's form decides.
  func deciding(_ visit: Visit, _ work: DisputeWork) async throws -> FigureDeciding {
    let act = Act.correctFigure(unit: work.unit, figure: work.figure.name.name)
    if let hindrance = try hindrance(visit, of: act) { return .hindered(hindrance) }
    guard let person = visit.person,
      let seen = visit.seen
    else { return .unreadable }
    let form = FigureForm(
      visit.form.values, work, by: person.id, role: person.role.rawValue, at: visit.now.local,
      visit.frame)
    guard let content = form.content else { return .unclear(form) }
    let recording = EventRecording(work.snapshot.loaded, work.snapshot.round, [content])
    let watch = work.watch(seen: seen)
    switch AppraisalStep(rawValue: visit.form[AppraisalForm.step]) {
    case .record:
      return .tried((form, recording, try await keeper.record(recording, watching: watch)))
    case .propose:
      let newer = watch.events(work.snapshot.loaded).filter { $0.sequence > seen }
      guard newer.isEmpty else { return .tried((form, recording, .overtaken(newer))) }
      let trial = TrialSection(
        recording, in: work.snapshot, visit.frame, showsPlaces: false
      ) { $0 == work.unit }
      guard trial.needsApprover, let account = visit.session?.account,
        case .made(let proposal) = try store.propose(
          .figure, unit: work.unit, item: work.figure.name.name, form.fields, seen: seen,
          login: account.login, person: content.author, at: visit.now.seconds)
      else { return .tried((form, recording, .refused([]))) }
      return .proposed(proposal)
    case .preview, .approve, .giveBack, .withdraw, nil: return .tried((form, recording, nil))
    }
  }
}
