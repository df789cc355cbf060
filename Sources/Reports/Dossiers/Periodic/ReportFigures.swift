package import DossierCounting
package import Grading

/// Dossier figures of a unit, a block or a group in one stretch: counted, or as a table prints them.
///
/// A figure that is not there is missing, which is not zero.
package struct ReportFigures: Hashable, Sendable {
  private var values: [DossierMetric: Int] = [:]
  /// Figures that contradict others of their row; no rate is made of them.
  package var doubtful: Set<DossierMetric> = []

  package init() {}

  /// - Parameter fields: what the exports have columns of; what they have none of is missing.
  package init(_ count: UnitCount, _ fields: Set<RecordField>) {
    for metric in DossierMetric.allCases where metric.field.map(fields.contains) ?? true {
      values[metric] = count.value(metric)
    }
    values[.excluded] = count.excludedInside
  }

  package subscript(metric: DossierMetric) -> Int? {
    get { values[metric] }
    set { values[metric] = newValue }
  }

  package var isEmpty: Bool { values.isEmpty }
  package var metrics: Set<DossierMetric> { Set(values.keys) }

  /// The sum of figures; a figure that none of them has is missing.
  static func sum(_ all: [ReportFigures]) -> ReportFigures {
    all.reduce(into: ReportFigures()) { sum, figures in
      sum.values.merge(figures.values) { $0 + $1 }
      sum.doubtful.formUnion(figures.doubtful)
    }
  }

  /// What the late rate is made of; nil when a part of it is missing or in doubt.
  package var late: LateFigures? {
    guard let late = values[.late], let resolved = values[.resolved],
      doubtful.isDisjoint(with: [.late, .resolved])
    else { return nil }
    var figures = LateFigures()
    figures.late = late
    figures.resolved = resolved
    figures.overdue = values[.unresolvedOverdue] ?? 0
    return figures
  }

  /// One figure over another; nil when one is missing, and over nothing.
  func share(_ part: DossierMetric, of whole: DossierMetric) -> Exact? {
    guard let part = values[part], let whole = values[whole] else { return nil }
    return Exact(part, over: whole)
  }
}

/// A line of a report: a unit, or units that have their figures together.
package struct ReportRow: Sendable {
  package let id: String?
  package let name: String
  /// The kind of unit: its block.
  package let type: String
  /// The body above it, by its name.
  package let parent: String?
  package let isUnit: Bool
  package let figures: ReportFigures

  package init(
    id: String?, name: String, type: String, parent: String?, isUnit: Bool = true,
    figures: ReportFigures
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.parent = parent
    self.isUnit = isUnit
    self.figures = figures
  }

  /// What makes it the same line in another report.
  var key: String { id ?? [type, parent ?? "", name].joined(separator: "\u{1F}") }
}

/// The figures of one stretch.
package struct ReportSheet: Sendable {
  /// When the figures are of.
  package enum Time: Hashable, Sendable {
    /// A stretch, and the time up to which it was counted.
    case counted(ReportPeriod, until: LocalMinute)
    /// As a table says it, with its closing day.
    case printed(String?, closedOn: CalendarDay?)
  }

  package let time: Time
  package let rows: [ReportRow]
  private let sharedNames: Set<String>

  package init(time: Time, rows: [ReportRow]) {
    self.time = time
    self.rows = rows
    var seen: Set<String> = []
    sharedNames = rows.reduce(into: []) { shared, row in
      if !seen.insert(row.name).inserted { shared.insert(row.name) }
    }
  }

  package var total: ReportFigures { .sum(rows.map(\.figures)) }

  /// The kinds of units, in the order of their first ones.
  var types: [String] {
    rows.reduce(into: []) { types, row in
      if !types.contains(row.type) { types.append(row.type) }
    }
  }

  func total(of type: String) -> ReportFigures {
    .sum(rows.filter { $0.type == type }.map(\.figures))
  }

  /// A name, with the body above it where two units share the name.
  func name(_ place: Int) -> String {
    let row = rows[place]
    guard let parent = row.parent, sharedNames.contains(row.name) else { return row.name }
    return "\(row.name) (\(parent))"
  }
}

extension DossierMetric {
  /// The column without which nothing is known of it.
  fileprivate var field: RecordField? {
    switch self {
    case .online: .channel
    case .digitised: .digitised
    case .paidOnline: .paidOnline
    case .feeDue: .feeDue
    case .received, .carriedOver, .newlyReceived, .resolved, .early, .onDueDay, .inTime, .late,
      .unresolved, .unresolvedInTime, .unresolvedOverdue, .excluded:
      nil
    }
  }
}
