internal import GRDB
internal import Synchronization

/// Somebody who has signed in.
package struct Session: Hashable, Sendable {
  /// The digest of the token that the browser holds.
  package let token: String
  package let account: Account
  /// What every form of the session carries.
  package let formToken: String
}

extension Store {
  /// How long a session lasts, in seconds.
  package enum SessionLimit {
    /// Without a request: a long form is filled in with breaks.
    package static let idle: Int64 = 2 * 3600
    package static let whole: Int64 = 12 * 3600
  }

  /// Begins a session; one that the browser had before ends.
  /// - Returns: the token for the browser, which is kept nowhere.
  package func beginSession(
    of account: Account, replacing old: String?, at time: Int64
  ) throws -> String {
    let token = Secret.token()
    try pool.write { database in
      if let old {
        try database.execute(
          sql: "DELETE FROM session WHERE token = ?", arguments: [Secret.digest(old)])
      }
      try database.execute(
        sql: "DELETE FROM session WHERE created_at <= ? OR seen_at <= ?",
        arguments: [time - SessionLimit.whole, time - SessionLimit.idle])
      try database.execute(
        sql: """
          INSERT INTO session (token, account, form_token, created_at, seen_at)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [Secret.digest(token), account.number, Secret.token(), time, time])
    }
    return token
  }

  /// The session of a browser's token; nil when there is none or its time is over.
  package func session(_ token: String, at time: Int64) throws -> Session? {
    let digest = Secret.digest(token)
    // Asked before the row is read: what is not here any more stands there by then.
    let noted = seen.withLock { $0[digest] } ?? 0
    let found = try pool.read { database -> (session: Session, seen: Int64)? in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT account.*, session.form_token, session.created_at AS began, session.seen_at
          FROM session JOIN account ON account.id = session.account WHERE session.token = ?
          """,
        arguments: [digest])
      guard let row, let account = Account(row) else { return nil }
      let began: Int64 = row["began"]
      let seen = max(row["seen_at"], noted)
      guard time - began < SessionLimit.whole, time - seen < SessionLimit.idle else { return nil }
      return (Session(token: digest, account: account, formToken: row["form_token"]), seen)
    }
    guard let found else { return nil }
    // Not written at every request, and nobody waits for it; on a full disk people go on reading.
    if time - found.seen >= 60 { note(digest, at: time) }
    return found.session
  }

  private func note(_ digest: String, at time: Int64) {
    seen.withLock { $0[digest] = time }
    shared.writeLater { database in
      try database.execute(
        sql: "UPDATE session SET seen_at = ? WHERE token = ?", arguments: [time, digest])
    } then: {
      self.seen.withLock { if $0[digest] == time { $0[digest] = nil } }
    }
  }

  package func end(_ session: Session) throws {
    seen.withLock { $0[session.token] = nil }
    try pool.write {
      try $0.execute(sql: "DELETE FROM session WHERE token = ?", arguments: [session.token])
    }
  }

  // MARK: Attempts to sign in

  /// Until when nobody may try under any of these keys; nil: now.
  package func waiting(_ keys: [AttemptKey], at time: Int64) throws -> Int64? {
    let until = try pool.read { database in
      try keys.compactMap { key -> Int64? in
        let row = try Row.fetchOne(
          database, sql: "SELECT failures, last_at FROM attempt WHERE key = ?",
          arguments: [key.text])
        return row.map { $0["last_at"] + key.wait(after: $0["failures"]) }
      }.max()
    }
    return until.flatMap { $0 > time ? $0 : nil }
  }

  package func noteFailure(_ keys: [AttemptKey], at time: Int64) throws {
    try pool.write { database in
      try database.execute(sql: "DELETE FROM attempt WHERE last_at < ?", arguments: [time - 86_400])
      for key in keys {
        try database.execute(
          sql: """
            INSERT INTO attempt (key, failures, last_at) VALUES (?, 1, ?)
            ON CONFLICT (key) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at
            """,
          arguments: [key.text, time])
      }
    }
  }

  package func forgetFailures(_ key: AttemptKey) throws {
    try pool.write {
      try $0.execute(sql: "DELETE FROM attempt WHERE key = ?", arguments: [key.text])
    }
  }
}

/// What failed attempts to sign in are counted by.
package enum AttemptKey: Hashable, Sendable {
  case account(String)
  /// A whole office may sit behind one.
  case address(String)
  /// Tokens of programs, by where they come from: apart, so that a program whose token is over keeps
  /// nobody from signing in.
  case tokens(String)
  /// Sign-ins that a provider did not confirm, by where they come from.
  case provider(String)

  fileprivate var text: String {
    switch self {
    case .account(let login): "account:\(login)"
    case .address(let address): "address:\(address)"
    case .tokens(let address): "tokens:\(address)"
    case .provider(let address): "provider:\(address)"
    }
  }

  /// Seconds to wait after so many failures: none at first, then growing up to a quarter of an hour.
  package func wait(after failures: Int) -> Int64 {
    let free =
      switch self {
      case .account: 4
      case .address, .tokens, .provider: 19
      }
    guard failures > free else { return 0 }
    return min(900, 5 << Int64(min(failures - free - 1, 10)))
  }
}
