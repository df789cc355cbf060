internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

extension APIOperation {
  static let ofDrafts = [
    APIOperation(
      id: "listItems", method: .get, path: "/units/{unit}/items", tag: .unit,
      summary: Wording(vi: "Các tiêu chí của đơn vị, đang làm", en: "A unit's items as they stand"),
      about: Wording(
        vi:
          "Điểm tự chấm, điểm tính từ số liệu và tình trạng, tính cả nội dung chưa nộp. Người của chính đơn vị.",
        en:
          "Claimed and computed points and state, with what is not handed in yet. People of the unit itself."
      ),
      answers: .named(
        "Items",
        .object([
          .needed("check", checkShape, "kiểm tra trước khi nộp", "what stands in the way"),
          .needed("items", .list(.named("ItemLine", .object(lineFields)), 100_000)),
        ]))
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      let items = ItemAnswers(work, call)
      return APIAnswer([
        "check": items.check(app), "items": .array(work.set.items.map(items.line)),
      ])
    },
    APIOperation(
      id: "getItem", method: .get, path: "/units/{unit}/items/{item}", tag: .unit,
      summary: Wording(vi: "Một tiêu chí của đơn vị", en: "One item of a unit"),
      about: Wording(
        vi: "Cách chấm, nội dung đã khai hoặc đang khai, số lần sửa. Người của chính đơn vị.",
        en: "Its rule, what is answered, its edition. People of the unit itself."),
      answers: itemShape
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      return APIAnswer(try ItemAnswers(work, call).item(call.item))
    },
    APIOperation(
      id: "saveItem", method: .put, path: "/units/{unit}/items/{item}", tag: .unit,
      summary: Wording(vi: "Lưu nháp một tiêu chí", en: "Save an item's draft"),
      about: Wording(
        vi:
          "Thay toàn bộ nội dung khai. `edition` là số lần sửa đã xem (0 khi chưa có nháp); người khác đã lưu thì trả 409 và không ghi đè. Gửi lại cùng nội dung không đổi gì. Giá trị không hợp lệ vẫn được giữ và nêu trong `findings`, như trên trang web.",
        en:
          "Replaces the whole answer. `edition` is the one that was seen (0 without a draft); where somebody else saved, the answer is 409 and nothing is overwritten. The same once more changes nothing. Values that cannot be are kept and told in `findings`, as pages do."
      ), body: draftShape, answers: itemShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try app.save(call, part: call.item) },
    APIOperation(
      id: "getSharedInputs", method: .get, path: "/units/{unit}/shared-inputs", tag: .unit,
      summary: Wording(vi: "Số liệu dùng chung", en: "Inputs that items share"),
      about: Wording(vi: "Người của chính đơn vị.", en: "People of the unit itself."),
      answers: sharedShape
    ) { app, call in
      let work = try app.begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      return APIAnswer(try ItemAnswers(work, call).shared)
    },
    APIOperation(
      id: "saveSharedInputs", method: .put, path: "/units/{unit}/shared-inputs", tag: .unit,
      summary: Wording(vi: "Lưu nháp số liệu dùng chung", en: "Save a draft of shared inputs"),
      about: Wording(vi: "Như lưu nháp một tiêu chí.", en: "As an item's draft."),
      body: .named(
        "SharedDraft",
        .object([
          .needed("edition", count, "số lần sửa đã xem", "the edition that was seen"),
          .needed("inputs", inputsShape, "số liệu, theo tên", "inputs by name"),
        ])), answers: sharedShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try app.save(call, part: AnswerForm.shared) },
    APIOperation(
      id: "handIn", method: .post, path: "/units/{unit}/submissions", tag: .unit,
      summary: Wording(vi: "Ký và nộp bản tự chấm điểm", en: "Sign and hand in"),
      about: Wording(
        vi: "Thủ trưởng đơn vị. `dryRun`: chỉ kiểm tra. Nộp lại cùng nội dung không ghi hai lần.",
        en: "The unit's head. `dryRun`: only checks. The same files twice are one event."),
      body: .named("Submission", .object([dryRun])),
      answers: .named(
        "Submitted",
        .object([
          .needed(
            "event", .whole(1...1_000_000_000).orNull, "số của sự kiện; null khi chỉ kiểm tra",
            "the event's number; null of a dry run"),
          .needed("check", checkShape, "kiểm tra trước khi nộp", "what stands in the way"),
        ])), mayConflict: true
    ) { app, call in try await app.handIn(call) },
  ]

  static let dryRun = APIField.optional(
    "dryRun", .truth, "chỉ xem trước, không ghi", "only tries, records nothing")

