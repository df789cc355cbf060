internal import CLibYAML
internal import Diagnostics

extension Diagnostic {
  /// A syntax error, placed where a person should look.
  ///
  /// A scanner's problem is found far behind its cause, so its context comes first (a quote that
  /// is never closed is noticed at the end of the file); a parser's problem is its own place.
  static func syntax(
    _ failure: YAMLFailure, in file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>,
    positions: PositionMap
  ) -> Diagnostic {
    let problem = positions.position(failure.problemMark)
    let context = positions.position(failure.contextMark)
    var lines = LineCursor(bytes)
    func span(_ position: SourcePosition) -> SourceSpan {
      SourceSpan(
        file: file, start: position,
        end: SourcePosition(line: Int(position.line), column: Int(position.column) + 1))
    }
    switch failure.stage {
    case .reader(let offset):
      return controlCharacter(bytes, offset, file)
    case .memory:
      return noMemory(for: file)
    case .scanner, .parser:
      for line in [problem.line, context.line] {
        if let tab = lines.tab(inIndentationOf: Int(line)) { return tabIndentation(at: span(tab)) }
      }
    }
    let problemWording = SyntaxWording.problem(failure.problem)
    let contextWording = SyntaxWording.context(failure.context)
    let isScanner = if case .scanner = failure.stage { true } else { false }
    let (first, second) =
      isScanner
      ? (SourceLabel(span(context), contextWording), SourceLabel(span(problem), SyntaxWording.stop))
      : (SourceLabel(span(problem), nil), SourceLabel(span(context), contextWording))
    return Diagnostic(
      .yamlSyntax, at: first.span, problemWording, label: context == problem ? nil : first.message,
      secondary: context == problem ? [] : [second],
      help: SyntaxWording.help(failure.problem, context: failure.context))
  }

  private static func tabIndentation(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .tabIndentation, at: span,
      Wording(
        vi: "dòng được thụt vào bằng ký tự tab", en: "the line is indented with a tab character"),
      expected: Wording(vi: "dấu cách", en: "spaces"),
      help: Wording(
        vi: "thay ký tự tab bằng dấu cách, mỗi cấp 2 dấu cách",
        en: "replace the tab with spaces, two a level"))
  }

  private static func controlCharacter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ file: SourceFile
  ) -> Diagnostic {
    let place = SourceText(file: file, bytes: Array(bytes)).characterSpan(
      at: min(offset, bytes.count))
    let length = offset < bytes.count ? UTF8Bytes.sequenceLength(bytes, at: offset) : 0
    let scalar = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[offset..<offset + length]), as: UTF8.self
    ).unicodeScalars.first
    let number = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    return Diagnostic(
      .yamlSyntax, at: place,
      Wording(
        vi: "ký tự điều khiển \(name) không được phép trong tệp YAML",
        en: "the control character \(name) is not allowed in a YAML file"),
      help: Wording(
        vi: "xóa ký tự không nhìn thấy ở chỗ này", en: "delete the invisible character here"))
  }
}

extension LineCursor {
  /// Where a tab stands before the first visible character of a line.
  fileprivate mutating func tab(inIndentationOf line: Int) -> SourcePosition? {
    for (column, byte) in bytes(fromLine: line).enumerated() {
      if byte == 0x09 { return SourcePosition(line: line, column: column + 1) }
      if byte != 0x20 { return nil }
    }
    return nil
  }
}
