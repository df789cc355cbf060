internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports

/// The council decides several points of its agenda at once.
extension APIOperation {
  static let ofAgenda = [
    APIOperation(
      id: "decideAgenda", method: .post, path: "/council/decisions", tag: .council,
      summary: Wording(vi: "Quyết định nhiều nội dung đã trình", en: "Decide points of the agenda"),
      about: Wording(
        vi:
          "Mỗi nội dung một quyết định, chung lý do và biểu quyết; ghi tất cả hoặc không ghi gì. `dryRun`: chỉ xem ảnh hưởng.",
        en:
          "Each point in its own way, with one reason and one vote; all of it or nothing. `dryRun`: only shows the effect."
      ),
      body: .named(
        "AgendaDecision",
        .object([
          .needed(
            "decisions",
            .list(
              .named(
                "PointDecision",
                .object([
                  .needed("event", count, "`event` của getCouncil", "`event` of getCouncil"),
                  .needed(
                    "decision", .choice(AgendaDecision.Choice.names),
                    "giữ như thẩm định, theo tự chấm, cho điểm",
                    "as appraised, as claimed, points"),
                  .optional("points", .exact, "số điểm", "the points"),
                ])), AgendaDecision.most), "từng nội dung", "the points"),
          .optional("ground", .word(.id), "căn cứ trong danh mục của kỳ", "a ground of the list"),
          .optional("text", .text(4_000), "lý do", "the reason"),
          .optional("basis", .text(4_000), "văn bản", "the document it rests on"),
          .optional("beyondRule", .truth, "ngoài khung của quy định", "beyond the rule"),
          .optional(
            "votes", .named("Votes", .object(voteFields)), "biểu quyết", "how the council voted"),
          .needed("seen", count, "`seen` của getCouncil", "`seen` of getCouncil"), dryRun,
        ])), answers: agendaDecidedShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try await app.decideAgenda(call) }
  ]

  private static let agendaDecidedShape = APIShape.named(
    "AgendaDecided",
    .object([
      .needed("recorded", count, "số sự kiện đã ghi; 0 khi chỉ xem trước", "how many events"),
      .needed("trial", TrialAnswer.shape.orNull, "ảnh hưởng (khi xem trước)", "its effect"),
    ]))
}

extension AgendaDecision.Choice {
  /// As the API names it.
  fileprivate var name: String {
    switch self {
    case .standing: "standing"
    case .claim: "claim"
    case .points: "points"
    }
  }

  fileprivate static var names: [String] { allCases.map(\.name) }
}

extension WebApplication {
  fileprivate func decideAgenda(_ call: APICall) async throws -> APIAnswer {
    let body = call.body
    let step: AppraisalStep = body.truth("dryRun") ? .preview : .record
    var form: [String: String?] = [
      AppraisalForm.ground: body.text("ground"), AgendaDecision.reason: body.text("text"),
      AgendaDecision.basis: body.text("basis"),
      AppraisalForm.beyond: body.truth("beyondRule") ? "1" : nil,
      AppraisalForm.seen: body.whole("seen").map(String.init), AppraisalForm.step: step.rawValue,
    ]
    if let counts = body.part("votes") {
      for (name, member) in zip(AppraisalForm.votes, ["for", "against", "abstaining"]) {
        form[name] = counts.whole(member).map(String.init)
      }
    }
    let decisions = body.parts("decisions")
    for decision in decisions {
      guard let event = decision.whole("event") else { continue }
      form[AgendaDecision.mark(event)] = "1"
      form[AgendaDecision.choice(event)] =
        AgendaDecision.Choice.allCases.first { $0.name == decision.text("decision") }?.rawValue
      form[AgendaDecision.points(event)] = decision.text("points")
    }
    switch try await decidingAgenda(call.visit(saying: form)) {
    case .hindered(let hindrance, _): throw APIProblem(hindrance)
    case .unreadable: throw APIProblem.unseen
    case .unclear(let decision):
      throw APIProblem(
        .unclear,
        decision.problems.sorted { $0.key < $1.key }.map { name, text in
          APIFault(.body(AgendaDecision.place(of: name, decisions)), "cannot-be-meant", text, text)
        })
    case .recorded(let count):
      return APIAnswer(["recorded": .whole(count), "trial": .null])
    case .overtaken(_, let events): throw APIProblem.overtaken(events)
    case .tried(let decision, let recording, let refused):
      let works = decision.chosen.map(\.work)
      let trial = TrialAnswer(recording, call, showsPlaces: works[0].showsPlaces) { unit in
        works.contains { $0.matter.unit == unit } || works[0].sees(unit)
      }.json(what(decision, recording, call.frame))
      guard refused.isEmpty else {
        var problem = APIProblem(.refused, refused)
        problem.current = trial
        throw problem
      }
      return APIAnswer(["recorded": .whole(0), "trial": trial])
    }
  }
}

extension AgendaDecision {
  /// Where in a body stands what a field of the form says.
  fileprivate static func place(of name: String, _ decisions: [APIBody]) -> String {
    for (place, decision) in decisions.enumerated() {
      guard let event = decision.whole("event") else { continue }
      if name == choice(event) { return "/decisions/\(place)/decision" }
      if name == points(event) { return "/decisions/\(place)/points" }
    }
    let members = [
      "": "/decisions", reason: "/text", basis: "/basis", AppraisalForm.ground: "/ground",
      AppraisalForm.reason: "/text", AppraisalForm.votes[0]: "/votes",
    ]
    return members[name] ?? ""
  }
}
