internal import Diagnostics
internal import Grading
internal import Reports

extension APIProblem {
  static let type = "application/problem+json"

  /// - Parameters:
  ///   - names: what units and grounds are called, by id.
  ///   - folder: the round's, which nobody is told.
  func response(
    _ frame: PageFrame, _ names: [String: String], folder: String
  ) -> WebResponse {
    var json = JSONWriter(indented: false)
    document(frame, names, folder).write(to: &json)
    var response = WebResponse(code.status, type: APIProblem.type, json.bytes + [0x0A])
    response.headers.append(("content-language", frame.language.rawValue))
    response.headers += headers
    return response
  }

  private func document(
    _ frame: PageFrame, _ names: [String: String], _ folder: String
  ) -> JSONValue {
    func said(_ wording: Wording) -> JSONValue {
      let text = wording[frame.language].citing(from: folder)
      return .string(frame.sentence(frame.plain(text, names)))
    }
    var members: [JSONValue.Member] = [
      .init(key: "type", value: .string("urn:parindex:problem:\(code.rawValue)")),
      .init(key: "title", value: .string(title[frame.language])),
      .init(key: "status", value: .number(String(code.status))),
      .init(key: "code", value: .string(code.rawValue)), .init(key: "detail", value: said(detail)),
    ]
    if let rule { members.append(.init(key: "rule", value: said(rule))) }
    if let move { members.append(.init(key: "move", value: said(move))) }
    if !parts.isEmpty {
      members.append(
        .init(key: "errors", value: .array(parts.map { $0.json(said, folder) })))
    }
    if let current { members.append(.init(key: "current", value: current)) }
    return .object(members)
  }

  private var title: Wording {
    switch code {
    case .malformed: Wording(vi: "Nội dung không phải JSON", en: "The body is no JSON")
    case .invalid: Wording(vi: "Yêu cầu không đúng mô tả", en: "The request is not as described")
    case .noToken, .wrongToken: Wording(vi: "Chưa xác thực", en: "Not authenticated")
    case .notAllowed: Wording(vi: "Không được phép", en: "Not allowed")
    case .missing: Wording(vi: "Không có", en: "Not found")
    case .method: Wording(vi: "Phương thức không hỗ trợ", en: "Method not allowed")
    case .slow: Wording(vi: "Gửi quá chậm", en: "Too slow")
    case .conflict: Wording(vi: "Dữ liệu đã thay đổi", en: "Conflict")
    case .refused: Wording(vi: "Trái quy định của kỳ đánh giá", en: "Against the rules")
    case .files: Wording(vi: "Tệp của đơn vị có lỗi", en: "The unit's files have faults")
    case .tooLarge: Wording(vi: "Nội dung quá lớn", en: "Too large")
    case .mediaType: Wording(vi: "Loại nội dung không hỗ trợ", en: "Unsupported media type")
    case .unclear: Wording(vi: "Nội dung chưa hợp lệ", en: "It cannot be meant")
    case .held: Wording(vi: "Sai nhiều lần", en: "Too many failures")
    case .internalError: Wording(vi: "Máy chủ gặp sự cố", en: "Internal error")
    case .unavailable: Wording(vi: "Chưa dùng được", en: "Unavailable")
    case .full: Wording(vi: "Máy chủ hết chỗ chứa", en: "No room left")
    }
  }

  /// What every problem looks like.
  static let shape = APIShape.named(
    "Problem",
    .object([
      .needed("type", .text(200), "loại, dạng URN", "its kind, a URN"),
      .needed("title", .text(200), "tên gọi", "what it is called"),
      .needed("status", .whole(400...599), "mã trạng thái HTTP", "the HTTP status"),
      .needed(
        "code", .choice(Code.allCases.map(\.rawValue)), "mã ổn định", "a stable name"),
      .needed("detail", .text(100_000), "nội dung", "what is wrong"),
      .optional("rule", .text(100_000), "quy tắc bị vi phạm", "the rule that forbids it"),
      .optional("move", .text(100_000), "ai phải làm gì", "whose move it is"),
      .optional(
        "errors", .list(.named("Fault", .object(faultFields)), 100_000), "từng chỗ sai",
        "everything that is wrong"),
      .optional(
        "current", .document, "nội dung đang có (khi xung đột)",
        "what stands there now (of a conflict)"),
    ]))

  private static let faultFields: [APIField] = [
    .needed("code", .text(200), "mã ổn định", "a stable name"),
    .needed("detail", .text(100_000), "nội dung", "what is wrong"),
    .optional("pointer", .anyText, "chỗ sai, JSON pointer", "where in the body (RFC 6901)"),
    .optional("parameter", .text(200), "tham số sai", "which parameter"),
    .optional("rule", .text(100_000), "yêu cầu", "what was expected"),
    .optional("move", .text(100_000), "cách sửa", "how to mend it"),
    .optional("cell", .text(1_000), "ô của bảng tính", "which cell of a workbook"),
    .optional("place", .named("Place", .object(placeFields)), "chỗ trong tệp", "where in a file"),
  ]

  private static let placeFields: [APIField] = [
    .needed("path", .text(4_000)), .needed("line", .whole(1...1_000_000_000)),
    .needed("column", .whole(1...1_000_000_000)),
  ]
}

extension APIProblem.Part {
  fileprivate func json(_ said: (Wording) -> JSONValue, _ folder: String) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "code", value: .string(code)), .init(key: "detail", value: said(message)),
    ]
    switch place {
    case .body(let pointer): members.append(.init(key: "pointer", value: .string(pointer)))
    case .parameter(let name): members.append(.init(key: "parameter", value: .string(name)))
    case nil: break
    }
    if let rule { members.append(.init(key: "rule", value: said(rule))) }
    if let move { members.append(.init(key: "move", value: said(move))) }
    if let cell { members.append(.init(key: "cell", value: .string(cell))) }
    if let file {
      let place: JSONValue = [
        "path": .string(file.path.citing(from: folder)), "line": .number(String(file.line)),
        "column": .number(String(file.column)),
      ]
      members.append(.init(key: "place", value: place))
    }
    return .object(members)
  }
}
