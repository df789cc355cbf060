internal import Diagnostics
internal import Reports

/// The API as OpenAPI 3.1 describes it, made from the table of operations that requests are led by.
enum APIDescription {
  static let root = "/api/v1"
  static let version = "1.0.0"

  /// The same bytes for the same table.
  static let bytes: [UInt8] = {
    var json = JSONWriter()
    document.write(to: &json)
    return json.bytes + [0x0A]
  }()

  private static var document: JSONValue {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "PARIndex API", "version": .string(version), "description": .string(about.both),
      ],
      "servers": [["url": .string(root)]],
      "security": [["token": []]],
      "tags": .array(
        APITag.allCases.map {
          ["name": .string($0.rawValue), "description": .string($0.about.both)]
        }),
      "paths": paths,
      "components": [
        "securitySchemes": [
          "token": [
            "type": "http", "scheme": "bearer",
            "description": .string(tokens.both),
          ]
        ],
        "schemas": schemas, "responses": responses,
      ],
    ]
  }

  private static let about = Wording(
    vi: """
      Những việc làm được trong trình duyệt, cho chương trình. Quyền do máy chủ quyết định như với trang web. \
      Điểm, tỷ lệ và số liệu là chuỗi thập phân chính xác ("81.33", hoặc "5/3" khi không viết được bằng số thập phân hữu hạn), như trong kết quả của dòng lệnh; số thứ tự, thứ hạng và số đếm là số nguyên. \
      Ngày giờ theo giờ Việt Nam, dạng ISO. Gửi lại cùng một nội dung không ghi hai lần: bản nháp mang số lần sửa (`edition`), các việc khác mang số của sự kiện cuối cùng đã xem (`seen`). \
      Ngôn ngữ theo Accept-Language: vi (mặc định) hoặc en. Lỗi theo RFC 9457.
      """,
    en: """
      The acts of the browser, for programs; the server decides about rights as it does for pages. \
      Points, shares and figures are exact decimal strings ("81.33", or "5/3" where no decimal ends), as in the command line's results; numbers of events, places and counts are integers. \
      Times are local to Vietnam, in ISO form. What is sent twice is not recorded twice: drafts carry the edition that they replace (`edition`), other acts the number of the last event that was seen (`seen`). \
      Accept-Language chooses vi (the default) or en. Problems are as in RFC 9457.
      """)

  private static let tokens = Wording(
    vi: "Mã truy cập gắn với một tài khoản, do `parindex-serve account token` cấp.",
    en: "A token that acts for an account; `parindex-serve account token` makes it.")

  private static var paths: JSONValue {
    var members: [JSONValue.Member] = []
    var done: Set<String> = []
    for operation in APIOperation.all where done.insert(operation.path).inserted {
      let own = APIOperation.all.filter { $0.path == operation.path }
      members.append(
        .init(
          key: operation.path,
          value: .object(own.map { .init(key: $0.method.rawValue, value: $0.described) })))
    }
    return .object(members)
  }

  /// In the order of their names.
  private static var schemas: JSONValue {
    var found: [(name: String, schema: JSONValue)] = []
    APIProblem.shape.definitions(&found)
    for operation in APIOperation.all {
      operation.body?.definitions(&found)
      if operation.files.isEmpty { operation.answers.definitions(&found) }
    }
    return .object(
      found.sorted { $0.name < $1.name }.map { .init(key: $0.name, value: $0.schema) })
  }

  /// By status: several codes can share one.
  private static var responses: JSONValue {
    let described = APIOperation.all.flatMap(\.problems).map(\.status)
    return .object(
      Set(described).sorted().map { .init(key: name(of: $0), value: response($0)) })
  }

  static func name(of status: Int) -> String { "Problem\(status)" }

  private static func response(_ status: Int) -> JSONValue {
    let codes = APIProblem.Code.allCases.filter { $0.status == status }.map(\.rawValue)
    var members: [JSONValue.Member] = [
      .init(key: "description", value: .string(codes.joined(separator: ", ")))
    ]
    let header: (String, JSONValue)? =
      switch status {
      case 401: ("WWW-Authenticate", ["schema": ["type": "string"]])
      case 429: ("Retry-After", ["schema": ["type": "integer"]])
      default: nil
      }
    if let header {
      members.append(
        .init(key: "headers", value: .object([.init(key: header.0, value: header.1)])))
    }
    members.append(
      .init(
        key: "content",
        value: .object([
          .init(key: APIProblem.type, value: ["schema": APIProblem.shape.schema])
        ])))
    return .object(members)
  }
}

extension APIOperation {
  fileprivate var described: JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "operationId", value: .string(id)),
      .init(key: "tags", value: [.string(tag.rawValue)]),
      .init(key: "summary", value: .string(summary.both)),
      .init(key: "description", value: .string(about.both)),
    ]
    if isPublic { members.append(.init(key: "security", value: [])) }
    let parameters = ofPath.map { ($0, "path") } + query.map { ($0, "query") }
    if !parameters.isEmpty {
      members.append(
        .init(key: "parameters", value: .array(parameters.map { $0.0.described(in: $0.1) })))
    }
    if let body {
      members.append(
        .init(
          key: "requestBody",
          value: [
            "required": true, "content": ["application/json": ["schema": body.schema]],
          ]))
    }
    if takesBytes {
      members.append(
        .init(
          key: "requestBody",
          value: [
            "required": true,
            "content": .object([.init(key: APIOperation.bytes, value: APIOperation.binary)]),
          ]))
    }
    let answered: [JSONValue.Member] =
      files.isEmpty
      ? [.init(key: "application/json", value: ["schema": answers.schema])]
      : files.map { .init(key: $0, value: APIOperation.binary) }
    var responses: [JSONValue.Member] = [
      .init(
        key: "200",
        value: ["description": .string(summary.both), "content": .object(answered)])
    ]
    for status in Set(problems.map(\.status)).sorted() {
      let name = APIDescription.name(of: status)
      responses.append(
        .init(key: String(status), value: ["$ref": .string("#/components/responses/\(name)")]))
    }
    members.append(.init(key: "responses", value: .object(responses)))
    return .object(members)
  }

  static let bytes = "application/octet-stream"
  private static let binary: JSONValue = ["schema": ["type": "string", "format": "binary"]]

  /// The parameters of its path, in their order.
  var ofPath: [APIParameter] {
    segments.compactMap { segment in
      guard case .parameter(let name) = segment else { return nil }
      return APIParameter.ofPaths.first { $0.name == name }
    }
  }
}

extension APIParameter {
  fileprivate func described(in place: String) -> JSONValue {
    [
      "name": .string(name), "in": .string(place), "required": .boolean(place == "path"),
      "description": .string(about.both), "schema": shape.schema,
    ]
  }
}
