internal import GRDB

/// A file that comes in pieces: what was said of it before the first; how much of it is there its
/// own bytes say, not this.
package struct StoredUpload: Hashable, Sendable {
  /// Nobody guesses it; it names the file on the disk.
  package let id: String
  package let unit: String
  /// As people call it.
  package let name: String
  package let size: Int
  /// What it must turn out to be; nil: that was not said.
  package let sha256: String?
  /// The document that it has become; nil: none yet.
  package let document: String?

  fileprivate init(_ row: Row) {
    id = row["id"]
    unit = row["unit"]
    name = row["name"]
    size = row["size"]
    sha256 = row["sha256"]
    document = row["document"]
  }
}

/// What became of a file that was to come in pieces.
package enum UploadBeginning: Hashable, Sendable {
  case begun(StoredUpload)
  /// It began before, as whoever names the same bytes once more is told.
  case before(StoredUpload)
  /// Too many of all accounts are on their way.
  case full
  /// Too many of this one are, and none of them has stood still for long.
  case crowded
}

/// Files that come in pieces, each of one account and one unit, for a day.
extension Store {
  package enum UploadLimit {
    package static let seconds: Int64 = 86_400
    /// How long no piece of one may come before it gives way to another of its account.
    package static let idle: Int64 = 900
  }

  /// - Parameters:
  ///   - most: how many may be on their way in all.
  ///   - own: how many of one account: one that stands still gives way to a new one, for what a
  ///     browser was closed over keeps nobody from the next file.
  ///   - current: files that a piece is coming in of right now.
  /// - Returns: also which others are over: their files are to go.
  package func beginUpload(
    of account: Account, unit: String, name: String, size: Int, sha256: String?, most: Int,
    own: Int, besides current: Set<String> = [], at time: Int64
  ) throws -> (beginning: UploadBeginning, over: [String]) {
    try pool.write { database in
      var over = try Store.endUploads(database, at: time)
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT * FROM upload WHERE account = ? AND document IS NULL ORDER BY seen_at, rowid",
        arguments: [account.number])
      let mine = rows.map(StoredUpload.init)
      let before = mine.first {
        sha256 != nil && $0.sha256 == sha256 && $0.unit == unit && $0.size == size
      }
      if let before { return (.before(before), over) }
      let idle = rows.filter { $0["seen_at"] <= time - UploadLimit.idle }.map(StoredUpload.init)
        .filter { !current.contains($0.id) }
      let excess = max(0, mine.count + 1 - own)
      guard idle.count >= excess else { return (.crowded, over) }
      for upload in idle.prefix(excess) {
        try database.execute(sql: "DELETE FROM upload WHERE id = ?", arguments: [upload.id])
        over.append(upload.id)
      }
      let count = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM upload WHERE document IS NULL")
      guard count ?? 0 < most else { return (.full, over) }
      let id = String(Secret.token().prefix(32))
      let row = try Row.fetchOne(
        database,
        sql: """
          INSERT INTO upload (id, account, unit, name, size, sha256, begun_at, seen_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
          """, arguments: [id, account.number, unit, name, size, sha256, time, time])
      return (row.map { .begun(StoredUpload($0)) } ?? .full, over)
    }
  }

  /// nil: there is none, it is over, or it is somebody else's or for another unit.
  package func upload(
    _ id: String, of account: Account, unit: String, at time: Int64
  ) throws -> StoredUpload? {
    try pool.read {
      try Row.fetchOne(
        $0,
        sql: "SELECT * FROM upload WHERE id = ? AND account = ? AND unit = ? AND begun_at > ?",
        arguments: [id, account.number, unit, time - UploadLimit.seconds]
      ).map(StoredUpload.init)
    }
  }

  /// Remembers that a piece of it came.
  package func notePiece(of upload: StoredUpload, at time: Int64) throws {
    try pool.write {
      try $0.execute(
        sql: "UPDATE upload SET seen_at = max(seen_at, ?) WHERE id = ?",
        arguments: [time, upload.id])
    }
  }

  /// Remembers what it has become, so that whoever missed the answer is told it again.
  package func end(_ upload: StoredUpload, as document: String) throws {
    try pool.write {
      try $0.execute(
        sql: "UPDATE upload SET document = ? WHERE id = ?", arguments: [document, upload.id])
    }
  }

  /// Forgets one whose bytes are none to be taken: whoever sends others begins anew.
  package func forget(_ upload: StoredUpload) throws {
    try pool.write {
      try $0.execute(sql: "DELETE FROM upload WHERE id = ?", arguments: [upload.id])
    }
  }

  /// Ids of those that are on their way; what else lies there is to go.
  package func openUploads(at time: Int64) throws -> Set<String> {
    try pool.write { database in
      _ = try Store.endUploads(database, at: time)
      return Set(
        try String.fetchAll(database, sql: "SELECT id FROM upload WHERE document IS NULL"))
    }
  }

  /// Forgets those whose day is over.
  private static func endUploads(_ database: Database, at time: Int64) throws -> [String] {
    try String.fetchAll(
      database, sql: "DELETE FROM upload WHERE begun_at <= ? RETURNING id",
      arguments: [time - UploadLimit.seconds])
  }
}
