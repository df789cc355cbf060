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
    ) { app, call in try await app.save(call, part: call.item) },
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
    ) { app, call in try await app.save(call, part: AnswerForm.shared) },
    APIOperation(
      id: "handIn", method: .post, path: "/units/{unit}/submissions", tag: .unit,
      summary: Wording(vi: "Ký và nộp bản tự chấm điểm", en: "Sign and hand in"),
      about: Wording(
        vi: "Thủ trưởng đơn vị. `dryRun`: chỉ kiểm tra. Nộp lại cùng nội dung không ghi hai lần.",
        en: "The unit's head. `dryRun`: only checks. The same files twice are one event."),
      body: .named(
        "Submission",
        .object([
          dryRun,
          .optional(
            "edition", .word(.digest), "bản đã kiểm tra; khác với lúc này thì không nộp",
            "what was checked; nothing is handed in where it is another by now"),
        ])),
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
}

extension WebApplication {
  /// Saves what the body says as the form of the part's page would.
  fileprivate func save(_ call: APICall, part: String) async throws -> APIAnswer {
    let work = try beginSaving(call.visit, call.unit).orProblem()
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
    switch try await save(call.visit(saying: form), work, part) {
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
      let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
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
    if let edition = call.body.text("edition"), edition != work.drafted.edition(work.set) {
      var problem = APIProblem(
        .conflict, "nội dung đã được sửa sau khi kiểm tra",
        "something was changed since it was checked")
      problem.current = check
      throw problem
    }
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
