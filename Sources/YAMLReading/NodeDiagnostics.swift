package import Diagnostics

/// Every sentence about keys and values that are not as their format wants them.
///
/// `package`, because loaders find the same problems in places that no reader here knows.
extension Diagnostic {
  package static func unknownKey(_ key: YAMLNode, known: [String]) -> Diagnostic {
    let text = key.text ?? ""
    let known = known.enumerated().filter { known.firstIndex(of: $0.element) == $0.offset }
      .map(\.element)
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownKey, at: key.span,
      Wording(
        vi: "không có khóa `\(shortened(text))` ở đây",
        en: "the key `\(shortened(text))` is not known here"),
      expected: known.isEmpty ? nil : Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: text, among: known))
  }

  package static func missingKey(_ key: String, in mapping: YAMLNode) -> Diagnostic {
    // The first key, not the whole mapping: a mapping can be as long as the file.
    let place = mapping.entries.first { _ in true }?.key.span ?? mapping.span
    return Diagnostic(
      .missingKey, at: place,
      Wording(vi: "thiếu khóa `\(key)`", en: "the key `\(key)` is missing"),
      help: Wording(vi: "thêm `\(key)`", en: "add `\(key)`"))
  }

  package static func missingValue(_ key: YAMLNode) -> Diagnostic {
    let text = shortened(key.text ?? "")
    return Diagnostic(
      .missingKey, at: key.span,
      Wording(vi: "khóa `\(text)` chưa có giá trị", en: "the key `\(text)` has no value"),
      help: Wording(
        vi: "ghi giá trị sau dấu hai chấm", en: "write the value behind the colon"))
  }

  package static func wrongType(_ node: YAMLNode, expected kind: YAMLKind, key: String?)
    -> Diagnostic
  {
    let (vi, en) = subject(key)
    let got = node.kind.wording
    return Diagnostic(
      .wrongType, at: node.headSpan,
      Wording(vi: "\(vi) là \(got.vietnamese)", en: "\(en) is \(got.english)"),
      expected: kind.wording)
  }

  package static func noInteger(_ node: YAMLNode, key: String?) -> Diagnostic {
    badValue(
      node, key: key,
      expected: Wording(vi: "một số nguyên, ví dụ 12", en: "a whole number, like 12"),
      help: node.isQuoted ? Wording(vi: "bỏ dấu nháy", en: "remove the quotes") : nil)
  }

  package static func noYesNo(_ node: YAMLNode, key: String?) -> Diagnostic {
    badValue(node, key: key, expected: Wording(vi: "`yes` hoặc `no`", en: "`yes` or `no`"))
  }

  package static func badChoice(_ node: YAMLNode, key: String?, choices: [String]) -> Diagnostic {
    let list = choices.map { "`\($0)`" }.joined(separator: ", ")
    return badValue(
      node, key: key, expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: node.text ?? "", among: choices))
  }

  /// A scalar that is not what its key wants; `expected` says what would be.
  package static func badValue(
    _ node: YAMLNode, key: String?, expected: Wording, help: Wording? = nil
  ) -> Diagnostic {
    let (vi, en) = subject(key)
    let text = shortened(node.text ?? "")
    return Diagnostic(
      .badValue, at: node.headSpan,
      Wording(vi: "\(vi) không thể là `\(text)`", en: "\(en) cannot be `\(text)`"),
      expected: expected, help: help)
  }

  package static func unknownFormat(_ node: YAMLNode, understood: [String]) -> Diagnostic {
    let list = understood.map { "`\($0)`" }.joined(separator: ", ")
    let text = shortened(node.text ?? "")
    return Diagnostic(
      .unknownFormat, at: node.span,
      Wording(
        vi: "định dạng `\(text)` không được hiểu ở đây",
        en: "the format `\(text)` is not understood here"),
      expected: Wording(vi: list, en: list),
      help: NearestName.help(for: node.text ?? "", among: understood))
  }

  private static func subject(_ key: String?) -> (String, String) {
    guard let key else { return ("giá trị này", "this value") }
    return ("giá trị của `\(shortened(key))`", "the value of `\(shortened(key))`")
  }
}

extension YAMLKind {
  /// What people call it.
  package var wording: Wording {
    switch self {
    case .scalar: Wording(vi: "một giá trị đơn", en: "a single value")
    case .sequence: Wording(vi: "một danh sách", en: "a list")
    case .mapping: Wording(vi: "một nhóm khóa", en: "a mapping")
    }
  }
}

extension YAMLNode {
  /// The node's span; of a collection of several lines only the first child's beginning.
  package var headSpan: SourceSpan {
    let whole = span
    guard kind != .scalar, whole.start.line != whole.end.line else { return whole }
    let first = document.records[index + 1]
    let end =
      first.kind == .scalar && first.start.line == whole.start.line
      ? first.end
      : SourcePosition(line: Int(whole.start.line), column: Int(whole.start.column) + 1)
    return SourceSpan(file: whole.file, start: whole.start, end: end)
  }
}
