internal import GRDB

/// What of the round's notices was read, and what was written to be sent; the notices themselves
/// follow from the round and are not kept.
extension Store {
  /// Keys of the notices that an account has read.
  package func readNotices(of account: Account) throws -> Set<String> {
    try pool.read {
      Set(
        try String.fetchAll(
          $0, sql: "SELECT key FROM read_notice WHERE account = ?", arguments: [account.number]))
    }
  }

  /// Read once is read: the same once more changes nothing.
  package func markRead(_ keys: [String], of account: Account, at time: Int64) throws {
    guard !keys.isEmpty else { return }
    try pool.write { database in
      for key in keys {
        try database.execute(
          sql: "INSERT OR IGNORE INTO read_notice (account, key, read_at) VALUES (?, ?, ?)",
          arguments: [account.number, key, time])
      }
    }
  }

  // MARK: The outbox

  /// Whether a message was written already, whoever took its file since.
  package func isWritten(message: String) throws -> Bool {
    try pool.read {
      try Bool.fetchOne(
        $0, sql: "SELECT EXISTS (SELECT 1 FROM written_message WHERE id = ?)",
        arguments: [message]) ?? false
    }
  }

  package func noteWritten(message: String, at time: Int64) throws {
    try pool.write {
      try $0.execute(
        sql: "INSERT OR IGNORE INTO written_message (id, written_at) VALUES (?, ?)",
        arguments: [message, time])
    }
  }
}
