extension PrintedTable {
  /// Everything in which the table contradicts itself, with the repair that the rest of it forces.
  ///
  /// A repair is forced when it is the only change of one cell with which the row's identities,
  /// the block totals and the grand total hold and which no printed percentage that fitted rules
  /// out. Rows with errors under one total can be mended together, one cell each. Otherwise the
  /// candidates are listed, or it is said that there is none.
  package func contradictions() -> [Contradiction] {
    let search = RepairSearch(self)
    var found: [(first: Int, contradiction: Contradiction)] = []
    func add(_ failing: [Int], _ repairs: [Repair]) {
      found.append((failing[0], contradiction(failing, repairs, search)))
    }
    var open = search.equations.failing
    for row in rowsForcedAlone(search) {
      let mended = Set(search.failingEquations(mendedBy: row.repair))
      add(mended.sorted(), row.repairs)
      open.removeAll { mended.contains($0) }
    }
    var left: [[Int]] = []
    for cluster in search.clusters(of: open) {
      let repairs = search.singleRepairs(cluster)
      if !repairs.contains(where: \.isPossible), !search.contradictoryRows(cluster).isEmpty {
        left.append(cluster)
      } else {
        add(cluster, repairs)
      }
    }
    for group in groups(left, search) {
      let failing = group.flatMap { $0 }.sorted()
      let joint = search.jointRepairs(failing)
      if joint.isEmpty {
        for cluster in group { add(cluster, search.singleRepairs(cluster)) }
      } else {
        add(failing, group.flatMap(search.singleRepairs) + joint)
      }
    }
    return found.sorted { $0.first < $1.first }.map(\.contradiction)
  }

  /// The contradictory rows that one change mends together with every total it touches.
  ///
  /// Rows whose changes touch the same total are left out: one of them would undo the other.
  private func rowsForcedAlone(_ search: RepairSearch) -> [(repair: Repair, repairs: [Repair])] {
    var forced: [(repair: Repair, repairs: [Repair])] = []
    for row in search.contradictoryRows(search.equations.failing) {
      let repairs = search.singleRepairs(search.failingIdentities(of: row))
      let possible = repairs.filter(\.isPossible)
      if possible.count == 1, possible[0].isFitting { forced.append((possible[0], repairs)) }
    }
    var touched: [Int: Int] = [:]
    for entry in forced {
      for equation in search.touched(by: entry.repair) { touched[equation, default: 0] += 1 }
    }
    return forced.filter { entry in
      search.touched(by: entry.repair).allSatisfy { touched[$0] == 1 }
    }
  }

  private func contradiction(
    _ failing: [Int], _ repairs: [Repair], _ search: RepairSearch
  ) -> Contradiction {
    let possible = repairs.filter(\.isPossible)
    let verdict: Verdict
    if possible.count == 1, possible[0].isFitting {
      verdict = .forced(possible[0])
    } else {
      verdict = possible.isEmpty ? .unrepaired : .ambiguous(possible)
    }
    var rows = search.contradictoryRows(failing)
    if rows.isEmpty {
      for equation in failing {
        if case .total(let row, _) = search.equations.equations[equation], !rows.contains(row) {
          rows.append(row)
        }
      }
    }
    return Contradiction(
      failing: failing.map { search.equations.equations[$0] }, rows: rows, verdict: verdict,
      refuted: repairs.filter { !$0.isPossible })
  }

  /// Clusters that no single change mends, those linked by a total together.
  private func groups(_ clusters: [[Int]], _ search: RepairSearch) -> [[[Int]]] {
    var groups: [[[Int]]] = []
    for cluster in clusters {
      var merged = [cluster]
      groups.removeAll { group in
        guard group.contains(where: { search.areLinked($0, cluster) }) else { return false }
        merged = group + merged
        return true
      }
      groups.append(merged)
    }
    return groups
  }
}
