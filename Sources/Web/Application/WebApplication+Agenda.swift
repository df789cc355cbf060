internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// The council's agenda, and deciding several of its points at once.
extension WebApplication {
  /// Points of the agenda that the council has not decided since.
  func agenda(
    _ snapshot: RoundSnapshot, _ time: EventTime, _ reads: (String) -> Bool
  ) -> [RoundEvent] {
    keeper.agenda(in: snapshot).points.map(\.event).filter { $0.content.unit.map(reads) ?? false }
  }

  /// The agenda as an account sees it.
  func agendaPart(_ visit: Visit) -> AgendaPart? {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return nil }
    let frame = visit.frame
    let sheets = ScoreSheetText(snapshot.round, frame.language, showsPlaces: false)
    let showsPlaces = rights.allows(.readRankings, by: account)
    let points = keeper.agenda(in: snapshot).points.compactMap { point in
      work(on: point.event, visit).map { (point, $0) }
    }
    let decidable = Set(decidable(visit).map(\.event))
    let claimed = snapshot.round.layers.firstIndex(of: .claimed) ?? 0
    var part = AgendaPart(
      points: points.map { point, work in
        let matter = work.matter
        let proposed = point.event.content.to?.points
        return AgendaPart.Point(
          event: point.event.sequence, title: "\(matter.item.id). \(matter.item.title)",
          path: WebPath.matter(matter.id), unit: matter.result.record.unit.name,
          standing: sheets.cell(matter.standing, matter.set),
          claimed: sheets.cell(matter.result.sheets[claimed][matter.item.index], matter.set),
          proposed: proposed.map { sheets.points($0, matter.set) } ?? "–",
          typed: proposed.map { sheets.points($0, matter.set) } ?? "",
          text: point.event.content.text ?? "",
          effect: text(of: point.effect, matter, showsPlaces, frame),
          isOpen: decidable.contains(point.event.sequence))
      },
      grounds: (snapshot.loaded.setting.procedure.grounds ?? []).map {
        .init(id: $0.id, title: $0.title)
      }, seen: snapshot.loaded.log?.count ?? 0)
    if let first = points.first(where: { decidable.contains($0.0.event.sequence) })?.1,
      let person = first.person
    {
      // A lock of one unit is told where that one is decided; the stage is everybody's.
      part.stop = snapshot.hindrance(
        to: .decided, by: person, at: visit.now.local, unit: first.matter.unit,
        subject: .item(first.matter.item.id)
      ).flatMap { refusal in
        if case .procedure(.stage) = refusal {
          frame.text(of: refusal, snapshot.names)
        } else {
          nil
        }
      }
    }
    return part
  }

  /// A point's item with whoever looks at it; nil: they may not, or it is about no item.
  func work(on event: RoundEvent, _ visit: Visit) -> MatterWork? {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account, let unit = event.content.unit,
      rights.allows(.readMatters(unit), by: account),
      case .item(let item)? = event.content.subject,
      let matter = Matter(ItemOfUnit(unit: unit, item: item), in: snapshot)
    else { return nil }
    return MatterWork(matter, rights, account)
  }

  /// Points that the account decides, as many as one form holds.
  private func decidable(_ visit: Visit) -> [(event: Int, work: MatterWork)] {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account, account.role == .council
    else { return [] }
    return keeper.agenda(in: snapshot).points.lazy.compactMap { point in
      work(on: point.event, visit).flatMap { work in
        rights.allows(.decide(work.matter.id), by: account)
          ? (event: point.event.sequence, work: work) : nil
      }
    }.prefix(AgendaDecision.most).map(\.self)
  }

  private func text(
    of effect: AgendaList.Effect, _ matter: Matter, _ showsPlaces: Bool, _ frame: PageFrame
  ) -> String {
    switch effect {
    case .unknown: return "–"
    case .none: return frame.say("không đổi", "nothing changes")
    case .moves(let difference):
      let unit = TrialSection.row(
        difference, in: matter.snapshot.round,
        ScoreSheetText(matter.snapshot.round, frame.language, showsPlaces: showsPlaces), frame,
        showsPlaces)
      return [
        unit.place.isEmpty ? nil : frame.say("thứ hạng \(unit.place)", "place \(unit.place)"),
        frame.say("chỉ số \(unit.index)", "index \(unit.index)"),
        frame.say("mức \(unit.grade)", "grade \(unit.grade)"),
      ].compactMap(\.self).joined(separator: "; ")
    }
  }
}
