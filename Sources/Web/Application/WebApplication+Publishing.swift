internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of a lock or a step of publication that was sent.
enum Publishing: Sendable {
  case hindered(Hindrance)
  case unreadable
  /// What was sent, with what recording it does; no outcome: it was to be tried only.
  case tried((PublicationForm, EventRecording, Recording?))
}

extension WebApplication {
  /// Tries or records the lock or step that the visit's form tells of.
  func publishing(_ visit: Visit) async throws -> Publishing {
    if let hindrance = try hindrance(visit, of: .readPublication) { return .hindered(hindrance) }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return .hindered(.missing) }
    guard let person = rights.person(of: account) else {
      try note(refusalOf: "publish", visit)
      return .hindered(.refused(.noPerson))
    }
    guard let seen = visit.seen,
      let form = PublicationForm(
        visit.form.values, in: snapshot, by: person.id, role: person.role.rawValue,
        at: visit.now.local)
    else { return .unreadable }
    if let hindrance = try hindrance(visit, of: form.act) { return .hindered(hindrance) }
    let recording = EventRecording(snapshot.loaded, snapshot.round, [form.content])
    guard AppraisalStep(rawValue: visit.form[AppraisalForm.step]) == .record else {
      return .tried((form, recording, nil))
    }
    return .tried(
      (form, recording, try await keeper.record(recording, watching: form.watch(seen: seen))))
  }
}
