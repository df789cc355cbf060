internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of a request to reconsider, an answer or an amendment that was sent.
enum Reconsidering {
  case hindered(Hindrance)
  case unreadable
  /// It names what there is not, or points that are no number.
  case unclear
  /// What was sent, with what recording it does; no outcome: it was to be tried only.
  case tried((ReconsiderationForm, EventRecording, Recording?))
}

extension WebApplication {
  /// Tries or records what the visit's form tells of.
  func reconsidering(_ visit: Visit) async throws -> Reconsidering {
    if let hindrance = try hindrance(visit, of: .readReconsiderations) {
      return .hindered(hindrance)
    }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return .hindered(.missing) }
    guard let person = rights.person(of: account) else {
      try note(refusalOf: "reconsider", visit)
      return .hindered(.refused(.noPerson))
    }
    guard let seen = visit.seen else { return .unreadable }
    guard
      let form = ReconsiderationForm(
        visit.form.values, in: snapshot, ofUnit: account.unit, by: person.id,
        role: person.role.rawValue, at: visit.now.local)
    else { return .unclear }
    if let hindrance = try hindrance(visit, of: form.act) { return .hindered(hindrance) }
    let recording = EventRecording(snapshot.loaded, snapshot.round, [form.content])
    guard AppraisalStep(rawValue: visit.form[AppraisalForm.step]) == .record else {
      return .tried((form, recording, nil))
    }
    let outcome = try await keeper.record(recording, watching: form.watch(seen: seen))
    return .tried((form, recording, outcome))
  }

  /// The unit for which an account may ask, and why nothing can be asked now; nil: it asks for none.
  func asking(
    _ visit: Visit, _ snapshot: RoundSnapshot, _ rights: Rights, _ account: Account
  ) -> (unit: String, refusal: ActRefusal?)? {
    guard let unit = account.unit, rights.allows(.askReconsideration(unit), by: account) else {
      return nil
    }
    let refusal = rights.person(of: account).flatMap {
      snapshot.hindrance(to: .reconsiderationAsked, by: $0, at: visit.now.local, unit: unit)
    }
    return (unit, refusal)
  }

  /// Until when it can be asked; nil: nothing is published, or the round sets no end.
  func lastDayToAsk(_ snapshot: RoundSnapshot) -> CalendarDay? {
    let rules = snapshot.loaded.setting.procedure
    let published = snapshot.loaded.log?.ofRound.last {
      $0.content.kind == .publication
        && $0.content.to == .text(PublicationState.published.rawValue)
    }?.content.time.day
    return published.flatMap {
      rules.reconsideration?.lastDay(after: $0, holidays: rules.holidays)
    }
  }
}
