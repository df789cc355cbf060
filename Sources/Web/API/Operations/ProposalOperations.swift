internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

extension APIOperation {
  static let ofProposals = [
    APIOperation(
      id: "listProposals", method: .get, path: "/proposals", tag: .appraisal,
      summary: Wording(
        vi: "Đề nghị chờ người thứ hai duyệt", en: "What waits for a second approver"),
      about: Wording(
        vi: "Đang chờ, và 50 đề nghị đã xong gần nhất.", en: "Open ones, and the latest 50 closed."),
      answers: .named(
        "Proposals",
        .object([
          .needed("open", .list(proposalShape, 100_000), "đang chờ", "those that wait"),
          .needed("closed", .list(proposalShape, 50), "đã xong", "those that are settled"),
        ]))
    ) { app, call in
      try call.need(.readWork, app)
      func listed(_ proposals: [StoredProposal]) -> JSONValue {
        .array(
          proposals.filter { call.rights.allows(.readMatters($0.unit), by: call.account) }
            .map(call.proposal))
      }
      return APIAnswer([
        "open": listed(try app.store.openProposals()),
        "closed": listed(
          try app.store.closedProposals(limit: 50) { unit, _ in
            call.rights.allows(.readMatters(unit), by: call.account)
          }),
      ])
    },
    APIOperation(
      id: "getProposal", method: .get, path: "/proposals/{proposal}", tag: .appraisal,
      summary: Wording(vi: "Một đề nghị và ảnh hưởng của nó", en: "A proposal and its effect"),
      about: Wording(
        vi: "Ảnh hưởng nếu tài khoản này duyệt bây giờ, và việc tài khoản làm được.",
        en: "Its effect if this account approved it now, and what the account may do."),
      answers: .named(
        "ProposalDetail",
        .object([
          .needed("proposal", proposalShape),
          .needed("trial", TrialAnswer.shape.orNull, "ảnh hưởng", "its effect"),
          .needed(
            "acts", .list(.choice(ProposalAct.names), 3), "việc làm được", "what may be done"),
          .needed("refusal", .text(100_000).orNull, "vì sao không duyệt được", "why not approved"),
          .needed(
            "newer", .list(.document, 100_000), "sự kiện mới từ khi đề nghị",
            "what happened since"),
        ]))
    ) { app, call in
      let found = try app.begin(call.visit, proposal: call.number).orProblem()
      return APIAnswer(app.detail(found, call))
    },
    APIOperation(
      id: "settleProposal", method: .post, path: "/proposals/{proposal}/settlement",
      tag: .appraisal,
      summary: Wording(vi: "Duyệt, trả lại, rút", en: "Approve, give back, withdraw"),
      about: Wording(
        vi:
          "Người duyệt thứ hai duyệt hoặc trả lại; người đề nghị rút. Đề nghị đã xong thì giữ nguyên. Xem trước: getProposal.",
        en:
          "The second approver approves or gives back, the proposer withdraws. A settled one stays as it is. getProposal is the preview."
      ),
      body: .named(
        "Settlement",
        .object([
          .needed("act", .choice(ProposalAct.names), "việc", "what is done"),
          .optional("text", .text(4_000), "lý do trả lại", "why it is given back"),
        ])), answers: proposalShape, mayConflict: true
    ) { app, call in try await app.settle(call) },
  ]

  private static let proposalShape = APIShape.named(
    "Proposal",
    .object([
      .needed("number", count), .needed("unit", .word(.id)), .needed("item", .word(.id)),
      .needed("proposer", .word(.person), "người đề nghị", "who proposes"),
      .needed("made", .word(.time), "lúc đề nghị", "when"),
      .needed("state", .choice(of: ProposalState.self), "tình trạng", "its state"),
      .needed("own", .truth, "của chính tài khoản", "whether it is the account's own"),
      .needed("note", .text(100_000).orNull, "lý do trả lại", "why it was given back"),
      .needed("event", count.orNull, "sự kiện đã ghi", "the event that it became"),
    ]))
}

/// What can be done with a proposal; raw values stand in the API.
enum ProposalAct: String, CaseIterable {
  case approve
  case giveBack
  case withdraw

  static var names: [String] { allCases.map(\.rawValue) }

  var step: AppraisalStep {
    switch self {
    case .approve: .approve
    case .giveBack: .giveBack
    case .withdraw: .withdraw
    }
  }
}

extension APICall {
  fileprivate var number: Int64 { path["proposal"].flatMap(APIShape.whole).map(Int64.init) ?? 0 }

  fileprivate func proposal(_ stored: StoredProposal) -> JSONValue {
    [
      "number": .whole(Int(stored.number)), "unit": .string(stored.unit),
      "item": .string(stored.item), "proposer": .string(stored.person),
      "made": .string(visit.now.local(at: stored.madeAt).isoText),
      "state": .string(stored.state.rawValue),
      "own": .boolean(stored.person == account.person), "note": .text(stored.note),
      "event": stored.event.map(JSONValue.whole) ?? .null,
    ]
  }
}

extension WebApplication {
  fileprivate func detail(_ found: ProposalWork, _ call: APICall) -> JSONValue {
    let proposal = found.proposal
    let isOpen = proposal.state == .open
    let isOwn = proposal.person == call.account.person
    var acts: [ProposalAct] = []
    if isOpen, found.refusal == nil { acts += [.approve, .giveBack] }
    if isOpen, isOwn { acts.append(.withdraw) }
    let refusal = isOpen && !isOwn ? found.refusal : nil
    return [
      "proposal": call.proposal(proposal),
      "trial": isOpen
        ? found.recording.map { trial($0, found.work, call) } ?? .null : .null,
      "acts": .texts(acts.map(\.rawValue)),
      "refusal": .text(refusal.map { call.frame.text(of: $0, call.snapshot.names) }),
      "newer": .array(isOpen ? found.newer.map(\.document) : []),
    ]
  }

  fileprivate func settle(_ call: APICall) async throws -> APIAnswer {
    let visit = call.visit(saying: [AppraisalForm.reason: call.body.text("text")])
    let found = try begin(visit, proposal: call.number).orProblem()
    guard let act = call.body.text("act").flatMap(ProposalAct.init) else {
      throw APIProblem.missing
    }
    switch try await settling(visit, found, act.step) {
    case .settled:
      guard let now = try store.proposal(call.number) else { throw APIProblem.missing }
      return APIAnswer(call.proposal(now))
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .notProposer:
      throw APIProblem(
        .notAllowed, "chỉ người đề nghị rút được", "only its proposer takes it back")
    case .withoutReason:
      throw APIProblem(.invalid, "ghi lý do trả lại", "say why it is given back")
    case .unreadable: throw APIProblem.missing
    case .conflict(let problems):
      guard problems.isEmpty else { throw APIProblem(.refused, problems) }
      throw APIProblem.overtaken(found.newer)
    }
  }
}
