internal import Diagnostics

/// The gaps of a whole round, counted and priced by kind and by unit.
package struct GapSummary: Sendable {
  package struct Kind: Sendable {
    package let code: GapCode
    package let gaps: Int
    package let units: Int
    /// Each item of each unit once.
    package let amount: GapAmount
  }

  package struct UnitLine: Sendable {
    package let unit: Int
    package let gaps: Int
    package let errors: Int
    package let amount: GapAmount
  }

  /// Kinds that occur, in the order of `GapCode`.
  package let kinds: [Kind]
  /// Units with gaps, most points at risk first, then in the register's order.
  package let units: [UnitLine]
  package let total: GapAmount

  package init(_ all: [UnitGaps]) {
    var found: [GapCode: (gaps: Int, units: Int, amount: GapAmount)] = [:]
    var lines: [UnitLine] = []
    var total = GapAmount()
    for unit in all where !unit.gaps.isEmpty {
      for (code, gaps) in Dictionary(grouping: unit.gaps, by: \.code) {
        var kind = found[code] ?? (0, 0, GapAmount())
        kind.gaps += gaps.count
        kind.units += 1
        kind.amount += UnitGaps.total(of: gaps)
        found[code] = kind
      }
      let amount = unit.total
      total += amount
      lines.append(
        UnitLine(
          unit: unit.unit, gaps: unit.gaps.count,
          errors: unit.gaps.count { $0.severity == .error }, amount: amount))
    }
    kinds = GapCode.allCases.compactMap { code in
      found[code].map {
        Kind(code: code, gaps: $0.gaps, units: $0.units, amount: $0.amount)
      }
    }
    units = lines.sorted {
      $0.amount.atRisk != $1.amount.atRisk
        ? $0.amount.atRisk > $1.amount.atRisk : $0.unit < $1.unit
    }
    self.total = total
  }
}
