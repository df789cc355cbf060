internal import Diagnostics
internal import DossierCounting

/// Where a CSV file has what a declared table needs.
struct TableColumns {
  var unit: Int?
  var type: Int?
  var parent: Int?
  /// Each metric with its column; a table of totals may lack some.
  var metrics: [(name: String, place: Int?)] = []
  var percents: [(column: PercentColumn, place: Int)] = []

  /// Finds the columns, those declared by their name and the others by what tables call them.
  ///
  /// `metrics` gives the order of the metrics when this is the table of another one's totals.
  init?(
    _ declaration: TableDeclaration, header: [CSVCell], isTotals: Bool = false,
    metrics wanted: [String] = [], into problems: DiagnosticCollector
  ) {
    let names = header.map(\.text)
    let roles = HeaderNames.roles(names)
    var isComplete = true
    func find(_ declared: PlacedName?, _ role: HeaderNames.Role) -> Int? {
      guard let declared else { return roles.firstIndex(of: role) }
      if let place = names.firstIndex(of: declared.name) { return place }
      problems.add(.noColumn(declared.name, known: names, at: declared.span))
      isComplete = false
      return nil
    }
    if !isTotals { unit = find(declaration.unit, .unit) }
    type = declaration.typeOfAll == nil ? find(declaration.type, .type) : nil
    parent = find(declaration.parent, .parent)
    if let columns = declaration.columns {
      for (metric, column) in columns {
        let place = names.firstIndex(of: column.name)
        if place == nil, !isTotals {
          problems.add(.noColumn(column.name, known: names, at: column.span))
          isComplete = false
        } else {
          metrics.append((metric.name, place))
        }
      }
    } else {
      for (place, role) in roles.enumerated() {
        if case .figure(let metric) = role { metrics.append((metric, place)) }
      }
    }
    if isTotals {
      let found = metrics
      metrics = wanted.map { name in (name, found.first { $0.name == name }?.place) }
    } else {
      percents = Self.percents(declaration, names, roles, metrics.map(\.name), problems)
    }
    let span = header.first?.span ?? declaration.span
    if !isTotals, unit == nil, declaration.unit == nil {
      problems.add(.noUnitColumn(at: span))
      isComplete = false
    }
    if metrics.allSatisfy({ $0.place == nil }) {
      problems.add(.noFigureColumns(at: span))
      isComplete = false
    }
    guard isComplete else { return nil }
  }

  private static func percents(
    _ declaration: TableDeclaration, _ names: [String], _ roles: [HeaderNames.Role?],
    _ metrics: [String], _ problems: DiagnosticCollector
  ) -> [(column: PercentColumn, place: Int)] {
    let places = declaration.numbers.percentPlaces
    guard let declared = declaration.percents else {
      return roles.enumerated().compactMap { place, role in
        guard case .percent(let metric) = role, let of = metrics.firstIndex(of: metric),
          let over = metrics.firstIndex(of: HeaderNames.base(of: metric))
        else { return nil }
        return (PercentColumn(of: of, over: over, places: places), place)
      }
    }
    return declared.compactMap { percent in
      guard let place = names.firstIndex(of: percent.column.name) else {
        problems.add(.noColumn(percent.column.name, known: names, at: percent.column.span))
        return nil
      }
      for metric in [percent.of, percent.over] where !metrics.contains(metric.name) {
        problems.add(.metricNotInTable(metric.name, known: metrics, at: metric.span))
      }
      guard let of = metrics.firstIndex(of: percent.of.name),
        let over = metrics.firstIndex(of: percent.over.name)
      else { return nil }
      return (PercentColumn(of: of, over: over, places: places), place)
    }
  }
}
