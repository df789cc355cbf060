internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// A unit's dossiers, one by one, and what it says of them.
extension APIOperation {
  static let ofDossiers = [
    APIOperation(
      id: "listDossiers", method: .get, path: "/units/{unit}/dossiers", tag: .figures,
      summary: Wording(vi: "Hồ sơ của một đơn vị", en: "A unit's dossiers"),
      about: Wording(
        vi:
          "Từng hồ sơ trễ hạn, quá hạn, không tính, lập riêng, bất thường, với quy tắc và giải trình; tỷ lệ trễ hạn.",
        en:
          "Each one that is late, overdue, excluded, listed or suspicious, with its rule and what was said of it; the rate of late ones."
      ),
      answers: .named(
        "Dossiers",
        .object([
          .needed("resolved", count, "đã giải quyết", "resolved"),
          .needed("late", count, "trễ hạn", "late"),
          .needed("overdue", count, "chưa xong, đã quá hạn", "open and overdue"),
          .needed("lateRate", .exact.orNull, "tỷ lệ trễ hạn", "the rate of late ones"),
          .needed(
            "until", .word(.moment).orNull, "mốc cuối cùng còn được giải trình",
            "the last day or minute for explanations"),
          .needed("dossiers", .list(.named("Dossier", .object(fields)), 10_000_000)),
        ]))
    ) { app, call in
      try await app.dossiers(app.work(call, .readDossiers(call.unit)), call)
    },
    APIOperation(
      id: "getDossier", method: .get, path: "/units/{unit}/dossiers/story", tag: .figures,
      summary: Wording(vi: "Một hồ sơ được tính thế nào", en: "How one dossier counts"),
      about: Wording(
        vi: "Thời gian, hạn, từng quy tắc loại trừ với con số, giải trình; bằng lời.",
        en: "Its times, each exclusion with the numbers it was decided by, in words."),
      query: [dossier],
      answers: .named(
        "DossierStory",
        .object([
          .needed("dossier", .anyText, "mã hồ sơ", "its id"),
          .needed("text", .text(1_000_000), "câu chuyện của hồ sơ", "its story"),
          .needed("state", stateShape.orNull, "giải trình", "what was said of it"),
          .needed("note", .text(10_000).orNull, "lý do quyết định", "why it was decided so"),
          .needed(
            "edition", count, "của nội dung đang chờ; 0: không có", "of what waits; 0: nothing does"
          ),
        ]))
    ) { app, call in
      let work = try await app.work(call, .readDossiers(call.unit))
      let id = call.query["dossier"] ?? ""
      guard app.entry(id, work) != nil else { throw APIProblem.missing }
      let told = await app.story(of: id, work, call.frame)
      let state = work.states[id]
      return APIAnswer([
        "dossier": .string(id), "text": .string(try told.orDossierProblem()),
        "state": .text(state?.word), "note": .text(state?.note),
        "edition": .whole(
          work.requests.last { $0.dossier == id && $0.state == .open }?.version ?? 0),
      ])
    },
    APIOperation(
      id: "explainDossier", method: .post, path: "/units/{unit}/dossiers/explanations",
      tag: .figures,
      summary: Wording(vi: "Giải trình, đề nghị đính chính", en: "Explain, or have corrected"),
      about: Wording(
        vi:
          "Một hồ sơ trễ hạn: do nguyên nhân (`cause`), hoặc thực tế xong lúc khác (`finished`). Thay nội dung đã gửi chưa quyết định.",
        en:
          "A late dossier: for a cause, or done in truth at another time (`finished`). It takes the place of what was sent and waits."
      ),
      body: .named(
        "DossierExplanation",
        .object([
          .needed("dossier", .text(300), "mã hồ sơ", "the dossier"),
          .optional("cause", .text(200), "nguyên nhân của quy định", "a cause of the rules"),
          .optional("finished", .word(.moment), "thực tế xong lúc", "when it was done in truth"),
          .needed("text", .text(DossierForm.longestText), "lý do", "why"),
          .optional(
            "evidence", .text(DossierForm.longestEvidence), "tài liệu", "the documents"),
          .optional(
            "edition", count, "`edition` của getDossier khi thay nội dung đang chờ",
            "`edition` of getDossier, to take the place of what waits"),
        ])), answers: sentShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.send(call) },
    APIOperation(
      id: "withdrawDossier", method: .post, path: "/units/{unit}/dossiers/withdrawals",
      tag: .figures,
      summary: Wording(vi: "Rút giải trình", en: "Take an explanation back"),
      about: Wording(
        vi: "Khi chưa quyết định; rút lần nữa không đổi gì.",
        en: "While it waits; the same once more changes nothing."),
      body: .named(
        "DossierName", .object([.needed("dossier", .text(300), "mã hồ sơ", "the dossier")])),
      answers: sentShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.send(call, withdraws: true) },
  ]

  static let dossier = APIParameter("dossier", .text(300), "mã hồ sơ", "the dossier's id")
  static let stateShape = APIShape.choice(["waits", "accepted", "refused", "withdrawn"])

  private static let sentShape = APIShape.named(
    "DossierSent",
    .object([
      .needed("dossier", .anyText, "mã hồ sơ", "its id"),
      .needed("state", stateShape.orNull, "giải trình", "what was said of it"),
    ]))

