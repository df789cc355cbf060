internal import Diagnostics
internal import DossierCounting
internal import Grading

extension FigureTable {
  /// The figures of counted records as `dossiers.*`, for every unit that has any.
  ///
  /// Units without records keep what printed tables say of them; the others are missing.
  init(
    dossiers cases: CaseCount, declaredAt path: String, besides tables: FigureTable?,
    units: [Unit], cite: (String) -> String
  ) {
    let builtIn = NameScope.dossiers.map {
      FigureName(name: "dossiers.\($0.0)", type: $0.1, title: $0.2)
    }
    let own = cases.rules.figureNames.filter { name in !builtIn.contains { $0.name == name.name } }
    self.init(
      name: "dossiers", title: cases.records.title, file: SourceFile(path: path),
      columns: builtIn + own, absent: .missing)
    let rules = cases.rules
    let end = rules.closing(of: cases.records)
    closedOn = LocalMinute(number: end.number - 1).day
    period =
      "từ ngày \(rules.window.start.day.vietnameseText) đến hết ngày "
      + LocalMinute(number: rules.window.end.number - 1).day.vietnameseText
    note = cases.records.note
    owner = cases.records.owner
    parts = cases.records.decisionFiles
    isIllustrative = cases.records.isIllustrative || tables?.isIllustrative == true
    let place = FigurePlace(source: title, citation: path, closedOn: closedOn, period: period)
    let figures = CountedFigures(rules: rules, ledger: cite(path))
    for (unit, count) in zip(cases.units, cases.count.units) where count.hasRecords {
      let values = columns.map { figures.value(String($0.column), of: count) }
      guard add(unit: unit.id, values, line: 1) else { continue }
      let note = figures.note(unit, count)
      for column in columns {
        setPlace(unit: unit.id, column: String(column.column), place)
        setNote(unit: unit.id, column: String(column.column), note)
      }
    }
    if let tables { add(tables, units) }
  }

  /// Rows of printed tables for units without records.
  private mutating func add(_ tables: FigureTable, _ units: [Unit]) {
    for unit in units where !hasRow(unit.id) && tables.hasRow(unit.id) {
      let values = columns.map { tables.value($0.column, unit: unit.id) }
      guard add(unit: unit.id, values, line: 1) else { continue }
      for column in columns {
        let origin = tables.origin(column.column, unit: unit.id)
        let name = String(column.column)
        setPlace(
          unit: unit.id, column: name,
          FigurePlace(
            source: origin.source, citation: origin.citation, closedOn: origin.closedOn,
            period: origin.period))
        if let note = origin.note { setNote(unit: unit.id, column: name, note) }
      }
    }
  }
}

/// One unit's figures by the names that expressions use.
private struct CountedFigures {
  let rules: DossierRules
  /// The declaration of the records, as a command names it.
  let ledger: String

  func value(_ name: String, of unit: UnitCount) -> FigureValue {
    if let rate = rules.rates.first(where: { $0.id == name }) ?? CountedFigures.rate(name) {
      return rules.value(rate, of: unit).map { .known(.number($0)) } ?? .undefined
    }
    if let metric = DossierMetric(rawValue: name) { return count(unit.value(metric)) }
    switch name {
    case "corrected": return count(unit.count(of: .corrected))
    case "late_linked":
      guard let list = rules.linkedLateLists.first else { return .missing }
      return count(unit.listed(list))
    default: break
    }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let metric = DossierMetric(rawValue: parts[1]),
      metric != .excluded, rules.namedSubsets.contains(where: { $0.id == parts[0] })
    else { return .missing }
    return count(rules.value(CountedFigure(subset: parts[0], metric), of: unit))
  }

  private func count(_ number: Int) -> FigureValue { .known(.number(Exact(number))) }

  /// A built-in rate over its stated base.
  private static func rate(_ name: String) -> DossierRate? {
    guard let (of, over) = MetricNames.parts(ofRate: name),
      let part = DossierMetric(rawValue: of), let base = DossierMetric(rawValue: over)
    else { return nil }
    return DossierRate(id: name, title: nil, of: CountedFigure(part), over: CountedFigure(base))
  }

  /// "trễ hạn 12 sau khi loại trừ 5 hồ sơ: …", and where each dossier can be looked up.
  func note(_ unit: Unit, _ count: UnitCount) -> String {
    let excluded = rules.exclusions.enumerated().compactMap { place, rule -> (String, Int)? in
      let number = count.excluded(by: place)
      let effect = rule.from == .late ? ", vẫn tính, không coi là trễ" : ""
      return number > 0
        ? ("\(rule.title)\(rule.clause.map { " (\($0)\(effect))" } ?? effect) \(number)", number)
        : nil
    }
    var text = "trễ hạn \(count.value(.late))"
    if excluded.isEmpty {
      text += ", không loại trừ hồ sơ nào"
    } else {
      text += " sau khi loại trừ \(excluded.reduce(0) { $0 + $1.1 }) hồ sơ: "
      text += excluded.map(\.0).joined(separator: "; ")
    }
    if count.value(.unresolvedOverdue) > 0 {
      text += "; quá hạn chưa giải quyết \(count.value(.unresolvedOverdue))"
      text += rules.lateIncludesOverdue ? ", tính cả vào tỷ lệ trễ hạn" : ", đếm riêng"
    }
    return text + ". Từng hồ sơ: parindex dossiers ledger \(ledger) --unit \(unit.id)"
  }
}
