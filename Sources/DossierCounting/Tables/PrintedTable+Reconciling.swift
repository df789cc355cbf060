extension PrintedTable {
  /// Everything in which the table contradicts itself, with the repair that the rest of it forces.
  ///
  /// A repair is forced when it is the only change of one cell with which the row's identities,
  /// the block totals and the grand total hold and which no printed percentage that fitted rules
  /// out. Rows that share a total can be mended together, one cell each. Otherwise the
  /// candidates are listed, or it is said that there is none.
  package func contradictions() -> [Contradiction] {
    let search = RepairSearch(self)
    var found: [(first: Int, contradiction: Contradiction)] = []
    var left: [[Int]] = []
    for cluster in search.clusters() {
      let repairs = search.singleRepairs(cluster)
      let isOpen = !repairs.contains(where: \.isPossible)
      if isOpen, !search.contradictoryRows(cluster).isEmpty {
        left.append(cluster)
      } else {
        found.append((cluster[0], contradiction(cluster, repairs, search)))
      }
    }
    for group in groups(left, search) {
      let joint = search.jointRepairs(group.flatMap { $0 }.sorted())
      if joint.isEmpty {
        for cluster in group {
          found.append((cluster[0], contradiction(cluster, search.singleRepairs(cluster), search)))
        }
      } else {
        let failing = group.flatMap { $0 }.sorted()
        let single = group.flatMap(search.singleRepairs)
        found.append((failing[0], contradiction(failing, single + joint, search)))
      }
    }
    return found.sorted { $0.first < $1.first }.map(\.contradiction)
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
