internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

/// A unit's own work: its items, what it types, handing in.
extension WebApplication {
  /// What all of these pages begin with.
  struct UnitWork {
    let snapshot: RoundSnapshot
    let rights: Rights
    let account: Account
    let drafted: DraftedUnit

    var result: UnitResult { drafted.result }
    var set: CriteriaSet { snapshot.set(of: drafted.unit) }
  }

  enum UnitStart {
    case work(UnitWork)
    case response(WebResponse)
  }

  func start(_ visit: Visit, _ unit: String, _ act: Act) throws -> UnitStart {
    switch try begin(visit, unit, act) {
    case .success(let work): return .work(work)
    case .failure(let hindrance): return .response(page(of: hindrance, visit))
    }
  }

  /// The unit with what is typed, for an act that the account may do.
  func begin(
    _ visit: Visit, _ unit: String, _ act: Act
  ) throws -> Result<UnitWork, Hindrance> {
    if let hindrance = try hindrance(visit, of: act) { return .failure(hindrance) }
    guard let snapshot = visit.snapshot, let place = snapshot.places[unit],
      let rights = visit.rights, let account = visit.session?.account
    else { return .failure(.missing) }
    let drafts = try store.drafts(of: unit)
    guard let drafted = keeper.drafted(place, drafts, in: snapshot, at: visit.now.local) else {
      return .failure(.unusableFiles)
    }
    return .success(
      UnitWork(snapshot: snapshot, rights: rights, account: account, drafted: drafted))
  }

  /// Whether and when it was handed in, and until when it can be.
  func status(_ work: UnitWork, _ frame: PageFrame) -> [String] {
    let filed = work.snapshot.round.units[work.drafted.unit]
    var lines = [
      filed.isSubmitted
        ? ScoreSheetText(work.snapshot.round, frame.language, showsPlaces: false)
          .submission(filed)
        : frame.say("Chưa nộp bản tự chấm điểm.", "Nothing is handed in yet.")
    ]
    if filed.isSubmitted, work.drafted.hasChanges {
      lines.append(
        frame.say("Có thay đổi chưa nộp.", "There are changes that are not handed in."))
    }
    switch work.rights.claim {
    case .open(let until?):
      let words = NumberWords(frame.language)
      lines.append(
        frame.say("Hạn tự chấm điểm: \(words.moment(until)).", "Open until \(words.moment(until)).")
      )
    case .open(nil): break
    case .noStage: lines.append(frame.sentence(ActRefusal.noStage.wording[frame.language]))
    case .notOpen(let moment):
      lines.append(frame.sentence(ActRefusal.notOpen(moment).wording[frame.language]))
    case .closed(let moment):
      lines.append(frame.sentence(ActRefusal.closed(moment).wording[frame.language]))
    }
    return lines
  }

  func unitPage(_ visit: Visit, _ unit: String) throws -> WebResponse {
    if let rights = visit.rights, let account = visit.session?.account,
      !account.role.isOfUnit, rights.allows(.readSheet(unit), by: account)
    {
      return .redirect(to: "/" + WebPath.sheet(unit))
    }
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let page = UnitPage(
        work.drafted, in: work.snapshot, at: visit.now.local, visit.frame,
        status: status(work, visit.frame),
        canHandIn: work.rights.allows(.handIn(unit), by: work.account))
      let notice =
        visit.request.query["da-nop"] == nil
        ? nil : visit.frame.say("Đã nộp bản tự chấm điểm.", "The self-assessment was handed in.")
      return WebResponse(200, page.html(visit.frame, notice: notice))
    }
  }
}
