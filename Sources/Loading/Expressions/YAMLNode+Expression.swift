package import Diagnostics
package import Grading
package import YAMLReading

extension YAMLNode {
  /// Reads the scalar as an expression of a type; nil, with all its faults reported, when it is
  /// none.
  package func readExpression(
    _ type: ValueType, in scope: inout NameScope, into problems: DiagnosticCollector
  ) -> CheckedExpression? {
    guard let source = readString(into: problems) else { return nil }
    let whole = span
    let quote = isQuoted ? 1 : 0
    // Places in the text are places in the line only where it is written out, without escapes.
    let isOneLine =
      whole.start.line == whole.end.line
      && Int(whole.end.column) - Int(whole.start.column) - 2 * quote
        == source.unicodeScalars.count
    func place(_ start: Int, _ end: Int) -> SourceSpan {
      guard isOneLine else { return whole }
      let column = Int(whole.start.column) + quote
      let line = Int(whole.start.line)
      return SourceSpan(
        file: whole.file, start: SourcePosition(line: line, column: column + start),
        end: SourcePosition(line: line, column: column + max(end, start + 1)))
    }
    let (tokens, bad) = ExpressionToken.all(of: source)
    if let bad {
      let scalars = Array(source.unicodeScalars)
      problems.add(.expressionSyntax(String(scalars[bad]), at: place(bad, bad + 1)))
      return nil
    }
    // Trees are walked recursively, so their depth is bounded.
    guard tokens.count <= ExpressionToken.most else {
      problems.add(.expressionTooLong(most: ExpressionToken.most, at: headSpan))
      return nil
    }
    var parser = ExpressionParser(tokens: tokens, scope: scope, span: place)
    let typed = parser.parse()
    scope = parser.scope
    problems.add(contentsOf: parser.diagnostics)
    guard let typed, parser.diagnostics.isEmpty else { return nil }
    guard typed.type == type else {
      problems.add(.typeMismatch(source, found: typed.type, expected: type, at: whole))
      return nil
    }
    return CheckedExpression(
      tree: typed.tree, type: type, source: source, references: parser.references)
  }

  /// Reads a number: `0.5`, `12`, `87.5%` or `5/3`.
  package func readExact(key: String, into problems: DiagnosticCollector) -> Exact? {
    guard let text = readString(key: key, into: problems) else { return nil }
    guard !isQuoted || text.hasSuffix("%"), let value = Exact(parsing: text) else {
      problems.add(.badNumber(self, key: key))
      return nil
    }
    return value
  }

  /// Reads a day, with a time or without.
  package func readMoment(key: String, into problems: DiagnosticCollector) -> LocalMoment? {
    guard let text = readString(key: key, into: problems) else { return nil }
    guard let moment = LocalMoment(parsing: text) else {
      problems.add(.badDate(self, key: key))
      return nil
    }
    return moment
  }
}

extension MappingReader {
  package mutating func exact(_ key: String, _ presence: Presence = .optional) -> Exact? {
    value(key, presence)?.readExact(key: key, into: problems)
  }

  package mutating func moment(_ key: String, _ presence: Presence = .optional) -> LocalMoment? {
    value(key, presence)?.readMoment(key: key, into: problems)
  }
}
