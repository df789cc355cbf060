internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// Registers, and what the offices that keep them decide of disputed figures.
extension APIOperation {
  static let ofRegisters = [
    APIOperation(
      id: "listRegisters", method: .get, path: "/registers", tag: .figures,
      summary: Wording(vi: "Các sổ, bảng số liệu", en: "Registers"),
      about: Wording(
        vi: "Nơi giữ, ngày chốt, các cột, nơi còn thiếu số liệu.",
        en: "Who keeps them, when they were closed, their columns, units without a row."),
      answers: .named(
        "Registers",
        .object([
          .needed("registers", .list(.named("Register", .object(registerFields)), 10_000))
        ]))
    ) { app, call in
      try call.need(.readRegisters, app)
      return APIAnswer(["registers": .array(call.registers)])
    },
    APIOperation(
      id: "listDisputes", method: .get, path: "/disputes", tag: .figures,
      summary: Wording(vi: "Kiến nghị về số liệu", en: "Disputes of figures"),
      about: Wording(
        vi: "Đã nộp, về các sổ mà tài khoản được xem; chưa quyết định đứng trước.",
        en: "Those handed in, of registers that the account may see; open ones first."),
      answers: .named(
        "Disputes",
        .object([
          .needed("disputes", .list(.named("DisputeLine", .object(disputeLine)), 100_000))
        ]))
    ) { app, call in
      try call.need(.readRegisters, app)
      return APIAnswer(["disputes": .array(call.disputes)])
    },
    APIOperation(
      id: "getDispute", method: .get, path: "/disputes/{unit}/{figure}", tag: .figures,
      summary: Wording(
        vi: "Một số liệu của một đơn vị, để cơ quan giữ sổ quyết định",
        en: "A unit's figure, for the office that keeps it"),
      about: Wording(
        vi:
          "Sổ ghi, đơn vị đề nghị, tài liệu, lịch sử, việc tài khoản làm được (`choices`). `seen` là số phải gửi kèm quyết định.",
        en:
          "What the register has, what the unit claims, documents, history, what the account may do (`choices`). `seen` goes with a decision."
      ), answers: .named("Dispute", .object(disputeFields))
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, figure: call.figure).orProblem()
      return APIAnswer(try app.dispute(work, call))
    },
    APIOperation(
      id: "decideDispute", method: .post, path: "/disputes/{unit}/{figure}/decisions",
      tag: .figures,
      summary: Wording(vi: "Quyết định về số liệu", en: "Decide about a figure"),
      about: Wording(
        vi:
          "Cơ quan giữ sổ hoặc Sở Nội vụ: sửa theo đề nghị, giữ nguyên, hoặc giá trị khác. `dryRun`: chỉ xem ảnh hưởng. Gửi lại cùng nội dung không ghi hai lần.",
        en:
          "The office that keeps it, or the organiser: as claimed, as it was, or another value. `dryRun`: only shows the effect. The same twice is one."
      ),
      body: .named(
        "FigureDecision",
        .object([
          .needed(
            "decision", .choice(DisputePage.Choice.names),
            "đồng ý với đề nghị, giữ nguyên, giá trị khác",
            "as claimed, as it was, another value"),
          .optional("value", .text(500), "giá trị đúng, khi khác", "the right value, of another"),
          .optional(
            "ground", .word(.id), "căn cứ trong danh mục của kỳ", "a ground of the round's list"),
          .optional("text", .text(4_000), "lý do", "the reason"),
          .optional("basis", .text(4_000), "văn bản", "the document it rests on"),
          .optional(
            "propose", .truth, "đề nghị người thứ hai duyệt, khi cần",
            "to wait for a second person, where one is needed"),
          .needed("seen", count, "`seen` của getDispute", "`seen` of getDispute"), dryRun,
        ])),
      answers: .named(
        "FigureDecided",
        .object([
          .needed(
            "event", .whole(1...1_000_000_000).orNull,
            "số của sự kiện; null khi chỉ xem trước, khi đề nghị",
            "the event's number; null of a dry run and of a proposal"),
          .needed("trial", TrialAnswer.shape.orNull, "ảnh hưởng (khi xem trước)", "its effect"),
          .optional("proposal", count, "số của đề nghị", "the number of the proposal"),
        ])), mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.decideDispute(call) },
    APIOperation(
      id: "settleDispute", method: .post, path: "/disputes/{unit}/{figure}/settlement",
      tag: .figures,
      summary: Wording(
        vi: "Duyệt, trả lại, rút đề nghị đính chính",
        en: "Approve, give back or withdraw a proposed correction"),
      about: Wording(
        vi: "`proposal` là số trong getDispute. Đề nghị đã xong thì giữ nguyên.",
        en: "`proposal` is the number that getDispute tells. A settled one stays as it is."),
      body: .named(
        "FigureSettlement",
        .object([
          .needed("proposal", count, "số của đề nghị", "the proposal"),
          .needed("act", .choice(ProposalAct.names), "việc", "what is done"),
          .optional("text", .text(4_000), "lý do trả lại", "why it is given back"),
        ])),
      answers: .named(
        "FigureSettled",
        .object([
          .needed("state", .choice(of: ProposalState.self), "tình trạng", "its state"),
          .needed("event", count.orNull, "sự kiện đã ghi", "the event that it became"),
        ])), mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.settleDispute(call) },
  ]
}

