internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// One reason for the same item of several units.
extension APIOperation {
  static let ofSharedDecisions = [
    APIOperation(
      id: "decideShared", method: .post, path: "/work/decisions", tag: .appraisal,
      summary: Wording(vi: "Một lý do cho nhiều nơi", en: "One reason for several units"),
      about: Wording(
        vi:
          "Người thẩm định: cùng một quyết định về cùng một tiêu chí của nhiều đơn vị, ghi tất cả hoặc không ghi gì. `dryRun`: chỉ xem ảnh hưởng. Gửi lại cùng nội dung không ghi hai lần.",
        en:
          "Appraisers: the same decision of the same item of several units, all of it or nothing. `dryRun`: only shows the effect. The same twice is one."
      ),
      body: .named(
        "SharedDecision",
        .object([
          .needed("item", .word(.id), "tiêu chí", "the item"),
          .needed(
            "units", .list(.word(.id), SharedDecision.most),
            "các đơn vị, cùng một bộ tiêu chí", "the units, of one set of criteria"),
          .needed("decision", .choice(SharedDecision.choices.map(\.name)), "việc", "what is done"),
          .optional("points", .exact, "số điểm", "the points"),
          .optional(
            "ground", .word(.id), "căn cứ trong danh mục của kỳ", "a ground of the round's list"),
          .optional("text", .text(4_000), "lý do, nội dung hỏi", "the reason, or what is asked"),
          .optional("basis", .text(4_000), "căn cứ pháp lý", "the legal basis"),
          .optional("due", .word(.moment), "hạn trả lời", "until when to answer"),
          .needed("seen", count, "`seen` của listWork", "`seen` of listWork"), dryRun,
        ])), answers: TrialAnswer.triedShape, mayConflict: true, mayBeUnclear: true,
      mayBeMissing: true
    ) { app, call in try await app.decideShared(call) }
  ]
}

extension WebApplication {
  fileprivate func decideShared(_ call: APICall) async throws -> APIAnswer {
    let (body, round) = (call.body, call.snapshot.round)
    let units = body.texts("units")
    let item = body.text("item") ?? ""
    guard let first = units.first else {
      throw APIProblem(
        .unclear,
        [APIFault(.body("/units"), "no-units", "chưa có đơn vị nào", "there are no units")])
    }
    try call.need(.readWork, self)
    for unit in units where call.snapshot.places[unit] == nil {
      try call.need(.readMatters(unit), self)
    }
    func set(_ unit: String) -> Int? {
      call.snapshot.places[unit].map { round.units[$0].record.set }
    }
    let shared = set(first)
    let strange = units.enumerated().filter { set($0.element) != shared }.map { place, _ in
      APIFault(
        .body("/units/\(place)"), "other-set", "theo bộ tiêu chí khác với đơn vị đầu",
        "it goes by another set of criteria than the first")
    }
    guard strange.isEmpty, let shared else { throw APIProblem(.unclear, strange) }
    let query = WorkQuery(["muc": "\(shared)~\(item)"])
    let work = try beginShared(call.visit, query, of: Set(units)).orProblem()
    let chosen = AppraisalForm.Choice.allCases.first { $0.name == body.text("decision") }
    let step: AppraisalStep = body.truth("dryRun") ? .preview : .record
    var form: [String: String?] = [
      AppraisalForm.choice: chosen?.rawValue, AppraisalForm.points: body.text("points"),
      AppraisalForm.ground: body.text("ground"), AppraisalForm.reason: body.text("text"),
      AppraisalForm.basis: body.text("basis"),
      AppraisalForm.due: body.text("due")?.replacing("T", with: " "),
      AppraisalForm.seen: body.whole("seen").map(String.init), AppraisalForm.step: step.rawValue,
    ]
    for unit in units { form[SharedDecision.unit(unit)] = "1" }
    switch try await deciding(call.visit(saying: form), work) {
    case .unreadable: throw APIProblem.unseen
    case .hindered(let hindrance, _): throw APIProblem(hindrance)
    case .unclear(let decision):
      throw APIProblem(.unclear, AppraisalForm.faults(decision.problems))
    case .recorded(let event): return APIAnswer(["event": .whole(event), "trial": .null])
    case .overtaken(_, let events): throw APIProblem.overtaken(events)
    case .tried(let decision, let recording, let refused):
      return try call.tried(refused.isEmpty ? nil : .refused(refused)) {
        TrialAnswer(recording, call, showsPlaces: work.works[0].showsPlaces) {
          decision.isAbout($0) || work.works[0].sees($0)
        }.json(what(decision, recording, call.frame))
      }
    }
  }
}
