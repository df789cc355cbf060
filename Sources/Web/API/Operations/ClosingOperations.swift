internal import Diagnostics
internal import DossierCounting
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// The round's dossiers as they were closed, and closing them, anew or again.
extension APIOperation {
  static let ofClosings = [
    APIOperation(
      id: "listClosings", method: .get, path: "/closings", tag: .figures,
      summary: Wording(vi: "Các lần chốt số liệu hồ sơ", en: "Closings of the dossiers"),
      about: Wording(
        vi:
          "Mới nhất đứng trước, kèm việc các tệp còn nguyên như khi chốt hay không. `seen` là số phải gửi kèm khi chốt.",
        en:
          "The latest first, and whether their files are as they were. `seen` goes with a new closing."
      ),
      query: [
        APIParameter(
          "again", .truth, "đối chiếu lại mọi tệp", "digest every file again, whatever is known")
      ], answers: closingsShape, mayBeMissing: true
    ) { app, call in
      try call.need(.readClosings, app)
      return APIAnswer(try await app.closingsAnswer(call, again: call.query["again"] == "true"))
    },
    APIOperation(
      id: "closeDossiers", method: .post, path: "/closings", tag: .figures,
      summary: Wording(vi: "Chốt số liệu hồ sơ", en: "Close the dossiers"),
      about: Wording(
        vi:
          "Chốt mới, hoặc chốt lại (`replaces`) thành phiên bản mới nêu từng hồ sơ đã thay đổi. Gửi lại cùng nội dung không chốt hai lần.",
        en:
          "Anew, or again (`replaces`), which makes a new version that names every dossier that changed. The same twice is one closing."
      ),
      body: .named(
        "NewClosing",
        .object([
          .needed("name", .text(ClosingForm.longestName), "tên của số liệu", "the data's name"),
          .needed("closedOn", .word(.moment), "ngày chốt, như 2017-12-22", "the day of closing"),
          .optional(
            "asOf", .word(.moment), "số liệu đến hết ngày; bỏ trống: theo dữ liệu",
            "figures through this day; as the records say where it is left out"),
          .optional(
            "replaces", count.orNull,
            "thay cho lần chốt số mấy; 0: không thay lần nào; bỏ trống: lần mới nhất cùng tên",
            "which closing it replaces; 0: none; left out: the newest one of that name"),
          .needed("seen", count, "số của lần chốt mới nhất đã xem", "the newest that was seen"),
        ])), answers: closingsShape, mayConflict: true, mayBeUnclear: true, mayBeMissing: true
    ) { app, call in try await app.closeDossiers(call) },
    APIOperation(
      id: "getClosingFile", method: .get, path: "/closings/{closing}/{file}", tag: .figures,
      summary: Wording(vi: "Một tệp của lần chốt", en: "A file of a closing"),
      about: Wording(
        vi: "Biên bản bàn giao, bảng đếm, sổ hồ sơ, thay đổi, mã kiểm tra.",
        en: "The sheet to hand over, the count, the ledger, what changed, the digests."),
      answers: .document, files: ["text/csv; charset=utf-8", "text/plain; charset=utf-8"]
    ) { app, call in
      APIAnswer(
        file: try app.closedFile(
          call.visit, call.path["closing"].flatMap { Int($0) } ?? 0, call.path["file"] ?? ""
        ).orProblem())
    },
  ]

  private static let closingsShape = APIShape.named(
    "Closings",
    .object([
      .needed("seen", count, "số của lần chốt mới nhất", "the number of the newest"),
      .needed(
        "running", .text(10_000).orNull, "đang chốt", "what is being closed now"),
      .needed("closings", .list(.named("Closing", .object(closingFields)), 100_000)),
    ]))

