internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// One reason for the same item of several units.
extension WebApplication {
  private struct SharedWork {
    let snapshot: RoundSnapshot
    let works: [MatterWork]
    let rows: [WorkTable.Row]
    let waiting: Set<ItemOfUnit>
    let query: WorkQuery
    let person: Person
  }

  private enum SharedStart {
    case work(SharedWork)
    case response(WebResponse)
  }

  private func startShared(_ visit: Visit) throws -> SharedStart {
    if let refusal = try refusal(visit, of: .readWork) { return .response(refusal) }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return .response(notFound(visit)) }
    guard account.role == .helperTeam, let person = account.person.flatMap({ rights.people[$0] })
    else {
      return .response(
        try refused(
          visit, "shared-decision",
          visit.frame.sentence(ActRefusal.role.wording[visit.frame.language])))
    }
    let query = WorkQuery(visit.request.query)
    // One item alone: its sets share no others.
    guard query.item != nil else { return .response(.redirect(to: "/" + WebPath.work)) }
    let waiting = try waiting()
    let rows = Array(
      query.rows(keeper.work(of: account, rights, in: snapshot), in: snapshot, waiting: waiting)
        .prefix(SharedDecision.most))
    let works = rows.compactMap { row in
      Matter(row.matter, in: snapshot).map { MatterWork($0, rights, account) }
    }
    guard !works.isEmpty else { return .response(notFound(visit)) }
    return .work(
      SharedWork(
        snapshot: snapshot, works: works, rows: rows, waiting: waiting, query: query,
        person: person))
  }

  func sharedDecisionPage(_ visit: Visit) throws -> WebResponse {
    switch try startShared(visit) {
    case .response(let response): return response
    case .work(let work):
      let notice = visit.request.query["da-ghi"].flatMap(Int.init).map {
        visit.frame.say("Đã ghi \($0) sự kiện.", "Recorded \($0) events.")
      }
      var page = page(work, nil, visit)
      page.refusal = work.works.first.flatMap { hindrance(to: $0, at: visit.now.local) }
        .map { visit.frame.text(of: $0, work.snapshot.names) }
      return WebResponse(200, page.html(visit.frame, notice: notice))
    }
  }

  private func page(
    _ work: SharedWork, _ decision: SharedDecision?, _ visit: Visit, seen: Int? = nil
  ) -> SharedDecisionPage {
    let round = work.snapshot.round
    let sheets = ScoreSheetText(round, visit.frame.language, showsPlaces: false)
    let chosen = Set(decision?.chosen.map(\.matter.unit) ?? [])
    let item = work.works[0].matter.item
    return SharedDecisionPage(
      title: "\(item.id). \(item.title)", query: work.query.text,
      rows: work.rows.map { row in
        let record = round.units[row.unit].record
        let set = round.sets[record.set]
        return SharedDecisionPage.Row(
          unit: row.matter.unit, path: WebPath.matter(row.matter) + work.query.text,
          name: record.unit.name, claimed: sheets.cell(row.claimed, set),
          standing: sheets.cell(row.standing, set),
          state: visit.frame.state(row.state(work.waiting)),
          isChosen: chosen.contains(row.matter.unit))
      },
      choices: SharedDecision.choices.filter { choice in
        work.works.contains { $0.choices.contains(choice) }
      },
      grounds: (work.snapshot.loaded.setting.procedure.grounds ?? []).map {
        .init(id: $0.id, title: $0.title)
      }, typed: decision?.fields ?? [:], problems: decision?.problems ?? [:],
      seen: seen ?? work.snapshot.loaded.log?.count ?? 0)
  }

  func decideShared(_ visit: Visit) async throws -> WebResponse {
    switch try startShared(visit) {
    case .response(let response): return response
    case .work(let work):
      guard let seen = visit.seen else { return badForm(visit) }
      let frame = visit.frame
      // What was chosen and is not theirs, or not of this item, is no form of this page.
      let own = Set(work.works.map { SharedDecision.unit($0.matter.unit) })
      let named = visit.form.values.filter { $0.key.hasPrefix("u.") && !$0.value.isEmpty }
      guard named.keys.allSatisfy(own.contains) else {
        return try refused(
          visit, "shared-decision",
          frame.sentence(ActRefusal.role.wording[frame.language]))
      }
      let decision = SharedDecision(
        visit.form.values, work.works, by: work.person, at: visit.now.local, frame)
      if let (unit, refusal) = decision.refused {
        return try refused(
          visit, "shared-decision",
          "\(RoundWords(work.snapshot.round, frame.language).unit(unit)): "
            + frame.text(of: refusal, work.snapshot.names))
      }
      guard !decision.contents.isEmpty else {
        return WebResponse(422, page(work, decision, visit, seen: seen).html(frame))
      }
      return try await record(decision, work, seen, visit)
    }
  }

  private func record(
    _ decision: SharedDecision, _ work: SharedWork, _ seen: Int, _ visit: Visit
  ) async throws -> WebResponse {
    let frame = visit.frame
    let recording = EventRecording(
      work.snapshot.loaded, work.snapshot.round, decision.contents)
    let watches = decision.chosen.map { $0.matter.watch(seen: seen) }
    var refused: [Diagnostic] = []
    var newer = watches.flatMap { $0.events(work.snapshot.loaded) }.filter { $0.sequence > seen }
    if visit.form[AppraisalForm.step] == AppraisalStep.record.rawValue {
      switch try await keeper.record(recording, watching: watches) {
      case .done, .already:
        let mark = work.query.text.isEmpty ? "?" : "&"
        return .redirect(
          to: "/\(WebPath.sharedDecision)\(work.query.text)\(mark)da-ghi=\(decision.contents.count)"
        )
      case .overtaken(let events): newer = events
      case .refused(let problems): refused = problems
      }
    }
    let words = EventWords(frame.language)
    let names = RoundWords(work.snapshot.round, frame.language)
    guard newer.isEmpty else {
      var page = page(work, decision, visit, seen: newer.map(\.sequence).max())
      page.overtaken = newer.map { EventLine($0, words, names) }
      return WebResponse(409, page.html(frame))
    }
    var page = page(work, decision, visit, seen: seen)
    let showsPlaces = work.works[0].showsPlaces
    var trial = TrialSection(recording, in: work.snapshot, frame, showsPlaces: showsPlaces) {
      unit in
      decision.chosen.contains { $0.matter.unit == unit } || work.works[0].sees(unit)
    }
    trial.take(refused, frame, work.snapshot.names)
    trial.what = zip(decision.chosen, recording.contents).map { one, content in
      "\(one.matter.result.record.unit.name): \(what(content, one.matter, frame))"
    }
    page.trial = trial
    return WebResponse(refused.isEmpty ? 200 : 409, page.html(frame))
  }
}