  static let inputsShape = APIShape.map(.text(500))

  static let outcomeShape = APIShape.named(
    "Outcome",
    .object([
      .needed("state", .choice(ItemState.names), "tình trạng", "its state"),
      .needed("points", .exact.orNull, "điểm; null khi chưa có", "its points, if it has any"),
    ]))

  private static let lineFields: [APIField] = [
    .needed("id", .word(.id)), .needed("title", .text(10_000)),
    .needed("area", .word(.id), "lĩnh vực", "its area"),
    .needed("maximum", .exact, "điểm tối đa", "its maximum"),
    .needed("scoredBy", .choice(of: ScoredBy.self), "nguồn điểm", "who gives the points"),
    .needed("claimed", outcomeShape, "điểm tự chấm", "claimed points"),
    .needed("computed", outcomeShape, "điểm tính từ số liệu", "computed points"),
    .needed("answered", .truth, "đã khai", "whether it is answered"),
    .needed("changed", .truth, "có sửa đổi chưa nộp", "whether something is not handed in"),
    .needed("edition", count, "số lần sửa của bản nháp", "the draft's edition"),
  ]

  private static let itemShape = APIShape.named(
    "Item",
    .object(
      lineFields + [
        .needed("guidance", .text(100_000).orNull, "hướng dẫn", "guidance"),
        .needed("why", .text(100_000), "vì sao được số điểm này", "why it has its points"),
        .needed("inputs", .list(.named("Input", .object(inputFields)), 1_000)),
        .needed("answer", .named("Answer", .object(answerFields)), "nội dung khai", "what is said"),
        .needed("draft", .nullable(savedShape), "bản nháp", "its draft"),
        .needed("findings", .list(findingShape, 100_000), "chỗ phải xem lại", "what was found"),
        .needed("requests", .list(count, 10_000), "yêu cầu giải trình", "requests to explain it"),
      ]))

  private static let sharedShape = APIShape.named(
    "SharedInputs",
    .object([
      .needed("edition", count, "số lần sửa của bản nháp", "the draft's edition"),
      .needed("inputs", .list(.named("Input", .object(inputFields)), 1_000)),
      .needed("answer", .map(.text(10_000)), "nội dung khai, theo tên", "what is said, by name"),
      .needed("draft", .nullable(savedShape), "bản nháp", "its draft"),
      .needed("findings", .list(findingShape, 100_000), "chỗ phải xem lại", "what was found"),
    ]))

  private static let inputFields: [APIField] = [
    .needed("name", .word(.id)), .needed("title", .text(10_000)),
    .needed("type", .choice(of: InputType.self), "kiểu", "its type"),
    .needed("unit", .text(1_000).orNull, "đơn vị tính", "in what it is counted"),
    .needed("options", .list(.word(.id), 1_000), "các lựa chọn", "what can be chosen"),
  ]

  private static let savedShape = APIShape.named(
    "Saved",
    .object([
      .needed("edition", count), .needed("author", .text(64), "tài khoản lưu", "who saved it"),
      .needed("saved", .word(.time), "lúc lưu", "when"),
    ]))

  /// Values are as files write them; what was typed in a page and cannot be read stays as it is.
  private static let answerFields: [APIField] = [
    .needed("inputs", .map(.text(10_000)), "số liệu, theo tên", "inputs by name"),
    .needed("points", .text(10_000), "điểm tự chấm, khi khác điểm tính", "own points"),
    .needed("notApplicable", .text(10_000), "lý do không áp dụng", "why it does not apply"),
    .needed("note", .text(10_000), "thuyết minh", "the explanation"),
    .needed("evidence", .list(.named("CitedDocument", .object(citedFields)), 10_000)),
  ]

  private static let citedFields: [APIField] = [
    .needed("document", .word(.document)), .needed("section", .text(10_000)),
    .needed("pages", .text(10_000)),
  ]

  private static let draftShape = APIShape.named(
    "Draft",
    .object([
      .needed("edition", count, "số lần sửa đã xem", "the edition that was seen"),
      .optional("inputs", inputsShape, "số liệu, theo tên", "inputs by name"),
      .optional("points", .text(500), "điểm tự chấm, khi khác điểm tính", "own points"),
      .optional("notApplicable", .text(500), "lý do không áp dụng", "why it does not apply"),
      .optional("note", .text(4_000), "thuyết minh", "the explanation"),
      .optional(
        "evidence", .list(.named("Citation", .object(citationFields)), AnswerForm.mostCitations),
        "tài liệu được dẫn", "documents that it cites"),
    ]))

