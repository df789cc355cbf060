internal import GRDB

/// What a unit says of one of its dossiers, until the office that keeps the records has decided.
package struct DossierRequest: Hashable, Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// It waits for a decision.
    case open
    case accepted
    case refused
    /// The unit took it back.
    case withdrawn
  }

  /// What is asked for, as it was typed.
  package struct Content: Hashable, Sendable {
    /// A cause of the rules' list: the dossier is late for it; nil: it is to be corrected.
    package var cause: String?
    /// When it was done in truth, as files write it; nil: it is to be excluded for its cause.
    package var finished: String?
    package var text: String
    package var evidence: String

    package init(cause: String?, finished: String?, text: String, evidence: String) {
      self.cause = cause
      self.finished = finished
      self.text = text
      self.evidence = evidence
    }
  }

  package let number: Int64
  package let unit: String
  package let dossier: String
  package let content: Content
  package let login: String
  /// The round's day on which it came, as files write it.
  package let sentOn: String
  /// Goes up whenever it is changed.
  package let version: Int
  package let state: State
  package let closedBy: String?
  /// Why it was decided so.
  package let note: String?
  /// The event that it became.
  package let event: Int?
}

extension Store {
  /// Keeps what a unit says of a dossier; what it said before of the same one, and is not decided,
  /// gives way to whoever looked at it.
  /// - Parameter version: that of what was looked at; 0: nothing waited.
  /// - Returns: false when something else waits by now.
  package func ask(
    _ content: DossierRequest.Content, of dossier: String, unit: String, over version: Int,
    by login: String, on day: String, at time: Int64
  ) throws -> Bool {
    try pool.write { database in
      let open = try Store.requests(
        "unit = ? AND dossier = ? AND state = 'open'", [unit, dossier], database
      ).first
      // Sent twice is sent once.
      if open?.content == content { return true }
      guard (open?.version ?? 0) == version else { return false }
      try database.execute(
        sql: """
          INSERT INTO dossier_request (
            unit, dossier, cause, finished, text, evidence, login, sent_on, sent_at, version, state
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'open')
          ON CONFLICT (unit, dossier) WHERE state = 'open' DO UPDATE SET
            cause = excluded.cause, finished = excluded.finished, text = excluded.text,
            evidence = excluded.evidence, login = excluded.login, sent_on = excluded.sent_on,
            sent_at = excluded.sent_at, version = version + 1
          """,
        arguments: [
          unit, dossier, content.cause, content.finished, content.text, content.evidence, login,
          day, time,
        ])
      return true
    }
  }

  /// Whether all of them wait, each in the version that was looked at.
  package func areOpen(requests: [Int64: Int]) throws -> Bool {
    try pool.read { try Store.areOpen(requests, $0) }
  }

  private static func areOpen(_ requests: [Int64: Int], _ database: Database) throws -> Bool {
    try requests.allSatisfy { number, version in
      try !Store.requests(
        "number = ? AND version = ? AND state = 'open'", [number, version], database
      ).isEmpty
    }
  }

  /// Ends requests that wait, all or none.
  /// - Parameter ended: their numbers with the versions that were looked at.
  /// - Returns: false when one of them does not wait any more, or says something else by now.
  package func close(
    requests ended: [Int64: Int], _ state: DossierRequest.State, by login: String,
    note: String? = nil, event: Int? = nil, at time: Int64
  ) throws -> Bool {
    try pool.write { database in
      guard try Store.areOpen(ended, database) else { return false }
      for number in ended.keys {
        try database.execute(
          sql: """
            UPDATE dossier_request SET state = ?, closed_by = ?, closed_at = ?, note = ?, event = ?
            WHERE number = ?
            """, arguments: [state.rawValue, login, time, note, event, number])
      }
      return true
    }
  }

  /// What a unit says and said of its dossiers, in the order in which it came.
  package func dossierRequests(of unit: String) throws -> [DossierRequest] {
    try pool.read { try Store.requests("unit = ?", [unit], $0) }
  }

  /// What all units say and nobody has decided, and the latest of what ended, in the order in which
  /// it came.
  package func dossierRequests(ended: Int) throws -> [DossierRequest] {
    try pool.read { database in
      try Store.requests(
        """
        state = 'open' OR number IN (
          SELECT number FROM dossier_request WHERE state <> 'open'
          ORDER BY closed_at DESC, number DESC LIMIT ?)
        """, [ended], database)
    }
  }

  private static func requests(
    _ condition: String, _ arguments: StatementArguments, _ database: Database
  ) throws -> [DossierRequest] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM dossier_request WHERE \(condition) ORDER BY number",
      arguments: arguments
    ).map { row in
      DossierRequest(
        number: row["number"], unit: row["unit"], dossier: row["dossier"],
        content: .init(
          cause: row["cause"], finished: row["finished"], text: row["text"],
          evidence: row["evidence"]), login: row["login"], sentOn: row["sent_on"],
        version: row["version"], state: DossierRequest.State(rawValue: row["state"]) ?? .withdrawn,
        closedBy: row["closed_by"], note: row["note"], event: row["event"])
    }
  }
}
