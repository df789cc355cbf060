internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// Locking, opening again, and the steps of publication.
extension WebApplication {
  func publicationPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readPublication) { return refusal }
    guard let page = page(of: visit, typed: [:], seen: nil) else { return notFound(visit) }
    return WebResponse(200, page.html(visit.frame, notice: visit.recorded))
  }

  private func page(
    of visit: Visit, typed: [String: String], seen: Int?
  ) -> PublicationPage? {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return nil }
    let frame = visit.frame
    let round = snapshot.round
    let words = RoundWords(round, frame.language)
    let publication = snapshot.plan.publication
    let next = publication.state.next
    let mayPublish = next.map { rights.allows(.publish($0), by: account) } ?? false
    let eventWords = EventWords(frame.language)
    let readable = round.units.filter {
      rights.allows(.readMatters($0.record.unit.id), by: account) || account.role == .decider
    }
    let council = rights.council(of: account)
    let isDistricts = account.role == .council && council != Person.province
    var open = OpenItems()
    for unit in readable where unit.isSubmitted {
      open.add(OpenItems(unit, layer: round.layers.count - 1))
    }
    let lockable = readable.map(\.record.unit)
    let canLock =
      rights.allows(.lock(nil), by: account)
      || (isDistricts && lockable.contains { rights.allows(.lock($0.id), by: account) })
    let canUnlock =
      rights.allows(.unlock(nil), by: account)
      || lockable.contains { rights.allows(.unlock($0.id), by: account) }
    let person = rights.person(of: account)
    func stop(
      _ kind: EventKind, _ change: (inout EventContent) -> Void = { _ in }
    ) -> ActRefusal? {
      person.flatMap { snapshot.hindrance(to: kind, by: $0, at: visit.now.local, change) }
    }
    // What was sent is shown again with why it is refused.
    let isFirst = typed.isEmpty
    let toPublish =
      mayPublish && isFirst
      ? stop(.publication) { $0.to = next.map { .text($0.rawValue) } } : nil
    let toLock = canLock && isFirst ? stop(.locked) : nil
    let toUnlock = canUnlock && isFirst ? stop(.unlocked) : nil
    func text(_ refusal: ActRefusal?) -> String? {
      refusal.map { frame.text(of: $0, snapshot.names) }
    }
    return PublicationPage(
      state: eventWords.state(publication.state).capitalisedFirst,
      decision: publication.decision, digest: keeper.digest(of: snapshot),
      open: OpenLine.all(open, words, rights, account),
      unplaced: UnplacedUnits(in: round, isTrial: false, words) { id in
        readable.contains { $0.record.unit.id == id }
      },
      locked: readable.filter(\.record.isLocked).map(\.record.unit.name),
      next: mayPublish
        ? next.map { ($0.rawValue, eventWords.state($0), $0 == .issued) } : nil,
      nextBy: mayPublish ? nil : next.map { $0.role.wording[frame.language] },
      canLock: canLock, canUnlock: canUnlock,
      refusals: .init(
        publish: text(toPublish), lock: text(toLock), unlock: text(toUnlock)),
      units: lockable.map { .init(id: $0.id, title: $0.name) },
      stages: snapshot.plan.stages.map { .init(id: $0.id, title: $0.title) },
      grounds: (snapshot.loaded.setting.procedure.grounds ?? []).map {
        .init(id: $0.id, title: $0.title)
      },
      typed: typed, seen: seen ?? snapshot.loaded.log?.count ?? 0)
  }

  func publish(_ visit: Visit) async throws -> WebResponse {
    let (form, recording, outcome): (PublicationForm, EventRecording, Recording?)
    switch try await publishing(visit) {
    case .hindered(let hindrance): return page(of: hindrance, visit)
    case .unreadable: return badForm(visit)
    case .tried(let own): (form, recording, outcome) = own
    }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account, let seen = visit.seen
    else { return notFound(visit) }
    var refused: [Diagnostic] = []
    var status = 200
    switch outcome {
    case .done(let number), .already(let number):
      return .redirect(to: "/\(WebPath.publication)?da-ghi=\(number)")
    case .overtaken: status = 409
    case .refused(let problems):
      refused = problems
      status = 409
    case nil: break
    }
    // What a lock of the whole round would hold is shown as it stands now.
    let isAnew = status == 409 || form.locksAll
    guard var page = page(of: visit, typed: form.fields, seen: isAnew ? nil : seen) else {
      return notFound(visit)
    }
    var trial = TrialSection(
      recording, in: snapshot, visit.frame, showsPlaces: rights.allows(.readRankings, by: account)
    ) { rights.allows(.readPlace($0), by: account) }
    trial.take(refused, visit.frame, snapshot.names)
    trial.what = [EventLine(form.content, in: snapshot.round, visit.frame.language).sentence()]
    if status == 409, refused.isEmpty {
      trial.what.append(
        form.locksAll
          ? visit.frame.say(
            "Vừa có việc khác được ghi sau khi xem trước; chưa khóa. Xem lại kết quả dưới đây rồi khóa nếu vẫn cần.",
            "Something was recorded since the preview; nothing is locked. Look at what stands now, then lock if need be."
          )
          : visit.frame.say(
            "Vừa có người khác khóa, mở khóa hoặc ghi bước công bố; xem lại rồi ghi nếu vẫn cần.",
            "Somebody else has just locked, unlocked or published; look, then record if need be."))
    }
    if form.choice == .lock, recording.faults.isEmpty {
      page.leftOut = UnplacedUnits(
        in: recording.difference(isTrial: true).after.round, isTrial: true,
        RoundWords(snapshot.round, visit.frame.language)
      ) { rights.allows(.readMatters($0), by: account) }
    }
    if form.choice == .lock {
      page.coverage = LockCoverage(snapshot.round, form.content).text(visit.frame.language)
        .split(separator: "\n").map(String.init)
    }
    page.trial = trial
    return WebResponse(status, page.html(visit.frame))
  }
}

extension PublicationState {
  /// What comes next; an amendment is no step.
  fileprivate var next: PublicationState? {
    switch self {
    case .draft: .passed
    case .passed: .submitted
    case .submitted: .issued
    case .issued: .published
    case .published, .amended: nil
    }
  }
}
