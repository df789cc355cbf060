/// What a change of the index is made of, in points of the index; together they are the change.
package struct YearParts: Hashable, Sendable {
  /// The later inputs instead of the earlier ones, both under the earlier criteria.
  package var performance = Exact.zero
  /// The later criteria instead of the earlier ones, both on the later inputs.
  package var criteria = Exact.zero
  /// Items that cannot be held against each other, last.
  package var incomparable = Exact.zero

  package init() {}

  package var total: Exact { performance + criteria + incomparable }

  static func += (left: inout YearParts, right: YearParts) {
    left.performance += right.performance
    left.criteria += right.criteria
    left.incomparable += right.incomparable
  }

  /// Each part rounded by itself, and what the published change has beside their sum.
  package func shown(of change: Exact, _ rounding: Rounding) -> ShownParts {
    func rounded(_ value: Exact) -> Exact {
      value.rounded(places: rounding.index, mode: rounding.mode)
    }
    var parts = YearParts()
    parts.performance = rounded(performance)
    parts.criteria = rounded(criteria)
    parts.incomparable = rounded(incomparable)
    return ShownParts(parts: parts, rounding: change - parts.total)
  }
}

/// Parts as people read them; with `rounding` they add up to the published change.
package struct ShownParts: Hashable, Sendable {
  package let parts: YearParts
  package let rounding: Exact

  package var total: Exact { parts.total + rounding }
  /// Neither performance nor changed criteria.
  package var rest: Exact { parts.incomparable + rounding }
}
