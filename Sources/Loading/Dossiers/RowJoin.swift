internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Joins the rows of printed tables to the units of the register.
struct RowJoin {
  let names: UnitNames
  let problems: DiagnosticCollector
  private var reportedParents: Set<String> = []

  init(_ units: [Unit], into problems: DiagnosticCollector) {
    names = UnitNames(units)
    self.problems = problems
  }

  /// Puts unit ids into a table's rows; a name that fits none or two stays without.
  mutating func join(_ table: inout PrintedTable) {
    guard !names.isEmpty else { return }
    var first: [String: SourceSpan] = [:]
    for index in table.rows.indices where table.rows[index].kind == .unit {
      let row = table.rows[index]
      guard let unit = unit(row) else { continue }
      if let earlier = first[unit] {
        problems.add(.unitTwice(row.name, unit, at: row.nameSpan, first: earlier))
        continue
      }
      first[unit] = row.nameSpan
      table.rows[index].unit = unit
    }
  }

  private mutating func unit(_ row: PrintedRow) -> String? {
    var parent: String?
    if let printed = row.parent {
      guard let found = self.parent(printed, at: row.span) else { return nil }
      parent = found
    }
    switch names.match(row.name, type: row.type, parent: parent) {
    case .one(let unit): return unit.id
    case .none(let nearest):
      problems.add(.nameUnknown(row.name, in: row.parent, nearest: nearest, at: row.nameSpan))
    case .several(let units):
      problems.add(.nameAmbiguous(row.name, units.map(\.id), at: row.nameSpan))
    }
    return nil
  }

  private mutating func parent(_ printed: String, at span: SourceSpan) -> String? {
    switch names.match(printed) {
    case .one(let unit): return unit.id
    case .none(let nearest):
      if reportedParents.insert(printed).inserted {
        problems.add(.nameUnknown(printed, in: nil, nearest: nearest, at: span))
      }
    case .several(let units):
      if reportedParents.insert(printed).inserted {
        problems.add(.nameAmbiguous(printed, units.map(\.id), at: span))
      }
    }
    return nil
  }

  /// What tells a row's unit apart across tables: its id, or without a register its name.
  func key(_ row: PrintedRow) -> String? {
    guard row.kind == .unit else { return nil }
    guard names.isEmpty else { return row.unit }
    return [row.type ?? "", row.parent ?? "", row.name].map(UnitNames.folded)
      .joined(separator: "\u{1F}")
  }
}
