/// The engines that dossier rules are written for as SQL.
package enum SQLDialect: String, CaseIterable, Sendable {
  case clickhouse
  case spark

  /// The engine's name as people write it.
  package var name: String {
    switch self {
    case .clickhouse: "ClickHouse"
    case .spark: "Spark"
    }
  }

  var speech: any SQLSpeech {
    switch self {
    case .clickhouse: ClickHouseSpeech()
    case .spark: SparkSpeech()
    }
  }
}

/// What the dialects say differently; everything else is common SQL.
///
/// Nothing here may round: numbers are integers from the first digit that is read.
protocol SQLSpeech: Sendable {
  /// A literal of text.
  func text(_ text: String) -> String
  /// A table of literals: a query without a `WITH`.
  func table(_ columns: [SQLColumn], rows: [[String]]) -> String
  /// The groups of a pattern as an array; of no use when the text does not match.
  func groups(of text: String, pattern: String) -> String
  /// Whether groups were found.
  func isMatched(_ groups: String) -> String
  /// A group as text, counted from 1.
  func group(_ place: Int, of groups: String) -> String
  /// A group of digits as a number of 64 bits; nothing is 0.
  func number(_ place: Int, of groups: String) -> String
  /// What is left of a whole division, never negative.
  func remainder(_ value: String, _ divisor: Int) -> String
  /// A whole division of numbers that are not negative.
  func quotient(_ value: String, _ divisor: Int) -> String
  func integer(_ value: String) -> String
  func count(where condition: String) -> String
  /// Texts that are not empty, joined by a blank.
  func joined(_ texts: [String]) -> String
  /// What stands behind a query; nil: nothing.
  var ending: String? { get }
  /// What an engine must be told before it takes a query of this size; nil when it is small enough.
  func setting(forBytes bytes: Int, literals: Int) -> String?
}

/// A column of a table of literals.
struct SQLColumn {
  let name: String
  let isText: Bool

  static func text(_ name: String) -> SQLColumn { SQLColumn(name: name, isText: true) }
  static func number(_ name: String) -> SQLColumn { SQLColumn(name: name, isText: false) }
}

extension SQLSpeech {
  /// A name that may hold any sign.
  func name(_ name: String) -> String { "`\(name.replacing("`", with: "``"))`" }

  /// Literals in an order that no hash decides.
  func list(_ texts: some Sequence<String>) -> String {
    texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(text).joined(separator: ", ")
  }

  /// A literal in quotes, with what means something inside them escaped.
  func quoted(_ text: String, escaping more: [Character: String] = [:]) -> String {
    let signs: [Character: String] = [
      "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\r\n": "\\r\\n", "\t": "\\t",
    ]
    return "'" + text.map { signs[$0] ?? more[$0] ?? String($0) }.joined() + "'"
  }
}
