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
    if let parts = unit.parts, let shown = unit.shown, let change = unit.change {
      writeParts(&page, unit, parts, shown, change)
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

  /// "Tăng 2,35 điểm chỉ số: …", and what the parts are.
  private func writeParts(
    _ page: inout TextPage, _ unit: UnitYears, _ parts: YearParts, _ shown: ShownParts,
    _ change: Exact
  ) {
    let size = fixed(change.isNegative ? -change : change, unit)
    let title =
      change.isZero
      ? say("Chỉ số không đổi, gồm:", "The index did not change:")
      : change.isNegative
        ? say("Giảm \(size) điểm chỉ số, gồm:", "\(size) points down:")
        : say("Tăng \(size) điểm chỉ số, gồm:", "\(size) points up:")
    page.gap()
    page.line(title)
    func line(_ value: Exact, _ text: String) {
      page.line("\(signed(value, unit)) \(text)", indent: 2)
    }
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

  // MARK: Areas

  private func writeAreas(_ page: inout TextPage, _ unit: UnitYears) {
    let year = { (round: Round) in String(round.plan.calendar.year) }
    var table = TextTable([
      .init(title: say("Lĩnh vực", "Area"), limit: 44),
      .init(
        title: say("Điểm \(year(years.before))", "Points \(year(years.before))"),
        alignment: .trailing),
      .init(
        title: say("Điểm \(year(years.after))", "Points \(year(years.after))"), alignment: .trailing
      ),
      .init(title: say("Tăng, giảm chỉ số", "Change of index"), alignment: .trailing, limit: 12),
      .init(title: say("do kết quả thực hiện", "by performance"), alignment: .trailing, limit: 12),
      .init(title: say("do tiêu chí thay đổi", "by criteria"), alignment: .trailing, limit: 12),
      .init(title: say("phần khác", "rest"), alignment: .trailing),
    ])
    func points(_ total: AreaTotal?) -> String {
      total.map { "\(numbers.shown($0.points))/\(numbers.shown($0.maximum))" } ?? "–"
    }
    for area in unit.areas {
      guard let title = named(area, unit) else { continue }
      table.add([
        "\(title.id). \(title.title)", points(area.before), points(area.after),
        about(area.parts.total), about(area.parts.performance), about(area.parts.criteria),
        about(area.parts.incomparable),
      ])
    }
    page.table(table)
  }

  private func about(_ value: Exact) -> String {
    let rounded = value.rounded(places: 2, mode: .halfUp)
    return (rounded > .zero ? "+" : "") + numbers.fixed(rounded, places: 2)
  }

  // MARK: Items

  private func writeItems(_ page: inout TextPage, _ unit: UnitYears) {
    let moved = unit.items.filter(\.isMoved)
    guard !moved.isEmpty else {
      page.line(say("Không tiêu chí thành phần nào thay đổi điểm.", "No item moved."))
      return
    }
    page.heading(
      say(
        "Tiêu chí thành phần thay đổi, hoặc không so sánh được",
        "Items that moved, or do not compare"))
    for item in moved {
      guard let title = named(item, unit) else { continue }
      page.line(
        "\(title.id) \(title.title): \(before(item, unit)) → \(after(item, unit))", indent: 2)
      if let reason = reason(item) {
        page.line("\(about(item.parts.total)) " + reason, indent: 4)
      }
      if !item.parts.performance.isZero, item.comparability == .compared {
        page.line(
          "\(about(item.parts.performance)) "
            + say("do kết quả thực hiện", "by performance"), indent: 4)
      }
      if !item.parts.criteria.isZero, item.comparability == .compared {
        page.line("\(about(item.parts.criteria)) " + because(item, unit), indent: 4)
      }
    }
  }

  private func before(_ item: ItemYears, _ unit: UnitYears) -> String {
    points(item.before, item.old.flatMap { oldSet(unit)?.items[$0] })
  }

  private func after(_ item: ItemYears, _ unit: UnitYears) -> String {
    points(item.after, item.new.flatMap { newSet(unit)?.items[$0] })
  }

  /// "0,5/1", or the state where there are no points.
  private func points(_ outcome: Outcome?, _ item: Item?) -> String {
    guard let outcome, let item else { return "–" }
    let text = words.outcome(outcome)
    return outcome.state == .scored ? "\(text)/\(numbers.shown(item.maximum))" : text
  }

  private func because(_ item: ItemYears, _ unit: UnitYears) -> String {
    let changes = changes(item, unit.pair)
    guard !changes.isEmpty else {
      return say(
        "do tiêu chí khác, hoặc kết quả nơi khác, mà mục này lấy theo đã chấm khác",
        "because other items or units that it reads are scored otherwise")
    }
    return say("do tiêu chí thay đổi: ", "because the criterion changed: ")
      + changes.joined(separator: "; ")
  }
}
