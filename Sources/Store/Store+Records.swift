internal import GRDB

/// What is noted of people beside the round's own log; raw values stand in the store.
package enum RecordKind: String, Sendable, CaseIterable {
  case signedIn = "signed-in"
  case signInFailed = "sign-in-failed"
  case signInHeld = "sign-in-held"
  case signedOut = "signed-out"
  /// An act that the account's rights do not give, or a form that was not the application's.
  case refused
  case passwordChanged = "password-changed"
  /// A program showed a token that is wrong or over.
  case tokenRefused = "token-refused"
  case tokenHeld = "token-held"
}

/// One note.
package struct AccessRecord: Hashable, Sendable {
  package let number: Int64
  package let at: Int64
  package let kind: RecordKind
  package let login: String
  package let address: String
  package let detail: String
}

extension Store {
  package func note(
    _ kind: RecordKind, login: String, address: String, _ detail: String = "", at time: Int64
  ) throws {
    try pool.write {
      try $0.execute(
        sql: "INSERT INTO record (at, kind, login, address, detail) VALUES (?, ?, ?, ?, ?)",
        arguments: [time, kind.rawValue, login, address, detail])
      // Whoever tries names all day long must not fill the disk.
      let oldest = $0.lastInsertedRowID - Store.mostRecords
      if oldest > 0, oldest % 1_000 == 0 {
        try $0.execute(sql: "DELETE FROM record WHERE number <= ?", arguments: [oldest])
      }
    }
  }

  /// Notes that are kept: of a province some years' worth, at most some 100 MB.
  private static let mostRecords: Int64 = 500_000

  /// Notes that somebody has to wait; once in a minute for an address, however often they try.
  package func noteHeld(
    _ kind: RecordKind, login: String, address: String, at time: Int64
  ) throws {
    let isNoted = try pool.read {
      try Bool.fetchOne(
        $0,
        sql: """
          SELECT EXISTS (SELECT 1 FROM (SELECT * FROM record ORDER BY number DESC LIMIT 200)
            WHERE kind = ? AND address = ? AND at > ?)
          """, arguments: [kind.rawValue, address, time - 60])
    }
    if isNoted != true { try note(kind, login: login, address: address, at: time) }
  }

  /// The latest notes, the latest first.
  package func records(limit: Int) throws -> [AccessRecord] {
    try pool.read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM record ORDER BY number DESC LIMIT ?", arguments: [limit]
      ).compactMap { row in
        RecordKind(rawValue: row["kind"]).map {
          AccessRecord(
            number: row["number"], at: row["at"], kind: $0, login: row["login"],
            address: row["address"], detail: row["detail"])
        }
      }
    }
  }

  // MARK: Settings

  package func setting(_ key: String) throws -> String? {
    try pool.read {
      try String.fetchOne($0, sql: "SELECT value FROM setting WHERE key = ?", arguments: [key])
    }
  }

  package func set(_ key: String, to value: String) throws {
    try pool.write {
      try $0.execute(
        sql: """
          INSERT INTO setting (key, value) VALUES (?, ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value
          """,
        arguments: [key, value])
    }
  }
}
