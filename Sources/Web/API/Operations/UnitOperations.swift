internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

extension APIOperation {
  static let ofUnit = [
    APIOperation(
      id: "listUnits", method: .get, path: "/units", tag: .unit,
      summary: Wording(vi: "Các cơ quan, đơn vị được xem", en: "Units that may be seen"),
      about: Wording(
        vi: "Những cơ quan, đơn vị mà tài khoản được xem phiếu điểm.",
        en: "Those of which the account may see the score sheet."),
      answers: .named(
        "Units",
        .object([
          .needed("units", .list(.named("Unit", .object(unitFields)), 100_000))
        ]))
    ) { _, call in
      let seen = call.snapshot.round.units.filter {
        call.rights.allows(.readSheet($0.record.unit.id), by: call.account)
      }
      return APIAnswer(["units": .array(seen.map(call.unit))])
    },
    APIOperation(
      id: "getSheet", method: .get, path: "/units/{unit}/sheet", tag: .unit,
      summary: Wording(vi: "Phiếu điểm của một đơn vị", en: "A unit's score sheet"),
      about: Wording(
        vi:
          "Như `parindex score --format json` (parindex/score-sheet@1); thứ hạng chỉ có khi tài khoản được xem.",
        en:
          "As `parindex score --format json` (parindex/score-sheet@1); places only where the account may see them."
      ), answers: .document
    ) { app, call in
      try call.need(.readSheet(call.unit), app)
      guard let place = call.snapshot.places[call.unit] else { throw APIProblem.missing }
      let sees = call.rights.allows(.readPlace(call.unit), by: call.account)
      let sheet = ResultJSON(call.snapshot.round, showsOthers: sees).sheet(unit: place)
      return APIAnswer(Array(sheet.utf8))
    },
    APIOperation(
      id: "listRequests", method: .get, path: "/units/{unit}/requests", tag: .unit,
      summary: Wording(vi: "Yêu cầu giải trình đang chờ", en: "Requests that wait for an answer"),
      about: Wording(vi: "Người của chính đơn vị.", en: "People of the unit itself."),
      answers: .named(
        "Requests",
        .object([
          .needed("requests", .list(.named("Request", .object(requestFields)), 10_000))
        ]))
    ) { app, call in
      try call.need(.readAnswers(call.unit), app)
      let open = ExplanationRequest.open(of: call.unit, in: call.snapshot)
      return APIAnswer(["requests": .array(open.map(call.request))])
    },
    APIOperation(
      id: "answerRequest", method: .post, path: "/units/{unit}/items/{item}/explanations",
      tag: .unit, summary: Wording(vi: "Giải trình", en: "Answer a request"),
      about: Wording(
        vi:
          "Thủ trưởng đơn vị trả lời một yêu cầu giải trình; gửi lại cùng nội dung không ghi hai lần.",
        en: "The unit's head answers a request; the same answer twice is one."),
      body: .named(
        "Explanation",
        .object([
          .needed("request", .whole(1...1_000_000_000), "số của yêu cầu", "the request's number"),
          .needed("text", .text(4_000), "nội dung", "the explanation"),
          .optional(
            "documents", .list(.word(.document), 1_000), "tài liệu gửi kèm, theo mã",
            "documents that are sent with it, by id"),
        ])), answers: recordedShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.answerRequest(call) },
  ]
}

extension APICall {
  fileprivate func unit(_ result: UnitResult) -> JSONValue {
    let unit = result.record.unit
    return [
      "id": .string(unit.id), "name": .string(unit.name),
      "block": .string(snapshot.plan.blocks[result.record.block].id), "parent": .text(unit.parent),
      "submitted": .boolean(result.isSubmitted), "locked": .boolean(result.record.isLocked),
    ]
  }

  fileprivate func request(_ request: ExplanationRequest) -> JSONValue {
    let content = request.content
    let figure: String? = if case .figure(let name)? = content.subject { name } else { nil }
    let due = request.due(at: visit.now.local, in: snapshot.plan.stages)
    return [
      "number": .whole(request.number), "item": .text(request.item), "figure": .text(figure),
      "text": .string(content.text ?? ""), "ground": .text(content.ground),
      "documents": .texts(content.documents), "asked": .string(content.time.isoText),
      "due": .text(due?.isoText),
    ]
  }
}

extension WebApplication {
  fileprivate func answerRequest(_ call: APICall) async throws -> APIAnswer {
    let documents = call.body.texts("documents")
    let work = try begin(call.visit, call.unit, .explain(call.unit)).orProblem()
    let shelf = Set(work.snapshot.round.units[work.drafted.unit].record.assessment.shelf.map(\.id))
    let strange = documents.enumerated().filter { !shelf.contains($0.element) }.map { place, _ in
      APIFault(
        .body("/documents/\(place)"), "unknown-document", "không có trong danh mục đã nộp",
        "it is not on the shelf that was handed in")
    }
    guard strange.isEmpty else { throw APIProblem(.unclear, strange) }
    let number = call.body.whole("request") ?? 0
    var form: [String: String?] = [AppraisalForm.reason: call.body.text("text")]
    for document in documents { form[AppraisalForm.document(document)] = "1" }
    switch try await answer(call.visit(saying: form), work, call.matter, number) {
    case nil: throw APIProblem.missing
    case .done(let event), .already(let event): return APIAnswer(["event": .whole(event)])
    case .overtaken:
      throw APIProblem(
        .conflict, "yêu cầu này đã được giải trình", "this request was answered already")
    case .refused(let problems): throw APIProblem(.refused, problems)
    }
  }
}
