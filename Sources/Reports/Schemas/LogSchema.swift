internal import EventLog

/// `parindex/log@1`: what `log --format json` writes; `#/$defs/event` is a line of `events.jsonl`.
///
/// Which keys an event must have and may have comes from the tables that the reader itself uses.
var logSchema: JSONSchema {
  JSONSchema.file(
    "log", title: "Nhật ký của kỳ đánh giá", required: ["seal", "events"],
    [
      "seal": JSONSchema(["type": ["string", "null"], "pattern": "^[1-9][0-9]*:[0-9a-f]{64}$"])
        .with("description", "Mã niêm phong: số sự kiện và mã của sự kiện cuối."),
      "events": .list("Các sự kiện, mỗi sự kiện là một dòng của events.jsonl.", of: .ref("event")),
    ],
    definitions: [
      "event": eventSchema,
      "id": JSONSchema([
        "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[A-Za-z0-9._/-]+$",
      ]),
      "ids": JSONSchema([
        "type": "array", "items": ["$ref": "#/$defs/id"], "minItems": 1, "uniqueItems": true,
      ]),
      "words": JSONSchema(["type": "string", "minLength": 1]),
      "number": .whole(from: 1),
      "digest": JSONSchema(["type": "string", "pattern": "^[0-9a-f]{64}$"]),
      "value": .any(
        "Điểm, số liệu, trạng thái, hoặc đầu vào theo tên.", .ref("words"),
        .names(of: .ref("words"))),
    ])
}

/// One event: its keys, then what its kind and its decision ask of them.
private var eventSchema: JSONSchema {
  let ofDecisions = Set(EventDecision.allCases.flatMap(\.takes))
  let kinds = EventKind.allCases.map { kind in
    let own = Set(EventKey.everywhere + EventKey.anywhere + kind.needs + kind.takes)
    let decides = own.contains(.decision)
    return condition(
      .kind, kind.rawValue, needs: kind.needs,
      allowed: EventKey.allCases.filter { own.contains($0) || decides && ofDecisions.contains($0) },
      withDecision: decides ? EventKey.allCases.filter(ofDecisions.subtracting(own).contains) : [],
      needsSubject: kind.needsSubject)
  }
  let decisions = EventDecision.allCases.map { decision in
    let refused = ofDecisions.subtracting(decision.takes)
    return condition(
      .decision, decision.rawValue, needs: [.unit] + decision.needs,
      allowed: EventKey.allCases.filter { !refused.contains($0) }, needsSubject: true)
  }
  let first: JSONValue = [
    "if": ["properties": ["sequence": ["const": 1]]],
    "then": ["properties": ["kind": ["const": "opened"], "previous": false]],
    "else": ["required": ["previous"], "properties": ["kind": ["not": ["const": "opened"]]]],
  ]
  return JSONSchema.mapping(
    "Một sự kiện.", required: EventKey.everywhere.map(\.rawValue),
    EventKey.allCases.map { ($0.rawValue, $0.schema) }
  )
  .with("allOf", .array([first] + kinds + decisions))
}

/// - Parameter withDecision: keys that may be there only beside a decision.
private func condition(
  _ key: EventKey, _ value: String, needs: [EventKey], allowed: [EventKey],
  withDecision: [EventKey] = [], needsSubject: Bool
) -> JSONValue {
  func names(_ keys: [EventKey]) -> JSONValue { .array(keys.map { .string($0.rawValue) }) }
  var then = JSONSchema(["propertyNames": ["enum": names(allowed)]])
  if !needs.isEmpty { then = then.with("required", names(needs)) }
  if !withDecision.isEmpty {
    let members = withDecision.map {
      JSONValue.Member(key: $0.rawValue, value: names([.decision]))
    }
    then = then.with("dependentRequired", .object(members))
  }
  if needsSubject {
    then = then.with("oneOf", [["required": ["item"]], ["required": ["figure"]]])
  }
  let isSo: JSONValue = .object([
    .init(key: "required", value: names([key])),
    .init(
      key: "properties",
      value: .object([.init(key: key.rawValue, value: ["const": .string(value)])])),
  ])
  return ["if": isSo, "then": then.value]
}

extension EventKey {
  fileprivate var schema: JSONSchema {
    switch self {
    case .answers: .ref("number", "Số của sự kiện được trả lời.")
    case .approvedBy: .ref("id", "Người duyệt thứ hai.")
    case .attendance: .ref("ids", "Những người dự họp.")
    case .basis: .ref("words", "Căn cứ pháp lý.")
    case .beyondRule: JSONSchema(["const": true]).with("description", "Điểm ngoài cách chấm.")
    case .by: .ref("id", "Người thực hiện, theo people.yaml.")
    case .decision: .choice("Quyết định.", of: EventDecision.self)
    case .documents: .ref("ids", "Tài liệu bị loại hoặc được hỏi.")
    case .due: .moment("Hạn trả lời.")
    case .evidence: .ref("ids", "Tài liệu làm căn cứ.")
    case .figure: .ref("id", "Tên số liệu.")
    case .files:
      .names("Mã SHA-256 của tệp, theo đường dẫn từ thư mục của kỳ.", of: .ref("digest"))
        .with("minProperties", 1)
    case .format: .constant(LogOpening.format, "Chỉ có ở sự kiện đầu.")
    case .from: .ref("value", "Trước đó.")
    case .ground: .ref("id", "Lý do trong danh mục của kỳ.")
    case .item: .ref("id", "Mã tiêu chí.")
    case .kind: .choice("Loại sự kiện.", of: EventKind.self)
    case .previous: .ref("digest", "Mã của dòng trước.")
    case .role: .ref("id", "Vai trò.")
    case .round: .ref("id", "Mã kỳ đánh giá; chỉ có ở sự kiện đầu.")
    case .sequence: .ref("number", "Số thứ tự, từ 1, không cách quãng.")
    case .stage: .ref("id", "Bước của quy trình.")
    case .text: .ref("words", "Lời nêu lý do, giải trình, biên bản.")
    case .time:
      JSONSchema([
        "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$",
      ]).with("description", "Thời điểm, đến giây.")
    case .to: .ref("value", "Sau đó.")
    case .unit: .ref("id", "Mã cơ quan, đơn vị.")
    case .vote:
      .mapping(
        "Kết quả biểu quyết.", required: ["abstaining", "against", "for"],
        ["abstaining": count, "against": count, "for": count])
    }
  }

  private var count: JSONSchema { JSONSchema(["type": "string", "pattern": "^(0|[1-9][0-9]*)$"]) }
}
