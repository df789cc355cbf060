package import Diagnostics

/// A JSON value whose members keep their order.
package indirect enum JSONValue: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  case object([Member])
  case array([JSONValue])
  case string(String)
  /// Digits as they are to stand there.
  case number(String)
  case boolean(Bool)
  case null

  package func write(to json: inout JSONWriter) {
    switch self {
    case .object(let members):
      json.object { own in
        for member in members { own.member(member.key) { member.value.write(to: &$0) } }
      }
    case .array(let elements):
      json.array { own in for element in elements { element.write(to: &own) } }
    case .string(let text): json.string(text)
    case .number(let digits): json.number(digits)
    case .boolean(let truth): json.boolean(truth)
    case .null: json.null()
    }
  }

  /// The member of an object; nil for anything else.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
}
