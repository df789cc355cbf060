internal import Diagnostics
internal import DossierCounting
internal import Grading

extension FigureTable {
  /// The figures of reconciled tables as `dossiers.*`, for every unit that a table prints.
  ///
  /// Counts are those printed, with the accepted corrections. A figure that a contradiction leaves
  /// in doubt is impossible, and so is what is computed from it; an empty cell is missing. A rate
  /// over nothing is undefined, with a note that says so.
  init?(dossiers report: ReconciliationReport) {
    guard let first = report.tables.first else { return nil }
    self.init(
      name: "dossiers", title: report.title, file: first.table.file,
      columns: NameScope.dossiers.map {
        FigureName(name: "dossiers.\($0.0)", type: $0.1, title: $0.2)
      }, absent: .missing)
    closedOn = first.table.closedOn
    period = first.table.period
    note = report.note
    isIllustrative = report.isIllustrative
    var units: [UnitFigures] = []
    var placeOf: [String: Int] = [:]
    for table in report.tables {
      let doubtful = table.doubtful
      for (index, row) in table.corrected.rows.enumerated() {
        guard let unit = row.unit else { continue }
        let place = placeOf[unit] ?? units.count
        if place == units.count {
          placeOf[unit] = place
          units.append(UnitFigures(unit: unit, line: Int(row.span.start.line)))
        }
        units[place].take(index, of: table, doubtful)
      }
    }
    for finding in report.crossFindings {
      guard let unit = finding.unit, let place = placeOf[unit] else { continue }
      units[place].doubt(finding, report)
    }
    let groups = report.tables.flatMap(GroupFigure.all)
    for figures in units { add(figures, groups) }
  }

  private mutating func add(_ figures: UnitFigures, _ groups: [GroupFigure]) {
    let values = columns.map { figures.figure(String($0.column)) }
    guard add(unit: figures.unit, values.map(\.value), line: figures.line) else { return }
    for (column, figure) in zip(columns, values) {
      let name = String(column.column)
      if let place = figure.place { setPlace(unit: figures.unit, column: name, place) }
      let shared = groups.first { $0.metric == name && $0.type == figures.type }
      if let note = figure.note ?? (figure.value == .missing ? shared?.note : nil) {
        setNote(unit: figures.unit, column: name, note)
      }
    }
  }
}

/// One figure with where it stands and what is to be said of it.
private struct DossierFigure {
  var value: FigureValue = .missing
  var place: FigurePlace?
  var note: String?

  var count: Int? {
    if case .known(.number(let number)) = value { number.integer } else { nil }
  }
}

/// What the tables print of one unit.
private struct UnitFigures {
  let unit: String
  let line: Int
  var type: String?
  private var printed: [String: DossierFigure] = [:]

  init(unit: String, line: Int) {
    self.unit = unit
    self.line = line
  }

  /// Takes in a row; a metric that an earlier table prints stays.
  mutating func take(_ index: Int, of table: TableReconciliation, _ doubtful: Set<TableCell>) {
    let row = table.corrected.rows[index]
    type = type ?? row.type
    for (metric, name) in table.corrected.metrics.enumerated() {
      if let earlier = printed[name], earlier.value != .missing { continue }
      let cell = TableCell(row: index, metric: metric)
      var figure = DossierFigure()
      figure.value = row.values[metric].map { .known(.number(Exact($0))) } ?? .missing
      figure.place = FigurePlace(
        source: table.table.title, citation: row.span(of: metric).citation,
        closedOn: table.table.closedOn, period: table.table.period)
      if let correction = table.correction(of: cell) {
        figure.note = FigureNotes.corrected(
          correction, metric: table.table.metrics[metric])
      }
      if doubtful.contains(cell) {
        figure.value = .impossible
        figure.note = FigureNotes.contradictory(row.values[metric])
      }
      printed[name] = figure
    }
  }

  /// Marks what two tables disagree on.
  mutating func doubt(_ finding: CrossTableFinding, _ report: ReconciliationReport) {
    printed[finding.first.metric]?.value = .impossible
    printed[finding.first.metric]?.note = FigureNotes.disagreeing(finding, report)
  }

  /// A figure by its column's name: printed, added up, or a rate.
  func figure(_ name: String) -> DossierFigure {
    if let (of, over) = MetricNames.parts(ofRate: name) { return rate(of, over) }
    if let figure = printed[name] { return figure }
    guard name == "in_time" else { return DossierFigure() }
    let (early, dueDay) = (figure("early"), figure("on_due_day"))
    var sum = DossierFigure(place: early.place, note: early.note ?? dueDay.note)
    sum.value = combined(early, dueDay) { .known(.number(Exact($0 + $1))) }
    return sum
  }

  private func rate(_ of: String, _ over: String) -> DossierFigure {
    let (part, base) = (figure(of), figure(over))
    var rate = DossierFigure(place: part.place, note: part.note ?? base.note)
    rate.value = combined(part, base) { part, base in
      Exact(part, over: base).map { .known(.number($0)) } ?? .undefined
    }
    if base.count == 0, part.count != nil { rate.note = FigureNotes.nothingToDivideBy(over) }
    return rate
  }

  private func combined(
    _ first: DossierFigure, _ second: DossierFigure, _ body: (Int, Int) -> FigureValue
  ) -> FigureValue {
    if first.value == .impossible || second.value == .impossible { return .impossible }
    guard let one = first.count, let other = second.count else { return .missing }
    return body(one, other)
  }
}

/// `dossier-results.csv:14`: a note is read beside the table it speaks of, wherever that lies.
private func nameAndLine(_ span: SourceSpan) -> String {
  String(span.citation.split(separator: "/").last ?? "")
}

/// One figure for all units of a type together.
private struct GroupFigure {
  let metric: String
  let type: String?
  let note: String

  static func all(of table: TableReconciliation) -> [GroupFigure] {
    table.corrected.rows.filter { $0.kind == .group }.flatMap { row in
      table.corrected.metrics.enumerated().compactMap { place, metric in
        row.values[place].map {
          GroupFigure(
            metric: metric, type: row.type,
            note: FigureNotes.shared($0, row.name, nameAndLine(row.span(of: place))))
        }
      }
    }
  }
}
