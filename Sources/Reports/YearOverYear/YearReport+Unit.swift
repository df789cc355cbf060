internal import Diagnostics
package import Grading

/// One unit in two rounds, in sentences.
extension YearReport {
  package func text(_ unit: UnitYears) -> String {
    var page = TextPage(isColoured: isColoured)
    writeHead(&page)
    page.gap()
    if let pair = unit.pair {
      writeSets(&page, only: pair)
      page.gap()
    }
    page.heading(record(unit)?.unit.name ?? "")
    writeStanding(&page, unit)
    if let made = made(of: unit) {
      page.gap()
      page.line(made.title)
      for line in made.lines { page.line(line, indent: 2) }
      page.gap()
      writeAreas(&page, unit)
      page.gap()
      writeItems(&page, unit)
    }
    return page.text
  }

  private func writeStanding(_ page: inout TextPage, _ unit: UnitYears) {
    func side(_ label: String, _ round: Round, _ place: Int?, _ total: Total?) {
      guard let total, let place, let block = block(round, place) else { return }
      var parts = [
        say("chỉ số ", "index ") + (total.index.map { fixed($0, unit) } ?? "–")
      ]
      if let number = total.place?.number {
        let ranked = places(round, place).ranked
        parts.append(
          say("thứ hạng \(number) trong \(ranked) nơi", "place \(number) of \(ranked)"))
      }
      if let grade = total.grade {
        parts.append(say("mức ", "grade ") + block.grades[grade.grade].name)
      }
      page.line("\(label): \(parts.joined(separator: "; ")) (\(block.title))")
    }
    side(earlier, years.before, unit.earlier, unit.before)
    side(later, years.after, unit.unit, unit.after)
    for note in notes(unit) { page.line(note.prefix(1).uppercased() + note.dropFirst()) }
  }

  /// "Tăng 2,35 điểm chỉ số, gồm:", and a line for each part; nil without both results.
  package func made(of unit: UnitYears) -> YearStatement? {
    guard let shown = unit.shown, let change = unit.change else { return nil }
    let size = fixed(change.isNegative ? -change : change, unit)
    let title =
      change.isZero
      ? say("Chỉ số không đổi, gồm:", "The index did not change:")
      : change.isNegative
        ? say("Giảm \(size) điểm chỉ số, gồm:", "\(size) points down:")
        : say("Tăng \(size) điểm chỉ số, gồm:", "\(size) points up:")
    var lines: [String] = []
    func line(_ value: Exact, _ text: String) { lines.append("\(signed(value, unit)) \(text)") }
    line(shown.parts.performance, say("do kết quả thực hiện", "by performance"))
    let criteria = unit.items.filter { !$0.parts.criteria.isZero }
    line(
      shown.parts.criteria,
      say("do tiêu chí thay đổi", "because criteria changed")
        + named(criteria, unit, \.parts.criteria))
    let others = unit.items.filter { !$0.parts.incomparable.isZero }
    if !others.isEmpty || !shown.parts.incomparable.isZero {
      line(
        shown.parts.incomparable,
        say("không so sánh được", "does not compare")
          + named(others, unit, \.parts.incomparable))
    }
    if !shown.rounding.isZero { line(shown.rounding, say("do làm tròn", "by rounding")) }
    return YearStatement(title: title, lines: lines)
  }

  /// ": 3.4.1 (+0,5); 7.3.2 (−0,25)", in points of the index.
  private func named(
    _ items: [ItemYears], _ unit: UnitYears, _ part: (ItemYears) -> Exact
  ) -> String {
    guard !items.isEmpty else { return "" }
    return ": " + items.map { "\(id($0, unit)) (\(about(part($0))))" }.joined(separator: "; ")
  }

  func id(_ item: ItemYears, _ unit: UnitYears) -> String { named(item, unit)?.id ?? "" }

  func named(_ item: ItemYears, _ unit: UnitYears) -> Item? {
    item.new.flatMap { newSet(unit)?.items[$0] } ?? item.old.flatMap { oldSet(unit)?.items[$0] }
  }

  func named(_ area: AreaYears, _ unit: UnitYears) -> Area? {
    area.new.flatMap { newSet(unit)?.areas[$0] } ?? area.old.flatMap { oldSet(unit)?.areas[$0] }
  }

  private func writeAreas(_ page: inout TextPage, _ unit: UnitYears) {
    var table = TextTable(
      areaColumns.map {
        .init(title: $0.title, alignment: $0.isNumber ? .trailing : .leading, limit: $0.limit)
      })
    for row in areaRows(unit) { table.add(row) }
    page.table(table)
  }

  private func writeItems(_ page: inout TextPage, _ unit: UnitYears) {
    let moved = moved(of: unit)
    guard !moved.isEmpty else {
      page.line(say("Không tiêu chí thành phần nào thay đổi điểm.", "No item moved."))
      return
    }
    page.heading(movedTitle)
    for item in moved {
      page.line(item.title, indent: 2)
      for line in item.lines { page.line(line, indent: 4) }
    }
  }
}
