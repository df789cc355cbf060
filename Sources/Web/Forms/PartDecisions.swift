internal import Diagnostics
internal import Loading
internal import Reports
internal import Workbooks

/// What is said in one go, and the last event that its sender saw.
struct PartDecisions: Sendable {
  /// The field that carries it from the page to its confirmation.
  static let field = "phan"

  let seen: Int
  let all: [PartDecision]

  init(seen: Int, _ all: [PartDecision]) {
    self.seen = seen
    self.all = all
  }

  /// What a page of ours carries; nil: it is none, whatever it is.
  /// - Parameter events: how many the log has.
  init?(_ text: String, events: Int) {
    guard case .success(let value) = JSONText.foreignValue(Array(text.utf8)),
      case .object(let members) = value, members.count == 2,
      case .number(let digits)? = value["seen"], let seen = Int(digits),
      (0...events).contains(seen),
      case .array(let rows)? = value["rows"], !rows.isEmpty, rows.count <= PartReader.most
    else { return nil }
    let all = rows.compactMap(PartDecision.init)
    guard all.count == rows.count, Set(all.map(\.matter)).count == all.count else { return nil }
    self.init(seen: seen, all)
  }

  var text: String {
    let value = JSONValue.object([
      .init(key: "seen", value: .number(String(seen))),
      .init(key: "rows", value: .array(all.map(\.json))),
    ])
    var json = JSONWriter(indented: false)
    value.write(to: &json)
    return json.text
  }
}
