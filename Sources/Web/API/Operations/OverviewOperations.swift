internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports
internal import Store

/// The round as a whole: what is open, how alike it is appraised, who signed in and was refused.
extension APIOperation {
  static let ofOverview = [
    APIOperation(
      id: "getOverview", method: .get, path: "/overview", tag: .round,
      summary: Wording(vi: "Còn bỏ ngỏ", en: "What is still open"),
      about: Wording(
        vi: "Nộp, thẩm định, giải trình, Hội đồng, theo từng đơn vị. Sở Nội vụ, kiểm tra.",
        en:
          "Of handing in, appraisal, explanations and the council, by unit. The organiser, auditors."
      ), answers: .named("Overview", .object(overviewFields))
    ) { app, call in
      try call.need(.readSetup, app)
      return APIAnswer(try app.overview(call))
    },
    APIOperation(
      id: "getDrift", method: .get, path: "/work/drift", tag: .appraisal,
      summary: Wording(vi: "Độ chênh giữa các người thẩm định", en: "Appraiser drift"),
      about: Wording(
        vi:
          "Để trao đổi, thống nhất cách chấm: điểm sau thẩm định trừ điểm tự chấm, trung bình; null khi một bên có ít lượt hơn `least`.",
        en:
          "For talking about, so that all appraise alike: the mean of points left less those claimed; null where a side has fewer than `least` cases."
      ),
      answers: .named(
        "Drift",
        .object([
          .needed("least", count, "số lượt ít nhất để so sánh", "the least cases to compare"),
          .needed("rows", .list(.named("DriftRow", .object(driftFields)), 1_000_000)),
        ]))
    ) { app, call in
      try call.need(.readDrift, app)
      return APIAnswer(app.drift(call))
    },
    APIOperation(
      id: "listAccess", method: .get, path: "/access", tag: .round,
      summary: Wording(vi: "Đăng nhập, việc bị từ chối", en: "Sign-ins and refusals"),
      about: Wording(
        vi: "\(WebApplication.accessRows) dòng mới nhất. Sở Nội vụ, kiểm tra.",
        en: "The latest \(WebApplication.accessRows). The organiser, auditors."),
      answers: .named(
        "Access",
        .object([
          .needed(
            "records",
            .list(.named("AccessRecord", .object(recordFields)), WebApplication.accessRows))
        ]))
    ) { app, call in
      try call.need(.readAccess, app)
      return APIAnswer(try app.access(call))
    },
    APIOperation(
      id: "listGaps", method: .get, path: "/units/{unit}/gaps", tag: .unit,
      summary: Wording(vi: "Còn thiếu gì, đáng bao nhiêu điểm", en: "What a unit lacks"),
      about: Wording(
        vi:
          "Như `parindex gaps --format json` (parindex/gaps@1), tính cả nội dung chưa nộp. Người của chính đơn vị.",
        en:
          "As `parindex gaps --format json` (parindex/gaps@1), with what is not handed in yet. People of the unit itself."
      ), answers: .document
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      let report = GapReport(
        work.drafted.trial.round, language: call.frame.language, showsPlaces: false,
        namesOthers: false)
      return APIAnswer(Array(report.json([work.drafted.gaps(in: work.snapshot)]).utf8))
    },
  ]

  private static let overviewFields: [APIField] = [
    .needed("submitted", count, "đã nộp", "units that handed in"),
    .needed(
      "work", .list(.named("WorkCount", .object(workCounts)), 10),
      "việc thẩm định, theo tình trạng",
      "what is appraised, by state"),
    .needed("requests", count, "yêu cầu chưa giải trình", "requests without an answer"),
    .needed("council", count, "chờ Hội đồng quyết định", "items that await the council"),
    .needed(
      "open", .list(.text(10_000), 100), "lý do còn tạm tính", "why results are provisional"),
    .needed("units", .list(.named("UnitOverview", .object(unitOverview)), 100_000)),
  ]

  private static let workCounts: [APIField] = [
    .needed("state", .choice(workStates)), .needed("count", count),
  ]

  private static let unitOverview: [APIField] = [
    .needed("unit", .word(.id)), .needed("submitted", .truth, "đã nộp", "whether it handed in"),
    .needed("decided", count, "đã thẩm định", "items that were decided"),
    .needed("items", count, "phải thẩm định", "items that are appraised"),
    .needed("requests", count, "yêu cầu chưa giải trình", "requests without an answer"),
    .needed("open", .list(.text(10_000), 100), "còn bỏ ngỏ", "what is open of it"),
    .needed("locked", .truth, "đã khóa", "whether it is locked"),
  ]

  private static let driftFields: [APIField] = [
    .needed("set", .text(10_000), "bộ tiêu chí", "the set of criteria"),
    .needed("item", .word(.id)), .needed("author", .word(.person)), .needed("cases", count),
    .needed("mean", .exact.orNull, "trung bình", "its mean"), .needed("others", count),
    .needed("othersMean", .exact.orNull, "trung bình của người khác", "the others' mean"),
  ]

  private static let recordFields: [APIField] = [
    .needed("number", count), .needed("time", .word(.time), "lúc", "when"),
    .needed("kind", .choice(of: RecordKind.self), "việc", "what happened"),
    .needed("login", .anyText, "tài khoản", "the account"),
    .needed("address", .anyText, "địa chỉ", "from where"),
    .needed("detail", .anyText, "nội dung", "what was asked for"),
  ]
}

extension WebApplication {
  fileprivate func overview(_ call: APICall) throws -> JSONValue {
    let overview = RoundOverview(
      call.snapshot, keeper.work(in: call.snapshot).rows, waiting: try waiting(),
      keeper.notices(in: call.snapshot))
    let words = RoundWords(call.snapshot.round, call.frame.language)
    return [
      "submitted": .whole(overview.submitted),
      "work": .array(
        overview.work.map { ["state": .string($0.state.name), "count": .whole($0.count)] }),
      "requests": .whole(overview.requests), "council": .whole(overview.council),
      "open": .texts(words.lines(overview.open, ofMany: true)),
      "units": .array(
        overview.units.map { unit in
          let record = call.snapshot.round.units[unit.place].record
          return [
            "unit": .string(record.unit.id),
            "submitted": .boolean(call.snapshot.round.units[unit.place].isSubmitted),
            "decided": .whole(unit.decided), "items": .whole(unit.items),
            "requests": .whole(unit.requests),
            "open": .texts(unit.open.map { words.lines($0) } ?? []),
            "locked": .boolean(record.isLocked),
          ]
        }),
    ]
  }

  fileprivate func drift(_ call: APICall) -> JSONValue {
    let checks = keeper.crossChecks(in: call.snapshot)
    let round = call.snapshot.round
    return [
      "least": .whole(checks.leastCases),
      "rows": .array(
        checks.drift.map { drift in
          [
            "set": .string(round.sets[drift.set].title),
            "item": .string(round.sets[drift.set].items[drift.item].id),
            "author": .string(drift.author), "cases": .whole(drift.cases),
            "mean": .exact(drift.mean), "others": .whole(drift.others),
            "othersMean": .exact(drift.othersMean),
          ]
        }),
    ]
  }

  fileprivate func access(_ call: APICall) throws -> JSONValue {
    [
      "records": .array(
        try store.records(limit: WebApplication.accessRows).map { record in
          [
            "number": .whole(Int(record.number)),
            "time": .string(call.visit.now.local(at: record.at).isoText),
            "kind": .string(record.kind.rawValue), "login": .string(record.login),
            "address": .string(record.address), "detail": .string(record.detail),
          ]
        })
    ]
  }
}
