internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// The council's agenda and meetings.
extension WebApplication {
  func councilPage(
    _ visit: Visit, _ status: Int = 200, refused: [TrialSection.Refusal] = []
  ) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readCouncil) { return refusal }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return notFound(visit) }
    let frame = visit.frame
    let words = EventWords(frame.language)
    func reads(_ unit: String) -> Bool { rights.allows(.readMatters(unit), by: account) }
    let open = openItems(snapshot, reads)
    let pages = max(1, (open.count + CouncilPage.rows - 1) / CouncilPage.rows)
    let part = min(max(visit.request.query["trang"].flatMap(Int.init) ?? 1, 1), pages)
    let sheets = ScoreSheetText(snapshot.round, frame.language, showsPlaces: false)
    let stop =
      refused.isEmpty && rights.allows(.recordMeeting, by: account)
      ? account.person.flatMap { rights.people[$0] }.flatMap {
        snapshot.hindrance(to: .met, by: $0, at: visit.now.local)
      } : nil
    let recordsMeetings = stop == nil && rights.allows(.recordMeeting, by: account)
    let members = members(visit, rights, account)
    var page = CouncilPage(
      agenda: agenda(snapshot, visit.now.local, reads).compactMap {
        point($0, snapshot, rights, account, frame)
      },
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
            name: name, title: $0.name, isPresent: !visit.form[name].isEmpty)
        } : [],
      reason: visit.form[AppraisalForm.reason], basis: visit.form[AppraisalForm.basis],
      seen: snapshot.loaded.log?.count ?? 0)
    page.refusals = refused
    page.stop = stop.map { frame.text(of: $0, snapshot.names) }
    let notice =
      visit.request.query["da-ghi"] == nil
      ? nil : frame.say("Đã ghi phiên họp.", "The meeting was recorded.")
    return WebResponse(status, page.html(frame, notice: notice))
  }

  /// Points of the agenda that the council has not decided since.
  func agenda(
    _ snapshot: RoundSnapshot, _ time: EventTime, _ reads: (String) -> Bool
  ) -> [RoundEvent] {
    guard let log = snapshot.loaded.log else { return [] }
    return snapshot.round.units.flatMap { unit -> [RoundEvent] in
      let id = unit.record.unit.id
      guard reads(id), let events = try? log.events(of: id),
        events.contains(where: { $0.content.kind == .agenda })
      else { return [] }
      var state = ProcedureState()
      for event in events { state.take(event) }
      let open = Set(state.undecided)
      return events.filter { open.contains($0.sequence) }
    }
  }

  private func point(
    _ event: RoundEvent, _ snapshot: RoundSnapshot, _ rights: Rights, _ account: Account,
    _ frame: PageFrame
  ) -> CouncilPage.Point? {
    guard let unit = event.content.unit, case .item(let item)? = event.content.subject,
      let matter = Matter(ItemOfUnit(unit: unit, item: item), in: snapshot)
    else { return nil }
    let sheets = ScoreSheetText(snapshot.round, frame.language, showsPlaces: false)
    let work = MatterWork(matter, rights, account)
    return CouncilPage.Point(
      title: "\(item). \(matter.item.title)", path: WebPath.matter(matter.id),
      unit: matter.result.record.unit.name, standing: sheets.cell(matter.standing, matter.set),
      proposed: event.content.to?.points.map { sheets.points($0, matter.set) } ?? "–",
      text: event.content.text ?? "",
      effect: event.content.to?.points.map { effect(of: $0, event, work, frame) } ?? "–")
  }

  /// What it would do to the unit if the council followed the proposal; nothing is recorded.
  private func effect(
    of points: Exact, _ event: RoundEvent, _ work: MatterWork, _ frame: PageFrame
  ) -> String {
    var content = EventContent(
      time: event.content.time, author: event.content.author, role: Role.council.rawValue,
      kind: .decided)
    content.unit = work.matter.unit
    content.subject = event.content.subject
    content.stage = event.content.stage
    content.text = event.content.text ?? "–"
    content.ground = work.snapshot.loaded.setting.procedure.grounds?.first?.id
    let drafting = EventDrafting(
      work.snapshot.round, unit: work.matter.place, subject: .item(work.matter.item.id))
    WrittenDecision.points(points, beyondRule: true).fill(&content, drafting)
    let trial = TrialSection(
      EventRecording(work.snapshot.loaded, work.snapshot.round, [content]), in: work.snapshot,
      frame,
      showsPlaces: work.showsPlaces, sees: { $0 == work.matter.unit })
    guard let unit = trial.units.first else {
      return frame.say("không đổi", "nothing changes")
    }
    return [
      unit.place.isEmpty ? nil : frame.say("thứ hạng \(unit.place)", "place \(unit.place)"),
      frame.say("chỉ số \(unit.index)", "index \(unit.index)"),
      frame.say("mức \(unit.grade)", "grade \(unit.grade)"),
    ].compactMap(\.self).joined(separator: "; ")
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
    switch try await meeting(visit) {
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
