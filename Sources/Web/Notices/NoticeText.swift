internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// A notice in words: what happened and what it is about, never anybody's points or place, and
/// nothing that somebody typed.
struct NoticeText: Sendable {
  private let frame: PageFrame
  private let words: EventWords
  private let numbers: NumberWords
  private let snapshot: RoundSnapshot
  private let units: RoundWords

  init(_ snapshot: RoundSnapshot, _ language: Language) {
    frame = PageFrame(language: language)
    words = EventWords(language)
    numbers = NumberWords(language)
    units = RoundWords(snapshot.round, language)
    self.snapshot = snapshot
  }

  /// One sentence without its full stop.
  func title(_ notice: Notice) -> String {
    switch notice.kind {
    case .explanationAsked(let due?):
      frame.say(
        "Yêu cầu giải trình, hạn \(numbers.moment(due))",
        "An explanation is asked for, due \(numbers.moment(due))")
    case .explanationAsked(nil):
      frame.say("Yêu cầu giải trình", "An explanation is asked for")
    case .explained: frame.say("Đơn vị đã giải trình", "The unit has explained")
    case .explanationDue(let due):
      frame.say(
        "Sắp hết hạn giải trình: \(numbers.moment(due))",
        "To be explained soon: by \(numbers.moment(due))")
    case .proposed:
      frame.say("Đề nghị điều chỉnh chờ người thứ hai duyệt", "A proposal awaits your approval")
    case .givenBack: frame.say("Đề nghị bị trả lại", "A proposal was given back")
    case .onAgenda:
      frame.say("Đã trình Hội đồng thẩm định", "Put before the council")
    case .decided: frame.say("Hội đồng thẩm định đã quyết định", "The council has decided")
    case .locked(let stage): locked(stage, frame.say("Đã khóa", "Locked"))
    case .unlocked(let stage): locked(stage, frame.say("Đã mở khóa", "Unlocked"))
    case .publication(let state): published(state)
    case .reconsiderationAsked:
      frame.say("Có kiến nghị xem xét lại", "Reconsideration is asked for")
    case .reconsiderationAnswered:
      frame.say("Kiến nghị xem xét lại đã được trả lời", "The request to reconsider was answered")
    case .amended: frame.say("Kết quả công bố đã điều chỉnh", "The published result was amended")
    case .disputed:
      frame.say("Kiến nghị về số liệu chờ quyết định", "A disputed figure awaits your decision")
    case .figureDecided:
      frame.say(
        "Cơ quan giữ sổ đã quyết định về số liệu", "The keeper has decided about a figure")
    case .dossiersAsked:
      frame.say(
        "Giải trình, đính chính hồ sơ TTHC chờ quyết định",
        "Explanations or corrections of dossiers await your decision")
    case .dossiersDecided(isAccepted: true):
      frame.say(
        "Giải trình, đính chính hồ sơ TTHC được chấp nhận",
        "What was said of dossiers is accepted")
    case .dossiersDecided(isAccepted: false):
      frame.say(
        "Giải trình, đính chính hồ sơ TTHC không được chấp nhận",
        "What was said of dossiers is not accepted")
    case .deadlinesMoved(let deadlines):
      frame.say("Dời hạn: ", "Moved: ")
        + deadlines.map { deadline in
          frame.title(of: deadline.place, snapshot.plan) + " "
            + frame.text(of: deadline.bound, deadline.moment)
        }.joined(separator: "; ")
    case .stageEnds(let stage, let deadline):
      frame.say(
        "Bước “\(title(ofStage: stage))” sắp hết hạn: \(numbers.moment(deadline))",
        "The stage “\(title(ofStage: stage))” ends soon: \(numbers.moment(deadline))")
    }
  }

  private func locked(_ stage: String?, _ what: String) -> String {
    stage.map {
      "\(what) " + frame.say("bước “\(title(ofStage: $0))”", "stage “\(title(ofStage: $0))”")
    }
      ?? what + frame.say(" kết quả", " results")
  }

  private func published(_ state: PublicationState) -> String {
    frame.say("Phê duyệt, công bố: ", "Publication: ") + words.state(state)
  }

  private func title(ofStage id: String) -> String {
    snapshot.plan.stages.first { $0.id == id }?.title ?? id
  }

  /// The unit and what within it; empty: the whole round.
  func about(_ notice: Notice) -> String {
    let unit = notice.unit.map(units.unit)
    let item = notice.item.map { id in
      let set = notice.unit.flatMap { snapshot.places[$0] }.map { snapshot.set(of: $0) }
      let title = set.flatMap { set in set.itemIndex(id).map { set.items[$0].title } }
      return title.map { "\(id). \($0)" } ?? id
    }
    let figure = notice.figure.map { name in
      let set = notice.unit.flatMap { snapshot.places[$0] }.map { snapshot.set(of: $0) }
      return set?.figures.first { $0.name == name }?.title ?? name
    }
    return [unit, item ?? figure].compactMap(\.self).joined(separator: ", ")
  }

  func time(_ notice: Notice) -> String { words.time(notice.time) }

  /// Where whoever reads it goes on; nil: nowhere.
  func path(_ notice: Notice, for account: Account) -> String? {
    switch notice.kind {
    case .dossiersAsked: return WebPath.dossierRequests
    case .dossiersDecided: return notice.unit.map { WebPath.dossiers($0) }
    case .stageEnds, .deadlinesMoved:
      switch account.role {
      case .unitOfficer, .unitHead: return account.unit.map(WebPath.unit)
      case .helperTeam: return WebPath.work
      case .council: return WebPath.council
      case .organiser, .decider, .auditor: return WebPath.publication
      case .registerKeeper: return WebPath.registers
      }
    case .disputed:
      guard let unit = notice.unit, let figure = notice.figure else { return WebPath.registers }
      return WebPath.dispute(figure, of: unit)
    case .figureDecided: return notice.unit.map(WebPath.figures)
    case .proposed, .givenBack:
      if let unit = notice.unit, let figure = notice.figure {
        return WebPath.dispute(figure, of: unit)
      }
      return Int64(notice.key.dropFirst()).map(WebPath.proposal)
    case .publication(.published), .publication(.amended), .amended:
      return notice.unit.map(WebPath.sheet) ?? WebPath.rankings
    case .publication: return WebPath.publication
    case .locked, .unlocked: return notice.unit.map(WebPath.sheet)
    case .reconsiderationAsked, .reconsiderationAnswered: return WebPath.reconsiderations
    case .explanationAsked, .explained, .explanationDue, .onAgenda, .decided:
      guard let unit = notice.unit else { return nil }
      guard let item = notice.item else { return WebPath.sheet(unit) }
      return account.role.isOfUnit
        ? WebPath.item(item, of: unit) : WebPath.matter(ItemOfUnit(unit: unit, item: item))
    }
  }
}
