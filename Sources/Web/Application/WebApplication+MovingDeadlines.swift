internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of a deadline that was to be moved.
enum DeadlineMoving {
  case hindered(Hindrance)
  case unreadable
  /// Some of it cannot be meant: the form has its problems.
  case unclear(DeadlineForm)
  /// It cannot be changed alone: other places of round.yaml share its text.
  case shared(DeadlineForm)
  case tried(DeadlineForm, DeadlineSection)
  case unusable(DeadlineForm, DeadlineSection)
  case overtaken(DeadlineForm, DeadlineSection)
  case refused(DeadlineForm, DeadlineSection, [Diagnostic])
  /// The number of its event.
  case done(Int)
}

/// Moving a deadline, whoever shows what comes of it.
extension WebApplication {
  /// round.yaml with the deadline moved, and records.yaml where dossiers count by the same one.
  private func files(
    with move: DeadlineForm.Move, _ text: DeadlineText, in snapshot: RoundSnapshot
  ) throws(DeadlineText.Failure) -> [(cited: String, bytes: [UInt8])] {
    let (place, bound, moment) = (move.deadline.place, move.bound, move.moment)
    var files = [
      (WebApplication.roundName, text.bytes, try text.moving(place, to: bound, moment))
    ]
    if DeadlineText.isOfExplanations(place), let path = snapshot.loaded.setting.recordsFile {
      guard let own = DeadlineText(path) else { throw .notWritten }
      files.append(
        (snapshot.plan.cited(path), own.bytes, try own.moving(.ofRecords, to: bound, moment)))
    }
    // One of them may say so already.
    return files.filter { $0.1 != $0.2 }.map { (cited: $0.0, bytes: $0.2) }
  }

  func moving(_ visit: Visit) async throws -> DeadlineMoving {
    if let hindrance = try hindrance(visit, of: .moveDeadline) { return .hindered(hindrance) }
    guard let snapshot = visit.snapshot, let seen = visit.seen,
      let text = DeadlineText(WebApplication.roundFile(of: snapshot))
    else { return .unreadable }
    let now = max(visit.now.local, snapshot.loaded.log?.latest ?? visit.now.local)
    let form = DeadlineForm(
      visit.form.values, text.deadlines,
      isCountedOtherwise: snapshot.loaded.setting.countsByOtherDeadline, now: now, visit.frame)
    guard let move = form.move else { return .unclear(form) }
    let changed: [(cited: String, bytes: [UInt8])]
    do throws(DeadlineText.Failure) {
      changed = try files(with: move, text, in: snapshot)
    } catch {
      return .shared(form)
    }
    let folder = try TrialFolder(changed)
    // The files have to be there until they were taken.
    defer { withExtendedLifetime(folder) {} }
    let trial = await files.trial(changed.map(\.cited), from: folder.path, snapshot, keeper)
    let section = DeadlineSection(move, trial, in: snapshot, at: now, visit.frame)
    guard AppraisalStep(rawValue: visit.form[AppraisalForm.step]) == .record else {
      return .tried(form, section)
    }
    guard section.isAllowed, case .sound(let round) = trial.outcome,
      let replacement = trial.replacement
    else { return .unusable(form, section) }
    guard seen >= DeadlinePart.latest(in: snapshot) else { return .overtaken(form, section) }
    guard let person = visit.person else { return .hindered(.refused(.noPerson)) }
    let content = EventContent(
      replacing: form.fields[DeadlineForm.reason], basis: form.fields[DeadlineForm.basis],
      by: person, at: visit.now.local)
    switch try await keeper.replace(
      content, with: replacement, after: round, known: snapshot.loaded.log?.count ?? 0)
    {
    case .done(let number), .already(let number): return .done(number)
    case .overtaken: return .overtaken(form, section)
    case .refused(let problems): return .refused(form, section, problems)
    }
  }
}
