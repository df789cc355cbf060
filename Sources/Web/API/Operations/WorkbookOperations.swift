internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Papers
internal import Reports
internal import Store
internal import Workbooks

/// A unit's self-assessment as a workbook, out and back.
extension APIOperation {
  static let ofWorkbooks = [
    APIOperation(
      id: "getWorkbook", method: .get, path: "/units/{unit}/workbook", tag: .unit,
      summary: Wording(
        vi: "Biểu tự chấm điểm dạng bảng tính", en: "The self-assessment as a workbook"),
      about: Wording(
        vi: "Tệp Excel với nội dung đang khai. Người của chính đơn vị.",
        en: "With what is typed so far. People of the unit itself."),
      answers: .document, files: [PaperFormat.xlsx.contentType], needsDisk: true
    ) { app, call in try await app.workbook(call) },
    APIOperation(
      id: "sendWorkbook", method: .post, path: "/units/{unit}/workbook", tag: .unit,
      summary: Wording(vi: "Gửi biểu đã điền", en: "Send a workbook that was filled in"),
      about: Wording(
        vi:
          "Nội dung là tệp Excel. Chưa nhận gì: trả những chỗ khác với nội dung đang khai, để xem rồi nhận hay bỏ (`settleWorkbook`). Biểu có lỗi thì trả 422 kèm từng ô.",
        en:
          "The body is the workbook. Nothing is taken in yet: the answer is what it would change, to be taken in or dropped (`settleWorkbook`). Faults come as 422, cell by cell."
      ), takesBytes: true, answers: waitingShape, mayConflict: true, mayBeUnclear: true,
      needsDisk: true
    ) { app, call in try await app.sendWorkbook(call) },
    APIOperation(
      id: "getWaitingWorkbook", method: .get, path: "/units/{unit}/workbook/waiting", tag: .unit,
      summary: Wording(vi: "Biểu đã gửi, chờ xem", en: "The workbook that waits"),
      about: Wording(
        vi: "Những chỗ khác với nội dung đang khai lúc này.",
        en: "What it would change now."), answers: waitingShape
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      return APIAnswer(app.waiting(work, call))
    },
    APIOperation(
      id: "settleWorkbook", method: .post, path: "/units/{unit}/workbook/settlement", tag: .unit,
      summary: Wording(vi: "Nhận hoặc bỏ biểu đã gửi", en: "Take the workbook in, or drop it"),
      about: Wording(
        vi:
          "`take`: thay toàn bộ nội dung đang khai; chỉ khi chưa ai sửa gì từ lúc xem (`edition`, `seen`), nếu không trả 409. Chưa nộp.",
        en:
          "`take` puts it in the place of all that is typed, only where nobody changed anything since (`edition`, `seen`), else 409. Nothing is handed in."
      ),
      body: .named(
        "WorkbookSettlement",
        .object([
          .needed("act", .choice(["take", "drop"]), "nhận, bỏ", "what is done"),
          .needed("edition", count, "`edition` của biểu đã xem", "`edition` of what was looked at"),
          .optional(
            "seen", .word(.digest), "`seen` của biểu đã xem; cần khi nhận",
            "`seen` of what was looked at; needed to take it in"),
        ])), answers: waitingShape, mayConflict: true
    ) { app, call in try app.settleWorkbook(call) },
  ]

  private static let waitingShape = APIShape.named(
    "WaitingWorkbook",
    .object([
      .needed(
        "workbook", .named("SentWorkbook", .object(sentFields)).orNull,
        "biểu đã gửi; null: không có", "what was sent; null: there is none")
    ]))

  private static let sentFields: [APIField] = [
    .needed("name", .text(10_000), "tên tệp", "its name"),
    .needed("author", .text(64), "tài khoản gửi", "who sent it"),
    .needed("sent", .word(.time), "lúc gửi", "when"),
    .needed("edition", count, "số lần gửi", "which it is"),
    .needed("seen", .word(.digest), "nội dung đang khai", "what is typed now"),
    .needed(
      "changes", .list(.named("WorkbookChange", .object(changeFields)), 100_000),
      "những chỗ khác với nội dung đang khai", "what it would change"),
  ]

  private static let changeFields: [APIField] = [
    .needed("title", .text(10_000), "chỗ", "where"),
    .needed("before", .text(100_000), "đang khai", "as it is typed"),
    .needed("after", .text(100_000), "trong biểu", "as the workbook has it"),
  ]
}

extension WebApplication {
  fileprivate func workbook(_ call: APICall) async throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
    switch await workbook(of: work) {
    case nil:
      throw APIProblem(.files, work.drafted.reading.diagnostics.filter(\.isError))
    case .bytes(let bytes):
      return APIAnswer(file: .workbook(bytes, name: UnitForm.fileName(call.unit)))
    case .refused(let problems): throw APIProblem(.internalError, problems)
    }
  }

  fileprivate func waiting(_ work: UnitWork, _ call: APICall) -> JSONValue {
    let sent = waitingForm(of: work, call.visit).map { waiting -> JSONValue in
      [
        "name": .string(waiting.form.name), "author": .string(waiting.draft.author),
        "sent": .string(call.visit.now.local(at: waiting.draft.savedAt).isoText),
        "edition": .whole(waiting.draft.version),
        "seen": .string(work.drafted.edition(work.set)),
        "changes": .array(
          waiting.changes.map { change in
            let words = change.words(call.frame.language)
            return [
              "title": .string(words.title), "before": .string(words.old),
              "after": .string(words.new),
            ]
          }),
      ]
    }
    return ["workbook": sent ?? .null]
  }

  fileprivate func sendWorkbook(_ call: APICall) async throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
    let received = try await receivedFile(
      call.visit, atMost: FormPage.largest, as: UnitForm.fileName(call.unit))
    let taking: FormTaking
    switch received {
    case .forged: throw APIProblem.missing
    case .refused(let status, let text): throw APIProblem(ShelfRefusal(status, text))
    case .form(let form):
      guard let file = form.file else {
        throw APIProblem(.unclear, "chưa có tệp", "there is no file")
      }
      taking = try await file.use { try await takeIn($0, file.name, call.visit, work) }
    }
    switch taking {
    case .unclear(let found): throw APIProblem(.unclear, found)
    case .ofOther(let name, _):
      throw APIProblem(.unclear, "đây là biểu của \(name)", "this workbook is of \(name)")
    case .overtaken:
      var problem = APIProblem(
        .conflict, "người khác vừa gửi một biểu", "somebody else has just sent one")
      problem.current = try waitingNow(call)
      throw problem
    case .waits: return APIAnswer(try waitingNow(call))
    }
  }

  fileprivate func settleWorkbook(_ call: APICall) throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
    let acts = ["take": FormPage.take, "drop": FormPage.discard]
    let visit = call.visit(saying: [
      FormPage.act: call.body.text("act").flatMap { acts[$0] },
      FormPage.version: call.body.whole("edition").map(String.init),
      FormPage.seen: call.body.text("seen"),
    ])
    switch try settlingForm(visit, work) {
    case .unreadable: throw APIProblem.missing
    case .dropped, .taken: return APIAnswer(try waitingNow(call))
    case .overtaken:
      var problem = APIProblem(
        .conflict, "nội dung đang khai vừa được sửa, hoặc biểu đã được nhận hay bỏ",
        "what is typed has just changed, or the workbook is settled")
      problem.current = try waitingNow(call)
      throw problem
    }
  }

  private func waitingNow(_ call: APICall) throws -> JSONValue {
    waiting(try begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem(), call)
  }
}
