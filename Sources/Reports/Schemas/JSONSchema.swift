internal import Diagnostics
internal import Grading

/// A JSON Schema (draft 2020-12) put together from the shapes that the file formats use.
struct JSONSchema {
  private(set) var members: [JSONValue.Member]

  init(_ value: JSONValue) {
    if case .object(let members) = value { self.members = members } else { members = [] }
  }

  var value: JSONValue { .object(members) }

  /// The same with one more keyword.
  func with(_ key: String, _ value: JSONValue) -> JSONSchema {
    var copy = self
    copy.members.removeAll { $0.key == key }
    copy.members.append(JSONValue.Member(key: key, value: value))
    return copy
  }

  func titled(_ title: String) -> JSONSchema { with("title", .string(title)) }

  private static func described(_ text: String?, _ value: JSONValue) -> JSONSchema {
    let schema = JSONSchema(value)
    return text.map { schema.with("description", .string($0)) } ?? schema
  }

  // MARK: Collections

  /// A mapping with fixed keys; any other key is a fault.
  static func mapping(
    _ text: String? = nil, required: [String] = [], _ properties: KeyValuePairs<String, JSONSchema>
  ) -> JSONSchema {
    mapping(text, required: required, properties.map { ($0.key, $0.value) })
  }

  static func mapping(
    _ text: String? = nil, required: [String] = [], _ properties: [(String, JSONSchema)]
  ) -> JSONSchema {
    var schema = described(text, ["type": "object"])
      .with(
        "properties", .object(properties.map { JSONValue.Member(key: $0.0, value: $0.1.value) }))
    if !required.isEmpty {
      schema = schema.with("required", .array(required.map(JSONValue.string)))
    }
    return schema.with("additionalProperties", false)
  }

  /// A mapping whose keys are the author's own names.
  static func names(
    _ text: String? = nil, of element: JSONSchema, pattern: String? = nil
  ) -> JSONSchema {
    let schema = described(text, ["type": "object"])
      .with("additionalProperties", element.value)
    return pattern.map { schema.with("propertyNames", ["pattern": .string($0)]) } ?? schema
  }

  static func list(_ text: String? = nil, of element: JSONSchema, atLeast: Int? = nil) -> JSONSchema
  {
    let schema = described(text, ["type": "array"]).with("items", element.value)
    return atLeast.map { schema.with("minItems", .number(String($0))) } ?? schema
  }

  static func any(_ text: String? = nil, _ schemas: JSONSchema...) -> JSONSchema {
    described(text, ["anyOf": .array(schemas.map(\.value))])
  }

  /// A shape that stands under `$defs`.
  static func ref(_ name: String, _ text: String? = nil) -> JSONSchema {
    described(text, ["$ref": .string("#/$defs/\(name)")])
  }

  // MARK: Scalars

  /// Text; a number without quotation marks is taken as text too.
  static func text(_ text: String? = nil) -> JSONSchema {
    described(text, ["type": ["string", "number"]])
  }

  /// Lower-case ASCII letters, digits and hyphens.
  static func slug(_ text: String? = nil) -> JSONSchema {
    described(text, ["type": "string", "pattern": "^[a-z0-9-]+$"])
  }

  static func whole(_ text: String? = nil, from low: Int? = nil, to high: Int? = nil) -> JSONSchema
  {
    var schema = described(text, ["type": "integer"])
    if let low { schema = schema.with("minimum", .number(String(low))) }
    if let high { schema = schema.with("maximum", .number(String(high))) }
    return schema
  }

  static func yesNo(_ text: String? = nil) -> JSONSchema {
    described(text, ["enum": ["yes", "no", "có", "không", true, false]])
  }

  /// One of an enumeration's names.
  static func choice<Choice>(_ text: String? = nil, of type: Choice.Type) -> JSONSchema
  where Choice: RawRepresentable<String> & CaseIterable {
    described(text, ["enum": .array(Choice.allCases.map { .string($0.rawValue) })])
  }

  /// One of an enumeration's names, each with what it means, which editors show.
  static func choice<Choice>(
    _ text: String? = nil, of type: Choice.Type, meaning: (Choice) -> Wording
  ) -> JSONSchema where Choice: RawRepresentable<String> & CaseIterable {
    choice(text, of: type)
      .with(
        "enumDescriptions", .array(Choice.allCases.map { .string(meaning($0).vietnamese) }))
  }

  /// `0.5`, `12`, `90%` or `5/3`.
  static func exact(_ text: String? = nil) -> JSONSchema {
    described(
      text,
      [
        "type": ["number", "string"],
        "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?(%|/[0-9]+(\\.[0-9]+)?)?$",
      ])
  }

  /// A share: `87.5%` or a fraction from 0 to 1.
  static func share(_ text: String? = nil) -> JSONSchema {
    described(
      text,
      [
        "type": ["number", "string"], "minimum": 0, "maximum": 1,
        "pattern": "^[0-9]+(\\.[0-9]+)?%$",
      ])
  }

  static func expression(_ text: String? = nil) -> JSONSchema {
    described(text, ["type": ["string", "number", "boolean"], "minLength": 1])
  }

  static func day(_ text: String? = nil) -> JSONSchema {
    described(text, ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"])
  }

  /// A day, with the time or without.
  static func moment(_ text: String? = nil) -> JSONSchema {
    described(
      text,
      ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2})?$"])
  }

  static func constant(_ value: String, _ text: String? = nil) -> JSONSchema {
    described(text, ["const": .string(value)])
  }

  /// The same, or nothing behind the key.
  var orBlank: JSONSchema {
    var copy = self
    for (place, member) in members.enumerated() {
      switch (member.key, member.value) {
      case ("type", .string):
        copy.members[place] = .init(key: "type", value: [member.value, "null"])
      case ("type", .array(let types)):
        copy.members[place] = .init(key: "type", value: .array(types + ["null"]))
      case ("enum", .array(let values)):
        copy.members[place] = .init(key: "enum", value: .array(values + [.null]))
      default: break
      }
    }
    return copy
  }

  // MARK: Files

  /// A whole file of a format.
  static func file(
    _ format: String, title: String, required: [String],
    _ properties: KeyValuePairs<String, JSONSchema>,
    definitions: KeyValuePairs<String, JSONSchema> = [:]
  ) -> JSONSchema {
    let own = [("format", constant("parindex/\(format)@1", "Định dạng và phiên bản của tệp."))]
    let body = mapping(required: ["format"] + required, own + properties.map { ($0.key, $0.value) })
    var schema = JSONSchema([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string("parindex:\(format)@1"), "title": .string(title),
    ])
    for member in body.members { schema = schema.with(member.key, member.value) }
    guard !definitions.isEmpty else { return schema }
    return schema.with(
      "$defs", .object(definitions.map { JSONValue.Member(key: $0.key, value: $0.value.value) }))
  }
}
