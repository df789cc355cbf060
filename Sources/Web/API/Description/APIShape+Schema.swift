internal import Diagnostics
internal import Reports

extension APIShape {
  /// Letters that texts hold: everything that people write, with line ends and tabs.
  private static let letters =
    "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF]*$"

  static let exactPattern = "^-?[0-9]+(\\.[0-9]+)?(/[1-9][0-9]*)?$"

  /// As a JSON Schema (draft 2020-12), which OpenAPI 3.1 uses.
  var schema: JSONValue {
    switch self {
    case .text(let longest):
      ["type": "string", "maxLength": .number(String(longest)), "pattern": .string(Self.letters)]
    case .anyText: ["type": "string"]
    case .word(let word):
      [
        "type": "string", "minLength": 1, "maxLength": .number(String(word.longest)),
        "pattern": .string(word.pattern),
      ]
    case .exact:
      ["type": "string", "maxLength": 400, "pattern": .string(Self.exactPattern)]
    case .whole(let range):
      [
        "type": "integer", "minimum": .number(String(range.lowerBound)),
        "maximum": .number(String(range.upperBound)),
      ]
    case .truth: ["type": "boolean"]
    case .choice(let choices):
      ["type": "string", "enum": .array(choices.map(JSONValue.string))]
    case .list(let element, let most):
      ["type": "array", "items": element.schema, "maxItems": .number(String(most))]
    case .map(let element):
      [
        "type": "object", "additionalProperties": element.schema,
        "propertyNames": APIShape.word(.id).schema,
      ]
    case .object(let fields): APIShape.schema(of: fields)
    case .nullable(let shape): shape.nullableSchema
    case .named(let name, _): ["$ref": .string("#/components/schemas/\(name)")]
    case .document: ["type": "object"]
    }
  }

  private static func schema(of fields: [APIField]) -> JSONValue {
    var members: [JSONValue.Member] = [.init(key: "type", value: "object")]
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { members.append(.init(key: "required", value: .array(required))) }
    members.append(
      .init(
        key: "properties",
        value: .object(fields.map { .init(key: $0.name, value: $0.schema) })))
    members.append(.init(key: "additionalProperties", value: false))
    return .object(members)
  }

  private var nullableSchema: JSONValue {
    guard case .object(var members) = schema, case .string(let type)? = schema["type"] else {
      return ["anyOf": [schema, ["type": "null"]]]
    }
    for place in members.indices {
      switch (members[place].key, members[place].value) {
      case ("type", _): members[place] = .init(key: "type", value: [.string(type), "null"])
      case ("enum", .array(let choices)):
        members[place] = .init(key: "enum", value: .array(choices + [.null]))
      default: break
      }
    }
    return .object(members)
  }

  /// Everything that is described under a name within it, the innermost first.
  func definitions(_ found: inout [(name: String, schema: JSONValue)]) {
    switch self {
    case .text, .anyText, .word, .exact, .whole, .truth, .choice, .document: break
    case .list(let shape, _), .map(let shape), .nullable(let shape): shape.definitions(&found)
    case .object(let fields): for field in fields { field.shape.definitions(&found) }
    case .named(let name, let shape):
      shape.definitions(&found)
      if !found.contains(where: { $0.name == name }) { found.append((name, shape.schema)) }
    }
  }
}

extension APIField {
  fileprivate var schema: JSONValue {
    guard let about, case .object(let members) = shape.schema else { return shape.schema }
    return .object(members + [.init(key: "description", value: .string(about.both))])
  }
}

extension Wording {
  /// Both languages, Vietnamese first, as descriptions have them.
  var both: String { "\(vietnamese) / \(english)" }
}
