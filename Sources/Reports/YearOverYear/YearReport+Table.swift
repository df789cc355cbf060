internal import Diagnostics
package import Grading

/// A table of units in both rounds.
extension YearReport {
  /// The units of a group of the later round as pages list them.
  package func members(of group: RankingGroup) -> [UnitYears] {
    let last = years.after.layers.count - 1
    let standings = Standings(years.after, group, layer: last, order: .pages)
    let members =
      standings.ranked + standings.unranked + standings.withoutIndex
      + standings.notSubmitted + standings.unreadable
    return members.map { years.units[$0] }
  }

  /// Of a table of units; see `row`.
  package var columns: [YearColumn] {
    let before = years.before.plan.calendar.year
    let after = years.after.plan.calendar.year
    return [
      .init(say("Cơ quan, đơn vị, địa phương", "Unit"), isNumber: false, limit: 40),
      .init(say("Thứ hạng \(before)", "Place \(before)"), limit: 8),
      .init(say("Thứ hạng \(after)", "Place \(after)"), limit: 8),
      .init(say("Chỉ số \(before)", "Index \(before)"), limit: 7),
      .init(say("Chỉ số \(after)", "Index \(after)"), limit: 7),
      .init(say("Tăng, giảm", "Change"), limit: 7),
      .init(say("do kết quả thực hiện", "by performance"), limit: 12),
      .init(say("do tiêu chí thay đổi", "by criteria"), limit: 12),
      .init(say("phần khác", "rest"), limit: 8),
      .init(say("Ghi chú", "Notes"), isNumber: false, limit: 40),
    ]
  }

  /// How many of the places may still move.
  package func openness(_ group: RankingGroup) -> String {
    let new = places(years.after, group)
    let old = places(years.before, group.units.lazy.compactMap { years.units[$0].earlier }.first)
    let text = say(
      "Xếp hạng \(earlier): \(old.ranked) nơi, \(old.provisional) tạm tính; \(later): "
        + "\(new.ranked) nơi, \(new.provisional) tạm tính.",
      "Ranked in \(earlier): \(old.ranked), \(old.provisional) provisional; in \(later): "
        + "\(new.ranked), \(new.provisional) provisional.")
    guard old.provisional + new.provisional > 0 else { return text }
    return text + " "
      + say(
        "Nơi tạm tính không so sánh thứ hạng và còn có thể làm đổi thứ hạng nơi khác.",
        "Places of provisional units do not compare, and may still move those of others.")
  }

  /// A unit's cells, by `columns`.
  package func row(_ unit: UnitYears) -> [String] {
    func place(_ total: Total?) -> String { total?.place.map { String($0.number) } ?? "–" }
    func index(_ total: Total?) -> String { total?.index.map { fixed($0, unit) } ?? "–" }
    func part(_ value: Exact?) -> String { value.map { signed($0, unit) } ?? "–" }
    return [
      record(unit)?.unit.name ?? "", place(unit.before), place(unit.after), index(unit.before),
      index(unit.after), part(unit.change), part(unit.shown?.parts.performance),
      part(unit.shown?.parts.criteria), part(unit.shown?.rest),
      notes(unit).joined(separator: "; "),
    ]
  }

  /// The numbers behind a unit's cells, without its name and its notes; nil where there is none.
  package func values(_ unit: UnitYears) -> [Exact?] {
    let parts = unit.shown?.parts
    return [
      unit.before?.place.map { Exact($0.number) }, unit.after?.place.map { Exact($0.number) },
      unit.before?.index, unit.after?.index, unit.change, parts?.performance, parts?.criteria,
      unit.shown?.rest,
    ]
  }

  /// The block of the later round that a unit is ranked in, with the unit above where that counts.
  package func title(of group: RankingGroup) -> String {
    let block = years.after.plan.blocks[group.block]
    return group.parent.map { "\(block.title): \(words.unit($0))" } ?? block.title
  }

  func fixed(_ value: Exact, _ unit: UnitYears) -> String {
    numbers.fixed(value, places: newSet(unit)?.rounding.index ?? 2)
  }

  func signed(_ value: Exact, _ unit: UnitYears) -> String {
    (value > .zero ? "+" : "") + fixed(value, unit)
  }
}
