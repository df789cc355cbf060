internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

extension APIOperation {
  /// Answered before anybody is known: what it gives is the same for all.
  static let description = APIOperation(
    id: "getDescription", method: .get, path: "/openapi.json", tag: .round,
    summary: Wording(vi: "Bản mô tả này", en: "This description"),
    about: Wording(vi: "Công khai, không cần mã truy cập.", en: "Public."), answers: .document,
    isPublic: true
  ) { _, _ in APIAnswer(APIDescription.bytes) }

  static let ofRound = [
    APIOperation(
      id: "getRound", method: .get, path: "/round", tag: .round,
      summary: Wording(vi: "Kỳ đánh giá", en: "The round"),
      about: Wording(
        vi:
          "Tên, các bước và thời hạn, các khối, các cột điểm, và tài khoản đang dùng. Mọi tài khoản.",
        en: "Its name, stages and deadlines, blocks, layers, and the account in use. Any account."),
      answers: .named("Round", .object(roundFields))
    ) { _, call in APIAnswer(call.round) },
    APIOperation(
      id: "listRankings", method: .get, path: "/rankings", tag: .round,
      summary: Wording(vi: "Các khối có bảng xếp hạng", en: "Blocks that have rankings"),
      about: Wording(
        vi: "Những khối mà tài khoản được xem thứ hạng.",
        en: "Those of which the account may see places."),
      answers: .named(
        "Rankings",
        .object([
          .needed("blocks", .list(namedThing, 1_000), "các khối", "the blocks"),
          .needed("layers", .list(.word(.id), 100), "các cột điểm", "the layers"),
        ]))
    ) { app, call in
      try call.need(.readRankings, app)
      let round = call.snapshot.round
      let blocks = call.seenBlocks.map { place -> JSONValue in
        [
          "id": .string(round.plan.blocks[place].id),
          "title": .string(round.plan.blocks[place].title),
        ]
      }
      return APIAnswer(["blocks": .array(blocks), "layers": .texts(round.layerIDs)])
    },
    APIOperation(
      id: "getRanking", method: .get, path: "/rankings/{block}", tag: .round,
      summary: Wording(vi: "Bảng xếp hạng của một khối", en: "The ranking of a block"),
      about: Wording(
        vi:
          "Theo một cột điểm; trước khi công bố chỉ vai trò được kỳ đánh giá cho phép mới xem được.",
        en: "By a layer; before publication only roles that the round lets see places."),
      query: [
        APIParameter(
          "layer", .word(.id), "cột điểm, mặc định là cột cuối", "the layer; the last by default")
      ], answers: rankingShape
    ) { app, call in
      try call.need(.readRankings, app)
      return APIAnswer(try call.ranking)
    },
    APIOperation(
      id: "getResult", method: .get, path: "/result", tag: .round,
      summary: Wording(vi: "Kết quả của cả kỳ", en: "The result of the round"),
      about: Wording(
        vi:
          "Đúng các byte của `parindex run --format json` (parindex/result@1), có mã kiểm tra toàn vẹn. Sở Nội vụ, kiểm tra, Hội đồng cấp tỉnh (khi được xem thứ hạng).",
        en:
          "The very bytes of `parindex run --format json` (parindex/result@1), with its digest. The organiser, auditors, the province's council where it may see places."
      ), answers: .document
    ) { app, call in
      try call.need(.readResult, app)
      return APIAnswer(app.keeper.result(of: call.snapshot))
    },
    APIOperation(
      id: "listEvents", method: .get, path: "/log", tag: .round,
      summary: Wording(vi: "Nhật ký", en: "The log"),
      about: Wording(
        vi:
          "Mỗi trang \(LogPart.rows) sự kiện, mới nhất đứng trước, đúng như từng dòng của events.jsonl (parindex/log@1). Sở Nội vụ, kiểm tra, Hội đồng cấp tỉnh.",
        en:
          "\(LogPart.rows) events a page, the latest first, as the lines of events.jsonl (parindex/log@1). The organiser, auditors, the province's council."
      ), query: [.page],
      answers: .named(
        "Log",
        .object([
          .needed("count", count, "số sự kiện", "how many there are"),
          .needed("seal", .word(.seal).orNull, "mã kiểm tra toàn vẹn", "the seal"),
          .needed("page", count, "trang", "the page"),
          .needed("pages", count, "số trang", "how many pages"),
          .needed("events", .list(.document, LogPart.rows), "sự kiện", "the events"),
        ]))
    ) { app, call in
      try call.need(.readLog, app)
      guard let part = LogPart(call.snapshot, call.page - 1) else {
        throw APIProblem(.unavailable, "nhật ký không đọc được", "the log cannot be read")
      }
      return APIAnswer([
        "count": .whole(part.count), "seal": .text(part.seal), "page": .whole(part.part + 1),
        "pages": .whole(part.parts), "events": .array(part.events.map(\.document)),
      ])
    },
  ]
}

extension RoundEvent {
  /// The line of the log that it is.
  var document: JSONValue { (try? JSONText.foreignValue(line).get()) ?? .null }
}

extension APICall {
  fileprivate var round: JSONValue {
    let plan = snapshot.plan
    return [
      "id": .string(plan.id), "title": .string(plan.title), "year": .whole(plan.calendar.year),
      "now": .string(visit.now.local.isoText),
      "publication": .string(plan.publication.state.rawValue),
      "stages": .array(
        plan.stages.map { stage in
          [
            "id": .string(stage.id), "title": .string(stage.title),
            "kind": .string(stage.kind.rawValue), "opens": .text(stage.opens?.isoText),
            "deadline": .text(stage.deadline?.isoText),
          ]
        }),
      "blocks": .array(plan.blocks.map { ["id": .string($0.id), "title": .string($0.title)] }),
      "layers": .texts(snapshot.round.layerIDs),
      "events": .whole(snapshot.loaded.log?.count ?? 0),
      "account": [
        "login": .string(account.login), "name": .string(account.name),
        "role": .string(account.role.rawValue), "unit": .text(account.unit),
        "person": .text(account.person),
      ],
    ]
  }
}
