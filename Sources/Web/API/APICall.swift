internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

/// A request of the API that is as it is described, from somebody with an account.
struct APICall: Sendable {
  var visit: Visit
  let account: Account
  let rights: Rights
  let snapshot: RoundSnapshot
  /// By the parameters' names.
  let path: [String: String]
  let query: [String: String]
  let body: APIBody

  var frame: PageFrame { visit.frame }
  var unit: String { path["unit"] ?? "" }
  var item: String { path["item"] ?? "" }
  var matter: ItemOfUnit { ItemOfUnit(unit: unit, item: item) }
  var page: Int { query["page"].flatMap(APIShape.whole) ?? 1 }

  /// Goes on when the account may do it; else it is noted and told.
  func need(_ act: Act, _ application: WebApplication) throws {
    if let hindrance = try application.hindrance(visit, of: act) { throw APIProblem(hindrance) }
  }

  /// The visit with a form that says what a page's form would.
  func visit(saying form: [String: String?]) -> Visit {
    var visit = visit
    visit.form = FormFields(values: form.compactMapValues(\.self).filter { !$0.value.isEmpty })
    return visit
  }
}

/// The members of a body, of the described shape.
struct APIBody: Sendable {
  let value: JSONValue

  /// A text as forms bring it: composed, without blanks around it; nil: none, or empty.
  func text(_ name: String) -> String? {
    guard case .string(let text)? = value[name] else { return nil }
    let clean = FormReading.text(plain: Array(text.utf8)) ?? ""
    return clean.isEmpty ? nil : clean
  }

  func whole(_ name: String) -> Int? {
    guard case .number(let digits)? = value[name] else { return nil }
    return APIShape.whole(digits)
  }

  func truth(_ name: String) -> Bool { value[name] == .boolean(true) }

  func texts(_ name: String) -> [String] {
    guard case .array(let elements)? = value[name] else { return [] }
    return elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// Texts by names, in their order.
  func named(_ name: String) -> [(name: String, text: String)] {
    guard case .object(let members)? = value[name] else { return [] }
    return members.map { ($0.key, APIBody(value: .object([$0])).text($0.key) ?? "") }
  }

  func parts(_ name: String) -> [APIBody] {
    guard case .array(let elements)? = value[name] else { return [] }
    return elements.map(APIBody.init)
  }

  func part(_ name: String) -> APIBody? {
    guard case .object? = value[name] else { return nil }
    return value[name].map(APIBody.init)
  }
}

/// What the API answers when all went well.
struct APIAnswer: Sendable {
  var status = 200
  var body: [UInt8] = []
  /// Comes in the place of JSON.
  var file: WebResponse?

  init(_ value: JSONValue) {
    var json = JSONWriter(indented: false)
    value.write(to: &json)
    body = json.bytes + [0x0A]
  }

  init(file: WebResponse) { self.file = file }

  /// A document of the command line's own.
  init(_ bytes: [UInt8]) { body = bytes }
}

extension JSONValue {
  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
  static func whole(_ number: Int) -> JSONValue { .number(String(number)) }
  static func exact(_ number: Exact?) -> JSONValue { .text(number?.canonicalText) }
  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
