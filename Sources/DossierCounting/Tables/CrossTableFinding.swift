package import Diagnostics

/// A figure of one table that may not exceed a figure of another.
package struct CrossCheck: Hashable, Sendable {
  package let smaller: String
  package let larger: String

  package init(_ smaller: String, atMost larger: String) {
    self.smaller = smaller
    self.larger = larger
  }
}

/// A unit's figure with the table and the place it comes from.
package struct PlacedFigure: Hashable, Sendable {
  package let metric: String
  package let value: Int
  /// The table's id.
  package let table: String
  package let span: SourceSpan

  package init(metric: String, value: Int, table: String, span: SourceSpan) {
    self.metric = metric
    self.value = value
    self.table = table
    self.span = span
  }
}

/// Two tables that cannot both be right about a unit.
package struct CrossTableFinding: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The first figure exceeds the second, and may not.
    case exceeds
    /// Both tables print the same metric, differently.
    case differs
  }

  package let kind: Kind
  /// The unit's name as the second table prints it.
  package let name: String
  package let unit: String?
  package let first: PlacedFigure
  package let second: PlacedFigure
  package let knownReason: String?
}

/// Compares what several tables print of the same units.
package struct CrossTableComparison: Sendable {
  private var names: [(key: String, name: String)] = []
  private var placeOf: [String: Int] = [:]
  private var figures: [[String: [PlacedFigure]]] = []

  package init() {}

  /// Takes in a table; `keys` says which unit each of its rows is of, nil for rows of none.
  package mutating func add(_ table: PrintedTable, keys: [String?]) {
    for (row, key) in zip(table.rows, keys) {
      guard let key else { continue }
      let place: Int
      if let found = placeOf[key] {
        place = found
      } else {
        place = names.count
        placeOf[key] = place
        names.append((key, row.name))
        figures.append([:])
      }
      for (metric, name) in table.metrics.enumerated() {
        guard let value = row.values[metric] else { continue }
        figures[place][name, default: []].append(
          PlacedFigure(metric: name, value: value, table: table.id, span: row.span(of: metric)))
      }
    }
  }

  /// What the tables disagree on; `known` gives the reason of what was looked at, by key.
  package func findings(
    _ checks: [CrossCheck], units: (String) -> String?, known: (String) -> String?
  ) -> [CrossTableFinding] {
    var findings: [CrossTableFinding] = []
    for (place, (key, name)) in names.enumerated() {
      func add(_ kind: CrossTableFinding.Kind, _ first: PlacedFigure, _ second: PlacedFigure) {
        findings.append(
          CrossTableFinding(
            kind: kind, name: name, unit: units(key), first: first, second: second,
            knownReason: known(key)))
      }
      for (_, printed) in figures[place].sorted(by: { $0.key < $1.key }) {
        for other in printed.dropFirst() where other.value != printed[0].value {
          add(.differs, other, printed[0])
        }
      }
      for check in checks {
        guard let smaller = figures[place][check.smaller]?.first,
          let larger = figures[place][check.larger]?.first, smaller.value > larger.value
        else { continue }
        add(.exceeds, smaller, larger)
      }
    }
    return findings
  }
}
