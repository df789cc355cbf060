internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// What became of a decision about several points of the agenda that was sent.
enum AgendaDeciding {
  /// - Parameter matter: the point that it is about; nil: all of it.
  case hindered(Hindrance, matter: ItemOfUnit?)
  case unreadable
  /// Some of it cannot be meant: the decision has its problems.
  case unclear(AgendaDecision)
  /// How many were recorded.
  case recorded(Int)
  case overtaken(AgendaDecision, [RoundEvent])
  /// What recording it does; why it was not recorded, where it was to be.
  case tried(AgendaDecision, EventRecording, [Diagnostic])
}

/// Deciding several points of the council's agenda at once, whoever shows what comes of it.
extension WebApplication {
  func decidingAgenda(_ visit: Visit) async throws -> AgendaDeciding {
    if let hindrance = try hindrance(visit, of: .readCouncil) {
      return .hindered(hindrance, matter: nil)
    }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return .hindered(.missing, matter: nil) }
    guard account.role == .council, let person = rights.person(of: account)
    else {
      try note(refusalOf: "decide", visit)
      return .hindered(.refused(.role), matter: nil)
    }
    guard let seen = visit.seen else { return .unreadable }
    guard let points = named(visit) else {
      try note(refusalOf: "decide", visit)
      return .hindered(.refused(.role), matter: nil)
    }
    let decision = AgendaDecision(
      visit.form.values, points, by: person, at: visit.now.local, visit.frame)
    if let (matter, refusal) = decision.refused {
      try note(refusalOf: "decide", visit)
      return .hindered(.refused(refusal), matter: matter)
    }
    guard !decision.contents.isEmpty else { return .unclear(decision) }
    let recording = EventRecording(snapshot.loaded, snapshot.round, decision.contents)
    let watches = decision.chosen.map { $0.work.matter.watch(seen: seen) }
    if visit.form[AppraisalForm.step] == AppraisalStep.record.rawValue {
      switch try await keeper.record(recording, watching: watches) {
      case .done, .already: return .recorded(decision.contents.count)
      case .overtaken(let events): return .overtaken(decision, events)
      case .refused(let problems): return .tried(decision, recording, problems)
      }
    }
    let newer = watches.flatMap { $0.events(snapshot.loaded) }.filter { $0.sequence > seen }
    return newer.isEmpty ? .tried(decision, recording, []) : .overtaken(decision, newer)
  }

  /// The points that a form names: those that were decided since among them, as one that is sent
  /// twice names them; nil: the account sees one of them not, or there is no such point.
  private func named(_ visit: Visit) -> [(event: Int, work: MatterWork)]? {
    let marked = visit.form.values.filter { $0.key.hasPrefix("n.") && !$0.value.isEmpty }.keys
    var points: [(event: Int, work: MatterWork)] = []
    for name in marked {
      guard let number = Int(name.dropFirst(2)), AgendaDecision.mark(number) == name,
        let event = event(number, visit), event.content.kind == .agenda,
        let work = work(on: event, visit)
      else { return nil }
      points.append((number, work))
    }
    return points.sorted { $0.event < $1.event }
  }

  private func event(_ number: Int, _ visit: Visit) -> RoundEvent? {
    guard let log = visit.snapshot?.loaded.log, (1...max(1, log.count)).contains(number) else {
      return nil
    }
    return log.state.event(number)
  }

  /// What would be recorded of each point, in words.
  func what(
    _ decision: AgendaDecision, _ recording: EventRecording, _ frame: PageFrame
  ) -> [String] {
    zip(decision.chosen.map(\.work), recording.contents).map { work, content in
      "\(work.matter.result.record.unit.name), \(work.matter.item.id): "
        + what(content, work.matter, frame)
    }
  }

  func decideAgenda(_ visit: Visit) async throws -> WebResponse {
    let frame = visit.frame
    switch try await decidingAgenda(visit) {
    case .hindered(.refused(let refusal), let matter?):
      let names = visit.snapshot?.names ?? [:]
      return problem(
        visit, 403, frame.say("Không được phép", "Not allowed"),
        "\(names[matter.unit] ?? matter.unit), \(matter.item): " + frame.text(of: refusal, names))
    case .hindered(let hindrance, _): return page(of: hindrance, visit)
    case .unreadable: return badForm(visit)
    case .unclear(let decision):
      return try councilPage(visit, 422) { part in
        part.typed = decision.fields
        part.problems = decision.problems
      }
    case .recorded(let count): return .redirect(to: "/\(WebPath.council)?da-quyet=\(count)")
    case .overtaken(let decision, let newer):
      return try councilPage(visit, 409) { part in
        part.typed = decision.fields
        part.overtaken =
          visit.snapshot.map { snapshot in
            let names = RoundWords(snapshot.round, frame.language)
            return newer.map { EventLine($0, EventWords(frame.language), names) }
          } ?? []
      }
    case .tried(let decision, let recording, let refused):
      guard let snapshot = visit.snapshot else { return notFound(visit) }
      let works = decision.chosen.map(\.work)
      var trial = TrialSection(
        recording, in: snapshot, frame, showsPlaces: works[0].showsPlaces
      ) { unit in works.contains { $0.matter.unit == unit } || works[0].sees(unit) }
      trial.take(refused, frame, snapshot.names)
      trial.what = what(decision, recording, frame)
      return try councilPage(visit, refused.isEmpty ? 200 : 409) { part in
        part.typed = decision.fields
        part.trial = trial
      }
    }
  }
}
