internal import Diagnostics
internal import Grading

extension YearReport {
  /// The page: all units, or those of one block, by its id.
  package func text(block: String? = nil) -> String {
    var page = TextPage(isColoured: isColoured)
    writeHead(&page)
    page.gap()
    writeSets(&page, block: block)
    writeUnitLists(&page)
    for group in years.after.groups {
      let plan = years.after.plan.blocks[group.block]
      guard block == nil || block == plan.id else { continue }
      page.gap()
      page.heading(group.parent.map { "\(plan.title): \(words.unit($0))" } ?? plan.title)
      write(group, &page)
    }
    return page.text
  }

  func writeHead(_ page: inout TextPage) {
    page.heading(say("So sánh hai kỳ đánh giá", "Two rounds compared"))
    page.line("\(earlier): \(years.before.plan.title)", indent: 2)
    page.line("\(later): \(years.after.plan.title)", indent: 2)
    if isIllustrative {
      let marks = [earlierWords.roundIllustration, words.roundIllustration].compactMap(\.self)
      for mark in marks.first == marks.last ? Array(marks.prefix(1)) : marks { page.line(mark) }
    }
    page.line(
      say(
        "Kết quả \(later) được tính thêm một lần theo bộ tiêu chí \(earlier), với chính số liệu "
          + "\(later). Từ kết quả \(earlier) đến lần tính ấy chỉ số liệu khác: đó là phần do kết "
          + "quả thực hiện. Từ lần tính ấy đến kết quả \(later) chỉ tiêu chí khác: đó là phần do "
          + "tiêu chí thay đổi. Phần khác là tiêu chí thành phần không so sánh được và làm tròn. Ba "
          + "phần cộng lại đúng bằng mức tăng, giảm.",
        "The result of \(later) was computed once more under the criteria of \(earlier), on the "
          + "data of \(later). From the result of \(earlier) to that one only the data differ: "
          + "this is performance. From that one to the result of \(later) only the criteria do: "
          + "this is changed criteria. The rest are items that do not compare, and rounding. The "
          + "three add up to the change exactly."))
  }

  // MARK: How criteria match

  func writeSets(_ page: inout TextPage, block: String? = nil, only: SetPair? = nil) {
    page.heading(say("Tiêu chí giữa hai kỳ", "Criteria between the two"))
    for pair in years.pairs.keys.sorted() where only == nil || only == pair {
      guard let pairs = years.pairs[pair], isUsed(pair, block) else { continue }
      let old = years.before.sets[pair.old]
      let new = years.after.sets[pair.new]
      let matched = new.items.filter { pairs.oldItemOf[$0.index] != nil }
      let changed = changedItems(pair)
      page.line(
        say(
          "\(old.id) → \(new.id): \(matched.count) tiêu chí thành phần có ở cả hai kỳ, "
            + "\(changed.count) thay đổi cách chấm hoặc điểm tối đa\(ids(changed, new))",
          "\(old.id) → \(new.id): \(matched.count) items in both, \(changed.count) with another "
            + "rule or maximum\(ids(changed, new))"),
        indent: 2)
      let renumbered = matched.compactMap { item -> String? in
        guard let place = pairs.oldItemOf[item.index], old.items[place].id != item.id else {
          return nil
        }
        return "\(old.items[place].id) → \(item.id)"
      }
      list(renumbered, say("đổi mã", "renumbered"), &page)
      list(
        new.items.filter { pairs.oldItemOf[$0.index] == nil }.map { titled($0) },
        say("mới, không có để so sánh", "new, with no counterpart"), &page)
      list(
        old.items.filter { pairs.newItemOf[$0.index] == nil }.map { titled($0) },
        say("không còn, không có để so sánh", "gone, with no counterpart"), &page)
    }
  }

  private func isUsed(_ pair: SetPair, _ block: String?) -> Bool {
    block == nil || years.units.contains { $0.pair == pair && $0.block(in: years) == block }
  }

