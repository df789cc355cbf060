internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// What happens after publication: requests to reconsider, their answers, amendments.
extension APIOperation {
  static let ofReconsiderations = [
    APIOperation(
      id: "listReconsiderations", method: .get, path: "/reconsiderations", tag: .publication,
      summary: Wording(
        vi: "Kiến nghị, điều chỉnh sau công bố", en: "Requests and amendments after publication"),
      about: Wording(
        vi:
          "Của các đơn vị mà tài khoản được xem, mới nhất đứng trước. `seen` là số phải gửi kèm khi ghi.",
        en:
          "Of units that the account may see, the latest first. `seen` goes with what is recorded."),
      answers: .named("Reconsiderations", .object(listFields))
    ) { app, call in
      try call.need(.readReconsiderations, app)
      return APIAnswer(app.reconsiderations(call))
    },
    act(
      "askReconsideration", "/units/{unit}/reconsiderations",
      Wording(vi: "Gửi kiến nghị xem xét lại", en: "Ask to reconsider"),
      Wording(
        vi: "Thủ trưởng đơn vị, về một tiêu chí hoặc kết quả chung.",
        en: "The unit's head, about an item or the result as a whole."),
      .ask, "ReconsiderationRequest",
      [
        .optional("item", .word(.id), "tiêu chí; không ghi: kết quả chung", "the item; none: all"),
        .needed("text", .text(4_000), "nội dung kiến nghị", "what is asked"),
      ]
    ) { .askReconsideration($0) },
    act(
      "answerReconsideration", "/units/{unit}/reconsiderations/{request}/answers",
      Wording(vi: "Trả lời kiến nghị", en: "Answer a request"),
      Wording(
        vi: "Hội đồng. Điểm mới có hiệu lực khi có quyết định điều chỉnh (`amend`).",
        en: "The council. New points count once an amendment is recorded (`amend`)."),
      .answer, "ReconsiderationAnswer",
      [
        .optional(
          "points", .exact, "điểm sau khi xem xét; không ghi: giữ nguyên",
          "the points; none: they stay"),
        .optional("text", .text(4_000), "nội dung trả lời", "the answer"),
        .optional("basis", .text(4_000), "văn bản", "the document"),
      ]
    ) { .answerReconsideration($0) },
    act(
      "amend", "/units/{unit}/amendments",
      Wording(vi: "Ghi điều chỉnh theo quyết định", en: "Record an amendment"),
      Wording(
        vi: "Sở Nội vụ, Hội đồng. Bản đã công bố vẫn giữ nguyên.",
        en: "The organiser, the council. What was published stays."),
      .amend, "Amendment",
      [
        .needed("item", .word(.id), "tiêu chí", "the item"),
        .needed("points", .exact, "số điểm sau điều chỉnh", "its points from now on"),
        .optional("text", .text(4_000), "lý do", "the reason"),
        .optional("basis", .text(4_000), "quyết định điều chỉnh", "the decision"),
      ]
    ) { .amend($0) },
  ]

  private static func act(
    _ id: String, _ path: String, _ summary: Wording, _ about: Wording,
    _ choice: ReconsiderationForm.Choice, _ name: String, _ fields: [APIField],
    _ act: @escaping @Sendable (String) -> Act
  ) -> APIOperation {
    let twice = Wording(
      vi: "`dryRun`: chỉ xem ảnh hưởng. Gửi lại cùng nội dung không ghi hai lần.",
      en: "`dryRun`: only shows the effect. The same twice is one.")
    let seen = APIField.needed(
      "seen", count, "`seen` của listReconsiderations", "`seen` of listReconsiderations")
    return APIOperation(
      id: id, method: .post, path: path, tag: .publication, summary: summary,
      about: Wording(
        vi: "\(about.vietnamese) \(twice.vietnamese)", en: "\(about.english) \(twice.english)"),
      body: .named(name, .object(fields + [seen, dryRun])), answers: TrialAnswer.triedShape,
      mayConflict: true, mayBeUnclear: true
    ) { app, call in
      try call.need(act(call.unit), app)
      return try await app.reconsider(call, choice)
    }
  }

