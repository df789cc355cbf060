internal import GRDB

/// What became of a proposal; raw values stand in the store.
package enum ProposalState: String, Sendable, CaseIterable {
  /// It waits for the second approver.
  case open
  case approved
  /// The approver does not stand for it.
  case returned
  /// The proposer took it back.
  case withdrawn
}

/// What a proposal is about; raw values stand in the store.
package enum ProposalKind: String, Sendable {
  case item
  /// A figure that an office keeps.
  case figure
}

/// A decision that needs a second approver and is no event yet.
package struct StoredProposal: Hashable, Sendable {
  package let number: Int64
  package let kind: ProposalKind
  package let unit: String
  /// The item's id, or the figure's name.
  package let item: String
  /// Who proposes it: their login, and who they are in people.yaml.
  package let login: String
  package let person: String
  /// The number of the item's last event that they saw.
  package let seen: Int
  package let madeAt: Int64
  package let state: ProposalState
  package let closedBy: String?
  package let closedAt: Int64?
  package let note: String?
  /// The event that it became.
  package let event: Int?
  /// As typed, by the form's names.
  package let fields: [String: String]
}

/// What became of proposing.
package enum Proposing: Hashable, Sendable {
  case made(StoredProposal)
  /// Another proposal about the same item waits already; nothing was written.
  case waiting(StoredProposal)
}

extension Store {
  /// Keeps a proposal for a second approver; the same once more, as a second click sends it, is the
  /// one that is there.
  package func propose(
    _ kind: ProposalKind = .item, unit: String, item: String, _ fields: [String: String], seen: Int,
    login: String,
    person: String, at time: Int64
  ) throws -> Proposing {
    try pool.write { database in
      let open = try Store.proposals(
        "kind = ? AND unit = ? AND item = ? AND state = 'open'", [kind.rawValue, unit, item],
        database
      ).first
      if let open {
        return open.login == login && open.fields == fields ? .made(open) : .waiting(open)
      }
      try database.execute(
        sql: """
          INSERT INTO proposal (kind, unit, item, login, person, seen, made_at, state)
          VALUES (?, ?, ?, ?, ?, ?, ?, 'open')
          """, arguments: [kind.rawValue, unit, item, login, person, seen, time])
      let number = database.lastInsertedRowID
      for (name, value) in fields {
        try database.execute(
          sql: "INSERT INTO proposal_field (proposal, name, value) VALUES (?, ?, ?)",
          arguments: [number, name, value])
      }
      return .made(
        StoredProposal(
          number: number, kind: kind, unit: unit, item: item, login: login, person: person,
          seen: seen,
          madeAt: time, state: .open, closedBy: nil, closedAt: nil, note: nil, event: nil,
          fields: fields))
    }
  }

  /// Ends a proposal that waits.
  /// - Returns: false when it does not wait any more.
  package func close(
    proposal number: Int64, _ state: ProposalState, by login: String, note: String? = nil,
    event: Int? = nil, at time: Int64
  ) throws -> Bool {
    try pool.write { database in
      try database.execute(
        sql: """
          UPDATE proposal SET state = ?, closed_by = ?, closed_at = ?, note = ?, event = ?
          WHERE number = ? AND state = 'open'
          """, arguments: [state.rawValue, login, time, note, event, number])
      return database.changesCount > 0
    }
  }

  package func proposal(_ number: Int64) throws -> StoredProposal? {
    try pool.read { try Store.proposals("number = ?", [number], $0).first }
  }

  /// Those that wait, the oldest first.
  package func openProposals(about kind: ProposalKind = .item) throws -> [StoredProposal] {
    try pool.read { try Store.proposals("state = 'open' AND kind = ?", [kind.rawValue], $0) }
  }

  /// The latest that ended, the latest first.
  /// - Parameters:
  ///   - limit: how many of those that are wanted.
  ///   - isWanted: asked with the unit and the item, or figure, of each, the latest first, until there
  ///     are so many.
  package func closedProposals(
    limit: Int, about kind: ProposalKind = .item,
    where isWanted: (_ unit: String, _ item: String) -> Bool = { _, _ in true }
  ) throws -> [StoredProposal] {
    try pool.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT number, unit, item FROM proposal WHERE state <> 'open' AND kind = ?
          ORDER BY closed_at DESC, number DESC
          """, arguments: [kind.rawValue])
      var wanted: [Int64] = []
      while wanted.count < limit, let row = try rows.next() {
        if isWanted(row["unit"], row["item"]) { wanted.append(row["number"]) }
      }
      return try wanted.compactMap { try Store.proposals("number = ?", [$0], database).first }
    }
  }

  private static func proposals(
    _ condition: String, _ arguments: StatementArguments, _ database: Database
  ) throws -> [StoredProposal] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM proposal WHERE \(condition) ORDER BY number",
      arguments: arguments
    ).map { row in
      let number: Int64 = row["number"]
      let fields = try Row.fetchAll(
        database, sql: "SELECT name, value FROM proposal_field WHERE proposal = ?",
        arguments: [number])
      return StoredProposal(
        number: number, kind: ProposalKind(rawValue: row["kind"]) ?? .item, unit: row["unit"],
        item: row["item"], login: row["login"],
        person: row["person"], seen: row["seen"], madeAt: row["made_at"],
        state: ProposalState(rawValue: row["state"]) ?? .withdrawn, closedBy: row["closed_by"],
        closedAt: row["closed_at"], note: row["note"], event: row["event"],
        fields: Dictionary(
          fields.map { ($0["name"], $0["value"]) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
