/// A way to mend a contradiction, with all that speaks against it.
package struct Repair: Hashable, Sendable {
  package let changes: [CellChange]
  /// Equations that do not hold with it.
  package let broken: [TableEquation]
  /// Totals over rows without figures that it leaves with something over.
  package let unproven: [TableEquation]
  /// Printed percentages that fitted before and no longer do.
  package let against: [PercentFinding]
  /// Printed percentages that fit only with it.
  package let supporting: [PercentFinding]

  /// Whether a figure would be negative.
  package var isNegative: Bool { changes.contains { $0.to < 0 } }

  /// Whether nothing rules it out.
  package var isPossible: Bool { broken.isEmpty && against.isEmpty && !isNegative }

  /// Whether every equation holds with it, whatever the percentages say.
  package var satisfiesEquations: Bool { broken.isEmpty && unproven.isEmpty && !isNegative }

  /// Whether it agrees with everything that is printed.
  package var isFitting: Bool { isPossible && unproven.isEmpty }
}

/// What a contradiction leaves open.
package enum Verdict: Hashable, Sendable {
  /// The only change that agrees with everything else printed.
  case forced(Repair)
  /// Several changes agree equally well.
  case ambiguous([Repair])
  /// No change of one cell agrees.
  case unrepaired
}

/// Equations that fail together, and what could mend them.
package struct Contradiction: Hashable, Sendable {
  /// Row identities first, then totals.
  package let failing: [TableEquation]
  /// The rows whose identities fail; for totals alone, the rows that print them.
  package let rows: [Int]
  package let verdict: Verdict
  /// What was tried and is ruled out.
  package let refuted: [Repair]

  package var forced: Repair? { if case .forced(let repair) = verdict { repair } else { nil } }

  /// Whether rows agree with themselves and only a total does not.
  package var isOfTotalsOnly: Bool {
    failing.allSatisfy { if case .total = $0 { true } else { false } }
  }

  /// The cells whose figures cannot be trusted while nobody has decided.
  package func doubtful(in table: PrintedTable) -> Set<TableCell> {
    switch verdict {
    case .forced(let repair): return Set(repair.changes.map(\.cell))
    // A total that fits no row says nothing of one of them.
    case .ambiguous where isOfTotalsOnly: return []
    case .ambiguous(let repairs): return Set(repairs.flatMap(\.changes).map(\.cell))
    case .unrepaired: return unconfirmed(in: table)
    }
  }

  /// The cells of failing identities that no other identity of their row confirms.
  private func unconfirmed(in table: PrintedTable) -> Set<TableCell> {
    let equations = TableEquations(table)
    let failing = Set(failing)
    var cells: Set<TableCell> = []
    for (index, equation) in equations.equations.enumerated() {
      guard case .identity = equation, failing.contains(equation) else { continue }
      for cell in equations.cells(index) {
        let isConfirmed = equations.equations(with: cell).contains { other in
          guard case .identity = equations.equations[other] else { return false }
          return equations.state(other) == .holds
        }
        if !isConfirmed { cells.insert(cell) }
      }
    }
    return cells
  }
}
