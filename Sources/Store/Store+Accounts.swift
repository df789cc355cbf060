internal import GRDB

extension Store {
  /// - Throws: `StoreFailure.accountExists`.
  package func add(_ account: Account, _ password: PasswordHash, at time: Int64) throws {
    try add([(account, password)], at: time)
  }

  /// All of them, or none.
  /// - Throws: `StoreFailure.accountExists` for the first that there is already.
  package func add(_ accounts: [(Account, PasswordHash)], at time: Int64) throws {
    try pool.write { database in
      for (account, password) in accounts { try Store.add(account, password, time, database) }
    }
  }

  private static func add(
    _ account: Account, _ password: PasswordHash, _ time: Int64, _ database: Database
  ) throws {
    let isKnown = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE login = ?)",
      arguments: [account.login])
    guard isKnown != true else { throw StoreFailure.accountExists(account.login) }
    try database.execute(
      sql: """
        INSERT INTO account
          (login, name, position, role, unit, person, language, email, password, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        account.login, account.name, account.position, account.role.rawValue, account.unit,
        account.person, account.language, account.email, password.text, time,
      ])
  }

  /// Takes an account away, with its sessions; what it did stays in logs and drafts under its name.
  /// - Returns: whether there was such an account.
  package func removeAccount(_ login: String) throws -> Bool {
    try pool.write { database in
      try database.execute(sql: "DELETE FROM account WHERE login = ?", arguments: [login])
      return database.changesCount > 0
    }
  }

  // MARK: Accounts that a provider signs in

  /// The account that a provider knows by a name; nil: none.
  package func account(openID name: String) throws -> Account? {
    try pool.read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM account WHERE openid = ?", arguments: [name]
      ).flatMap(Account.init)
    }
  }

  /// Says by what name the provider knows an account; nil: it does not any more.
  /// - Returns: whether there is such an account.
  /// - Throws: `StoreFailure.nameTaken` where another account has the name.
  package func setOpenID(_ name: String?, of login: String) throws -> Bool {
    try pool.write { database in
      let other = try String.fetchOne(
        database, sql: "SELECT login FROM account WHERE openid = ? AND login <> ?",
        arguments: [name, login])
      if let other { throw StoreFailure.nameTaken(by: other) }
      try database.execute(
        sql: "UPDATE account SET openid = ? WHERE login = ?", arguments: [name, login])
      return database.changesCount > 0
    }
  }

  // MARK: Lists

  /// By login.
  package func accounts() throws -> [Account] {
    try pool.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY login")
        .compactMap(Account.init)
    }
  }

  /// An account and what its password is checked against.
  package func account(_ login: String) throws -> (account: Account, password: PasswordHash)? {
    try pool.read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM account WHERE login = ?", arguments: [login])
      guard let row, let account = Account(row), let password = PasswordHash(row["password"])
      else { return nil }
      return (account, password)
    }
  }

  /// Another password ends all sessions.
  /// - Parameter endsSessions: false where only the way it is kept is another.
  /// - Returns: whether there is such an account.
  @discardableResult
  package func setPassword(
    _ password: PasswordHash, of login: String, endsSessions: Bool = true
  ) throws -> Bool {
    try pool.write { database in
      try database.execute(
        sql: "UPDATE account SET password = ? WHERE login = ?", arguments: [password.text, login])
      guard database.changesCount > 0 else { return false }
      if endsSessions {
        try database.execute(
          sql: "DELETE FROM session WHERE account = (SELECT id FROM account WHERE login = ?)",
          arguments: [login])
      }
      return true
    }
  }

  /// - Parameter email: nil: notices are sent nowhere.
  /// - Returns: whether there is such an account.
  package func setEmail(_ email: String?, of login: String) throws -> Bool {
    try pool.write { database in
      try database.execute(
        sql: "UPDATE account SET email = ? WHERE login = ?", arguments: [email, login])
      return database.changesCount > 0
    }
  }

  package func setLanguage(_ language: String, of account: Account) throws {
    try pool.write {
      try $0.execute(
        sql: "UPDATE account SET language = ? WHERE id = ?", arguments: [language, account.number])
    }
  }
}

extension Account {
  /// nil: of a role that this version does not know.
  init?(_ row: Row) {
    guard let role = AccountRole(rawValue: row["role"]) else { return nil }
    self.init(
      number: row["id"], login: row["login"], name: row["name"], position: row["position"],
      role: role, unit: row["unit"], person: row["person"], language: row["language"],
      email: row["email"])
  }
}
