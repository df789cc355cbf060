internal import GRDB

/// What is typed of one part of a self-assessment and not handed in yet.
package struct StoredDraft: Hashable, Sendable {
  /// An item's id, or the name of the part that items share.
  package let part: String
  /// Goes up by one with every change, from 1.
  package let version: Int
  /// The login of who typed it.
  package let author: String
  package let savedAt: Int64
  /// As typed, by the form's names.
  package let fields: [String: String]

  package init(
    part: String, version: Int, author: String, savedAt: Int64, fields: [String: String]
  ) {
    self.part = part
    self.version = version
    self.author = author
    self.savedAt = savedAt
    self.fields = fields
  }
}

/// What became of a save.
package enum DraftSaving: Hashable, Sendable {
  case saved(StoredDraft)
  /// Somebody else saved in between; nothing was written.
  case conflict(StoredDraft)
}

extension Store {
  /// More than anybody saves one part between two times of handing in.
  static let mostVersions = 1_000_000

  /// All drafts of a unit, by part.
  package func drafts(of unit: String) throws -> [String: StoredDraft] {
    try pool.read { try Store.drafts(of: unit, nil, $0) }
  }

  package func draft(of unit: String, part: String) throws -> StoredDraft? {
    try pool.read { try Store.drafts(of: unit, part, $0)[part] }
  }

  /// Saves one part; on the disk when it returns.
  ///
  /// The same fields once more, as a second click sends them, change nothing.
  /// - Parameter version: what was shown to who typed; 0: nothing was there. Where nothing is, as after
  ///   handing in, counting goes on from it, unless nobody can have been shown so many.
  package func saveDraft(
    of unit: String, part: String, _ fields: [String: String], over version: Int, by author: String,
    at time: Int64
  ) throws -> DraftSaving {
    try pool.write { database in
      try Store.save(unit, part, fields, over: version, by: author, at: time, database)
    }
  }

  /// The same beside others who save at this moment: people type all at once, and the disk is waited
  /// for together.
  package func saveTyped(
    of unit: String, part: String, _ fields: [String: String], over version: Int, by author: String,
    at time: Int64
  ) async throws -> DraftSaving {
    try await shared.write { database in
      try Store.save(unit, part, fields, over: version, by: author, at: time, database)
    }
  }

  static func save(
    _ unit: String, _ part: String, _ fields: [String: String], over version: Int,
    by author: String, at time: Int64, _ database: Database
  ) throws -> DraftSaving {
    let old = try Store.drafts(of: unit, part, database)[part]
    if let old, old.fields == fields { return .saved(old) }
    if let old, old.version != version { return .conflict(old) }
    let shown = (0...Store.mostVersions).contains(version) ? version : 0
    let draft = StoredDraft(
      part: part, version: (old?.version ?? shown) + 1, author: author, savedAt: time,
      fields: fields)
    try Store.write(draft, of: unit, database)
    return .saved(draft)
  }

  /// Puts one part in the place of everything that is typed of a unit; on the disk when it returns.
  /// - Parameter versions: of all parts, as they were shown to who decided it.
  /// - Returns: whether nothing was another by then; otherwise nothing is written.
  package func replaceDrafts(
    of unit: String, with part: String, _ fields: [String: String], over versions: [String: Int],
    by author: String, at time: Int64
  ) throws -> Bool {
    try pool.write { database in
      let old = try Store.drafts(of: unit, nil, database)
      guard old.mapValues(\.version) == versions else { return false }
      try database.execute(sql: "DELETE FROM draft WHERE unit = ?", arguments: [unit])
      // Higher than any before, so that nobody takes it for what they have seen.
      let version = (versions.values.max() ?? 0) + 1
      try Store.write(
        StoredDraft(part: part, version: version, author: author, savedAt: time, fields: fields),
        of: unit, database)
      return true
    }
  }

  private static func write(
    _ draft: StoredDraft, of unit: String, _ database: Database
  ) throws {
    try database.execute(
      sql: "DELETE FROM draft WHERE unit = ? AND part = ?", arguments: [unit, draft.part])
    try database.execute(
      sql: "INSERT INTO draft (unit, part, version, author, saved_at) VALUES (?, ?, ?, ?, ?)",
      arguments: [unit, draft.part, draft.version, draft.author, draft.savedAt])
    for (name, value) in draft.fields {
      try database.execute(
        sql: "INSERT INTO draft_field (unit, part, name, value) VALUES (?, ?, ?, ?)",
        arguments: [unit, draft.part, name, value])
    }
  }

  /// Removes drafts that were handed in; one that was changed since stays.
  package func clearDrafts(of unit: String, _ handedIn: [StoredDraft]) throws {
    try pool.write { database in
      for draft in handedIn {
        try database.execute(
          sql: "DELETE FROM draft WHERE unit = ? AND part = ? AND version = ?",
          arguments: [unit, draft.part, draft.version])
      }
    }
  }

  private static func drafts(
    of unit: String, _ part: String?, _ database: Database
  ) throws -> [String: StoredDraft] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT draft.*, draft_field.name, draft_field.value
        FROM draft LEFT JOIN draft_field USING (unit, part)
        WHERE unit = :unit AND (:part IS NULL OR part = :part)
        """,
      arguments: ["unit": unit, "part": part])
    var fields: [String: [String: String]] = [:]
    var heads: [String: Row] = [:]
    for row in rows {
      let part: String = row["part"]
      heads[part] = row
      if let name: String = row["name"] { fields[part, default: [:]][name] = row["value"] }
    }
    return heads.reduce(into: [:]) { drafts, entry in
      drafts[entry.key] = StoredDraft(
        part: entry.key, version: entry.value["version"], author: entry.value["author"],
        savedAt: entry.value["saved_at"], fields: fields[entry.key] ?? [:])
    }
  }
}
