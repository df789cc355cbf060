internal import GRDB

/// What is new about dossiers, without what was typed: requests of a unit that came on one day, or
/// that were decided together.
package struct DossierNews: Hashable, Sendable {
  package let unit: String
  package let state: DossierRequest.State
  /// The round's day on which those that wait came, as files write it.
  package let day: String
  /// The event that decided them; nil: they wait, or it needed none.
  package let event: Int?
  /// When the first came, or all were decided.
  package let first: Int64
  /// When the last came, or all were decided.
  package let last: Int64
}

extension Store {
  /// What waits, by unit and day.
  package func waitingDossiers() throws -> [DossierNews] {
    try pool.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT unit, sent_on, MIN(sent_at) AS first, MAX(sent_at) AS last FROM dossier_request
          WHERE state = 'open' GROUP BY unit, sent_on ORDER BY unit, sent_on
          """
      ).map { row in
        DossierNews(
          unit: row["unit"], state: .open, day: row["sent_on"], event: nil, first: row["first"],
          last: row["last"])
      }
    }
  }

  /// What was decided of units' dossiers, the latest first.
  /// - Parameters:
  ///   - unit: nil: of all units.
  ///   - limit: the most decisions.
  package func decidedDossiers(of unit: String? = nil, limit: Int) throws -> [DossierNews] {
    let arguments: StatementArguments =
      unit.map { ["unit": $0, "limit": limit] } ?? ["limit": limit]
    return try pool.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT unit, state, event, closed_at FROM dossier_request
          WHERE state IN ('accepted', 'refused') \(unit == nil ? "" : "AND unit = :unit")
          GROUP BY closed_at, unit, state, event
          ORDER BY closed_at DESC, unit, state, event LIMIT :limit
          """, arguments: arguments
      ).map { row in
        DossierNews(
          unit: row["unit"], state: DossierRequest.State(rawValue: row["state"]) ?? .refused,
          day: "", event: row["event"], first: row["closed_at"], last: row["closed_at"])
      }
    }
  }
}
