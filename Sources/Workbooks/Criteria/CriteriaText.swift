internal import Diagnostics
internal import Loading
internal import Spreadsheets
internal import YAMLReading

/// Puts the text of a set together out of cells.
struct CriteriaText {
  let path: String
  let problems: DiagnosticCollector
  private(set) var text = TracedText()

  init(_ path: String, _ problems: DiagnosticCollector) {
    self.path = path
    self.problems = problems
  }

  /// A line of the file itself.
  mutating func add(_ line: String) { text.add(line + "\n") }

  /// A line that a cell stands behind.
  mutating func add(_ line: String, _ source: CellSource) { text.add(line + "\n", from: source) }

  /// A key with what stands in a cell as YAML; each line is traced to the cell and shows itself.
  mutating func addYAML(_ key: String, _ value: String, _ source: CellSource, indent: Int) {
    let blanks = String(repeating: " ", count: indent)
    guard let node = node(value, source) else {
      // What cannot be read is told; the key keeps its place.
      add("\(blanks)\(key): {}", source.showing("\(key): …"))
      return
    }
    if node.kind == .scalar {
      add("\(blanks)\(key): \(NodeText.flow(node))", source.showing(value))
      return
    }
    add("\(blanks)\(key):", source.showing(value))
    for line in NodeText.lines(node) { add("\(blanks)  \(line)", source.showing(line)) }
  }

  /// Keys that stand in a cell as YAML, one or more.
  mutating func addKeys(_ value: String, _ source: CellSource, indent: Int) {
    guard let node = node(value, source) else { return }
    guard node.kind == .mapping else {
      problems.add(
        .valueUnfit(
          source.showing(value),
          expected: Wording(vi: "KHÓA: GIÁ TRỊ, mỗi khóa một dòng", en: "KEY: VALUE, one a line")))
      return
    }
    for entry in node.entries {
      let column = CriteriaColumn.allCases.first { $0.key != nil && $0.key == entry.key.text }
      if let column { return problems.add(.keyHasColumn(source.showing(value), column)) }
    }
    let blanks = String(repeating: " ", count: indent)
    for line in NodeText.lines(node) { add(blanks + line, source.showing(line)) }
  }

  /// What a cell holds, read on its own: what is wrong in it cannot reach the next one.
  private func node(_ value: String, _ source: CellSource) -> YAMLNode? {
    let own = SourceText(file: SourceFile(path: path), bytes: Array(value.utf8))
    let read = readYAML(own)
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    func moved(_ label: SourceLabel) -> SourceLabel {
      let line = Int(label.span.start.line) - 1
      return source.showing(lines.indices.contains(line) ? String(lines[line]) : value)
        .label(label.message)
    }
    for found in read.diagnostics {
      var told = found
      told.primary = moved(found.primary)
      told.secondary = found.secondary.map(moved)
      problems.add(told)
    }
    return read.document?.root
  }
}

extension CellSource {
  /// The same cell, with the line of it that is meant.
  func showing(_ text: String) -> CellSource {
    let line = text.split(separator: "\n").first.map { String($0).trimmed } ?? ""
    return CellSource(file: file, sheet: sheet, address: address, shown: line)
  }
}
