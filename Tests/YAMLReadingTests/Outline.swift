import Diagnostics

@testable import YAMLReading

/// What reading a text gave, one node a line: its span, its kind or text, its children indented.
func outline(_ text: String, limits: YAMLLimits = YAMLLimits()) -> String {
  outline(readYAML(SourceText(path: "a.yaml", text), limits: limits))
}

func outline(_ result: YAMLReadingResult) -> String {
  var lines = result.document.map { outline($0.root, indent: "") } ?? "no document\n"
  for diagnostic in result.diagnostics {
    let start = diagnostic.primary.span.start
    lines += "\(diagnostic.code.rawValue) \(start.line):\(start.column) "
    lines += diagnostic.message.english + "\n"
  }
  return lines
}

private func outline(_ node: YAMLNode, indent: String) -> String {
  let span = node.span
  let place = "\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column)"
  if let text = node.text {
    return "\(indent)\(place) \(text.debugDescription)\(node.isQuoted ? " quoted" : "")\n"
  }
  var lines = "\(indent)\(place) \(node.kind) of \(node.count)\n"
  for child in node.elements { lines += outline(child, indent: indent + "  ") }
  for (key, value) in node.entries {
    lines += outline(key, indent: indent + "  ") + outline(value, indent: indent + "    ")
  }
  return lines
}

/// The codes of everything found, in the order in which it was found.
func codes(_ result: YAMLReadingResult) -> [DiagnosticCode] { result.diagnostics.map(\.code) }

func read(_ text: String, limits: YAMLLimits = YAMLLimits()) -> YAMLReadingResult {
  readYAML(SourceText(path: "a.yaml", text), limits: limits)
}

func read(bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> YAMLReadingResult {
  readYAML(SourceText(file: SourceFile(path: "a.yaml"), bytes: bytes), limits: limits)
}
