package import Grading

/// Which units a list is made of: a rate against a bound, on exact ratios.
package struct UnitListRule: Hashable, Sendable {
  /// How a rate is compared with the bound.
  package enum Bound: String, Sendable, CaseIterable {
    case from
    case above
    case upTo = "up_to"
    case below
  }

  package let id: String
  package let title: String
  /// The table it is made from.
  package let table: String
  /// The rate is one metric over another, both by name.
  package let of: String
  package let over: String
  package let bound: Bound
  package let value: Exact
  /// Units with a smaller base are listed apart.
  package let atLeast: Int

  package init(
    id: String, title: String, table: String, of: String, over: String, bound: Bound, value: Exact,
    atLeast: Int = 1
  ) {
    self.id = id
    self.title = title
    self.table = table
    self.of = of
    self.over = over
    self.bound = bound
    self.value = value
    self.atLeast = atLeast
  }

  func admits(_ rate: Exact) -> Bool {
    switch bound {
    case .from: rate >= value
    case .above: rate > value
    case .upTo: rate <= value
    case .below: rate < value
    }
  }
}

/// A list of units: those the rule admits, and those of which it cannot say anything.
package struct UnitList: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// The unit's row in the table.
    package let row: Int
    package let of: Int
    package let over: Int
    package let rate: Exact
  }

  package let rule: UnitListRule
  /// The highest rate first; equal rates as printed.
  package let entries: [Entry]
  /// Units with nothing to divide by: nothing resolved.
  package let withoutBase: [Int]
  /// Units whose base is smaller than the rule's least number.
  package let tooFew: [Int]
  /// Units without figures.
  package let missing: [Int]
}

extension PrintedTable {
  /// Makes a list; nil when the table lacks one of the metrics.
  package func list(_ rule: UnitListRule) -> UnitList? {
    guard let of = metrics.firstIndex(of: rule.of), let over = metrics.firstIndex(of: rule.over)
    else { return nil }
    var entries: [UnitList.Entry] = []
    var withoutBase: [Int] = []
    var tooFew: [Int] = []
    var missing: [Int] = []
    for (index, row) in rows.enumerated() where row.kind == .unit {
      guard let part = row.values[of], let base = row.values[over] else {
        missing.append(index)
        continue
      }
      guard let rate = Exact(part, over: base) else {
        withoutBase.append(index)
        continue
      }
      if base < rule.atLeast {
        tooFew.append(index)
      } else if rule.admits(rate) {
        entries.append(UnitList.Entry(row: index, of: part, over: base, rate: rate))
      }
    }
    entries.sort { ($1.rate, $0.row) < ($0.rate, $1.row) }
    return UnitList(
      rule: rule, entries: entries, withoutBase: withoutBase, tooFew: tooFew, missing: missing)
  }
}
