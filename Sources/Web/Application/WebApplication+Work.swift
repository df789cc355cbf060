internal import Diagnostics
internal import EventLog
internal import Grading
internal import Procedure
internal import Store

/// What is to be appraised, and how far it has come.
extension WebApplication {
  func workPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readWork) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return notFound(visit) }
    let page = WorkPage(
      WorkQuery(visit.request.query), keeper.work(of: account, rights, in: snapshot),
      waiting: try waiting(), in: snapshot, visit.frame)
    let open = try store.openProposals().count {
      rights.allows(.readMatters($0.unit), by: account)
    }
    let links =
      [
        PageFrame.Entry(
          path: WebPath.proposals,
          title: visit.frame.say("Chờ người thứ hai duyệt (\(open))", "Second approval (\(open))")),
        PageFrame.Entry(
          path: WebPath.progress, title: visit.frame.say("Tiến độ từng người", "Progress by person")
        ),
      ]
      + (rights.allows(.readDrift, by: account)
        ? [
          PageFrame.Entry(
            path: WebPath.drift, title: visit.frame.say("Độ chênh", "Appraiser drift"))
        ] : [])
    let query = WorkQuery(visit.request.query)
    let shared =
      query.item != nil && account.role == .helperTeam
      ? [
        PageFrame.Entry(
          path: WebPath.sharedDecision + query.on(page: 1).text,
          title: visit.frame.say(
            "Một lý do cho nhiều nơi", "One reason for several units"))
      ] : []
    let part =
      account.role == .helperTeam
      ? [
        PageFrame.Entry(
          path: WebPath.partFile + query.on(page: 1).text,
          title: visit.frame.say("Tải phần việc (Excel)", "Your part (Excel)")),
        PageFrame.Entry(
          path: WebPath.part, title: visit.frame.say("Nạp phần việc đã điền", "Bring it back")),
      ] : []
    return WebResponse(200, page.html(visit.frame, links: links + shared + part))
  }

  /// Items that wait for a second approver.
  func waiting() throws -> Set<ItemOfUnit> {
    Set(try store.openProposals().map { ItemOfUnit(unit: $0.unit, item: $0.item) })
  }

  func progressPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readWork) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return notFound(visit) }
    let waiting = try waiting()
    var own: [String: Int] = [:]
    for unit in snapshot.round.units {
      for entry in unit.record.entries { own[entry.author, default: 0] += 1 }
    }
    // A council of some units sees its own team.
    let council = rights.council(of: account)
    let team = rights.people.values.filter { person in
      person.role == .helperTeam
        && (council == nil || council == Person.province || person.council == council)
    }.sorted { $0.id < $1.id }
    let rows = team.map { person in
      let all = keeper.work(
        of: Account(login: person.id, name: "", role: .helperTeam, person: person.id), rights,
        in: snapshot)
      return ProgressPage.Row(
        name: person.name, total: all.count,
        counts: WorkTable.counts(all, waiting: waiting).map(\.count), own: own[person.id] ?? 0)
    }
    return WebResponse(200, ProgressPage(rows: rows).html(visit.frame))
  }
}
