internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

extension APIOperation {
  static let ofPublication = [
    APIOperation(
      id: "getPublication", method: .get, path: "/publication", tag: .publication,
      summary: Wording(vi: "Khóa và công bố", en: "Locks and publication"),
      about: Wording(
        vi:
          "Đã khóa những đơn vị nào, đã đến bước công bố nào. Sở Nội vụ, Hội đồng, người ban hành, kiểm tra.",
        en:
          "What is locked, how far publication has come. The organiser, councils, the decider, auditors."
      ),
      answers: .named(
        "Publication",
        .object([
          .needed("state", .choice(of: PublicationState.self), "trạng thái", "its state"),
          .needed("decision", .text(10_000).orNull, "quyết định", "the decision"),
          .needed("locked", .list(.word(.id), 100_000), "đã khóa", "units that are locked"),
          .needed("seen", count, "số sự kiện đã ghi", "how many events there are"),
        ]))
    ) { app, call in
      try call.need(.readPublication, app)
      return APIAnswer(call.publication)
    },
    act(
      "lock", "/publication/locks", Wording(vi: "Khóa", en: "Lock"),
      Wording(
        vi: "Cả kỳ, hoặc một đơn vị, một bước; `dryRun`: chỉ xem ảnh hưởng.",
        en: "The whole round, or one unit, one stage; `dryRun`: only shows the effect."),
      .lock, "Lock", ofUnitAndStage + words),
    act(
      "unlock", "/publication/unlocks", Wording(vi: "Mở khóa", en: "Unlock"),
      Wording(
        vi: "Có căn cứ và lý do; `dryRun`: chỉ xem ảnh hưởng.",
        en: "With a ground and a reason; `dryRun`: only shows the effect."),
      .unlock, "Unlock",
      ofUnitAndStage
        + [.optional("ground", .word(.id), "căn cứ trong danh mục của kỳ", "a ground of the list")]
        + words),
    act(
      "publish", "/publication/steps", Wording(vi: "Ghi bước công bố", en: "A step of publication"),
      Wording(
        vi:
          "Thông qua, trình, ban hành, công bố, mỗi bước do người có thẩm quyền; `dryRun`: chỉ xem trước.",
        en:
          "Passed, submitted, issued, published, each by those whose move it is; `dryRun`: only tries."
      ),
      .publish, "PublicationStep",
      [.needed("state", .choice(of: PublicationState.self), "bước", "the state that is reached")]
        + words),
  ]

  private static let ofUnitAndStage: [APIField] = [
    .optional("unit", .word(.id), "đơn vị; không ghi: cả kỳ", "the unit; none: the whole round"),
    .optional("stage", .word(.id), "bước; không ghi: tất cả", "the stage; none: all"),
  ]

  private static let words: [APIField] = [
    .needed("seen", count, "`seen` của getPublication", "`seen` of getPublication"),
    .optional("text", .text(4_000), "lý do", "the reason"),
    .optional("basis", .text(4_000), "căn cứ pháp lý", "the legal basis"), dryRun,
  ]

  private static func act(
    _ id: String, _ path: String, _ summary: Wording, _ about: Wording,
    _ choice: PublicationForm.Choice, _ name: String, _ fields: [APIField]
  ) -> APIOperation {
    APIOperation(
      id: id, method: .post, path: path, tag: .publication, summary: summary, about: about,
      body: .named(name, .object(fields)), answers: TrialAnswer.triedShape, mayConflict: true,
      mayBeUnclear: true
    ) { app, call in try await app.publish(call, choice) }
  }
}

extension APICall {
  fileprivate var publication: JSONValue {
    let own = snapshot.plan.publication
    let locked = snapshot.round.units.filter(\.record.isLocked).map(\.record.unit.id)
      .filter { rights.allows(.readMatters($0), by: account) || account.role == .decider }
    return [
      "state": .string(own.state.rawValue), "decision": .text(own.decision),
      "locked": .texts(locked), "seen": .whole(snapshot.loaded.log?.count ?? 0),
    ]
  }
}

extension WebApplication {
  fileprivate func publish(
    _ call: APICall, _ choice: PublicationForm.Choice
  ) async throws -> APIAnswer {
    let body = call.body
    let form: [String: String?] = [
      PublicationForm.choice: choice.rawValue, PublicationForm.unit: body.text("unit"),
      PublicationForm.stage: body.text("stage"), PublicationForm.state: body.text("state"),
      AppraisalForm.ground: body.text("ground"), AppraisalForm.reason: body.text("text"),
      AppraisalForm.basis: body.text("basis"),
      AppraisalForm.seen: body.whole("seen").map(String.init),
      AppraisalForm.step: (body.truth("dryRun") ? AppraisalStep.preview : .record).rawValue,
    ]
    switch try await publishing(call.visit(saying: form)) {
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .unreadable:
      throw APIProblem(
        .unclear, "không có đơn vị hoặc bước này", "there is no such unit or stage")
    case .tried((let form, let recording, let outcome)):
      return try call.tried(outcome) {
        let trial = TrialAnswer(
          recording, call, showsPlaces: call.rights.allows(.readRankings, by: call.account)
        ) { call.rights.allows(.readPlace($0), by: call.account) }
        return trial.json([
          EventLine(form.content, in: call.snapshot.round, call.frame.language).sentence()
        ])
      }
    }
  }
}
