package import Diagnostics

/// What a unit without a row in a table has.
package enum AbsentRow: String, Sendable, CaseIterable {
  /// A table of states: nothing is known of the unit.
  case missing
  /// A table of events: nothing happened.
  case zero
}

/// One row behind a counted figure, for whoever asks which ones they were.
package struct FigureDetail: Hashable, Sendable {
  /// What the row says, for people: "Báo cáo quý III, hạn 15/9/2017, gửi 19/9/2017".
  package let text: String
  package let line: Int

  package init(text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

/// A table of figures that another office keeps; a unit can dispute them, not type them.
///
/// A register, closed dossier figures, targets, survey results, last year's results.
package struct FigureTable: Sendable {
  /// The namespace in expressions: `reports`, `dossiers`, `target`.
  package let name: String
  /// What people call it: "Sổ theo dõi báo cáo cải cách hành chính".
  package var title: String
  /// The office that keeps it, a unit id or a role.
  package var owner: String?
  package var closedOn: CalendarDay?
  /// The days the figures are of, as the round names them ("quý III năm 2017").
  package var period: String?
  package var note: String?
  package var isIllustrative = false
  package let file: SourceFile
  /// Other files of it that its owner keeps.
  package var parts: [String] = []
  package let columns: [FigureName]
  package let absent: AbsentRow
  /// Units that should have a row; nil: all.
  package var covers: Set<String>?

  private var columnOf: [String: Int]
  private var rowOf: [String: Int] = [:]
  private var values: [FigureValue] = []
  private var lines: [UInt32] = []
  private var details: [Cell: [FigureDetail]] = [:]
  private var notes: [Cell: String] = [:]
  private var places: [Cell: FigurePlace] = [:]

  private struct Cell: Hashable, Sendable {
    let unit: String
    let column: Int
  }

  package init(
    name: String, title: String, file: SourceFile, columns: [FigureName], absent: AbsentRow
  ) {
    self.name = name
    self.title = title
    self.file = file
    self.columns = columns
    self.absent = absent
    columnOf = Dictionary(
      columns.enumerated().map { (String($0.element.column), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Puts a unit's row in; false when it has one already.
  package mutating func add(unit: String, _ row: [FigureValue], line: Int) -> Bool {
    guard rowOf[unit] == nil else { return false }
    rowOf[unit] = lines.count
    lines.append(UInt32(clamping: line))
    values.append(contentsOf: row.prefix(columns.count))
    values.append(
      contentsOf: repeatElement(.missing, count: max(0, columns.count - row.count)))
    return true
  }

  /// Keeps the rows behind a counted figure.
  package mutating func setDetails(unit: String, column: String, _ rows: [FigureDetail]) {
    guard let place = columnOf[column] else { return }
    details[Cell(unit: unit, column: place)] = rows
  }

  /// Says something of one figure: a correction with its reason, a printed contradiction.
  package mutating func setNote(unit: String, column: String, _ text: String) {
    guard let place = columnOf[column] else { return }
    notes[Cell(unit: unit, column: place)] = text
  }

  /// Says where one figure stands, when the table is put together from several files.
  package mutating func setPlace(unit: String, column: String, _ place: FigurePlace) {
    guard let index = columnOf[column] else { return }
    places[Cell(unit: unit, column: index)] = place
  }

  package func hasRow(_ unit: String) -> Bool { rowOf[unit] != nil }

  /// The place of a column by its name without the namespace.
  package func column(_ name: some StringProtocol) -> Int? { columnOf[String(name)] }

  /// A unit's row by place, to look up many columns of one unit.
  package func row(_ unit: String) -> Int? { rowOf[unit] }

  /// The figure in a row; `row` nil stands for a unit without one.
  package func value(row: Int?, column: Int, unit: String) -> FigureValue {
    if let row { return values[row * columns.count + column] }
    // A unit the table does not cover is not said to have had no events.
    guard absent == .zero, covers?.contains(unit) ?? true else { return .missing }
    return switch columns[column].type {
    case .count, .number: .known(.number(.zero))
    // A share of nothing is no number.
    case .rate, .date, .yesNo, .choice, .text: .missing
    }
  }

  package func value(_ column: some StringProtocol, unit: String) -> FigureValue {
    guard let place = columnOf[String(column)] else { return .missing }
    return value(row: rowOf[unit], column: place, unit: unit)
  }

  /// Where a figure comes from, for explanations.
  package func origin(_ column: some StringProtocol, unit: String) -> FigureOrigin {
    let row = rowOf[unit]
    let cell = Cell(unit: unit, column: columnOf[String(column)] ?? -1)
    let place = places[cell]
    return FigureOrigin(
      source: place?.source ?? title,
      citation: place?.citation ?? row.map { "\(file.path):\(lines[$0])" } ?? file.path,
      isRowPresent: row != nil, absent: absent, owner: owner,
      closedOn: place?.closedOn ?? closedOn, period: place?.period ?? period,
      note: notes[cell] ?? note, isIllustrative: isIllustrative, rows: details[cell] ?? [])
  }
}

/// Where one figure of a table stands, when its rows come from several files.
package struct FigurePlace: Hashable, Sendable {
  /// The printed table, as people know it.
  package let source: String
  /// `path:line`.
  package let citation: String
  package let closedOn: CalendarDay?
  package let period: String?

  package init(source: String, citation: String, closedOn: CalendarDay?, period: String?) {
    self.source = source
    self.citation = citation
    self.closedOn = closedOn
    self.period = period
  }
}

/// Where a figure comes from, for explanations.
package struct FigureOrigin: Hashable, Sendable {
  /// The table or register, as people know it.
  package let source: String
  /// `path:line`, or the path alone where the unit has no row.
  package let citation: String
  package let isRowPresent: Bool
  package let absent: AbsentRow
  package let owner: String?
  package let closedOn: CalendarDay?
  package let period: String?
  package let note: String?
  package let isIllustrative: Bool
  /// The rows a counted figure was made of.
  package let rows: [FigureDetail]

  package init(
    source: String, citation: String, isRowPresent: Bool = true, absent: AbsentRow,
    owner: String? = nil, closedOn: CalendarDay? = nil, period: String? = nil,
    note: String? = nil, isIllustrative: Bool = false, rows: [FigureDetail] = []
  ) {
    self.source = source
    self.citation = citation
    self.isRowPresent = isRowPresent
    self.absent = absent
    self.owner = owner
    self.closedOn = closedOn
    self.period = period
    self.note = note
    self.isIllustrative = isIllustrative
    self.rows = rows
  }
}

/// All figures of a round that the units do not type themselves.
package struct FigureBook: Sendable {
  package private(set) var tables: [String: FigureTable] = [:]

  package init() {}

  /// Puts a table in; one of the same name is replaced.
  package mutating func add(_ table: FigureTable) { tables[table.name] = table }

  /// The table and column of a dotted name.
  package func lookup(_ name: FigureName) -> (table: FigureTable, column: Int)? {
    guard let table = tables[String(name.namespace)], let column = table.column(name.column) else {
      return nil
    }
    return (table, column)
  }

  package func value(_ name: FigureName, unit: String) -> FigureValue {
    guard let (table, column) = lookup(name) else { return .missing }
    return table.value(row: table.row(unit), column: column, unit: unit)
  }

  /// Where a figure comes from; nil for what the round itself counts.
  package func origin(_ name: FigureName, unit: String) -> FigureOrigin? {
    tables[String(name.namespace)]?.origin(name.column, unit: unit)
  }
}
