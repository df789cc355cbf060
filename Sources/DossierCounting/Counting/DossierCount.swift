internal import Grading

/// What was counted: exact numbers by unit, and what was found on the way.
package struct DossierCount: Sendable {
  /// Rows read, rejected ones included; empty lines are no rows.
  package private(set) var rows = 0
  package private(set) var units: [UnitCount]
  /// How many bytes were unpacked before the export broke off; nil when it was whole.
  package internal(set) var cutAfter: Int?
  private var rejects: RejectCounter
  let layout: CounterLayout

  init(_ counter: RecordCounter) {
    rows = counter.rows
    rejects = counter.rejects
    layout = counter.layout
    let stride = counter.layout.stride
    units = (0..<counter.layout.units).map { unit in
      UnitCount(
        layout: counter.layout,
        cells: (0..<stride).map { Int(counter.counters[unit * stride + $0]) })
    }
  }

  /// Adds the count of other records by the same rules.
  package mutating func add(_ other: DossierCount) {
    rows += other.rows
    rejects.add(other.rejects)
    for place in units.indices { units[place].add(other.units[place]) }
  }

  /// Rows that are not counted.
  package var rejected: Int { rejects.total }
  /// Those of them whose dossier stands in another row, which counts.
  package var repeated: Int {
    RejectReason.allCases.reduce(0) { $1.isRepeat ? $0 + rejected(for: $1) : $0 }
  }
  package var rejectExamples: [RejectExample] { rejects.examples }
  package func rejected(for reason: RejectReason) -> Int { rejects.counts[Int(reason.rawValue)] }
}

/// The numbers of one unit.
package struct UnitCount: Sendable {
  let layout: CounterLayout
  private(set) var cells: [Int]

  init(layout: CounterLayout, cells: [Int]) {
    self.layout = layout
    self.cells = cells
  }

  mutating func add(_ other: UnitCount) {
    for place in cells.indices { cells[place] += other.cells[place] }
  }

  /// Whether any record is the unit's.
  package var hasRecords: Bool { cells[..<layout.listStart].contains { $0 > 0 } }

  /// A count; with the place of a subset, of its procedures' dossiers only.
  package func value(_ metric: DossierMetric, subset: Int? = nil) -> Int {
    func sum(_ standings: [Standing], _ trait: Traits = []) -> Int {
      standings.reduce(0) { $0 + counted($1, with: trait, subset) }
    }
    let resolved: [Standing] = [.early, .onDueDay, .late]
    let open: [Standing] = [.openInTime, .openOverdue]
    switch metric {
    case .received: return sum(resolved + open)
    case .carriedOver: return sum(resolved + open, .carriedOver)
    case .newlyReceived: return sum(resolved + open) - sum(resolved + open, .carriedOver)
    case .resolved: return sum(resolved)
    case .early: return sum([.early])
    case .onDueDay: return sum([.onDueDay])
    case .inTime: return sum([.early, .onDueDay])
    case .late: return sum([.late])
    case .unresolved: return sum(open)
    case .unresolvedInTime: return sum([.openInTime])
    case .unresolvedOverdue: return sum([.openOverdue])
    case .online: return sum(resolved + open, .online)
    case .digitised: return sum(resolved + open, .digitised)
    case .paidOnline: return sum(resolved + open, .paidOnline)
    case .feeDue: return sum(resolved + open, .feeDue)
    case .excluded:
      return (0..<layout.exclusions).reduce(0) {
        layout.takesOnlyLate($1) ? $0 : $0 + excluded(by: $1)
      }
    }
  }

  private func counted(_ standing: Standing, with trait: Traits, _ subset: Int?) -> Int {
    let start = subset.map { (1 + $0) * CounterLayout.counted } ?? 0
    return (0..<Traits.combinations).reduce(0) { total, traits in
      Traits(rawValue: UInt8(traits)).isSuperset(of: trait)
        ? total + cells[start + layout.counted(standing, Traits(rawValue: UInt8(traits)))] : total
    }
  }

  /// Dossiers that an exclusion took out, of all counts or of the late ones.
  package func excluded(by rule: Int) -> Int {
    (0...layout.exclusions).reduce(0) { $0 + excluded(by: rule, next: $1) }
  }

  private func excluded(by rule: Int, next: Int) -> Int {
    Standing.allCases.reduce(0) { $0 + cells[layout.excluded(by: rule, next: next, $1)] }
  }

  /// Dossiers on a list.
  package func listed(_ list: Int) -> Int { cells[layout.listStart + list] }

  /// Dossiers with a mark: suspicious, corrected or incomplete.
  func marked(_ mark: RecordMarks) -> Int {
    cells[layout.markStart + mark.rawValue.trailingZeroBitCount]
  }
}
