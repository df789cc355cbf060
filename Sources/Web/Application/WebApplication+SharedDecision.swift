internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// One reason for the same item of several units.
extension WebApplication {
  private enum SharedStart {
    case work(SharedWork)
    case response(WebResponse)
  }

  private func startShared(_ visit: Visit) throws -> SharedStart {
    let query = WorkQuery(visit.request.query)
    switch try beginShared(visit, query) {
    // One item alone: its sets share no others.
    case .failure(.missing) where query.item == nil:
      return .response(.redirect(to: "/" + WebPath.work))
    case .failure(let hindrance): return .response(page(of: hindrance, visit))
    case .success(let work): return .work(work)
    }
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
    case .work(let work): return try await decideShared(visit, work)
    }
  }

  private func decideShared(_ visit: Visit, _ work: SharedWork) async throws -> WebResponse {
    let frame = visit.frame
    switch try await deciding(visit, work) {
    case .unreadable: return badForm(visit)
    case .hindered(let hindrance, nil): return page(of: hindrance, visit)
    case .hindered(let hindrance, let unit?):
      guard case .refused(let refusal) = hindrance else { return page(of: hindrance, visit) }
      return problem(
        visit, 403, frame.say("Không được phép", "Not allowed"),
        "\(RoundWords(work.snapshot.round, frame.language).unit(unit)): "
          + frame.text(of: refusal, work.snapshot.names))
    case .unclear(let decision):
      return WebResponse(422, page(work, decision, visit, seen: visit.seen).html(frame))
    case .recorded:
      let mark = work.query.text.isEmpty ? "?" : "&"
      let count = visit.form.values.count { $0.key.hasPrefix("u.") && !$0.value.isEmpty }
      return .redirect(
        to: "/\(WebPath.sharedDecision)\(work.query.text)\(mark)da-ghi=\(count)")
    case .overtaken(let decision, let newer):
      var page = page(work, decision, visit, seen: newer.map(\.sequence).max())
      let words = EventWords(frame.language)
      let names = RoundWords(work.snapshot.round, frame.language)
      page.overtaken = newer.map { EventLine($0, words, names) }
      return WebResponse(409, page.html(frame))
    case .tried(let decision, let recording, let refused):
      var page = page(work, decision, visit, seen: visit.seen)
      var trial = TrialSection(
        recording, in: work.snapshot, frame, showsPlaces: work.works[0].showsPlaces
      ) { decision.isAbout($0) || work.works[0].sees($0) }
      trial.take(refused, frame, work.snapshot.names)
      trial.what = what(decision, recording, frame)
      page.trial = trial
      return WebResponse(refused.isEmpty ? 200 : 409, page.html(frame))
    }
  }
}