  private func ids(_ items: [Int], _ set: CriteriaSet) -> String {
    items.isEmpty ? "" : ": " + items.map { set.items[$0].id }.joined(separator: ", ")
  }

  func titled(_ item: Item) -> String {
    "\(item.id) \(item.title) (\(numbers.shownPoints(item.maximum)))"
  }

  private func list(_ entries: [String], _ title: String, _ page: inout TextPage) {
    guard !entries.isEmpty else { return }
    page.line("\(title): \(entries.joined(separator: "; "))", indent: 4)
  }

  // MARK: Units and blocks of one round only

  private func writeUnitLists(_ page: inout TextPage) {
    func name(_ unit: UnitYears) -> String? { record(unit)?.unit.name }
    func line(_ names: [String], _ title: String) {
      guard !names.isEmpty else { return }
      page.line("\(title): \(names.joined(separator: "; ")).")
    }
    page.gap()
    line(years.newBlocks.map(\.title), say("Khối chỉ có \(later)", "Blocks of \(later) only"))
    line(years.goneBlocks.map(\.title), say("Khối chỉ có \(earlier)", "Blocks of \(earlier) only"))
    line(
      years.units.filter { $0.earlier == nil }.compactMap(name),
      say("Chỉ có trong kỳ \(later)", "In the round of \(later) only"))
    line(years.gone.compactMap(name), say("Chỉ có trong kỳ \(earlier)", "In \(earlier) only"))
    line(
      years.units.filter { $0.earlier != nil && !$0.isInSameGroup }.compactMap(name),
      say("Đổi khối, không so sánh thứ hạng", "In another block, places do not compare"))
  }

  // MARK: A group

  private func write(_ group: RankingGroup, _ page: inout TextPage) {
    let last = years.after.layers.count - 1
    let standings = Standings(years.after, group, layer: last, order: .pages)
    let members =
      standings.ranked + standings.unranked + standings.withoutIndex
      + standings.notSubmitted + standings.unreadable
    page.line(openness(group))
    let year = { (round: Round) in String(round.plan.calendar.year) }
    let columns: [(String, TextTable.Alignment, Int)] = [
      (say("Cơ quan, đơn vị, địa phương", "Unit"), .leading, 40),
      (say("Thứ hạng \(year(years.before))", "Place \(year(years.before))"), .trailing, 8),
      (say("Thứ hạng \(year(years.after))", "Place \(year(years.after))"), .trailing, 8),
      (say("Chỉ số \(year(years.before))", "Index \(year(years.before))"), .trailing, 7),
      (say("Chỉ số \(year(years.after))", "Index \(year(years.after))"), .trailing, 7),
      (say("Tăng, giảm", "Change"), .trailing, 7),
      (say("do kết quả thực hiện", "by performance"), .trailing, 12),
      (say("do tiêu chí thay đổi", "by criteria"), .trailing, 12),
      (say("phần khác", "rest"), .trailing, 8),
      (say("Ghi chú", "Notes"), .leading, 40),
    ]
    var table = TextTable(columns.map { .init(title: $0.0, alignment: $0.1, limit: $0.2) })
    for unit in members.map({ years.units[$0] }) { table.add(row(unit)) }
    page.table(table)
  }

  /// How many of the places may still move.
  private func openness(_ group: RankingGroup) -> String {
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

  private func row(_ unit: UnitYears) -> [String] {
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

  func fixed(_ value: Exact, _ unit: UnitYears) -> String {
    numbers.fixed(value, places: newSet(unit)?.rounding.index ?? 2)
  }

  func signed(_ value: Exact, _ unit: UnitYears) -> String {
    (value > .zero ? "+" : "") + fixed(value, unit)
  }
}

extension UnitYears {
  /// The block it is in, in the later round or else in the earlier one.
  func block(in years: YearComparison) -> String? {
    unit.map { years.after.plan.blocks[years.after.units[$0].record.block].id }
      ?? earlier.map { years.before.plan.blocks[years.before.units[$0].record.block].id }
  }
}
