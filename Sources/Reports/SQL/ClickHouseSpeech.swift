/// SQL as ClickHouse speaks it (24 or later; chdb is the same engine).
struct ClickHouseSpeech: SQLSpeech {
  func text(_ text: String) -> String { quoted(text) }

  func table(_ columns: [SQLColumn], rows: [[String]]) -> String {
    let types = columns.map { "\($0.name) \($0.isText ? "String" : "Int64")" }
    return "SELECT * FROM values('\(types.joined(separator: ", "))',\n"
      + rows.map { "    (\($0.joined(separator: ", ")))" }.joined(separator: ",\n") + ")"
  }

  func groups(of text: String, pattern: String) -> String {
    "extractGroups(\(text), \(self.text(pattern)))"
  }

  func isMatched(_ groups: String) -> String { "notEmpty(\(groups))" }

  // Elements behind the end of an array are empty texts.
  func group(_ place: Int, of groups: String) -> String { "\(groups)[\(place)]" }

  func number(_ place: Int, of groups: String) -> String {
    "toInt64OrZero(\(group(place, of: groups)))"
  }

  func remainder(_ value: String, _ divisor: Int) -> String {
    "positiveModulo(\(value), \(divisor))"
  }

  func quotient(_ value: String, _ divisor: Int) -> String { "intDiv(\(value), \(divisor))" }

  func integer(_ value: String) -> String { "toInt64(\(value))" }

  func count(where condition: String) -> String { "countIf(\(condition))" }

  func joined(_ texts: [String]) -> String {
    "arrayStringConcat(arrayFilter(x -> x != '', [\(texts.joined(separator: ", "))]), ' ')"
  }

  /// Branches of a `CASE` are worked out together: one by one, the times would be read anew for each
  /// of them, which takes ten times as long.
  var ending: String? { "SETTINGS short_circuit_function_evaluation = 'disable'" }

  /// The server's own bounds are 256 KiB of text and 50 000 elements.
  func setting(forBytes bytes: Int, literals: Int) -> String? {
    var settings: [String] = []
    if bytes > 200_000 { settings.append("max_query_size = \(bytes * 2)") }
    if literals > 20_000 {
      settings.append("max_ast_elements = \(literals * 4)")
      settings.append("max_expanded_ast_elements = \(literals * 8)")
    }
    return settings.isEmpty ? nil : "SET \(settings.joined(separator: ", "))"
  }
}
