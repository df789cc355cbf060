internal import Diagnostics
package import Grading

/// What the two rounds have in common, and what only one of them has.
extension YearReport {
  package var setsTitle: String { say("Tiêu chí giữa hai kỳ", "Criteria between the two") }

  /// For each pair of sets that units had, how many of their items match, and which do not.
  package func sets(block: String? = nil, only: SetPair? = nil) -> [YearStatement] {
    var statements: [YearStatement] = []
    for pair in years.pairs.keys.sorted() where only == nil || only == pair {
      guard let pairs = years.pairs[pair], isUsed(pair, block) else { continue }
      let old = years.before.sets[pair.old]
      let new = years.after.sets[pair.new]
      let matched = new.items.filter { pairs.oldItemOf[$0.index] != nil }
      let changed = changedItems(pair)
      let renumbered = matched.compactMap { item -> String? in
        guard let place = pairs.oldItemOf[item.index], old.items[place].id != item.id else {
          return nil
        }
        return "\(old.items[place].id) → \(item.id)"
      }
      let added = new.items.filter { pairs.oldItemOf[$0.index] == nil }
      let gone = old.items.filter { pairs.newItemOf[$0.index] == nil }
      let title = say(
        "\(old.id) → \(new.id): \(matched.count) tiêu chí thành phần có ở cả hai kỳ, "
          + "\(changed.count) thay đổi cách chấm hoặc điểm tối đa\(ids(changed, new))",
        "\(old.id) → \(new.id): \(matched.count) items in both, \(changed.count) with another "
          + "rule or maximum\(ids(changed, new))")
      let lines = [
        list(renumbered, say("đổi mã", "renumbered")),
        list(added.map(titled), say("mới, không có để so sánh", "new, with no counterpart")),
        list(gone.map(titled), say("không còn, không có để so sánh", "gone, with no counterpart")),
      ]
      statements.append(YearStatement(title: title, lines: lines.compactMap(\.self)))
    }
    return statements
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

  private func list(_ entries: [String], _ title: String) -> String? {
    entries.isEmpty ? nil : "\(title): \(entries.joined(separator: "; "))"
  }

  // MARK: Units and blocks

  /// Blocks and units that only one of the rounds has, or that changed their block.
  package var unitLists: [String] {
    func name(_ unit: UnitYears) -> String? { record(unit)?.unit.name }
    let moved = years.units.filter { $0.earlier != nil && !$0.isInSameGroup }
    return [
      list(years.newBlocks.map(\.title), say("Khối chỉ có \(later)", "Blocks of \(later) only")),
      list(
        years.goneBlocks.map(\.title), say("Khối chỉ có \(earlier)", "Blocks of \(earlier) only")),
      list(
        years.units.filter { $0.earlier == nil }.compactMap(name),
        say("Chỉ có trong kỳ \(later)", "In the round of \(later) only")),
      list(
        years.gone.compactMap(name), say("Chỉ có trong kỳ \(earlier)", "In \(earlier) only")),
      list(
        moved.compactMap(name),
        say("Đổi khối, không so sánh thứ hạng", "In another block, places do not compare")),
    ].compactMap { $0.map { $0 + "." } }
  }
}

extension UnitYears {
  /// The block it is in, in the later round or else in the earlier one.
  func block(in years: YearComparison) -> String? {
    unit.map { years.after.plan.blocks[years.after.units[$0].record.block].id }
      ?? earlier.map { years.before.plan.blocks[years.before.units[$0].record.block].id }
  }
}
