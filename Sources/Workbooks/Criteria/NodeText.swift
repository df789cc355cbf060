internal import Diagnostics
internal import YAMLReading

/// A node as text that reads back as the same node: short ones on one line, longer ones a line for
/// each part.
enum NodeText {
  /// A mapping has a line for each key, however short; anything else what it needs.
  /// - Parameter width: how long a line may be before it is divided.
  static func lines(_ node: YAMLNode, width: Int = 96) -> [String] {
    switch node.kind {
    case .mapping where node.count > 0: node.entries.flatMap { entry($0, width) }
    case .mapping, .sequence, .scalar: block(node, width)
    }
  }

  private static func entry(_ entry: (key: YAMLNode, value: YAMLNode), _ width: Int) -> [String] {
    let key = flow(entry.key)
    let short = "\(key): \(flow(entry.value))"
    guard short.count > width, entry.value.count > 0 else { return [short] }
    return ["\(key):"] + block(entry.value, width - 2).map { "  " + $0 }
  }

  private static func block(_ node: YAMLNode, _ width: Int) -> [String] {
    let short = flow(node)
    guard short.count > width, node.count > 0 else { return [short] }
    switch node.kind {
    case .scalar: return [short]
    case .mapping: return node.entries.flatMap { entry($0, width) }
    case .sequence:
      return node.elements.flatMap { element in
        block(element, width - 2).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
      }
    }
  }

  /// On one line.
  static func flow(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: scalar(node)
    case .sequence: "[\(node.elements.map(flow).joined(separator: ", "))]"
    case .mapping:
      "{\(node.entries.map { "\(flow($0.key)): \(flow($0.value))" }.joined(separator: ", "))}"
    }
  }

  private static func scalar(_ node: YAMLNode) -> String {
    guard let text = node.text else { return "" }
    if node.isNull { return "~" }
    return !node.isQuoted && isPlain(text) ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    var json = JSONWriter(indented: false)
    json.string(text)
    return json.text
  }

  /// Whether a text means itself without quotes, inside `[` and `{` too.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, last != " ", last != ":",
      first.isLetter || first.isNumber || "(/_.".contains(first)
        || (first == "-" && text.dropFirst().first?.isNumber == true)
    else { return false }
    return !text.contains(": ")
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -_/.()%=<>+*;:–".contains($0) }
  }
}
