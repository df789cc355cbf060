internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// An appraiser's part as a workbook: taken out, and what was filled in recorded.
extension APIOperation {
  static let ofParts = [
    APIOperation(
      id: "getPart", method: .get, path: "/work/part", tag: .appraisal,
      summary: Wording(vi: "Phần việc dạng bảng tính", en: "One's part as a workbook"),
      about: Wording(
        vi: "Người thẩm định. Tệp Excel như trên trang web, chọn được như `listWork`.",
        en: "Appraisers. The workbook of the page, chosen as `listWork` chooses."),
      query: workFilters, answers: .document, files: [workbook]
    ) { app, call in
      let work = try app.beginPart(call.visit).orProblem()
      return APIAnswer(file: try app.workbook(of: work, call.workQuery))
    },
    APIOperation(
      id: "returnPart", method: .post, path: "/work/part", tag: .appraisal,
      summary: Wording(vi: "Nạp lại phần việc đã điền", en: "Bring a part back"),
      about: Wording(
        vi:
          "Nội dung là tệp Excel đã điền. `dryRun`: chỉ xem ảnh hưởng. Ghi tất cả hoặc không ghi gì: mục đã có người ghi khác thì trả 409; quyết định cần người thứ hai duyệt thì gửi duyệt khi có `propose`, nếu không trả 409. Nạp lại cùng tệp không ghi hai lần.",
        en:
          "The body is the workbook. `dryRun`: only shows the effect. All of it or nothing: 409 where others changed something since; what needs a second approver goes there with `propose`, else 409. The same workbook twice is recorded once."
      ),
      query: [
        APIParameter("dryRun", .truth, "chỉ xem trước, không ghi", "only tries, records nothing"),
        APIParameter(
          "propose", .truth, "gửi người thứ hai duyệt khi cần",
          "leaves to a second approver what needs one"),
      ], takesBytes: true,
      answers: .named(
        "ReturnedPart",
        .object([
          .needed("recorded", count, "sẽ ghi, hoặc đã ghi", "recorded, or to be"),
          .needed("proposed", count, "gửi duyệt", "left to a second approver"),
          .needed("lines", .list(.named("PartLine", .object(lineOfPart)), 10_000)),
          .needed("trial", .nullable(TrialAnswer.shape), "ảnh hưởng", "the effect"),
        ])), mayConflict: true, mayBeUnclear: true, needsDisk: true
    ) { app, call in try await app.returnPart(call) },
  ]

  private static let workbook =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  private static let lineOfPart: [APIField] = [
    .needed("unit", .word(.id)), .needed("item", .word(.id)),
    .needed(
      "fate", .choice(["record", "propose", "already", "changed", "waiting"]), "sẽ ra sao",
      "what becomes of it"),
    .needed(
      "events", .list(count, 10_000), "sự kiện mới ở đó", "what else happened there since"),
  ]
}

extension WebApplication {
  fileprivate func returnPart(_ call: APICall) async throws -> APIAnswer {
    let work = try beginPart(call.visit).orProblem()
    let plan: PartPlan
    switch try await reading(call, work) {
    case .unclear(let problems): throw APIProblem(.unclear, problems)
    case .empty:
      throw APIProblem(
        .unclear, "trong tệp chưa có quyết định nào", "there is no decision in it")
    case .plan(let read, _): plan = read
    }
    guard plan.problems.isEmpty else { throw APIProblem(.unclear, plan.problems) }
    if call.query["dryRun"] == "true" { return APIAnswer(call.part(plan, showsEffect: true)) }
    func conflict(_ vietnamese: String, _ english: String, _ plan: PartPlan) -> APIProblem {
      var problem = APIProblem(.conflict, vietnamese, english)
      problem.current = call.part(plan)
      return problem
    }
    guard plan.confirmed.all.count + plan.alreadyThere == plan.lines.count else {
      throw conflict(
        "đã có thay đổi, hoặc có đề nghị khác chờ duyệt; chưa ghi gì",
        "something changed meanwhile, or another proposal waits; nothing is recorded", plan)
    }
    guard plan.proposed.isEmpty || call.query["propose"] == "true" else {
      throw conflict(
        "có quyết định cần người thứ hai duyệt; gửi với `propose`",
        "some of it needs a second approver; send it with `propose`", plan)
    }
    guard !plan.confirmed.all.isEmpty else { return APIAnswer(call.part(plan)) }
    switch try await record(plan.confirmed, work, call.visit) {
    case .done: return APIAnswer(call.part(plan))
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .notTheirs(_, let refusal): throw APIProblem(Hindrance.refused(refusal))
    case .unclear(let problems): throw APIProblem(.unclear, problems)
    case .overtaken(let plan, _):
      throw conflict(
        "vừa có thay đổi; chưa ghi gì", "something changed meanwhile; nothing is recorded", plan)
    case .broken(let problems, _): throw APIProblem(.refused, problems)
    }
  }

  private func reading(_ call: APICall, _ work: PartWork) async throws -> PartReading {
    switch try await receivedFile(call.visit, atMost: PartPage.largest, as: "phan-viec.xlsx") {
    case .forged: throw APIProblem.missing
    case .refused(let status, let text): throw APIProblem(ShelfRefusal(status, text))
    case .form(let form):
      guard let file = form.file else {
        throw APIProblem(.unclear, "chưa có tệp", "there is no file")
      }
      return try await file.use { try await read($0, file.name, work, call.visit) }
    }
  }
}

extension PartPlan {
  fileprivate var alreadyThere: Int {
    lines.count { if case .already = $0.fate { true } else { false } }
  }
}

extension PartPlan.Fate {
  fileprivate var name: String {
    switch self {
    case .record: "record"
    case .propose: "propose"
    case .already: "already"
    case .changed: "changed"
    case .waiting: "waiting"
    }
  }

  fileprivate var events: [RoundEvent] {
    if case .changed(let events) = self { events } else { [] }
  }
}

extension APICall {
  fileprivate func part(_ plan: PartPlan, showsEffect: Bool = false) -> JSONValue {
    var trial: JSONValue = .null
    if showsEffect, let recording = plan.recording, let first = plan.recorded.first {
      let own = Set(plan.recorded.map(\.work.matter.unit))
      trial = TrialAnswer(
        recording, self, showsPlaces: first.work.showsPlaces,
        sees: { own.contains($0) || first.work.sees($0) }
      ).json([])
    }
    return [
      "recorded": .whole(plan.recorded.count), "proposed": .whole(plan.proposed.count),
      "lines": .array(
        plan.lines.map { line in
          [
            "unit": .string(line.work.matter.unit), "item": .string(line.work.matter.item.id),
            "fate": .string(line.fate.name),
            "events": .array(line.fate.events.map { .whole($0.sequence) }),
          ]
        }), "trial": trial,
    ]
  }
}
