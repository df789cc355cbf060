internal import Diagnostics
internal import Grading
internal import YAMLReading

extension RegisterReading {
  /// Many rows a unit, counted into figures; the rows stay behind the figures.
  mutating func records(_ figures: [RecordFigure], _ description: RowDescription?) -> FigureTable? {
    let unitPlace = required(register.unitColumn)
    let bound = bound()
    reportUnread(bound)
    // Expressions count in the declared columns, whatever the file's order.
    let places = register.columns.map { column in
      bound.first { $0.column.name == column.name }?.place
    }
    guard let unitPlace, !places.contains(nil) else { return nil }
    let columns = places.compactMap { $0 }
    let parentPlace = self.parentPlace(besides: bound)
    var order: [Unit] = []
    var firstLine: [String: Int] = [:]
    var tallies: [String: [RecordTally]] = [:]
    var texts: [String] = []
    for (place, row) in table.rows.enumerated() {
      let cells = columns.map { row[$0] }
      let values = zip(register.columns, cells).map { $0.cells.read($1, into: &problems) }
      texts.append(
        description?.text(values, cells, unit: row[unitPlace])
          ?? RowDescription.plain(values, cells))
      let unitCell = row[unitPlace]
      guard let unit = self.unit(row, unitPlace, parentPlace) else { continue }
      if firstLine[unit.id] == nil {
        firstLine[unit.id] = row.line
        order.append(unit)
        checkCovered(unit, unitCell)
      }
      let evaluator = Evaluator(
        inputs: values, figures: [], traits: unit.traits, calendar: loader.calendar)
      for (number, figure) in figures.enumerated() {
        tallies[unit.id, default: Array(repeating: RecordTally(), count: figures.count)][number]
          .add(figure, evaluator, place: place, line: row.line)
      }
    }
    var result = emptyTable(figures.map(\.figure))
    for unit in order {
      let own = tallies[unit.id] ?? []
      let values = zip(figures, own).map { value($0, $1.outcome($0), unit.id) }
      _ = result.add(unit: unit.id, values.map(\.value), line: firstLine[unit.id] ?? 1)
      for (number, figure) in figures.enumerated() {
        let column = String(figure.figure.column)
        result.setDetails(
          unit: unit.id, column: column,
          own[number].rows.map { FigureDetail(text: texts[$0], line: table.rows[$0].line) })
        if let note = values[number].note {
          result.setNote(unit: unit.id, column: column, note)
        }
      }
    }
    reportAbsent { firstLine[$0] != nil }
    return result
  }

  private mutating func value(
    _ figure: RecordFigure, _ outcome: RecordTally.Outcome, _ unit: String
  ) -> (value: FigureValue, note: String?) {
    switch outcome {
    case .value(let number): return (.known(.number(number)), nil)
    case .unknown(let line): return (.missing, RegisterWords.unknownRow(line))
    case .tooFew(let sum, let least): return (.missing, RegisterWords.tooFew(sum, least: least))
    case .nothingToShare: return (.undefined, RegisterWords.nothingToShare)
    case .broken: return (.impossible, nil)
    case .impossible(let number):
      problems.add(.impossibleFigure(figure.figure, number, unit: unit, at: figure.span))
      return (.impossible, nil)
    }
  }
}
