package import Diagnostics
package import Grading

/// A table of figures as an official report prints it: nothing added up, nothing mended.
package struct PrintedTable: Sendable {
  package let id: String
  package let title: String
  /// What is counted, by its name in expressions: `received`, `late`.
  package let metrics: [String]
  /// What must hold in every row.
  package let identities: [RowIdentity]
  package let percents: [PercentColumn]
  package let closedOn: CalendarDay?
  /// The days the figures are of, as the report names them.
  package let period: String?
  package let file: SourceFile
  package var rows: [PrintedRow]

  package init(
    id: String, title: String, metrics: [String], identities: [RowIdentity] = [],
    percents: [PercentColumn] = [], closedOn: CalendarDay? = nil, period: String? = nil,
    file: SourceFile, rows: [PrintedRow]
  ) {
    self.id = id
    self.title = title
    self.metrics = metrics
    self.identities = identities
    self.percents = percents
    self.closedOn = closedOn
    self.period = period
    self.file = file
    self.rows = rows
  }

  /// The figure of a cell; nil is missing, which is not zero.
  package subscript(_ cell: TableCell) -> Int? {
    get { rows[cell.row].values[cell.metric] }
    set { rows[cell.row].values[cell.metric] = newValue }
  }

  /// The rows a total stands for: units, and groups of units that have one figure together.
  package func rows(in scope: TotalScope) -> [Int] {
    rows.indices.filter { index in
      let row = rows[index]
      guard row.scope == nil else { return false }
      return switch scope {
      case .all: true
      case .type(let type): row.type == type
      case .parent(let type, let parent): row.type == type && row.parent == parent
      }
    }
  }

  /// The table with these cells changed.
  package func changing(_ changes: [CellChange]) -> PrintedTable {
    var changed = self
    for change in changes { changed[change.cell] = change.to }
    return changed
  }
}

/// One figure of a table by its place.
package struct TableCell: Hashable, Comparable, Sendable {
  package let row: Int
  package let metric: Int

  package init(row: Int, metric: Int) {
    self.row = row
    self.metric = metric
  }

  package static func < (left: TableCell, right: TableCell) -> Bool {
    (left.row, left.metric) < (right.row, right.metric)
  }
}

/// One line of a printed table.
package struct PrintedRow: Sendable {
  /// Whose figures they are.
  package enum Kind: Hashable, Sendable {
    case unit
    /// One figure for many units together, none of which has its own.
    case group
    case total(TotalScope)
  }

  /// The name as printed.
  package let name: String
  package let kind: Kind
  package let type: String?
  package let parent: String?
  /// The unit's id, once the name is joined to the register of units.
  package var unit: String?
  package var values: [Int?]
  package let percents: [Exact?]
  package let span: SourceSpan
  /// Where the name stands.
  package let nameSpan: SourceSpan
  /// Where each figure stands.
  package let cellSpans: [SourceSpan]

  package init(
    name: String, kind: Kind = .unit, type: String? = nil, parent: String? = nil,
    unit: String? = nil, values: [Int?], percents: [Exact?] = [], span: SourceSpan,
    nameSpan: SourceSpan? = nil, cellSpans: [SourceSpan] = []
  ) {
    self.name = name
    self.kind = kind
    self.type = type
    self.parent = parent
    self.unit = unit
    self.values = values
    self.percents = percents
    self.span = span
    self.nameSpan = nameSpan ?? span
    self.cellSpans = cellSpans
  }

  package var scope: TotalScope? { if case .total(let scope) = kind { scope } else { nil } }
  package var hasNoFigures: Bool { values.allSatisfy { $0 == nil } }

  /// Where a figure stands, or the row when that is not known.
  package func span(of metric: Int) -> SourceSpan {
    cellSpans.indices.contains(metric) ? cellSpans[metric] : span
  }
}

/// Which rows a total adds up.
package enum TotalScope: Hashable, Sendable {
  case all
  case type(String)
  case parent(type: String?, String)
}

/// An equation between the figures of one row: `received = resolved + unresolved`.
package struct RowIdentity: Hashable, Sendable {
  /// A metric, by its place in the table, added (1) or taken away (−1).
  package struct Term: Hashable, Sendable {
    package let metric: Int
    package let sign: Int

    package init(metric: Int, sign: Int = 1) {
      self.metric = metric
      self.sign = sign
    }
  }

  package let left: [Term]
  package let right: [Term]

  package init(left: [Term], right: [Term]) {
    self.left = left
    self.right = right
  }
}

/// A printed percentage of one metric over another.
package struct PercentColumn: Hashable, Sendable {
  package let of: Int
  package let over: Int
  /// How many decimals the report rounds to.
  package let places: Int

  package init(of: Int, over: Int, places: Int = 2) {
    self.of = of
    self.over = over
    self.places = places
  }
}

/// One cell written anew.
package struct CellChange: Hashable, Sendable {
  package let cell: TableCell
  /// nil: nothing was printed.
  package let from: Int?
  package let to: Int

  package init(cell: TableCell, from: Int?, to: Int) {
    self.cell = cell
    self.from = from
    self.to = to
  }
}
