internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store

/// A unit's shelf of evidence: its documents, each added, mended, taken off and opened.
extension APIOperation {
  static let ofDocuments = [
    APIOperation(
      id: "listDocuments", method: .get, path: "/units/{unit}/documents", tag: .unit,
      summary: Wording(vi: "Danh mục tài liệu kiểm chứng", en: "The shelf of evidence"),
      about: Wording(
        vi: "Người của đơn vị xem cả nội dung chưa nộp; người thẩm định xem nội dung đã nộp.",
        en: "The unit's people see what is not handed in yet, appraisers what is."),
      answers: documentsShape
    ) { app, call in try app.documents(call) },
    APIOperation(
      id: "addDocument", method: .post, path: "/units/{unit}/documents", tag: .unit,
      summary: Wording(vi: "Thêm tài liệu vào danh mục", en: "Add a document to the shelf"),
      about: Wording(
        vi:
          "Tài liệu có tệp thì tải tệp lên trước (`beginUpload`, `sendPiece`) rồi ghi số của lần tải ở `upload`; nếu không thì ghi `url` hoặc `shownInPerson`. Tệp được kiểm tra như khi thêm trên trang web. Gửi lại cùng một `upload` không thêm hai lần.",
        en:
          "The file of a document is sent before (`beginUpload`, `sendPiece`) and named by `upload`; without one there is a `url`, or it is `shownInPerson`. Files are checked as pages check them. The same `upload` twice is one document."
      ), body: .named("NewDocument", .object(typedFields + [uploadField])),
      answers: documentShape, mayConflict: true, mayBeUnclear: true, needsDisk: true
    ) { app, call in try await app.addDocument(call) },
    APIOperation(
      id: "changeDocument", method: .put, path: "/units/{unit}/documents/{document}", tag: .unit,
      summary: Wording(vi: "Sửa thông tin tài liệu", en: "Mend what is said of a document"),
      about: Wording(
        vi:
          "Thay toàn bộ thông tin, trừ tệp. `edition` là số lần sửa đã xem (0 khi chưa có nháp); người khác đã sửa thì trả 409 và không ghi đè.",
        en:
          "Replaces all that is said, but not the file. `edition` is the one that was seen (0 without a draft); where somebody else changed it, the answer is 409 and nothing is overwritten."
      ), body: .named("DocumentDraft", .object([seenEdition] + typedFields)),
      answers: documentShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in try app.changeDocument(call) },
    APIOperation(
      id: "removeDocument", method: .post, path: "/units/{unit}/documents/{document}/removal",
      tag: .unit, summary: Wording(vi: "Bỏ tài liệu khỏi danh mục", en: "Take a document off"),
      about: Wording(
        vi: "Tài liệu đang được dẫn thì chưa bỏ được.", en: "One that is cited stays."),
      body: .named("Removal", .object([seenEdition])), answers: documentsShape, mayConflict: true
    ) { app, call in try app.removeDocument(call) },
    APIOperation(
      id: "getDocumentFile", method: .get, path: "/units/{unit}/documents/{document}/file",
      tag: .unit, summary: Wording(vi: "Tệp của một tài liệu", en: "A document's file"),
      about: Wording(
        vi: "Như đã tải lên, từng byte. Ai xem được tài liệu thì mở được tệp.",
        en: "As it was sent, byte for byte, to whoever may see the document."),
      answers: .document, files: ["application/octet-stream"]
    ) { app, call in try app.documentFile(call) },
  ]

  static let seenEdition = APIField.needed(
    "edition", count, "số lần sửa đã xem", "the edition that was seen")

  private static let typedFields: [APIField] = [
    .needed("kind", .text(100), "loại tài liệu", "its kind"),
    .optional("number", .text(100), "số, ký hiệu", "its number"),
    .optional("date", .text(100), "ngày văn bản", "its date"),
    .optional("issuer", .text(100), "cơ quan ban hành", "who issued it"),
    .optional("title", .text(500), "trích yếu, tên gọi", "its title"),
    .optional("url", .text(500), "đường dẫn", "a link"),
    .optional("accessed", .text(100), "ngày truy cập đường dẫn", "when the link was looked at"),
    .optional("shownInPerson", .truth, "xuất trình trực tiếp", "whether it is shown in person"),
  ]

  private static let uploadField = APIField.optional(
    "upload", .word(.upload), "lần tải lên của tệp", "the upload of its file")

  private static let documentsShape = APIShape.named(
    "Documents", .object([.needed("documents", .list(documentShape, 100_000))]))
}

extension WebApplication {
  fileprivate func documents(_ call: APICall) throws -> APIAnswer {
    let work = try beginShelf(call.visit, call.unit).orProblem()
    return APIAnswer([
      "documents": .array(work.shelf.entries.map { call.document($0, work.work) })
    ])
  }