extension APICall {
  var figure: String { path["figure"] ?? "" }

  fileprivate var registers: [JSONValue] {
    let plan = snapshot.plan
    let own = rights.person(of: account)?.unit
    return plan.figures.tables.values.sorted { $0.name < $1.name }.map { table in
      [
        "name": .string(table.name), "title": .string(table.title), "keeper": .text(table.owner),
        "own": .boolean(table.owner != nil && table.owner == own),
        "closedOn": .text(table.closedOn?.isoText), "period": .text(table.period),
        "file": .string(plan.cited(table.file.path)),
        "columns": .array(table.columns.map { .object($0.members) }),
        "lacking": .texts((table.covers ?? []).filter { !table.hasRow($0) }.sorted()),
        "illustrative": .boolean(table.isIllustrative),
      ]
    }
  }

  fileprivate var disputes: [JSONValue] {
    FigureDispute.all(in: snapshot) { rights.allows(.readDisputes($0.name), by: account) }
      .map { found in
        let figure = found.figure
        return [
          "unit": .string(snapshot.round.units[found.place].record.unit.id),
          "figure": .string(figure.name.name), "title": .string(figure.name.title),
          "register": .string(figure.table.name), "held": .text(figure.written),
          "claim": .text(figure.name.written(found.dispute.claim)),
          "ground": .string(found.dispute.ground), "open": .boolean(found.isOpen),
        ]
      }
  }
}

extension WebApplication {
  fileprivate func dispute(_ work: DisputeWork, _ call: APICall) throws -> JSONValue {
    let proposal = try proposal(on: work, call.visit)
    let shownProposal = proposal.flatMap { shown($0, work, call.visit) }
    let figure = work.figure
    let events = work.watch(seen: 0).events(work.snapshot.loaded)
    let refusal = refusal(ofDeciding: work, call.visit)
    let record = work.snapshot.round.units[work.place].record
    let documents = (work.dispute?.citations ?? []).map { citation -> JSONValue in
      let document = record.assessment.shelf[citation.document]
      let hasFile = if case .present = document.state { true } else { false }
      let act = Act.readDocument(unit: work.unit, document: document.id)
      return [
        "id": .string(document.id), "address": .string(ShelfForm.address(of: document.id)),
        "title": .string(
          [document.number, document.title ?? document.kind].compactMap(\.self)
            .joined(separator: ", ")),
        "file": .boolean(hasFile && call.rights.allows(act, by: call.account)),
      ]
    }
    let first: [JSONValue.Member] = [
      .init(key: "unit", value: .string(work.unit)),
      .init(key: "unitName", value: .string(record.unit.name)),
    ]
    let said: [JSONValue.Member] = [
      .init(key: "claim", value: .text(work.dispute.flatMap { figure.name.written($0.claim) })),
      .init(key: "ground", value: .text(work.dispute?.ground)),
      .init(key: "documents", value: .array(documents)),
      .init(key: "choices", value: .texts(refusal == nil ? work.choices.map(\.name) : [])),
      .init(
        key: "refusal",
        value: .text(refusal.map { call.frame.text(of: $0, work.snapshot.names) })),
      .init(
        key: "proposal",
        value: proposal.map {
          [
            "number": .whole(Int($0.number)), "proposer": .string($0.person),
            "state": .string($0.state.rawValue), "note": .text($0.note),
            "what": .texts(shownProposal?.lines ?? []),
            "effect": .texts(
              (shownProposal?.trial?.items ?? []).map { "\($0.title): \($0.points)" }),
          ]
        } ?? .null),
      .init(key: "seen", value: .whole(events.last?.sequence ?? 0)),
      .init(
        key: "events", value: .array(events.filter(isOfFigure).map(\.document))),
    ]
    return .object(first + figure.name.members + figure.members + said)
  }

