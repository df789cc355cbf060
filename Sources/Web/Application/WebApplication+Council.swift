internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// The council's agenda and meetings.
extension WebApplication {
  /// - Parameter change: what was sent about the agenda, to be shown again.
  func councilPage(
    _ visit: Visit, _ status: Int = 200, refused: [TrialSection.Refusal] = [],
    _ change: ((inout AgendaPart) -> Void)? = nil
  ) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readCouncil) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account, var agenda = agendaPart(visit)
    else { return notFound(visit) }
    change?(&agenda)
    // The page has two forms, of which one was sent.
    let typed = change == nil ? visit.form : FormFields()
    let frame = visit.frame
    let words = EventWords(frame.language)
    func reads(_ unit: String) -> Bool { rights.allows(.readMatters(unit), by: account) }
    let open = openItems(snapshot, reads)
    let pages = max(1, (open.count + CouncilPage.rows - 1) / CouncilPage.rows)
    let part = min(max(visit.request.query["trang"].flatMap(Int.init) ?? 1, 1), pages)
    let sheets = ScoreSheetText(snapshot.round, frame.language, showsPlaces: false)
    let stop =
      refused.isEmpty && rights.allows(.recordMeeting, by: account)
      ? rights.person(of: account).flatMap {
        snapshot.hindrance(to: .met, by: $0, at: visit.now.local)
      } : nil
    let recordsMeetings = stop == nil && rights.allows(.recordMeeting, by: account)
    let members = members(visit, rights, account)
    var page = CouncilPage(
      agenda: agenda,
      open: open.dropFirst((part - 1) * CouncilPage.rows).prefix(CouncilPage.rows).map { matter in
        CouncilPage.OpenItem(
          title: "\(matter.item.id). \(matter.item.title)", path: WebPath.matter(matter.id),
          unit: matter.result.record.unit.name,
          state: sheets.cell(matter.standing, matter.set))
      }, openCount: open.count, page: part, pages: pages,
      meetings: meetings(snapshot, rights, account).reversed()
        .map { event in
          CouncilPage.Meeting(
            time: words.time(event.content.time),
            present: event.content.attendance.map { name(of: $0, rights) },
            text: [event.content.text, event.content.basis].compactMap(\.self)
              .joined(separator: ". "))
        },
      members: recordsMeetings
        ? members.map {
          let name = CouncilPage.member($0.id)
          return CouncilPage.Member(
            name: name, title: $0.name, isPresent: !typed[name].isEmpty)
        } : [],
      reason: typed[AppraisalForm.reason], basis: typed[AppraisalForm.basis],
      seen: snapshot.loaded.log?.count ?? 0)
    page.refusals = refused
    page.moment =
      typed.values.isEmpty
      ? TypedValue.shown(visit.now.local.minute.isoText, as: .date, frame.language)
      : typed[MeetingMoment.name]
    page.stop = stop.map { frame.text(of: $0, snapshot.names) }
    let notice =
      visit.request.query["da-ghi"] != nil
      ? frame.say("Đã ghi phiên họp.", "The meeting was recorded.")
      : visit.request.query["da-quyet"].flatMap(Int.init).map {
        frame.say("Đã ghi \($0) quyết định.", "Recorded \($0) decisions.")
      }
    return WebResponse(status, page.html(frame, notice: notice))
  }

  /// Items that only the council can settle: those that it scores itself.
  func openItems(_ snapshot: RoundSnapshot, _ reads: (String) -> Bool) -> [Matter] {
    snapshot.round.units.flatMap { result -> [Matter] in
      let unit = result.record.unit.id
      guard result.isSubmitted, reads(unit) else { return [] }
      let set = snapshot.round.sets[result.record.set]
      let last = snapshot.round.layers.count - 1
      return set.items.filter {
        $0.scoredBy == .council && result.sheets[last][$0.index].state.isOpen
      }.compactMap { Matter(ItemOfUnit(unit: unit, item: $0.id), in: snapshot) }
    }
  }

  func recordMeeting(_ visit: Visit) async throws -> WebResponse {
    let frame = visit.frame
    func refused(_ status: Int, _ vietnamese: String, _ english: String) throws -> WebResponse {
      try councilPage(
        visit, status,
        refused: [.init(message: frame.say(vietnamese, english), rule: "", move: "")])
    }
    // Who may not is told that, whatever they typed.
    let beginning = visit.snapshot?.loaded.log?.ofRound.first?.content.time
    let moment = MeetingMoment(
      visit.form[MeetingMoment.name], now: visit.now.local, beginning: beginning, frame)
    var time = visit.now.local
    switch moment {
    case .at(let own): time = own
    case .unclear(let problem):
      if let refusal = try refusal(visit, of: .recordMeeting) { return refusal }
      return try councilPage(
        visit, 422, refused: [.init(message: frame.sentence(problem), rule: "", move: "")])
    }
    switch try await meeting(visit, at: time) {
    case .hindered(let hindrance): return page(of: hindrance, visit)
    case .unreadable: return badForm(visit)
    case .nobodyPresent:
      return try refused(422, "Chưa chọn người có mặt.", "Nobody is marked as present.")
    case .recording(.done), .recording(.already):
      return .redirect(to: "/\(WebPath.council)?da-ghi=1")
    case .recording(.overtaken):
      return try refused(
        409, "Một phiên họp khác vừa được ghi; xem danh sách rồi gửi lại nếu vẫn cần.",
        "Another meeting was recorded meanwhile; look, then send again if need be.")
    case .recording(.refused(let problems)):
      return try councilPage(
        visit, 409,
        refused: problems.map {
          TrialSection.refusal($0, frame, visit.snapshot?.names ?? [:])
        })
    }
  }
}
