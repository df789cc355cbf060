internal import Diagnostics
internal import Grading
internal import YAMLReading

/// How a row reads for people: `{task}, hạn {due}`.
struct RowDescription {
  private enum Part {
    case literal(String)
    case column(Int)
    case unit
  }

  private var parts: [Part] = []

  /// nil, with a diagnostic, when it names a column that is not declared.
  init?(
    reading node: YAMLNode, columns: [DeclaredColumn], unit: String,
    into problems: DiagnosticCollector
  ) {
    guard let text = node.readString(key: "describe", into: problems) else { return nil }
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      if open > rest.startIndex { parts.append(.literal(String(rest[..<open]))) }
      if let place = columns.firstIndex(where: { $0.name == name }) {
        parts.append(.column(place))
      } else if name == unit {
        parts.append(.unit)
      } else {
        problems.add(.unknownName(name, known: columns.map(\.name) + [unit], at: node.span))
        return nil
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
  }

  func text(_ values: [InputValue], _ cells: [CSVCell], unit: CSVCell) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .column(let place): Self.text(values[place], cells[place])
      case .unit: unit.text
      }
    }.joined()
  }

  /// All cells that say something, one after another.
  static func plain(_ values: [InputValue], _ cells: [CSVCell]) -> String {
    zip(values, cells).filter { $0.0 != .blank }.map { text($0, $1) }.joined(separator: ", ")
  }

  private static func text(_ value: InputValue, _ cell: CSVCell) -> String {
    switch value {
    case .blank: RegisterWords.empty
    case .given(.date(let moment)): moment.vietnameseText
    case .given(.noDate): RegisterWords.noDate
    case .given, .impossible: cell.text
    }
  }
}
