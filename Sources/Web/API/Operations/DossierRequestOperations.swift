internal import Diagnostics
internal import DossierCounting
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// What units say of their dossiers, and what the office that keeps the records decides.
extension APIOperation {
  static let ofDossierRequests = [
    APIOperation(
      id: "listDossierRequests", method: .get, path: "/dossier-requests", tag: .figures,
      summary: Wording(vi: "Giải trình hồ sơ chờ quyết định", en: "Explanations that wait"),
      about: Wording(
        vi: "Theo thứ tự gửi; cả những dòng của bảng giải trình chưa có quyết định.",
        en: "In the order they came; rows of the table without a decision, too."),
      answers: .named(
        "DossierRequests",
        .object([
          .needed("requests", .list(.named("DossierRequest", .object(fields)), 1_000_000))
        ])), mayBeMissing: true
    ) { app, call in
      let begun = try await app.begin(dossierRequests: call.visit, .readClosings)
      let work = try begun.orDossierProblem()
      let (rules, frame) = (work.ledger.count.rules, call.frame)
      return APIAnswer([
        "requests": .array(
          work.subjects.map { subject in
            [
              "key": .string(subject.key), "version": .whole(subject.version),
              "dossier": .string(subject.dossier), "unit": .text(subject.unit),
              "cause": .text(subject.content.cause), "finished": .text(subject.content.finished),
              "text": .string(subject.content.text),
              "evidence": .string(subject.content.evidence),
              "sent": .text(subject.sentOn?.isoText), "fault": .text(subject.fault(rules, frame)),
            ]
          })
      ])
    },
    APIOperation(
      id: "decideDossiers", method: .post, path: "/dossier-requests/decisions", tag: .figures,
      summary: Wording(vi: "Quyết định giải trình hồ sơ", en: "Decide explanations"),
      about: Wording(
        vi:
          "Cùng một quyết định cho các hồ sơ đã chọn, ghi tất cả hoặc không ghi gì. `dryRun`: chỉ xem ảnh hưởng.",
        en:
          "The same of those chosen, all of it or nothing. `dryRun`: only shows the effect."),
      body: .named(
        "DossierDecision",
        .object([
          .needed(
            "requests",
            .list(.named("DossierRequestName", .object(named)), DossierRequestsPage.mostOpen),
            "các hồ sơ", "those that are decided"),
          .needed("accept", .truth, "chấp nhận hay không", "whether they are accepted"),
          .needed("text", .text(4_000), "lý do", "why"),
          .needed("basis", .text(4_000), "văn bản", "the document it rests on"), dryRun,
        ])),
      answers: .named(
        "DossierDecided",
        .object([
          .needed(
            "event", .whole(1...1_000_000_000).orNull,
            "số của sự kiện; null khi chỉ xem trước, hoặc không bảng nào thay đổi",
            "the event's number; null of a dry run, and where no table changes"),
          .needed("effects", .list(.named("DossierEffect", .object(effect)), 100_000)),
          .needed("trial", TrialAnswer.shape.orNull, "ảnh hưởng (khi xem trước)", "its effect"),
        ])), mayConflict: true, mayBeUnclear: true, mayBeMissing: true, needsDisk: true
    ) { app, call in try await app.decideDossiers(call) },
  ]

  private static let fields: [APIField] = [
    .needed("key", .anyText, "để nêu trong quyết định", "what names it in a decision"),
    .needed("version", count, "phiên bản đã xem", "the version that was looked at"),
    .needed("dossier", .anyText, "mã hồ sơ", "the dossier"),
    .needed("unit", .word(.id).orNull, "đơn vị", "the unit"),
    .needed("cause", .anyText.orNull, "nguyên nhân", "the cause"),
    .needed("finished", .word(.moment).orNull, "thực tế xong lúc", "when it was done in truth"),
    .needed("text", .anyText, "lý do", "why"),
    .needed("evidence", .anyText, "tài liệu", "the documents"),
    .needed("sent", .word(.moment).orNull, "ngày gửi", "the day it came"),
    .needed("fault", .anyText.orNull, "vì sao không chấp nhận được", "why it cannot be accepted"),
  ]

  private static let named: [APIField] = [
    .needed("key", .text(400), "`key` của listDossierRequests", "`key` of listDossierRequests"),
    .needed("version", count, "`version` đã xem", "the `version` that was looked at"),
  ]

  private static let effect: [APIField] = [
    .needed("unit", .anyText, "đơn vị", "the unit"),
    .needed("late", .anyText, "trễ hạn, trước → sau", "late, before → after"),
    .needed("rate", .anyText, "tỷ lệ, trước → sau", "the rate, before → after"),
  ]
}

