internal import Diagnostics
internal import Grading
internal import YAMLReading

extension RegisterReading {
  /// Published results of bodies outside the round, by the unit above them.
  mutating func bodies() -> [String: [SubordinateResult]]? {
    let namePlace = required(register.unitColumn)
    let parentPlace = required(register.parentColumn)
    let columns = bodyColumns()
    reportUnread(columns)
    guard let namePlace, let parentPlace else { return nil }
    var result: [String: [SubordinateResult]] = [:]
    var first: [String: CSVCell] = [:]
    for row in table.rows {
      let values = columns.map { $0.column.cells.read(row[$0.place], into: &problems) }
      let parent = loader.names.unit(
        row[parentPlace], column: register.parentColumn, into: &problems)
      let cell = row[namePlace]
      let name = cell.text
      guard !name.isEmpty else {
        problems.add(.rowWithoutUnit(column: register.unitColumn, at: cell.span))
        continue
      }
      guard let parent else { continue }
      // Two bodies of one name may stand below different units.
      let key = "\(parent.id)\n\(name)"
      if let earlier = first[key] {
        problems.add(.unitListedTwice(name, at: cell.span, first: earlier.span))
        continue
      }
      first[key] = cell
      result[parent.id, default: []].append(body(name, columns, values, at: cell.span))
    }
    return result
  }

  private func body(
    _ name: String, _ columns: [Bound], _ values: [InputValue], at span: SourceSpan
  ) -> SubordinateResult {
    var index: Exact?
    var grade: String?
    var isSubmitted: Bool?
    var figures: [String: FigureValue] = [:]
    for (column, value) in zip(columns, values) {
      switch (column.column.name, value) {
      case ("index", .given(.number(let number))): index = number
      case ("grade", .given(.text(let text))): grade = text
      case ("submitted", .given(.truth(let truth))): isSubmitted = truth
      case ("index", _), ("grade", _), ("submitted", _), ("decision", _): break
      default: figures[fullName(column.column.name)] = value.figure
      }
    }
    let hasFigures = figures.values.contains { $0 != .missing }
    // A body with a result took part, unless the register says otherwise.
    return SubordinateResult(
      name: name, isSubmitted: isSubmitted ?? (index != nil || grade != nil || hasFigures),
      index: index, grade: grade, figures: figures,
      origin: FigureOrigin(
        source: register.title, citation: span.citation, absent: register.absent,
        owner: register.owner, closedOn: register.closedOn, period: register.period,
        note: register.note, isIllustrative: register.isIllustrative))
  }

  /// A column's dotted name: its own, or this register's.
  private func fullName(_ column: String) -> String {
    column.contains(".") ? column : "\(register.name).\(column)"
  }

  /// Fixed columns, declared ones, and figures of the criteria by their dotted names.
  private mutating func bodyColumns() -> [Bound] {
    var columns = bound()
    let own = Set(columns.map(\.place))
    for cell in table.header where !own.contains(cell.column) {
      let name = cell.text
      guard
        let type = RegisterWords.bodyColumns[name] ?? loader.expected.figure(fullName(name))?.type
      else { continue }
      var cells = CellReader(column: name, type: type)
      cells.signs = register.signs
      columns.append(
        Bound(
          place: cell.column,
          column: DeclaredColumn(
            name: name, title: nil, header: name, cells: cells, span: register.fileSpan)))
    }
    reportUnreadable(columns.map { fullName($0.column.name) })
    return columns.sorted { $0.place < $1.place }
  }

  /// Columns that the criteria read of each body and that the file lacks.
  private mutating func reportUnreadable(_ there: [String]) {
    let wanted = loader.expected[register.name].readOfBodies
    let missing = Set(register.missingColumns.map(fullName))
    for name in wanted.sorted()
    where !there.contains(fullName(name)) && !missing.contains(fullName(name)) {
      let own = register.name + "."
      let shown = name.hasPrefix(own) ? String(name.dropFirst(own.count)) : name
      problems.add(
        .bodiesLackColumn(
          shown, register: register.name, among: table.header.map(\.text), at: headerSpan))
    }
  }
}
