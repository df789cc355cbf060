internal import Grading
internal import Procedure
internal import Store

/// Which rows of the work are somebody's: of an appraiser what they may decide, of others what they
/// may read.
///
/// Rights are asked once for all rows that they cannot tell apart: items of one set and place, of
/// units of one block and council. Units that the rules know by name are asked for one by one: the
/// account's own, and offices that appraise.
struct WorkShare {
  private struct Kind: Hashable {
    let set: Int
    let block: Int
    let council: String?
    let named: String?
  }

  private let snapshot: RoundSnapshot
  private let rights: Rights
  private let account: Account
  private let named: Set<String>

  init(of account: Account, _ rights: Rights, in snapshot: RoundSnapshot) {
    self.account = account
    self.rights = rights
    self.snapshot = snapshot
    let rules = rights.duties.rules
    let person = rights.person(of: account)
    named = rules.offices.union(rules.standIns.keys)
      .union([person?.unit, account.unit].compactMap(\.self))
  }

  func rows(of table: WorkTable) -> [WorkTable.Row] {
    account.role == .helperTeam ? decided(table.rows) : read(table.rows)
  }

  private func decided(_ rows: [WorkTable.Row]) -> [WorkTable.Row] {
    var places: [Kind: Int] = [:]
    let kinds = snapshot.round.units.map { result -> Int in
      let kind = kind(of: result.record)
      let place = places[kind] ?? places.count
      places[kind] = place
      return place
    }
    var answers = [[Int: Bool]](repeating: [:], count: places.count)
    return rows.filter { row in
      let kind = kinds[row.unit]
      if let answer = answers[kind][row.item] { return answer }
      let answer = rights.allows(.appraise(row.matter), by: account)
      answers[kind][row.item] = answer
      return answer
    }
  }

  private func read(_ rows: [WorkTable.Row]) -> [WorkTable.Row] {
    var answers: [Int: Bool] = [:]
    return rows.filter { row in
      if let answer = answers[row.unit] { return answer }
      let answer = rights.allows(.readMatters(row.matter.unit), by: account)
      answers[row.unit] = answer
      return answer
    }
  }

  private func kind(of record: UnitRecord) -> Kind {
    let id = record.unit.id
    return Kind(
      set: record.set, block: record.block, council: snapshot.council(of: id),
      named: named.contains(id) ? id : nil)
  }
}
