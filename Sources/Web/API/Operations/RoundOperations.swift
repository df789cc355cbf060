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
      return APIAnswer(call.result)
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

  static let count = APIShape.whole(0...1_000_000_000)

  static let namedThing = APIShape.named(
    "Named", .object([.needed("id", .word(.id)), .needed("title", .text(10_000))]))

  private static let roundFields: [APIField] = [
    .needed("id", .word(.id), "mã kỳ", "its id"),
    .needed("title", .text(10_000), "tên kỳ", "its title"),
    .needed("year", .whole(1900...9999), "năm", "the year"),
    .needed("now", .word(.time), "giờ của kỳ đánh giá", "what the round's clock says"),
    .needed("publication", .choice(of: PublicationState.self), "công bố", "publication"),
    .needed("stages", .list(.named("Stage", .object(stageFields)), 100), "các bước", "its stages"),
    .needed("blocks", .list(namedThing, 1_000), "các khối", "its blocks"),
    .needed("layers", .list(.word(.id), 100), "các cột điểm", "its layers"),
    .needed("events", count, "số sự kiện đã ghi", "how many events the log has"),
    .needed("account", .named("Account", .object(accountFields)), "tài khoản", "the account"),
  ]

  private static let stageFields: [APIField] = [
    .needed("id", .word(.id)), .needed("title", .text(10_000)),
    .needed("kind", .choice(of: Stage.Kind.self), "loại", "what happens in it"),
    .needed("opens", .word(.moment).orNull, "mở từ", "from when"),
    .needed("deadline", .word(.moment).orNull, "hạn", "until when"),
  ]

  private static let accountFields: [APIField] = [
    .needed("login", .text(64)), .needed("name", .text(10_000)),
    .needed("role", .choice(of: AccountRole.self), "vai trò", "what it is for"),
    .needed("unit", .word(.id).orNull, "đơn vị", "its unit"),
    .needed("person", .word(.person).orNull, "người trong people.yaml", "who in people.yaml"),
  ]

  private static let rankingShape = APIShape.named(
    "Ranking",
    .object([
      .needed("block", .word(.id)), .needed("layer", .word(.id)),
      .needed("groups", .list(.named("RankingGroup", .object(groupFields)), 10_000)),
    ]))

  private static let groupFields: [APIField] = [
    .needed(
      "parent", .word(.id).orNull, "đơn vị cấp trên của nhóm", "whom the group stands below"),
    .needed("units", .list(.named("RankedUnit", .object(rankedFields)), 100_000)),
  ]

  private static let rankedFields: [APIField] = [
    .needed("id", .word(.id)), .needed("name", .text(10_000)),
    .needed(
      "state",
      .choice(["ranked", "unranked", "not_submitted", "unreadable", "nothing_applies"]),
      "tình trạng", "how it stands"),
    .needed("rank", .whole(1...1_000_000).orNull, "thứ hạng", "its place"),
    .needed("tied", .truth, "đồng hạng", "whether others share it"),
    .needed("index", .exact.orNull, "chỉ số (%)", "its index (%)"),
    .needed("grade", .text(1_000).orNull, "mức", "its grade"),
    .needed("provisional", .truth, "tạm tính", "whether it is not final"),
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

  /// What `parindex run` writes as the result.
  fileprivate var result: [UInt8] {
    let files = snapshot.loaded.digests.map {
      ResultJSON.Provenance.File(path: $0.path, sha256: $0.sha256)
    }
    return ResultJSON(snapshot.round, language: .vietnamese).bytes(
      provenance: .init(
        engine: engineVersion, files: files, log: snapshot.loaded.log?.seal?.text),
      digest: FileAccess.digest)
  }

  /// Places of the blocks in which somebody's place may be seen.
  fileprivate var seenBlocks: [Int] {
    let round = snapshot.round
    return round.plan.blocks.indices.filter { place in
      round.groups.contains { $0.block == place && isSeen($0) }
    }
  }

  private func isSeen(_ group: RankingGroup) -> Bool {
    group.units.contains {
      rights.allows(.readPlace(snapshot.round.units[$0].record.unit.id), by: account)
    }
  }

  fileprivate var ranking: JSONValue {
    get throws(APIProblem) {
      let round = snapshot.round
      let id = path["block"] ?? ""
      guard let place = seenBlocks.first(where: { round.plan.blocks[$0].id == id }) else {
        throw APIProblem(.missing, "không có khối này", "there is no such block")
      }
      let layer: Int
      if let name = query["layer"] {
        guard let named = round.layerIDs.firstIndex(of: name) else {
          let known = round.layerIDs.joined(separator: ", ")
          throw APIProblem(
            .invalid,
            [
              APIFault(
                .parameter("layer"), "bad-value", "không có cột điểm này; có: \(known)",
                "there is no such layer; known: \(known)")
            ])
        }
        layer = named
      } else {
        layer = round.layers.count - 1
      }
      let groups = round.groups.filter { $0.block == place && isSeen($0) }.map { group in
        [
          "parent": .text(group.parent),
          "units": .array(rows(group, round.plan.blocks[place], layer)),
        ] as JSONValue
      }
      return [
        "block": .string(id), "layer": .string(round.layerIDs[layer]), "groups": .array(groups),
      ]
    }
  }

  private func rows(_ group: RankingGroup, _ block: Block, _ layer: Int) -> [JSONValue] {
    let round = snapshot.round
    let standings = Standings(round, group, layer: layer, order: .files)
    let states = [
      (standings.ranked, "ranked"), (standings.unranked, "unranked"),
      (standings.notSubmitted, "not_submitted"), (standings.unreadable, "unreadable"),
      (standings.withoutIndex, "nothing_applies"),
    ]
    return states.flatMap { units, state in
      units.map { unit -> JSONValue in
        let total = round.units[unit].totals[layer]
        return [
          "id": .string(round.units[unit].record.unit.id),
          "name": .string(round.units[unit].record.unit.name), "state": .string(state),
          "rank": total?.place.map { .whole($0.number) } ?? .null,
          "tied": .boolean(total?.place?.isTied ?? false), "index": .exact(total?.index),
          "grade": .text(total?.grade.map { block.grades[$0.grade].name }),
          "provisional": .boolean(total?.isProvisional ?? true),
        ]
      }
    }
  }
}
