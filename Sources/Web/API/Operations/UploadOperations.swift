internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

/// Files of evidence, whole or in pieces, before they are documents.
extension APIOperation {
  static let ofUploads = [
    APIOperation(
      id: "beginUpload", method: .post, path: "/units/{unit}/uploads", tag: .unit,
      summary: Wording(vi: "Bắt đầu tải một tệp lên", en: "Begin to send a file"),
      about: Wording(
        vi:
          "Trả số của lần tải, giữ một ngày. Báo trước `sha256` thì tệp được đối chiếu khi xong, và báo lại cùng tệp là tải tiếp lần trước. Mỗi tài khoản giữ được ít lần tải dở; lần mới thay lần cũ nhất.",
        en:
          "Gives the upload's id, which stays for a day. With its `sha256` the file is held against it in the end, and the same file once more goes on with the former upload. An account has few of them: a new one takes the place of its oldest."
      ),
      body: .named(
        "NewUpload",
        .object([
          .needed("name", .text(100), "tên tệp", "the file's name"),
          .needed("size", .whole(1...1_000_000_000), "số byte", "its bytes"),
          .optional("sha256", .word(.digest), "mã SHA-256", "its SHA-256"),
        ])), answers: uploadShape, mayConflict: true, mayBeUnclear: true
    ) { app, call in
      let promised = WebApplication.Promised(
        name: call.body.text("name") ?? "?", size: call.body.whole("size") ?? 0,
        sha256: call.body.text("sha256"))
      switch try app.begin(promised, app.upload(call)) {
      case .success(let pieces): return APIAnswer(call.upload(pieces))
      case .failure(let refusal): throw APIProblem(refusal)
      }
    },
    APIOperation(
      id: "getUpload", method: .get, path: "/units/{unit}/uploads/{upload}", tag: .unit,
      summary: Wording(vi: "Đã tải được bao nhiêu", en: "How much of a file is there"),
      about: Wording(
        vi: "Sau khi đứt kết nối: tải tiếp từ `received`.",
        en: "After a connection broke: go on from `received`."), answers: uploadShape
    ) { app, call in APIAnswer(call.upload(try app.pieces(call))) },
    APIOperation(
      id: "sendPiece", method: .put, path: "/units/{unit}/uploads/{upload}", tag: .unit,
      summary: Wording(vi: "Gửi một phần, hay cả tệp", en: "Send a piece, or all of a file"),
      about: Wording(
        vi:
          "`offset` phải là số byte máy chủ đang có; khác thì trả 409 cùng `current`. Kết nối đứt thì phần đã đến vẫn giữ.",
        en:
          "`offset` has to be how much the server has; where it is not, the answer is 409 with `current`. What came before a connection broke stays."
      ),
      query: [
        APIParameter(
          "offset", .whole(0...1_000_000_000), "từ byte thứ mấy; bỏ trống là từ đầu",
          "where it begins; 0 where it is left out")
      ], takesBytes: true, answers: uploadShape, mayConflict: true, needsDisk: true
    ) { app, call in try await app.sendPiece(call) },
  ]

  private static let uploadShape = APIShape.named(
    "Upload",
    .object([
      .needed("upload", .word(.upload), "số của lần tải", "its id"),
      .needed("name", .text(10_000), "tên tệp", "the file's name"),
      .needed("size", count, "số byte của cả tệp", "all of its bytes"),
      .needed("received", count, "số byte đã có", "how many are there"),
      .needed(
        "document", .word(.document).orNull, "tài liệu đã thành", "the document that it became"),
    ]))
}

extension WebApplication {
  fileprivate func upload(_ call: APICall) throws -> Upload {
    let work = try begin(call.visit, call.unit, .editAnswers(call.unit)).orProblem()
    return Upload(visit: call.visit, work: work, unit: call.unit)
  }

  fileprivate func pieces(_ call: APICall) throws -> Pieces {
    guard let pieces = try pieces(call.path["upload"] ?? "", upload(call)) else {
      throw APIProblem.missing
    }
    return pieces
  }

  fileprivate func sendPiece(_ call: APICall) async throws -> APIAnswer {
    let words = ShelfWords(call.frame)
    let pieces = try pieces(call)
    let offset = call.query["offset"].flatMap(APIShape.whole) ?? 0
    guard let stream = call.visit.request.stream else {
      throw APIProblem(.mediaType, "chưa có nội dung", "there is no body")
    }
    let outcome: PieceOutcome?
    do {
      outcome = try await write(stream, at: offset, to: pieces, upload(call))
    } catch let problem as ReceivedFile.Unwritable {
      throw APIProblem(refusal(for: .unwritable(problem), call.unit, call.frame))
    } catch is BodyStream.Failure {
      throw APIProblem(ShelfRefusal(408, words.slow))
    }
    func there(_ received: Int) -> JSONValue {
      call.upload(Pieces(upload: pieces.upload, received: received))
    }
    switch outcome {
    case nil: throw APIProblem(ShelfRefusal(503, words.busy))
    case .gone: throw APIProblem.missing
    case .received(let count): return APIAnswer(there(count))
    case .elsewhere(let count):
      var problem = APIProblem(
        .conflict, "máy chủ đang có \(count) byte", "the server has \(count) bytes")
      problem.current = there(count)
      throw problem
    case .busy(let count):
      var problem = APIProblem(
        .conflict, "một phần khác của tệp đang được gửi", "another piece of it is coming in")
      problem.current = there(count)
      throw problem
    case .tooLong(let count):
      var problem = APIProblem(
        .tooLarge, "tệp sẽ dài hơn đã báo", "the file would be longer than was said")
      problem.current = there(count)
      throw problem
    }
  }
}

extension APICall {
  fileprivate func upload(_ pieces: WebApplication.Pieces) -> JSONValue {
    let upload = pieces.upload
    return [
      "upload": .string(upload.id), "name": .string(upload.name), "size": .whole(upload.size),
      "received": .whole(pieces.received), "document": .text(upload.document),
    ]
  }
}
