internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports
internal import Store

/// A unit's figures that other offices keep, and what it says against them.
extension APIOperation {
  static let ofFigures = [
    APIOperation(
      id: "listFigures", method: .get, path: "/units/{unit}/figures", tag: .unit,
      summary: Wording(
        vi: "Số liệu do cơ quan khác theo dõi", en: "Figures that other offices keep"),
      about: Wording(
        vi:
          "Giá trị đang có, điểm đang tính, kiến nghị của đơn vị (cả chưa nộp) và quyết định. Người của chính đơn vị.",
        en:
          "Their values, the points they give so far, what the unit says against them, handed in or not, and what was decided. People of the unit itself."
      ), answers: figuresShape
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      return APIAnswer(FigureAnswers(work, call).json)
    },
    APIOperation(
      id: "saveDispute", method: .put, path: "/units/{unit}/figures/{figure}/dispute", tag: .unit,
      summary: Wording(vi: "Lưu kiến nghị về một số liệu", en: "Save a dispute of a figure"),
      about: Wording(
        vi:
          "Có hiệu lực khi nộp bản tự chấm điểm. `edition` là số lần sửa đã xem (0 khi chưa có nháp); người khác đã sửa thì trả 409 và không ghi đè.",
        en:
          "It counts once the self-assessment is handed in. `edition` is the one that was seen (0 without a draft); where somebody else changed it, the answer is 409 and nothing is overwritten."
      ),
      body: .named(
        "DisputeDraft",
        .object([
          seenEdition, .needed("claim", .text(500), "giá trị đúng", "the right value"),
          .needed("ground", .text(4_000), "nguyên nhân, căn cứ", "cause and clause"),
          .optional(
            "document", .word(.document), "tài liệu trong danh mục", "a document of the shelf"),
        ])), answers: figuresShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in
      try app.save(
        call,
        [
          DisputeForm.claim: call.body.text("claim"), DisputeForm.ground: call.body.text("ground"),
          DisputeForm.document: call.body.text("document"),
        ])
    },
    APIOperation(
      id: "removeDispute", method: .post, path: "/units/{unit}/figures/{figure}/dispute/removal",
      tag: .unit, summary: Wording(vi: "Rút kiến nghị", en: "Take a dispute back"),
      about: Wording(
        vi: "Có hiệu lực khi nộp bản tự chấm điểm.",
        en: "It counts once the self-assessment is handed in."),
      body: .named("Removal", .object([seenEdition])), answers: figuresShape, mayConflict: true
    ) { app, call in try app.save(call, [DisputeForm.removal: "1"]) },
  ]

  private static let figuresShape = APIShape.named(
    "Figures",
    .object([
      .needed("figures", .list(.named("UnitFigure", .object(unitFigureFields)), 10_000)),
      .needed(
        "refusal", .text(100_000).orNull, "vì sao không kiến nghị được",
        "why nothing can be disputed now"),
    ]))

  private static let unitFigureFields: [APIField] =
    figureFields + heldFields + [
      .needed("keeper", .text(200).orNull, "nơi giữ sổ", "the office that keeps it"),
      .needed("closedOn", .word(.moment).orNull, "ngày chốt", "when it was closed"),
      .needed("period", .text(10_000).orNull, "kỳ số liệu", "the days that it is of"),
      .needed(
        "items", .list(.named("FigureItem", .object(itemFields)), 10_000),
        "tiêu chí dùng số liệu này, điểm đang tính", "items that read it, as they stand"),
      .needed(
        "dispute", .named("OwnDispute", .object(ownFields)).orNull, "kiến nghị", "its dispute"),
      .needed("edition", count, "số lần sửa của bản nháp", "the draft's edition"),
      .needed(
        "decision", .nullable(.document), "sự kiện quyết định (parindex/log@1)",
        "the event that decided (parindex/log@1)"),
    ]

  private static let itemFields: [APIField] = [
    .needed("item", .word(.id)), .needed("maximum", .exact), .needed("standing", outcomeShape),
  ]

  private static let ownFields: [APIField] = [
    .needed("claim", .text(10_000)), .needed("ground", .text(100_000)),
    .needed("documents", .list(.word(.document), 10_000)),
    .needed("state", .choice(of: DisputeState.self), "tình trạng", "where it stands"),
  ]
}

extension WebApplication {
  /// Saves what the form of the figure's page would.
  fileprivate func save(_ call: APICall, _ form: [String: String?]) throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
    var form = form
    form[DisputeForm.figure] = call.figure
    form[DisputeForm.version] = String(call.body.whole("edition") ?? 0)
    switch try savingDispute(call.visit(saying: form), work) {
    case .unreadable: throw APIProblem.missing
    case .unclear(_, let faults):
      let places = [
        DisputeForm.claim: "/claim", DisputeForm.ground: "/ground",
        DisputeForm.document: "/document",
      ]
      throw APIProblem(
        .unclear,
        faults.sorted { $0.key < $1.key }.map { name, text in
          APIFault(.body(places[name] ?? ""), "cannot-be-meant", text, text)
        })
    case .conflict(_, let other):
      var problem = APIProblem(
        .conflict, "\(other.author) đã sửa kiến nghị này; nội dung vừa gửi chưa lưu",
        "\(other.author) has changed this dispute; what was sent is not saved")
      let now = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
      problem.current = FigureAnswers(now, call).one(call.figure)
      throw problem
    case .saved:
      let now = try begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      return APIAnswer(FigureAnswers(now, call).json)
    }
  }
}
