internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports
internal import Store

/// What is only looked at: rankings, sheets, the log.
extension WebApplication {
  func home(_ visit: Visit) -> WebResponse {
    .redirect(to: "/" + (visit.frame.navigation.first?.path ?? WebPath.account))
  }

  func rankingPage(_ visit: Visit, _ block: String?) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readRankings) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return notFound(visit) }
    let round = snapshot.round
    func sees(_ unit: String) -> Bool { rights.allows(.readPlace(unit), by: account) }
    let seen = round.plan.blocks.indices.filter { place in
      round.units.contains { $0.record.block == place && sees($0.record.unit.id) }
    }
    let chosen = block.map { id in seen.first { round.plan.blocks[$0].id == id } } ?? seen.first
    guard let chosen else { return notFound(visit) }
    let layer =
      visit.request.query["cot"].flatMap { round.layerIDs.firstIndex(of: $0) }
      ?? round.layers.count - 1
    let isOpen =
      layer == round.layers.count - 1
      && round.units.contains {
        $0.record.block == chosen && $0.totals[layer]?.isProvisional == true
      }
    let page = RankingPage(
      block: chosen, layer: layer, in: snapshot, visit.frame,
      intervals: isOpen ? keeper.intervals(ofBlock: chosen, in: snapshot) : nil, sees: sees)
    return WebResponse(200, page.html(visit.frame))
  }

  func sheetPage(_ visit: Visit, _ unit: String) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readSheet(unit)) { return refusal }
    guard let snapshot = visit.snapshot, let place = snapshot.places[unit],
      let rights = visit.rights, let account = visit.session?.account
    else { return notFound(visit) }
    let showsPlaces = rights.allows(.readPlace(unit), by: account)
    let back =
      account.unit == unit
      ? PageFrame.Entry(
        path: WebPath.unit(unit), title: visit.frame.say("Tự chấm điểm", "Self-assessment"))
      : showsPlaces
        ? PageFrame.Entry(
          path: WebPath.block(snapshot.plan.blocks[snapshot.round.units[place].record.block].id),
          title: visit.frame.say("Xếp hạng", "Rankings")) : nil
    let page = SheetPage(
      place, in: snapshot, visit.frame, claim: rights.claim, showsPlaces: showsPlaces, back: back)
    return WebResponse(200, page.html(visit.frame))
  }

  func logPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readLog) { return refusal }
    let part = visit.request.query["trang"].flatMap(Int.init) ?? 1
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account,
      let page = LogPage(snapshot, part: min(max(part, 1), 1_000_000) - 1, visit.frame)
    else { return notFound(visit) }
    return WebResponse(
      200, page.html(visit.frame, showsAccess: rights.allows(.readAccess, by: account)))
  }

  /// The most sign-ins and refusals that are shown.
  static let accessRows = 300

  func accessPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readAccess) { return refusal }
    let words = EventWords(visit.frame.language)
    let page = AccessPage(records: try store.records(limit: WebApplication.accessRows)) {
      words.time(visit.now.local(at: $0))
    }
    return WebResponse(200, page.html(visit.frame))
  }
}