  private static let closingFields: [APIField] = [
    .needed("number", count, "số", "its number"),
    .needed("name", .text(10_000).orNull, "tên; null khi không đọc được", "its name"),
    .needed("version", count.orNull, "phiên bản", "its version"),
    .needed("closedOn", .word(.moment).orNull, "ngày chốt", "the day of closing"),
    .needed("closedBy", .text(10_000).orNull, "người chốt", "who closed it"),
    .needed("asOf", .text(10_000).orNull, "số liệu đến", "figures through"),
    .needed("totals", .text(10_000).orNull, "số hồ sơ", "the dossiers"),
    .needed("changed", .text(10_000).orNull, "hồ sơ thay đổi", "dossiers that changed"),
    .needed("intact", .truth, "còn nguyên như khi chốt", "whether it is as it was"),
    .needed("sha256", .text(64), "mã của closing.yaml", "of closing.yaml"),
    .needed(
      "findings", .list(.named("ClosingFinding", .object(foundFields)), 100_000), "tệp đã khác",
      "files that are others now"),
    .needed("files", .list(.text(200), 100), "các tệp tải về được", "files to take away"),
  ]

  private static let foundFields: [APIField] = [
    .needed("file", .text(10_000)), .needed("message", .text(100_000)),
    .needed("bad", .truth, "làm hỏng lần chốt", "whether the closing is broken by it"),
  ]
}

extension WebApplication {
  private func work(_ call: APICall) throws -> ClosingWork {
    guard let work = closingWork(call.visit) else { throw APIProblem.missing }
    return work
  }

  fileprivate func closingsAnswer(_ call: APICall, again: Bool = false) async throws -> JSONValue {
    let work = try work(call)
    let page = await page(work, call.visit, again: again)
    return [
      "seen": .whole(page.seen), "running": .text(page.running),
      "closings": .array(page.rows.map { call.closing($0, work.shelf.closing($0.number)) }),
    ]
  }

  fileprivate func closeDossiers(_ call: APICall) async throws -> APIAnswer {
    try call.need(.closeDossiers, self)
    let body = call.body
    let replaced = body.whole("replaces").map { $0 == 0 ? ClosingForm.isNew : String($0) }
    let visit = call.visit(saying: [
      ClosingForm.name: body.text("name"), ClosingForm.closedOn: body.text("closedOn"),
      ClosingForm.asOf: body.text("asOf"), ClosingForm.previous: replaced,
      AppraisalForm.seen: String(body.whole("seen") ?? 0),
    ])
    switch await close(try work(call), visit) {
    case .closed: return APIAnswer(try await closingsAnswer(call))
    case .unseen:
      throw APIProblem(
        .unclear,
        [
          APIFault(
            .body("/seen"), "unknown-closing", "chưa có lần chốt này", "there is no such closing")
        ])
    case .unclear(let problems):
      throw APIProblem(
        .unclear,
        problems.sorted { $0.key < $1.key }.map { field, text in
          APIFault(.body("/" + (APICall.members[field] ?? field)), "bad-value", text, text)
        })
    case .overtaken(let number):
      throw APIProblem(
        .conflict, "vừa có lần chốt khác, số \(number)",
        "something else was closed meanwhile, number \(number)")
    case .busy(let name, _):
      throw APIProblem(.conflict, "đang chốt “\(name)”", "“\(name)” is being closed")
    case .failed(let problems): throw APIProblem(.refused, problems)
    }
  }
}

extension APICall {
  /// What members of a body are called in the form.
  fileprivate static let members = [
    ClosingForm.name: "name", ClosingForm.asOf: "asOf", ClosingForm.closedOn: "closedOn",
    ClosingForm.previous: "replaces",
  ]

  fileprivate func closing(_ row: ClosingsPage.Row, _ closing: DossierClosing?) -> JSONValue {
    let said = row.said
    return [
      "number": .whole(row.number), "name": .text(said?.name),
      "version": said.map { .whole($0.version) } ?? .null,
      "closedOn": .text(closing?.closedOn.isoText), "closedBy": .text(closing?.closedBy),
      "asOf": .text(said?.asOf), "totals": .text(said?.totals),
      "changed": .text(closing?.previous == nil ? nil : said?.changed),
      "intact": .boolean(row.isIntact), "sha256": .string(row.sha256),
      "findings": .array(
        row.findings.map {
          [
            "file": .string($0.file), "message": .string($0.message), "bad": .boolean($0.isBad),
          ]
        }),
      "files": .texts(row.files.map(\.name)),
    ]
  }
}
