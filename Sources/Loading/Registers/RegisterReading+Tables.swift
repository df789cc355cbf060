internal import Diagnostics
internal import Grading
internal import YAMLReading

extension RegisterReading {
  /// One row a unit, one column a figure.
  mutating func figures() -> FigureTable? {
    let unitPlace = required(register.unitColumn)
    var bound = bound()
    bound += targetColumns(besides: bound)
    let own = Set(bound.map(\.column.header))
    let notePlace = own.contains("note") ? nil : table.column("note")
    reportUnread(bound)
    guard let unitPlace else { return nil }
    let parentPlace = self.parentPlace(besides: bound)
    var figures = emptyTable(
      bound.map {
        FigureName(
          name: "\(register.name).\($0.column.name)", type: $0.column.cells.type,
          title: $0.column.title ?? loader.expected[register.name].column($0.column.name)?.title
            ?? $0.column.name)
      })
    var first: [String: CSVCell] = [:]
    for row in table.rows {
      let cell = row[unitPlace]
      let unit = self.unit(row, unitPlace, parentPlace)
      let values = bound.map { $0.column.cells.read(row[$0.place], into: &problems).figure }
      guard let unit else { continue }
      if let earlier = first[unit.id] {
        problems.add(.unitListedTwice(unit.id, at: cell.span, first: earlier.span))
        continue
      }
      first[unit.id] = cell
      checkCovered(unit, cell)
      _ = figures.add(unit: unit.id, values, line: row.line)
      if let notePlace, !row[notePlace].isEmpty {
        for column in bound {
          figures.setNote(unit: unit.id, column: column.column.name, row[notePlace].text)
        }
      }
    }
    reportAbsent { first[$0] != nil }
    return figures
  }

  /// Targets say by which decision they were set, without a declaration (DOMAIN 15).
  private func targetColumns(besides bound: [Bound]) -> [Bound] {
    guard register.name == "target" else { return [] }
    return RegisterWords.targetColumns.compactMap { name, title in
      guard !bound.contains(where: { $0.column.header == name }), let place = table.column(name)
      else { return nil }
      return Bound(
        place: place,
        column: DeclaredColumn(
          name: name, title: title, header: name, cells: CellReader(column: name, type: .text),
          span: register.fileSpan))
    }
  }
}
