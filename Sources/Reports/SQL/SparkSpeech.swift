/// SQL as Spark speaks it (3.5 or later, with and without ANSI mode).
struct SparkSpeech: SQLSpeech {
  /// `${…}` in a literal would be taken for a variable.
  func text(_ text: String) -> String { quoted(text, escaping: ["$": "\\u0024"]) }

  func table(_ columns: [SQLColumn], rows: [[String]]) -> String {
    "SELECT * FROM VALUES\n"
      + rows.map { "    (\($0.joined(separator: ", ")))" }.joined(separator: ",\n")
      + "\n    AS t(\(columns.map(\.name).joined(separator: ", ")))"
  }

  func groups(of text: String, pattern: String) -> String {
    let count = pattern.count { $0 == "(" } - pattern.components("(?:")
    let groups = (1...count).map { "$\($0)" }.joined(separator: ",")
    let literal = self.text(pattern)
    return
      "CASE WHEN \(text) RLIKE \(literal) THEN "
      + "split(regexp_replace(\(text), \(literal), '\(groups)'), ',') END"
  }

  func isMatched(_ groups: String) -> String { "\(groups) IS NOT NULL" }

  func group(_ place: Int, of groups: String) -> String { "\(groups)[\(place - 1)]" }

  func number(_ place: Int, of groups: String) -> String {
    "CAST(concat('0', \(group(place, of: groups))) AS BIGINT)"
  }

  func remainder(_ value: String, _ divisor: Int) -> String { "pmod(\(value), \(divisor))" }

  func quotient(_ value: String, _ divisor: Int) -> String { "(\(value)) div \(divisor)" }

  func integer(_ value: String) -> String { "CAST(\(value) AS BIGINT)" }

  func count(where condition: String) -> String { "count_if(\(condition))" }

  func joined(_ texts: [String]) -> String {
    "concat_ws(' ', \(texts.map { "nullif(\($0), '')" }.joined(separator: ", ")))"
  }

  var ending: String? { nil }

  func setting(forBytes bytes: Int, literals: Int) -> String? { nil }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
