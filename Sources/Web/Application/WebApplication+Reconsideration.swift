internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// Requests to reconsider, their answers and amendments: through the same events as the commands
/// `reconsider` and `amend`.
extension WebApplication {
  func reconsiderationPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readReconsiderations) { return refusal }
    guard let page = page(of: visit, typed: [:], seen: nil) else { return notFound(visit) }
    return WebResponse(200, page.html(visit.frame, notice: visit.recorded))
  }

  private func page(
    of visit: Visit, typed: [String: String], seen: Int?
  ) -> ReconsiderationPage? {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return nil }
    let frame = visit.frame
    let rules = snapshot.loaded.setting.procedure
    var rows: [ReconsiderationPage.Row] = []
    var amendments: [ReconsiderationPage.Amendment] = []
    for unit in Reconsideration.units(in: snapshot, seenBy: account, rights) {
      rows += Reconsideration.all(of: unit, in: snapshot).map {
        row($0, unit, snapshot, rights, account, rules, visit)
      }
      amendments += amended(unit, snapshot, frame)
    }
    let asked =
      typed[ReconsiderationForm.choice] == ReconsiderationForm.Choice.answer.rawValue
      ? typed[ReconsiderationForm.request] : visit.request.query[ReconsiderationForm.request]
    let own = asking(visit, snapshot, rights, account)
    // What was typed is shown with why it is refused.
    let stop = typed.isEmpty ? own.flatMap(\.refusal) : nil
    return ReconsiderationPage(
      requests: rows.sorted { $0.number > $1.number }, amendments: amendments,
      refusal: stop.map { frame.text(of: $0, snapshot.names) },
      asks: (stop == nil ? own?.unit : nil).flatMap { snapshot.places[$0] }.map { place in
        snapshot.set(of: place).items.map { .init(id: $0.id, title: "\($0.id). \($0.title)") }
      },
      until: lastDayToAsk(snapshot).map { NumberWords(frame.language).date($0) },
      answers: rows.first { $0.canAnswer && String($0.number) == asked },
      units: snapshot.round.units.map(\.record.unit)
        .filter { rights.allows(.amend($0.id), by: account) }
        .map { .init(id: $0.id, title: $0.name) },
      typed: typed, seen: seen ?? snapshot.loaded.log?.count ?? 0)
  }

  private func row(
    _ request: Reconsideration, _ unit: String, _ snapshot: RoundSnapshot, _ rights: Rights,
    _ account: Account, _ rules: ProcedureRules, _ visit: Visit
  ) -> ReconsiderationPage.Row {
    let frame = visit.frame
    let names = RoundWords(snapshot.round, frame.language)
    let words = EventWords(frame.language)
    let due = rules.lastDayToAnswer(askedOn: request.content.time.day)
    let answer = request.answer.map { answer -> String in
      let points = answer.to.map { words.value($0, of: answer.kind) }.map {
        frame.say("điểm \($0)", "points \($0)")
      }
      return [points, answer.text, answer.basis].compactMap(\.self).joined(separator: "; ")
    }
    return ReconsiderationPage.Row(
      number: request.number, unitID: unit, unit: names.unit(unit),
      item: title(request.content.subject, unit, snapshot, words),
      text: request.content.text ?? "", asked: words.time(request.content.time),
      due: due.map { NumberWords(frame.language).date($0) },
      isOver: due.map { $0 < visit.now.local.day } ?? false, answer: answer,
      canAnswer: request.answer == nil
        && rights.allows(.answerReconsideration(unit), by: account))
  }

  private func title(
    _ subject: EventSubject?, _ unit: String, _ snapshot: RoundSnapshot, _ words: EventWords
  ) -> String {
    guard case .item(let id)? = subject, let place = snapshot.places[unit] else {
      return subject.map(words.subject) ?? ""
    }
    let set = snapshot.set(of: place)
    return set.itemIndex(id).map { "\(id). \(set.items[$0].title)" } ?? id
  }

  private func amended(
    _ unit: String, _ snapshot: RoundSnapshot, _ frame: PageFrame
  ) -> [ReconsiderationPage.Amendment] {
    let words = EventWords(frame.language)
    let names = RoundWords(snapshot.round, frame.language)
    return Reconsideration.amendments(of: unit, in: snapshot).map { event in
      let line = EventLine(event, words, names)
      return ReconsiderationPage.Amendment(
        time: line.time, about: line.about, change: line.change,
        basis: event.content.basis ?? "")
    }
  }

  // MARK: Recording

  func reconsider(_ visit: Visit) async throws -> WebResponse {
    let frame = visit.frame
    switch try await reconsidering(visit) {
    case .hindered(let hindrance): return page(of: hindrance, visit)
    case .unreadable: return badForm(visit)
    case .unclear:
      let page = page(of: visit, typed: typed(visit), seen: visit.seen)
      return WebResponse(
        422,
        page?.html(
          frame,
          notice: frame.say(
            "Chưa ghi: chọn đơn vị, tiêu chí có trong bộ tiêu chí và ghi điểm là một số.",
            "Not recorded: name a unit, an item of its set, and points as a number."), isBad: true)
          ?? [])
    case .tried((let form, let recording, let outcome)):
      return tried(form, recording, outcome, visit)
    }
  }

  private func tried(
    _ form: ReconsiderationForm, _ recording: EventRecording, _ outcome: Recording?,
    _ visit: Visit
  ) -> WebResponse {
    let frame = visit.frame
    var refused: [Diagnostic] = []
    var isOvertaken = false
    switch outcome {
    case .done(let number), .already(let number):
      return .redirect(to: "/\(WebPath.reconsiderations)?da-ghi=\(number)")
    case .overtaken: isOvertaken = true
    case .refused(let problems): refused = problems
    case nil: break
    }
    let seen = outcome == nil ? visit.seen : nil
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account,
      var page = page(of: visit, typed: form.fields, seen: seen)
    else { return notFound(visit) }
    var trial = TrialSection(
      recording, in: snapshot, frame, showsPlaces: rights.allows(.readRankings, by: account)
    ) { rights.allows(.readPlace($0), by: account) }
    trial.take(refused, frame, snapshot.names)
    trial.what = [EventLine(form.content, in: snapshot.round, frame.language).sentence()]
    page.trial = trial
    return WebResponse(
      outcome == nil ? 200 : 409,
      page.html(
        frame,
        notice: isOvertaken
          ? frame.say(
            "Vừa có việc khác được ghi về nơi này; xem lại rồi ghi nếu vẫn cần.",
            "Something else was just recorded; look, then record if need be.") : nil,
        isBad: isOvertaken))
  }

  private func typed(_ visit: Visit) -> [String: String] {
    visit.form.values.filter {
      ![AppraisalForm.seen, AppraisalForm.step, "token"].contains($0.key)
    }
  }
}