  private static let citationFields: [APIField] = [
    .needed("document", .word(.document), "mã trong danh mục", "its id on the shelf"),
    .optional("section", .text(200), "mục", "the section"),
    .optional("pages", .text(200), "trang", "the pages"),
  ]

  static let findingShape = APIShape.named(
    "Finding",
    .object([
      .needed("item", .word(.id).orNull, "tiêu chí", "the item"),
      .needed(
        "pointer", .text(500), "chỗ trong nội dung khai, JSON pointer", "where in the answer"),
      .needed("code", .text(100), "mã ổn định", "a stable name"),
      .needed("severity", .choice(of: Severity.self), "mức độ", "how bad it is"),
      .needed("message", .text(100_000), "nội dung", "what is wrong"),
      .needed("help", .text(100_000).orNull, "cách sửa", "how to mend it"),
    ]))

  static let checkShape = APIShape.named(
    "Check",
    .object([
      .needed("ready", .truth, "nộp được", "whether it can be handed in"),
      .needed("submitted", .truth, "đã nộp", "whether it was handed in"),
      .needed("changed", .truth, "có sửa đổi chưa nộp", "whether something is not handed in"),
      .needed("answered", count, "số tiêu chí đã khai", "items with an answer"),
      .needed("items", count, "số tiêu chí phải khai", "items that want one"),
      .needed("claimed", .exact.orNull, "điểm tự chấm", "claimed points"),
      .needed("computed", .exact.orNull, "điểm tính từ số liệu", "computed points"),
      .needed("maximum", .exact.orNull, "tổng điểm tối đa áp dụng", "applicable maximum"),
      .needed("findings", .list(findingShape, 100_000), "chỗ phải xem lại", "what was found"),
    ]))
}

extension WebApplication {
  /// Saves what the body says as the form of the part's page would.
  fileprivate func save(_ call: APICall, part: String) throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
    let set = work.set
    let item = set.itemIndex(part).map { set.items[$0] }
    let known = Set((item?.inputs ?? set.sharedInputs).map { set.inputs[$0].name })
    let body = call.body
    var form: [String: String?] = [
      "version": String(body.whole("edition") ?? 0), AnswerForm.points: body.text("points"),
      AnswerForm.notApplicable: body.text("notApplicable"), AnswerForm.note: body.text("note"),
    ]
    let inputs = body.named("inputs")
    for (name, text) in inputs { form[AnswerForm.input(name)] = text }
    for (place, cited) in body.parts("evidence").enumerated() {
      form[AnswerForm.document(place)] = cited.text("document")
      form[AnswerForm.section(place)] = cited.text("section")
      form[AnswerForm.pages(place)] = cited.text("pages")
    }
    let strange = inputs.filter { !known.contains($0.name) }.map { input in
      APIFault(
        .body("/inputs/\(input.name)"), "unknown-input", "tiêu chí không có số liệu này",
        "the item has no such input")
    }
    guard item == nil && part != AnswerForm.shared || strange.isEmpty else {
      throw APIProblem(.unclear, strange)
    }
    switch try save(call.visit(saying: form), work, part) {
    case .missing, .unreadable: throw APIProblem.missing
    case .uncitable(let places):
      throw APIProblem(
        .unclear,
        places.map { place in
          APIFault(
            .body("/evidence/\(place)/document"), "unknown-document",
            "không có trong danh mục của đơn vị", "it is not on the unit's shelf")
        })
    case .conflict(_, let other):
      var problem = APIProblem(
        .conflict, "\(other.author) đã lưu nội dung khác; nội dung vừa gửi chưa lưu",
        "\(other.author) has saved something else; what was sent is not saved")
      problem.current = try ItemAnswers(work, call).part(part)
      throw problem
    case .saved:
      let work = try begin(call.visit, call.unit, .readAnswers(call.unit)).orProblem()
      return APIAnswer(try ItemAnswers(work, call).part(part))
    }
  }

  fileprivate func handIn(_ call: APICall) async throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, .handIn(call.unit)).orProblem()
    let check = ItemAnswers(work, call).check(self)
    if call.body.truth("dryRun") { return APIAnswer(["event": .null, "check": check]) }
    switch try await handIn(work, at: call.visit.now) {
    case nil:
      var problem = APIProblem(
        .conflict, "còn lỗi phải sửa nên chưa nộp được", "there are faults to be mended first")
      problem.current = check
      throw problem
    case .done(let event), .already(let event):
      return APIAnswer(["event": .whole(event), "check": check])
    case .refused(let problems): throw APIProblem(.refused, problems)
    }
  }
}