  private static let fields: [APIField] = [
    .needed("dossier", .anyText, "mã hồ sơ", "its id"),
    .needed(
      "countsAs", .choice(DossierMetric.allCases.map(\.rawValue)).orNull,
      "tính là; null: ngoài thời gian tính", "what it counts as; null: outside of the window"),
    .needed("exclusion", .text(1_000).orNull, "quy tắc loại trừ", "the exclusion that applied"),
    .needed("reasons", .anyText, "quy tắc, danh sách, bất thường", "rules, lists, findings"),
    .needed("received", .word(.moment).orNull, "tiếp nhận", "received"),
    .needed("due", .word(.moment).orNull, "hẹn trả", "due"),
    .needed("finished", .word(.moment).orNull, "xong", "finished"),
    .needed("state", stateShape.orNull, "giải trình", "what was said of it"),
    .needed("note", .text(10_000).orNull, "lý do quyết định", "why it was decided so"),
  ]
}

extension DossierState {
  /// As programs read it.
  var word: String {
    switch standing {
    case .waits: "waits"
    case .accepted: "accepted"
    case .refused: "refused"
    case .withdrawn: "withdrawn"
    }
  }
}

extension Result where Failure == WebApplication.DossierFailure {
  func orDossierProblem() throws -> Success {
    switch self {
    case .success(let value): return value
    case .failure(.hindered(let hindrance)): throw APIProblem(hindrance)
    case .failure(.uncounted): throw APIProblem.uncounted
    }
  }
}

extension APIProblem {
  /// The records were read with the round and cannot be counted now.
  static let uncounted = APIProblem(
    .unavailable, "chưa đọc được dữ liệu hồ sơ", "the records cannot be read now")
}

extension WebApplication {
  fileprivate func work(_ call: APICall, _ act: Act) async throws -> DossierWork {
    try await begin(call.visit, dossiersOf: call.unit, act).orDossierProblem()
  }

  fileprivate func dossiers(_ work: DossierWork, _ call: APICall) throws -> APIAnswer {
    var rows: [JSONValue] = []
    let problem = work.ledger.read { entry in
      guard entry.unit == work.unit.id else { return }
      let state = work.states[entry.dossier]
      rows.append([
        "dossier": .string(entry.dossier), "countsAs": .text(entry.outcome?.rawValue),
        "exclusion": .text(entry.exclusion), "reasons": .string(work.words.reasons(entry)),
        "received": .text(entry.received?.isoText), "due": .text(entry.due?.isoText),
        "finished": .text(entry.finished?.isoText), "state": .text(state?.word),
        "note": .text(state?.note),
      ])
    }
    if problem != nil { throw APIProblem.uncounted }
    let figures = work.ledger.figures(of: work.unit.id)
    let late = figures?.lateFigures ?? LateFigures()
    let rate = late.rate(overdueCounts: work.rules.lateIncludesOverdue)
    return APIAnswer([
      "resolved": .whole(late.resolved), "late": .whole(late.late),
      "overdue": .whole(late.overdue), "lateRate": .text(rate?.canonicalText),
      "until": .text(
        work.rules.explanationsUntil?.lastInTime.isoText),
      "dossiers": .array(rows),
    ])
  }

  fileprivate func send(_ call: APICall, withdraws: Bool = false) async throws -> APIAnswer {
    let body = call.body
    let finished = body.text("finished")
    let kind: DossierForm.Kind = finished == nil ? .explanation : .correction
    let visit = call.visit(saying: [
      DossierForm.dossier: body.text("dossier"), DossierForm.kind: kind.rawValue,
      DossierForm.cause: body.text("cause"), DossierForm.finished: finished,
      DossierForm.text: body.text("text"), DossierForm.evidence: body.text("evidence"),
      DossierForm.withdrawal: withdraws ? "1" : nil,
      DossierForm.version: body.whole("edition").map(String.init),
    ])
    switch try await sending(visit, call.unit) {
    case .failed(.hindered(let hindrance)): throw APIProblem(hindrance)
    case .failed(.uncounted): throw APIProblem.uncounted
    case .unknown:
      throw APIProblem(
        .unclear,
        [
          APIFault(
            .body("/dossier"), "unknown-dossier", "không phải hồ sơ của đơn vị cần xem lại",
            "it is none of the unit's dossiers that are worth a look")
        ])
    case .refused(let reason): throw APIProblem(.conflict, reason, reason)
    case .overtaken:
      throw APIProblem(
        .conflict, "nội dung khác đang chờ; xem getDossier rồi gửi với `edition` của nó",
        "something else waits; see getDossier, and send its `edition`")
    case .unclear(_, let problems):
      throw APIProblem(
        .unclear,
        problems.sorted { $0.key < $1.key }.map { field, text in
          APIFault(
            .body("/" + (DossierForm.members[field] ?? field)), "cannot-be-meant", text, text)
        })
    case .sent(let work), .withdrawn(let work):
      let dossier = body.text("dossier") ?? ""
      let requests = try store.dossierRequests(of: call.unit)
      let state = DossierStates(requests, work.records, work.rules)[dossier]
      return APIAnswer(["dossier": .string(dossier), "state": .text(state?.word)])
    }
  }
}

extension DossierForm {
  /// What fields of the form are called in a body.
  fileprivate static let members = [
    kind: "cause", cause: "cause", finished: "finished", text: "text", evidence: "evidence",
  ]
}
