package import DossierCounting
package import Grading

/// The counting of dossier rules as one SQL query, for an engine that already holds the records.
///
/// The table `dossiers` has a text column for each `RecordField` (a field that an export lacks is an
/// empty column), and `source` where rules or outages are for one of several systems, or where the
/// systems write days or words differently: their records are then read each in its own way. Everything
/// else a count needs (units, subsets, outages, what people decided) stands in the query itself, as
/// literals, so a query is the whole proof of its figures. Results are those of `CountingPlan` on
/// the same records, to the byte; rows that cannot be read are left out as there. What a table
/// cannot say is not looked for: which of two rows with one id came first.
package struct DossierSQL: Sendable {
  let rules: DossierRules
  let records: CaseRecords
  let units: [Unit]
  let dialect: SQLDialect
  let speech: any SQLSpeech
  /// The systems whose records the table holds, in order.
  let sources: [String]
  let readings: [SQLReading]

  package init(
    rules: DossierRules, records: CaseRecords, units: [Unit], dialect: SQLDialect
  ) {
    self.rules = rules
    self.records = records
    self.units = units
    self.dialect = dialect
    speech = dialect.speech
    sources = Set(records.exports.map(\.source)).sorted()
    readings = Self.readings(of: records.exports)
  }

  /// Counts by unit, with the columns and the order of the count CSV.
  package func counts() -> String {
    let counted = "outcome IN ('early', 'on_due_day', 'late', \(Self.open))"
    func figure(_ condition: String, _ name: String) -> String {
      "  \(speech.count(where: condition)) AS \(speech.name(name))"
    }
    var lines = ["  unit_id"]
    lines.append(figure(counted, "received"))
    lines.append(figure("outcome IN ('early', 'on_due_day', 'late')", "resolved"))
    lines += ["early", "on_due_day", "late"].map { figure("outcome = '\($0)'", $0) }
    lines += rules.exclusions.map { figure("exclusion = \(speech.text($0.id))", $0.id) }
    lines += ["unresolved_in_time", "unresolved_overdue"].map { figure("outcome = '\($0)'", $0) }
    lines.append(figure("\(counted) AND is_online = 1", "online"))
    lines.append(figure("\(counted) AND is_digitised = 1", "digitised"))
    lines.append(figure("\(counted) AND is_paid_online = 1", "paid_online"))
    lines += rules.lists.indices.map { figure("list_\($0 + 1) = 1", rules.lists[$0].id) }
    return whole(
      "SELECT\n\(lines.joined(separator: ",\n"))\nFROM judged\nGROUP BY unit_id\nORDER BY unit_id")
  }

  /// One row for each dossier of the ledger: late, overdue, excluded, listed, corrected or
  /// suspicious.
  package func ledger() -> String {
    let lists = rules.lists.indices.map {
      "CASE WHEN list_\($0 + 1) = 1 THEN \(speech.text(rules.lists[$0].id)) ELSE '' END"
    }
    let isListed = rules.lists.indices.map { " OR list_\($0 + 1) = 1" }.joined()
    return whole(
      """
      SELECT
        dossier_id AS dossier,
        unit_id AS unit,
        outcome,
        exclusion,
        \(lists.isEmpty ? "''" : speech.joined(lists)) AS lists
      FROM judged
      WHERE exclusion <> ''\(isListed) OR standing IN ('late', 'unresolved_overdue')
        OR is_marked = 1
      ORDER BY dossier, unit
      """)
  }

  static let open = "'unresolved_in_time', 'unresolved_overdue'"

  /// The query with its tables and steps in front.
  private func whole(_ last: String) -> String {
    let steps = (tables + timeSteps + standingSteps + judgementSteps)
      .map { "\($0.name) AS (\n\($0.query.indented)\n)" }
    let query =
      "WITH\n\(steps.joined(separator: ",\n"))\n\(last)\n"
      + (speech.ending.map { "\($0)\n" } ?? "")
    return heading(query) + query
  }

  private func heading(_ query: String) -> String {
    let window = "\(LocalMinute(number: start).text) <= … < \(LocalMinute(number: end).text)"
    var lines = [
      rules.title, "\(dialect.name); \(window)",
      "Bảng dossiers, mọi cột là văn bản (every column is text): "
        + columns.joined(separator: ", "),
    ]
    if let readingNote { lines.append(readingNote) }
    if let setting = speech.setting(forBytes: query.utf8.count, literals: literals) {
      lines.append("Đặt trước khi chạy (set before running): \(setting)")
    }
    return lines.flatMap { $0.split(whereSeparator: \.isNewline) }.map { "-- \($0)\n" }.joined()
  }

  /// The columns that the query reads.
  private var columns: [String] {
    RecordField.allCases.filter { $0 != .feeDue }.map(\.rawValue)
      + (asksSource || isSplit ? ["source"] : [])
  }
}

/// One step of a query.
struct SQLStep {
  let name: String
  let query: String
}

extension DossierSQL {
  var start: Int32 { rules.window.start.number }
  /// The end of the window, cut off where the data end.
  var end: Int32 { rules.closing(of: records).number }

  var conditions: [DossierCondition] {
    rules.exclusions.flatMap(\.when) + rules.lists.flatMap(\.when)
  }

  /// Whether an answer depends on the system that recorded a dossier.
  var asksSource: Bool {
    sources.count > 1
      && (conditions.contains { if case .sources = $0 { true } else { false } }
        || outageGroups.contains { $0.source != nil })
  }
}

extension String {
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }
}
