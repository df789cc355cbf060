package import Grading

/// A cell of a table that a spreadsheet program sorts and sums.
package enum YearCell: Hashable, Sendable {
  case text(String)
  /// A number where it is one, else the words that stand for it.
  case value(Exact?, String)
}

/// Areas and items with every figure in a cell of its own; the tables for people put some together.
extension YearReport {
  package var areaFigureColumns: [YearColumn] {
    [YearColumn(say("Lĩnh vực", "Area"), isNumber: false)] + pointColumns + partColumns
  }

  package func areaFigures(_ unit: UnitYears) -> [[YearCell]] {
    unit.areas.compactMap { area in
      guard let title = named(area, unit) else { return nil }
      return [.text("\(title.id). \(title.title)")]
        + [area.before, area.after].flatMap { total in
          [figure(total?.maximum), figure(total?.points)]
        } + figures(area.parts)
    }
  }

  package var itemFigureColumns: [YearColumn] {
    [YearColumn(say("Tiêu chí thành phần", "Item"), isNumber: false)] + pointColumns + partColumns
      + [YearColumn(say("Do đâu", "Why"), isNumber: false)]
  }

  /// Items that moved or do not compare; see `moved`.
  package func itemFigures(_ unit: UnitYears) -> [[YearCell]] {
    let moved = unit.items.filter { $0.isMoved && named($0, unit) != nil }
    return zip(moved, self.moved(of: unit)).map { item, statement in
      let title = named(item, unit).map { "\($0.id) \($0.title)" } ?? ""
      let old = item.old.flatMap { oldSet(unit)?.items[$0] }
      let new = item.new.flatMap { newSet(unit)?.items[$0] }
      return [.text(title)]
        + [(old, item.before), (new, item.after)].flatMap { item, outcome in
          [figure(item?.maximum), figure(outcome)]
        } + figures(item.parts) + [.text(statement.lines.joined(separator: "\n"))]
    }
  }

  private var pointColumns: [YearColumn] {
    [years.before, years.after].map(\.plan.calendar.year).flatMap { year in
      [
        YearColumn(say("Điểm tối đa \(year)", "Maximum \(year)")),
        YearColumn(say("Điểm \(year)", "Points \(year)")),
      ]
    }
  }

  /// The last columns of `areaColumns`.
  private var partColumns: [YearColumn] { Array(areaColumns.dropFirst(3)) }

  private func figure(_ points: Exact?) -> YearCell {
    .value(points, points.map { numbers.shown($0) } ?? "–")
  }

  private func figure(_ outcome: Outcome?) -> YearCell {
    guard let outcome else { return figure(Exact?.none) }
    return .value(outcome.state == .scored ? outcome.points : nil, words.outcome(outcome))
  }

  private func figures(_ parts: YearParts) -> [YearCell] {
    [parts.total, parts.performance, parts.criteria, parts.incomparable].map {
      .value($0.rounded(places: 2, mode: .halfUp), about($0))
    }
  }
}