  fileprivate func addDocument(_ call: APICall) async throws -> APIAnswer {
    let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
    guard let folder = settings.evidence.folder else {
      throw APIProblem(ShelfRefusal(503, ShelfWords(call.frame).takesNone))
    }
    let visit = call.visit(saying: call.typedDocument)
    let upload = Upload(visit: visit, work: work, unit: call.unit, form: visit.form)
    do {
      let shelving = try await uploads.receive(by: work.account.login, settings.evidence) {
        try await shelve(nil, of: UploadReading(in: folder), upload)
      }
      switch shelving {
      case nil: throw APIProblem(ShelfRefusal(503, ShelfWords(call.frame).busy))
      case .added(let id): return try document(ShelfForm.address(of: id), call)
      case .refused(let refusal): throw APIProblem(refusal)
      }
    } catch let fault as UploadFault {
      throw APIProblem(refusal(for: fault, call.unit, call.frame))
    }
  }

  fileprivate func changeDocument(_ call: APICall) throws -> APIAnswer {
    let (entry, work) = try entry(call)
    let visit = call.visit(saying: call.typedDocument)
    let fields = fields(of: entry, from: visit.form, work, call.frame)
    let faults = ShelfForm.faults(
      fields, hasFile: !entry.document.file.isEmpty, call.frame)
    guard faults.isEmpty else {
      throw APIProblem(ShelfRefusal(422, call.frame.say("Chưa lưu.", "Not saved yet."), faults))
    }
    try save(fields, entry, work, call)
    return try document(entry.address, call)
  }

  fileprivate func removeDocument(_ call: APICall) throws -> APIAnswer {
    let (entry, work) = try entry(call)
    guard !isCited(entry, work) else {
      throw APIProblem(
        .conflict, "tài liệu đang được dẫn nên chưa bỏ được", "it is cited, so it stays")
    }
    try save([ShelfForm.removed: "1"], entry, work, call)
    forgetFile(of: entry.document, work, EvidencePlace(of: call.unit, in: work.snapshot))
    return try documents(call)
  }

  private func entry(_ call: APICall) throws -> (UnitShelf.Entry, UnitWork) {
    let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
    guard let entry = UnitShelf(work.drafted).entry(at: call.path["document"] ?? "") else {
      throw APIProblem.missing
    }
    return (entry, work)
  }

  private func save(
    _ fields: [String: String], _ entry: UnitShelf.Entry, _ work: UnitWork, _ call: APICall
  ) throws {
    let saving = try store.saveDraft(
      of: call.unit, part: ShelfForm.part(of: entry.document.id), fields,
      over: call.body.whole("edition") ?? 0, by: call.account.login, at: call.visit.now.seconds)
    guard case .conflict(let other) = saving else { return }
    var problem = APIProblem(
      .conflict, "\(other.author) đã sửa tài liệu này; nội dung vừa gửi chưa lưu",
      "\(other.author) has changed this document; what was sent is not saved")
    problem.current = call.document(entry, work)
    throw problem
  }

  /// The document as it stands now.
  private func document(_ address: String, _ call: APICall) throws -> APIAnswer {
    let work = try beginShelf(call.visit, call.unit).orProblem()
    guard let entry = work.shelf.entry(at: address) else { throw APIProblem.missing }
    return APIAnswer(call.document(entry, work.work))
  }

  fileprivate func documentFile(_ call: APICall) throws -> APIAnswer {
    let address = call.path["document"] ?? ""
    let work = try beginShelf(call.visit, call.unit, document: address).orProblem()
    guard let entry = work.shelf.entry(at: address), entry.digest != nil,
      let file = work.place.open(entry.document.file)
    else { throw APIProblem.missing }
    let ending = (try? FileKind(file))?.ending ?? "bin"
    return APIAnswer(
      file: .attachment(
        file, type: "application/octet-stream", name: "\(entry.address).\(ending)"))
  }
}

extension APICall {
  /// A document as the form of the shelf would send it.
  fileprivate var typedDocument: [String: String?] {
    var form: [String: String?] = [ShelfForm.pieces: body.text("upload")]
    for name in ShelfForm.typed { form[name] = body.text(name) }
    form[ShelfForm.shown] = body.truth("shownInPerson") ? "1" : nil
    return form
  }

  fileprivate func document(
    _ entry: UnitShelf.Entry, _ work: WebApplication.UnitWork?
  ) -> JSONValue {
    let document = entry.document
    let draft = work?.drafted.drafts[ShelfForm.part(of: document.id)]
    return [
      "id": .string(document.id), "address": .string(entry.address),
      "kind": .string(document.kind),
      "number": .string(document.number), "date": .string(document.date),
      "issuer": .string(document.issuer), "title": .string(document.title),
      "url": .string(document.url), "accessed": .string(document.accessed),
      "shownInPerson": .boolean(document.isShownInPerson), "sha256": .text(entry.digest),
      "items": .texts(entry.items), "changed": .boolean(entry.isChanged),
      "edition": .whole(draft?.version ?? 0),
    ]
  }
}
