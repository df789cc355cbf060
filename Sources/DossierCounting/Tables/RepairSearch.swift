/// Looks for the changes that mend failing equations.
struct RepairSearch {
  let table: PrintedTable
  let equations: TableEquations

  /// How many rows are mended together at most: more would be guessing.
  private static let mostRows = 4
  private static let mostCombinations = 4_096

  init(_ table: PrintedTable) {
    self.table = table
    equations = TableEquations(table)
  }

  // MARK: Clusters

  /// Failing equations, those that share a cell together.
  func clusters(of failing: [Int]) -> [[Int]] {
    var clusters: [(equations: [Int], cells: Set<TableCell>)] = []
    for equation in failing {
      var merged = (equations: [equation], cells: Set(equations.cells(equation)))
      clusters.removeAll { cluster in
        guard !cluster.cells.isDisjoint(with: merged.cells) else { return false }
        merged.equations.append(contentsOf: cluster.equations)
        merged.cells.formUnion(cluster.cells)
        return true
      }
      merged.equations.sort()
      clusters.append(merged)
    }
    return clusters.map(\.equations).sorted { $0[0] < $1[0] }
  }

  // MARK: One change

  /// Every change of one cell that makes at least one of the failing equations hold.
  ///
  /// Where only totals fail, rows that a change would set against themselves are left out: there
  /// are as many as the table has rows.
  func singleRepairs(_ failing: [Int]) -> [Repair] {
    let identities = failing.filter { isIdentity($0) }
    var tried: Set<CellChange> = []
    var repairs: [Repair] = []
    for equation in identities.isEmpty ? failing : identities {
      for cell in equations.cells(equation) {
        guard let change = change(cell, to: equation), tried.insert(change).inserted else {
          continue
        }
        let repair = assess([change], failing: failing)
        let isTotal = table.rows[cell.row].scope != nil
        if !identities.isEmpty || isTotal || repair.isPossible { repairs.append(repair) }
      }
    }
    return repairs
  }

  private func isIdentity(_ equation: Int) -> Bool {
    if case .identity = equations.equations[equation] { true } else { false }
  }

  private func change(_ cell: TableCell, to equation: Int) -> CellChange? {
    guard let now = table[cell], let value = equations.value(of: cell, now: now, in: equation),
      value != now
    else { return nil }
    return CellChange(cell: cell, from: now, to: value)
  }

  /// A change with all that speaks for and against it.
  func assess(_ changes: [CellChange], failing: [Int]) -> Repair {
    var broken: [TableEquation] = []
    var unproven: [TableEquation] = []
    for (equation, state) in equations.states(after: changes, also: failing) {
      switch state {
      case .holds, .open(remainder: 0): break
      case .open: unproven.append(equations.equations[equation])
      case .fails: broken.append(equations.equations[equation])
      }
    }
    let percents = table.percentEvidence(
      for: table.changing(changes), in: Set(changes.map(\.cell.row)))
    return Repair(
      changes: changes, broken: broken, unproven: unproven, against: percents.against,
      supporting: percents.supporting)
  }

  /// The identities of a row that fail.
  func failingIdentities(of row: Int) -> [Int] {
    equations.failing.filter {
      if case .identity(row, _) = equations.equations[$0] { true } else { false }
    }
  }

  /// The equations that a repair's cells stand in.
  func touched(by repair: Repair) -> Set<Int> {
    Set(repair.changes.flatMap { equations.equations(with: $0.cell) })
  }

  /// The equations that fail as printed and hold with a repair.
  func failingEquations(mendedBy repair: Repair) -> [Int] {
    touched(by: repair).filter { equations.state($0) == .fails }
  }

  // MARK: One change in each of several rows

  /// The rows whose identities fail.
  func contradictoryRows(_ failing: [Int]) -> [Int] {
    var rows: [Int] = []
    for equation in failing {
      guard case .identity(let row, _) = equations.equations[equation], !rows.contains(row) else {
        continue
      }
      rows.append(row)
    }
    return rows
  }

  /// The ways to change one cell in each contradictory row so that every equation holds.
  ///
  /// Fewer changes cannot do: each of the rows needs one.
  func jointRepairs(_ failing: [Int]) -> [Repair] {
    let rows = contradictoryRows(failing)
    guard (2...Self.mostRows).contains(rows.count) else { return [] }
    var combinations: [[CellChange]] = [[]]
    for row in rows {
      let changes = ownChanges(row, failing)
      guard combinations.count * changes.count <= Self.mostCombinations else { return [] }
      combinations = combinations.flatMap { begun in changes.map { begun + [$0] } }
    }
    return combinations.map { assess($0, failing: failing) }.filter(\.satisfiesEquations)
  }

  /// The changes of one cell that make all identities of a row hold.
  private func ownChanges(_ row: Int, _ failing: [Int]) -> [CellChange] {
    let own = failing.filter {
      if case .identity(row, _) = equations.equations[$0] { true } else { false }
    }
    var changes: [CellChange] = []
    for cell in own.first.map(equations.cells) ?? [] {
      guard let change = change(cell, to: own[0]), change.to >= 0 else { continue }
      let broken = assess([change], failing: own).broken
      let isWhole = broken.allSatisfy { if case .total = $0 { true } else { false } }
      if isWhole { changes.append(change) }
    }
    return changes
  }

  /// Whether a total adds up figures of one set of equations with those of another.
  func areLinked(_ first: [Int], _ second: [Int]) -> Bool {
    let totals = Set(identityCells(first).flatMap(equations.equations(with:)))
      .filter { !isIdentity($0) }
    let others = Set(identityCells(second).flatMap(equations.equations(with:)))
    return !totals.isDisjoint(with: others)
  }

  private func identityCells(_ failing: [Int]) -> [TableCell] {
    failing.filter { isIdentity($0) }.flatMap(equations.cells)
  }
}
