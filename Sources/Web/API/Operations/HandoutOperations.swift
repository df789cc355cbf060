internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports
internal import Store

/// Papers, the site, the bundle and workbooks, to take away.
extension APIOperation {
  static let ofHandouts = [
    APIOperation(
      id: "listHandouts", method: .get, path: "/handouts", tag: .publication,
      summary: Wording(vi: "Các hồ sơ tải về được", en: "What can be taken away"),
      about: Wording(
        vi: "Mỗi tệp được làm khi tải, theo kỳ đánh giá lúc đó.",
        en: "Each file is made as it is asked for, of the round as it stands."),
      answers: .named(
        "Handouts",
        .object([
          .needed(
            "publication", .choice(of: PublicationState.self), "công bố", "publication"),
          .needed("handouts", .list(.named("Handout", .object(handoutFields)), 100)),
        ]))
    ) { app, call in
      try call.need(.readHandouts, app)
      return APIAnswer([
        "publication": .string(call.snapshot.plan.publication.state.rawValue),
        "handouts": .array(Handout.all.map(call.handout)),
      ])
    },
    APIOperation(
      id: "getHandout", method: .get, path: "/handouts/{handout}", tag: .publication,
      summary: Wording(vi: "Một hồ sơ", en: "One of them"),
      about: Wording(
        vi: "Như trên trang web, do cùng mã lệnh với dòng lệnh làm ra.",
        en: "As pages give it, made by the code that the command line makes it with."),
      answers: .document, files: ["application/zip", "application/x-tar"], needsDisk: true
    ) { app, call in try await app.handout(call) },
  ]

  private static let handoutFields: [APIField] = [
    .needed("file", .choice(Handout.all.map(\.file)), "tên tệp", "its file"),
    .needed("title", .text(1_000), "tên gọi", "what it is called"),
    .needed("about", .text(1_000), "gồm gì", "what is in it"),
    .needed("type", .text(100), "loại nội dung", "its content type"),
  ]
}

extension APICall {
  fileprivate func handout(_ handout: Handout) -> JSONValue {
    [
      "file": .string(handout.file), "title": .string(handout.title(frame)),
      "about": .string(handout.about(frame)), "type": .string(handout.contentType),
    ]
  }
}

extension WebApplication {
  fileprivate func handout(_ call: APICall) async throws -> APIAnswer {
    try call.need(.readHandouts, self)
    guard let handout = Handout(file: call.path["handout"] ?? ""),
      let folder = settings.evidence.folder
    else { throw APIProblem.missing }
    do throws(HandoutDesk.Refusal) {
      let file = try await handouts.make(
        handout, of: call.snapshot, call.frame.language, in: folder, threads: keeper.threads)
      return APIAnswer(
        file: .attachment(file, type: handout.contentType, name: handout.file))
    } catch {
      throw APIProblem(.internalError, error.problems)
    }
  }
}
