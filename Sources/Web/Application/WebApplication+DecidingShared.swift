internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What became of one decision about several units that was sent.
enum SharedDeciding {
  case unreadable
  /// The unit about which it may not be said, where it is one of them.
  case hindered(Hindrance, unit: String?)
  case unclear(SharedDecision)
  /// The number of the last of its events.
  case recorded(Int)
  /// What happened since the sender looked.
  case overtaken(SharedDecision, [RoundEvent])
  /// What recording it does, and what kept it from being recorded; none: it was to be tried only.
  case tried(SharedDecision, EventRecording, refused: [Diagnostic])
}

/// One reason for the same item of several units, whoever shows what comes of it.
extension WebApplication {
  struct SharedWork {
    let snapshot: RoundSnapshot
    let works: [MatterWork]
    let rows: [WorkTable.Row]
    let waiting: Set<ItemOfUnit>
    let query: WorkQuery
    let person: Person
  }

  /// - Parameter units: those that are asked for; nil: all.
  func beginShared(
    _ visit: Visit, _ query: WorkQuery, of units: Set<String>? = nil
  ) throws -> Result<SharedWork, Hindrance> {
    if let hindrance = try hindrance(visit, of: .readWork) { return .failure(hindrance) }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return .failure(.missing) }
    guard account.role == .helperTeam, let person = rights.person(of: account)
    else {
      try note(refusalOf: "shared-decision", visit)
      return .failure(.refused(.role))
    }
    guard query.item != nil else { return .failure(.missing) }
    let waiting = try waiting()
    let found = query.rows(
      keeper.work(of: account, rights, in: snapshot), in: snapshot, waiting: waiting)
    let rows = Array(
      found.filter { units?.contains($0.matter.unit) ?? true }.prefix(SharedDecision.most))
    let works = rows.compactMap { row in
      Matter(row.matter, in: snapshot).map { MatterWork($0, rights, account) }
    }
    guard !works.isEmpty else { return .failure(.missing) }
    return .success(
      SharedWork(
        snapshot: snapshot, works: works, rows: rows, waiting: waiting, query: query,
        person: person))
  }

  /// Tries or records what the visit's form decides: all of it or nothing.
  func deciding(_ visit: Visit, _ work: SharedWork) async throws -> SharedDeciding {
    guard let seen = visit.seen else { return .unreadable }
    // What was chosen and is not theirs, or not of this item, is no form of this page.
    let own = Set(work.works.map { SharedDecision.unit($0.matter.unit) })
    let named = visit.form.values.filter { $0.key.hasPrefix("u.") && !$0.value.isEmpty }
    guard named.keys.allSatisfy(own.contains) else {
      try note(refusalOf: "shared-decision", visit)
      return .hindered(.refused(.role), unit: nil)
    }
    let decision = SharedDecision(
      visit.form.values, work.works, by: work.person, at: visit.now.local, visit.frame)
    if let (unit, refusal) = decision.refused {
      try note(refusalOf: "shared-decision", visit)
      return .hindered(.refused(refusal), unit: unit)
    }
    guard !decision.contents.isEmpty else { return .unclear(decision) }
    let recording = EventRecording(
      work.snapshot.loaded, work.snapshot.round, decision.contents)
    let watches = decision.chosen.map { $0.matter.watch(seen: seen) }
    guard AppraisalStep(rawValue: visit.form[AppraisalForm.step]) == .record else {
      let newer = watches.flatMap { $0.events(work.snapshot.loaded) }.filter { $0.sequence > seen }
      return newer.isEmpty
        ? .tried(decision, recording, refused: []) : .overtaken(decision, newer)
    }
    switch try await keeper.record(recording, watching: watches) {
    case .done(let event), .already(let event): return .recorded(event)
    case .overtaken(let events): return .overtaken(decision, events)
    case .refused(let problems): return .tried(decision, recording, refused: problems)
    }
  }

  /// What each of its events will say, in one line with its unit.
  func what(
    _ decision: SharedDecision, _ recording: EventRecording, _ frame: PageFrame
  ) -> [String] {
    zip(decision.chosen, recording.contents).map { one, content in
      "\(one.matter.result.record.unit.name): \(what(content, one.matter, frame))"
    }
  }
}
