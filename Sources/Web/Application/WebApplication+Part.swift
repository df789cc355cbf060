internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store
internal import Workbooks

/// An appraiser's part of the work, to be taken home as a workbook.
extension WebApplication {
  struct PartWork {
    let snapshot: RoundSnapshot
    let rights: Rights
    let sender: PartPlan.Sender

    var person: Person { sender.person }
    var frame: PageFrame { sender.frame }
    var events: Int { snapshot.loaded.log?.count ?? 0 }

    /// What may be chosen in a part.
    var terms: PartTerms {
      let frame = PageFrame(language: .vietnamese)
      return PartTerms(
        choices: SharedDecision.choices.map { choice in
          PartTerms.Choice(
            id: choice.rawValue, title: frame.choice(choice), takesPoints: choice == .points,
            takesDue: choice == .ask)
        },
        grounds: (snapshot.loaded.setting.procedure.grounds ?? []).map {
          PartTerms.Ground(id: $0.id, title: $0.title)
        })
    }
  }

  enum PartStart {
    case work(PartWork)
    case response(WebResponse)
  }

  func startPart(_ visit: Visit) throws -> PartStart {
    switch try beginPart(visit) {
    case .success(let work): return .work(work)
    case .failure(let hindrance): return .response(page(of: hindrance, visit))
    }
  }

  func beginPart(_ visit: Visit) throws -> Result<PartWork, Hindrance> {
    if let hindrance = try hindrance(visit, of: .readWork) { return .failure(hindrance) }
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return .failure(.missing) }
    guard account.role == .helperTeam, let person = rights.person(of: account)
    else {
      try note(refusalOf: "part", visit)
      return .failure(.refused(.role))
    }
    return .success(
      PartWork(
        snapshot: snapshot, rights: rights,
        sender: PartPlan.Sender(
          account: account, person: person, time: visit.now.local, frame: visit.frame)))
  }

  /// The workbook of what the page of appraisal shows, all of its pages.
  func partFile(_ visit: Visit) throws -> WebResponse {
    switch try startPart(visit) {
    case .response(let response): return response
    case .work(let work): return try workbook(of: work, WorkQuery(visit.request.query))
    }
  }

  func workbook(of work: PartWork, _ query: WorkQuery) throws -> WebResponse {
    let round = work.snapshot.plan.id
    let part = AppraisalPart(
      PartIdentity(round: round, person: work.person.id, seen: work.events), work.terms,
      roundTitle: work.snapshot.plan.title, appraiser: work.person.name,
      rows: try rows(of: work, query))
    let name = Route.isName(round) ? "phan-viec-\(round).xlsx" : "phan-viec.xlsx"
    switch part.bytes(path: name) {
    case .refused(let problems):
      throw problems.first.map { KeeperFailure.unwritable($0) } ?? .noLog(work.snapshot.plan.folder)
    case .bytes(let bytes): return .workbook(bytes, name: name)
    }
  }

  private func rows(of work: PartWork, _ query: WorkQuery) throws -> [AppraisalPart.Row] {
    let snapshot = work.snapshot
    let round = snapshot.round
    let waiting = try waiting()
    let frame = PageFrame(language: .vietnamese)
    let sheets = ScoreSheetText(round, .vietnamese, showsPlaces: false)
    let chosen = query.rows(
      keeper.work(of: work.sender.account, work.rights, in: snapshot), in: snapshot,
      waiting: waiting)
    return chosen.map { row in
      let record = round.units[row.unit].record
      let set = round.sets[record.set]
      let item = set.items[row.item]
      func figure(_ outcome: Outcome) -> AppraisalPart.Figure {
        outcome.state == .scored ? .points(outcome.points) : .word(sheets.cell(outcome, set))
      }
      return AppraisalPart.Row(
        unit: record.unit.id, unitName: record.unit.name, item: item.id, title: item.title,
        maximum: item.maximum, claimed: figure(row.claimed), standing: figure(row.standing),
        state: frame.state(row.state(waiting)), stake: row.stake)
    }
  }

  func partPage(_ visit: Visit) throws -> WebResponse {
    switch try startPart(visit) {
    case .response(let response): return response
    case .work:
      func count(_ name: String) -> Int { visit.request.query[name].flatMap(Int.init) ?? 0 }
      let (recorded, sent) = (count("da-ghi"), count("cho-duyet"))
      let notice =
        visit.request.query["da-ghi"] == nil
        ? nil
        : visit.frame.say(
          "Đã ghi \(recorded) quyết định, gửi người thứ hai duyệt \(sent).",
          "Recorded \(recorded) decisions; \(sent) went to a second approver.")
      return WebResponse(200, PartPage().html(visit.frame, notice: notice))
    }
  }
}