  private static let listFields: [APIField] = [
    .needed(
      "requests", .list(.named("Reconsideration", .object(requestOfList)), 100_000), "kiến nghị",
      "requests"),
    .needed(
      "amendments", .list(.document, 100_000), "điều chỉnh (parindex/log@1)",
      "amendments (parindex/log@1)"),
    .needed("until", .word(.moment).orNull, "gửi được đến hết ngày", "the last day to ask"),
    .needed("asks", .word(.id).orNull, "đơn vị gửi được kiến nghị", "for which unit one can ask"),
    .needed(
      "refusal", .text(100_000).orNull, "vì sao không gửi được", "why nothing can be asked now"),
    .needed(
      "amends", .list(.word(.id), 100_000), "đơn vị ghi điều chỉnh được",
      "units that can be amended"
    ),
    .needed("seen", count, "số sự kiện đã ghi", "how many events there are"),
  ]

  private static let requestOfList: [APIField] = [
    .needed("number", count, "số của sự kiện", "the number of its event"),
    .needed("unit", .word(.id)), .needed("item", .word(.id).orNull, "tiêu chí", "the item"),
    .needed("text", .text(100_000), "nội dung", "what is asked"),
    .needed("asked", .word(.time), "lúc gửi", "when"),
    .needed("due", .word(.moment).orNull, "trả lời đến hết ngày", "the last day to answer"),
    .needed("answer", .nullable(.document), "trả lời (parindex/log@1)", "its answer"),
    .needed("canAnswer", .truth, "tài khoản trả lời được", "whether the account can answer"),
  ]
}

extension WebApplication {
  fileprivate func reconsiderations(_ call: APICall) -> JSONValue {
    let (snapshot, rights, account) = (call.snapshot, call.rights, call.account)
    let rules = snapshot.loaded.setting.procedure
    let units = Reconsideration.units(in: snapshot, seenBy: account, rights)
    let requests = units.flatMap { unit in
      Reconsideration.all(of: unit, in: snapshot).map { (unit, $0) }
    }.sorted { $0.1.number > $1.1.number }
    let own = asking(call.visit, snapshot, rights, account)
    let amended = units.flatMap { Reconsideration.amendments(of: $0, in: snapshot) }
      .sorted { $0.sequence > $1.sequence }
    return [
      "requests": .array(
        requests.map { unit, request in
          let content = request.content
          let item: String? = if case .item(let id)? = content.subject { id } else { nil }
          let due = rules.lastDayToAnswer(askedOn: content.time.day)
          return [
            "number": .whole(request.number), "unit": .string(unit), "item": .text(item),
            "text": .string(content.text ?? ""), "asked": .string(content.time.isoText),
            "due": .text(due?.isoText), "answer": request.answered?.document ?? .null,
            "canAnswer": .boolean(
              request.answered == nil && rights.allows(.answerReconsideration(unit), by: account)),
          ]
        }), "amendments": .array(amended.map(\.document)),
      "until": .text(lastDayToAsk(snapshot)?.isoText),
      "asks": .text(own?.refusal == nil ? own?.unit : nil),
      "refusal": .text(own?.refusal.map { call.frame.text(of: $0, snapshot.names) }),
      "amends": .texts(
        snapshot.round.units.map(\.record.unit.id).filter { rights.allows(.amend($0), by: account) }
      ), "seen": .whole(snapshot.loaded.log?.count ?? 0),
    ]
  }

  fileprivate func reconsider(
    _ call: APICall, _ choice: ReconsiderationForm.Choice
  ) async throws -> APIAnswer {
    let body = call.body
    let step: AppraisalStep = body.truth("dryRun") ? .preview : .record
    let visit = call.visit(saying: [
      ReconsiderationForm.choice: choice.rawValue, ReconsiderationForm.unit: call.unit,
      ReconsiderationForm.item: body.text("item"), ReconsiderationForm.points: body.text("points"),
      ReconsiderationForm.request: call.path["request"], AppraisalForm.reason: body.text("text"),
      AppraisalForm.basis: body.text("basis"),
      AppraisalForm.seen: body.whole("seen").map(String.init), AppraisalForm.step: step.rawValue,
    ])
    switch try await reconsidering(visit) {
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .unreadable: throw APIProblem.unseen
    case .unclear:
      throw APIProblem(
        .unclear, "không có tiêu chí hoặc kiến nghị này, hoặc điểm không phải một số",
        "there is no such item or request, or the points are no number")
    case .tried((let form, let recording, let outcome)):
      return try call.tried(outcome) {
        TrialAnswer(
          recording, call, showsPlaces: call.rights.allows(.readRankings, by: call.account)
        ) { call.rights.allows(.readPlace($0), by: call.account) }
        .json([
          EventLine(form.content, in: call.snapshot.round, call.frame.language).sentence()
        ])
      }
    }
  }
}