extension WebApplication {
  fileprivate func decideDossiers(_ call: APICall) async throws -> APIAnswer {
    let body = call.body
    let begun = try await begin(dossierRequests: call.visit, .decideDossiers)
    let work = try begun.orDossierProblem()
    let choice: DossierDecisionForm.Choice = body.truth("accept") ? .accept : .refuse
    let step: AppraisalStep = body.truth("dryRun") ? .preview : .record
    var form: [String: String?] = [
      AppraisalForm.choice: choice.rawValue, AppraisalForm.reason: body.text("text"),
      AppraisalForm.basis: body.text("basis"), AppraisalForm.step: step.rawValue,
    ]
    let named = body.parts("requests")
    let known = Dictionary(
      work.subjects.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let strange = named.enumerated().filter { known[$0.element.text("key") ?? ""] == nil }
    for (_, request) in strange {
      // What waits no more may be what was decided just so, and is sent twice.
      let key = request.text("key") ?? ""
      if key.hasPrefix("y") { form["h." + key] = String(request.whole("version") ?? -1) }
    }
    func unknown() -> APIProblem {
      APIProblem(
        .unclear,
        strange.map { place, _ in
          APIFault(
            .body("/requests/\(place)/key"), "unknown-request", "không chờ quyết định",
            "it does not wait for a decision")
        })
    }
    for request in named {
      guard let subject = known[request.text("key") ?? ""] else { continue }
      form[DossierDecisionForm.request(subject)] = String(request.whole("version") ?? -1)
    }
    let visit = call.visit(saying: form)
    guard let decision = self.form(work, visit) else {
      throw APIProblem(Hindrance.refused(.noPerson))
    }
    let login = call.account.login
    if !strange.isEmpty,
      decision.repeated(work.requests, by: login, body.text("text") ?? "") == nil
    {
      throw unknown()
    }
    switch try await decide(decision, work, visit) {
    case .unclear:
      throw APIProblem(
        .unclear,
        decision.problems.sorted { $0.key < $1.key }.map { field, text in
          APIFault(.body(place(of: field, named, known)), "cannot-be-meant", text, text)
        })
    case .recorded(let event):
      return APIAnswer([
        "event": event.map(JSONValue.whole) ?? .null, "effects": [], "trial": .null,
      ])
    case .shown(let trial): return APIAnswer(effect(trial, decision, work, call))
    case .unusable(let trial):
      var problem = APIProblem(.refused, trial.diagnostics.filter(\.isError))
      problem.current = effect(trial, decision, work, call)
      throw problem
    case .refused(let problems, let trial):
      var problem = APIProblem(.refused, problems)
      problem.current = effect(trial, decision, work, call)
      throw problem
    case .overtaken:
      throw APIProblem(
        .conflict, "vừa có sự kiện khác; gửi lại nếu vẫn cần",
        "something else was recorded meanwhile; send it again if it still holds")
    case .undeclared(let table):
      throw APIProblem(
        .conflict, "records.yaml không khai báo bảng \(table)",
        "records.yaml names no table \(table)")
    case .problems(let problems): throw APIProblem(.refused, problems)
    }
  }

  private func place(
    of field: String, _ named: [APIBody], _ known: [String: DossierSubject]
  ) -> String {
    switch field {
    case AppraisalForm.reason: return "/text"
    case AppraisalForm.basis: return "/basis"
    default:
      let place = named.firstIndex { request in
        known[request.text("key") ?? ""].map(DossierDecisionForm.request) == field
      }
      return place.map { "/requests/\($0)" } ?? "/requests"
    }
  }

  private func effect(
    _ trial: FileTrial?, _ decision: DossierDecisionForm, _ work: RequestWork, _ call: APICall
  ) -> JSONValue {
    guard let trial, case .sound(let round) = trial.outcome else {
      return ["event": .null, "effects": [], "trial": .null]
    }
    var page = DossierRequestsPage(
      work.subjects, work.entries, work.requests, work.ledger, in: work.snapshot, decision,
      call.frame)
    page.take(trial, of: decision.chosen, work.ledger, in: work.snapshot, call.frame)
    let units = Set(decision.chosen.compactMap(\.unit))
    let difference = RoundDifference(from: .init(work.snapshot.round), to: .init(round))
    let answer = page.trial.map {
      TrialAnswer($0, difference, showsPlaces: false) { units.contains($0) }.json([])
    }
    return [
      "event": .null,
      "effects": .array(
        page.effects.map {
          ["unit": .string($0.unit), "late": .string($0.late), "rate": .string($0.rate)]
        }), "trial": answer ?? .null,
    ]
  }
}
