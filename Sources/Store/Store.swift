internal import GRDB
internal import Synchronization

/// What the web application keeps that is not the round: accounts, sessions, attempts to sign in,
/// drafts, and the record of who came and what was refused.
///
/// The round itself stays in its files; this file can be thrown away without losing a point that
/// was handed in. All times are seconds since 1970, given by the caller.
package final class Store: Sendable {
  let pool: DatabasePool
  /// For what many write at once.
  let shared: SharedWriting
  /// When sessions were last seen, by their tokens' digests, where that is not written yet.
  let seen = Mutex<[String: Int64]>([:])

  /// Opens the file, makes it if it is not there, and brings it up to date.
  /// - Throws: `StoreFailure.damaged` when SQLite finds it damaged; what SQLite says else.
  package convenience init(path: String) throws { try self.init(path: path, upTo: nil) }

  /// - Parameter version: the last migration of an earlier program that left the file; nil: all.
  init(path: String, upTo version: String?) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.label = "parindex"
    pool = try DatabasePool(path: path, configuration: configuration)
    // What was acknowledged is on the disk: a draft that is lost is somebody's evening.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    if let version {
      try Store.migrations.migrate(pool, upTo: version)
    } else {
      try Store.migrations.migrate(pool)
    }
    let found = try pool.read { try String.fetchAll($0, sql: "PRAGMA quick_check") }
    guard found == ["ok"] else { throw StoreFailure.damaged(found) }
    shared = SharedWriting(pool)
  }

  /// Copies everything into another file while others go on writing.
  package func backUp(to path: String) throws {
    let copy = try DatabaseQueue(path: path)
    try pool.backup(to: copy)
    // One file, without a log beside it, that can be read from where nothing may be written.
    try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copy.close()
  }

  /// What SQLite finds wrong with a copy that nobody writes to; empty: nothing.
  package static func faults(inCopy path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let copy = try DatabaseQueue(path: path, configuration: configuration)
    let found = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    return found == ["ok"] ? [] : found
  }
}

package enum StoreFailure: Error, Hashable {
  /// What SQLite's own check found.
  case damaged([String])
  /// There is an account of this name already.
  case accountExists(String)
  /// Another account is known to the provider by this name.
  case nameTaken(by: String)
}
