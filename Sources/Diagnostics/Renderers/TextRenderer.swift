/// Diagnostics as people read them in a terminal.
///
///     lỗi[unknown-key]: không có khóa `max_point` ở đây
///       --> Criteria/so.yaml:12:9
///        |
///     12 |         max_point: 4
///        |         ^^^^^^^^^
///        = cách sửa: ý bạn là `max_points`?
package struct TextRenderer: Sendable {
  package let language: Language
  package let usesColor: Bool
  /// The most columns of a source line that are shown.
  package let lineWidth: Int

  package init(language: Language, usesColor: Bool = false, lineWidth: Int = 100) {
    self.language = language
    self.usesColor = usesColor
    self.lineWidth = max(20, lineWidth)
  }

  /// All diagnostics in the order given, each followed by an empty line, and the summary.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    for diagnostic in diagnostics { text += render(diagnostic) + "\n" }
    return text + DiagnosticSummary(diagnostics).wording[language] + "\n"
  }

  /// One diagnostic; several lines, each with its line end.
  package func render(_ diagnostic: Diagnostic) -> String {
    let labels = [diagnostic.primary] + diagnostic.secondary
    let numbers = labels.map { $0.excerpt == nil ? 1 : String($0.span.start.line).utf8.count }
    let gutter = numbers.max() ?? 1
    let severity = Style(diagnostic.severity)
    var text = paint(
      "\(diagnostic.severity.wording[language])[\(diagnostic.code.rawValue)]", severity)
    text += paint(": " + shown(diagnostic.message), .bold) + "\n"
    text += snippet(diagnostic.primary, arrow: "-->", caret: "^", severity, gutter)
    for label in diagnostic.secondary {
      text += snippet(label, arrow: ":::", caret: "-", .gutter, gutter)
    }
    let margin = String(repeating: " ", count: gutter + 1) + paint("=", .gutter) + " "
    if let expected = diagnostic.expected {
      text += margin + paint(Self.expected[language] + ": ", .bold) + shown(expected) + "\n"
    }
    if let help = diagnostic.help {
      text += margin + paint(Self.help[language] + ": ", .bold) + shown(help) + "\n"
    }
    return text
  }

  static let expected = Wording(vi: "mong đợi", en: "expected")
  static let help = Wording(vi: "cách sửa", en: "help")

  private func shown(_ wording: Wording) -> String { DisplayedText.safe(wording[language]) }

  private func snippet(
    _ label: SourceLabel, arrow: String, caret: Character, _ style: Style, _ gutter: Int
  ) -> String {
    let span = label.span
    let margin = String(repeating: " ", count: gutter)
    var place = DisplayedText.safe(span.file.path)
    if let cell = span.cell {
      place += ": \(DisplayedText.safe(cell))"
    } else if !span.isWholeFile {
      place += ":\(span.start.line):\(span.start.column)"
    }
    var text = margin + paint(arrow, .gutter) + " " + place + "\n"
    let bar = paint("|", .gutter)
    guard let excerpt = label.excerpt else {
      if let message = label.message { text += "\(margin) \(bar) \(shown(message))\n" }
      return text
    }
    // Of a cell all of its text is meant.
    let isPart = span.file.sheet == nil && span.end.line == span.start.line
    let end = isPart ? Int(span.end.column) : nil
    let start = span.file.sheet == nil ? Int(span.start.column) : label.excerptColumn
    let snippet = Snippet(
      excerpt, first: label.excerptColumn, start: start, end: end, width: lineWidth)
    let number = String(span.start.line)
    let padding = String(repeating: " ", count: gutter - number.utf8.count)
    var carets = String(repeating: caret, count: snippet.carets)
    if let message = label.message { carets += " " + shown(message) }
    text += "\(margin) \(bar)\n"
    text += paint(padding + number, .gutter) + " \(bar)"
    text += snippet.text.isEmpty ? "\n" : " \(snippet.text)\n"
    text += "\(margin) \(bar) " + String(repeating: " ", count: snippet.indent)
    return text + paint(carets, style) + "\n"
  }
}

extension TextRenderer {
  /// How a part of a diagnostic is coloured.
  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case gutter = "34"
    case bold = "1"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Severity {
  /// What people call it.
  package var wording: Wording {
    switch self {
    case .error: Wording(vi: "lỗi", en: "error")
    case .warning: Wording(vi: "cảnh báo", en: "warning")
    case .note: Wording(vi: "lưu ý", en: "note")
    }
  }
}
