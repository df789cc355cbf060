internal import Diagnostics
internal import YAMLReading

/// Rows of a small table that share a fault, told together: all are counted, the first are named.
struct NamedRows {
  private(set) var rows: [(dossier: String, span: SourceSpan)] = []

  /// The most rows that are named.
  static let most = 5

  mutating func add(_ dossier: String, _ span: SourceSpan) { rows.append((dossier, span)) }

  var count: Int { rows.count }
  var first: SourceSpan? { rows.first?.span }

  /// "dòng 3 `H1`, dòng 9 `H2`, …".
  /// - Parameter line: what the language calls a line.
  func list(_ line: String) -> String {
    rows.prefix(Self.most).map { "\(line) \($0.span.start.line) `\(shortened($0.dossier))`" }
      .joined(separator: ", ") + (count > Self.most ? ", …" : "")
  }
}
