internal import GRDB

/// What a token that a program shows is worth.
package enum TokenUse: Hashable, Sendable {
  case session(Session)
  /// It was the token of this login, and its time is over.
  case over(String)
  case unknown
}

extension Store {
  /// Makes a token with which a program acts for an account; it is kept nowhere.
  /// - Parameters:
  ///   - label: what it is for, for who takes it back.
  ///   - end: the moment from which it is worth nothing.
  /// - Returns: nil: there is no such account.
  package func makeToken(
    of login: String, label: String, until end: Int64, at time: Int64
  ) throws -> String? {
    // What begins so is known for a secret by programs that look for them.
    let token = "parindex_" + Secret.token()
    return try pool.write { database in
      try database.execute(
        sql: """
          INSERT INTO api_token (token, account, label, created_at, ends_at)
          SELECT ?, id, ?, ?, ? FROM account WHERE login = ?
          """, arguments: [Secret.digest(token), label, time, end, login])
      return database.changesCount > 0 ? token : nil
    }
  }

  /// Takes back the tokens of an account.
  /// - Parameter label: nil: all of them.
  /// - Returns: how many there were; nil: there is no such account.
  package func revokeTokens(of login: String, label: String? = nil) throws -> Int? {
    try pool.write { database in
      let account = try Int64.fetchOne(
        database, sql: "SELECT id FROM account WHERE login = ?", arguments: [login])
      guard let account else { return nil }
      try database.execute(
        sql: """
          DELETE FROM api_token
          WHERE account = :account AND (:label IS NULL OR label = :label)
          """, arguments: ["account": account, "label": label])
      return database.changesCount
    }
  }

  /// Whom a token lets act; the account is as it is now.
  package func use(ofToken token: String, at time: Int64) throws -> TokenUse {
    let digest = Secret.digest(token)
    return try pool.read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT account.*, api_token.ends_at
          FROM api_token JOIN account ON account.id = api_token.account WHERE api_token.token = ?
          """, arguments: [digest])
      guard let row, let account = Account(row) else { return .unknown }
      let end: Int64 = row["ends_at"]
      // Its forms have a token that nobody knows: it is of no use in pages.
      return time < end
        ? .session(Session(token: digest, account: account, formToken: Secret.token()))
        : .over(account.login)
    }
  }
}
