internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports

/// The round's deadlines, and moving one.
extension APIOperation {
  static let ofDeadlines = [
    APIOperation(
      id: "listDeadlines", method: .get, path: "/setup/deadlines", tag: .round,
      summary: Wording(vi: "Thời hạn dời được", en: "Deadlines that can be moved"),
      about: Wording(
        vi: "Các bước và các mốc của round.yaml. Chỉ Sở Nội vụ.",
        en: "Stages and other dates of round.yaml. The organiser."),
      answers: .named(
        "Deadlines",
        .object([
          .needed("seen", count, "phải gửi kèm khi dời", "goes with a move"),
          .needed(
            "deadlines",
            .list(
              .named(
                "Deadline",
                .object([
                  .needed("name", .text(500), "để nêu khi dời", "what names it"),
                  .needed("bound", .choice(of: DeadlineText.Bound.self)),
                  .needed("moment", .word(.moment)),
                ])), 10_000)),
        ]))
    ) { app, call in
      try call.need(.moveDeadline, app)
      let text = DeadlineText(WebApplication.roundFile(of: call.snapshot))
      return APIAnswer([
        "seen": .whole(DeadlinePart.latest(in: call.snapshot)),
        "deadlines": .array(
          (text?.deadlines ?? []).map {
            [
              "name": .string(DeadlineForm.name(of: $0.place)), "bound": .string($0.bound.rawValue),
              "moment": .string($0.moment.isoText),
            ]
          }),
      ])
    },
    APIOperation(
      id: "moveDeadline", method: .post, path: "/setup/deadlines", tag: .round,
      summary: Wording(vi: "Dời một hạn", en: "Move a deadline"),
      about: Wording(
        vi:
          "Cả sau khi đã có nơi nộp; chỉ mốc thời gian trong round.yaml đổi (hạn giải trình hồ sơ: cả trong records.yaml). `dryRun`: chỉ xem ảnh hưởng.",
        en:
          "Also after units handed in; only the moment in round.yaml changes (of dossier explanations, in records.yaml too). `dryRun`: only shows the effect."
      ),
      body: .named(
        "DeadlineMove",
        .object([
          .needed("name", .text(500), "`name` của listDeadlines", "`name` of listDeadlines"),
          .needed(
            "bound", .choice(of: DeadlineText.Bound.self), "hết mốc đó, hay trước mốc đó",
            "through the moment, or before it"),
          .needed("moment", .word(.moment), "mốc mới", "the new moment"),
          .optional("text", .text(4_000), "lý do", "the reason"),
          .optional("basis", .text(4_000), "văn bản", "the document it rests on"),
          .needed("seen", count, "`seen` của listDeadlines", "`seen` of listDeadlines"), dryRun,
        ])),
      answers: .named(
        "DeadlineMoved",
        .object([
          .needed(
            "event", .whole(1...1_000_000_000).orNull, "số của sự kiện; null khi chỉ xem trước",
            "the event's number; null of a dry run"),
          .needed("effect", .list(.anyText, 10_000), "điều sẽ đổi", "what it comes to"),
        ])), mayConflict: true, mayBeUnclear: true, needsDisk: true
    ) { app, call in try await app.moveDeadline(call) },
  ]
}

extension WebApplication {
  fileprivate func moveDeadline(_ call: APICall) async throws -> APIAnswer {
    let body = call.body
    let step: AppraisalStep = body.truth("dryRun") ? .preview : .record
    let visit = call.visit(saying: [
      DeadlineForm.place: body.text("name"), DeadlineForm.bound: body.text("bound"),
      DeadlineForm.moment: body.text("moment"), DeadlineForm.reason: body.text("text"),
      DeadlineForm.basis: body.text("basis"), AppraisalForm.step: step.rawValue,
      AppraisalForm.seen: body.whole("seen").map(String.init),
    ])
    switch try await moving(visit) {
    case .hindered(let hindrance): throw APIProblem(hindrance)
    case .unreadable: throw APIProblem.unseen
    case .unclear(let form):
      let members = [
        DeadlineForm.place: "/name", DeadlineForm.bound: "/bound", DeadlineForm.moment: "/moment",
        DeadlineForm.reason: "/text", DeadlineForm.basis: "/basis",
      ]
      throw APIProblem(
        .unclear,
        form.problems.sorted { $0.key < $1.key }.map { name, text in
          APIFault(.body(members[name] ?? ""), "cannot-be-meant", text, text)
        })
    case .shared:
      throw APIProblem(
        .conflict, "hạn này không sửa riêng được trong tệp; thay cả tệp",
        "this deadline cannot be changed alone in its file; replace the file")
    case .tried(_, let section):
      return APIAnswer(["event": .null, "effect": .texts(section.said)])
    case .unusable(_, let section):
      throw APIProblem(
        .conflict, section.said.joined(separator: "; "), section.said.joined(separator: "; "))
    case .overtaken: throw APIProblem.overtaken([])
    case .refused(_, _, let problems): throw APIProblem(.refused, problems)
    case .done(let event): return APIAnswer(["event": .whole(event), "effect": []])
    }
  }
}

extension DeadlineSection {
  /// What it comes to, in sentences.
  fileprivate var said: [String] { [what] + consequences + findings.rows.map(\.message) }
}