  /// What happens to the whole unit is no business of who keeps a figure.
  private func isOfFigure(_ event: RoundEvent) -> Bool { event.content.subject != nil }

  fileprivate func decideDispute(_ call: APICall) async throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, figure: call.figure).orProblem()
    let body = call.body
    let chosen = DisputePage.Choice.allCases.first { $0.name == body.text("decision") }
    let step: AppraisalStep =
      body.truth("dryRun") ? .preview : body.truth("propose") ? .propose : .record
    let visit = call.visit(saying: [
      DisputePage.choice: chosen?.rawValue, DisputePage.value: body.text("value"),
      AppraisalForm.ground: body.text("ground"), AppraisalForm.reason: body.text("text"),
      AppraisalForm.basis: body.text("basis"),
      AppraisalForm.seen: body.whole("seen").map(String.init), AppraisalForm.step: step.rawValue,
    ])
    switch try await deciding(visit, work) {
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .unreadable: throw APIProblem.unseen
    case .unclear(let form):
      let places = [DisputePage.choice: "/decision", DisputePage.value: "/value"]
      throw APIProblem(
        .unclear,
        form.problems.sorted { $0.key < $1.key }.map { name, text in
          APIFault(.body(places[name] ?? ""), "cannot-be-meant", text, text)
        })
    case .proposed(let proposal):
      return APIAnswer([
        "event": .null, "trial": .null, "proposal": .whole(Int(proposal.number)),
      ])
    case .tried((_, let recording, let outcome)):
      return try call.tried(outcome, tells: isOfFigure) {
        // What a register's keeper sees of a unit is the item's points, no place.
        TrialAnswer(recording, call, showsPlaces: false) { $0 == work.unit }
          .json(
            recording.contents.map {
              EventLine($0, in: call.snapshot.round, call.frame.language).sentence()
            })
      }
    }
  }

  fileprivate func settleDispute(_ call: APICall) async throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, figure: call.figure).orProblem()
    let act = call.body.text("act").flatMap(ProposalAct.init) ?? .giveBack
    let visit = call.visit(saying: [
      DisputePage.proposal: call.body.whole("proposal").map(String.init),
      DisputePage.note: call.body.text("text"),
    ])
    switch try await settling(visit, work, act.step) {
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .notProposer: throw APIProblem(Hindrance.refused(.role))
    case .unreadable:
      throw APIProblem(
        .unclear,
        [
          APIFault(
            .body("/proposal"), "unknown-proposal", "không có đề nghị này về số liệu này",
            "there is no such proposal about this figure")
        ])
    case .withoutReason:
      throw APIProblem(
        .unclear,
        [APIFault(.body("/text"), "no-reason", "ghi lý do trả lại", "say why it is given back")])
    case .conflict(let problems):
      throw problems.isEmpty
        ? APIProblem.overtaken([]) : APIProblem(.refused, problems)
    case .settled:
      let proposal = try call.body.whole("proposal").flatMap { try store.proposal(Int64($0)) }
      return APIAnswer([
        "state": .string((proposal?.state ?? .open).rawValue),
        "event": proposal?.event.map(JSONValue.whole) ?? .null,
      ])
    }
  }
}
