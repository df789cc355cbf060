internal import Grading

/// The units of two rounds and the items of their sets, paired.
struct TrialPairs {
  let before: Round
  let after: Round
  /// Places in the old round by places in the new one.
  private let oldUnit: [Int: Int]
  let unpaired: [String]
  /// By place of the draft's set: the old set its units had, and its items there.
  private let oldItems: [Int: (set: Int, items: [Int?])]

  init(before: Round, after: Round) {
    self.before = before
    self.after = after
    let old = Dictionary(
      before.units.enumerated().map { ($0.element.record.unit.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var pairs: [Int: Int] = [:]
    for (place, unit) in after.units.enumerated() { pairs[place] = old[unit.record.unit.id] }
    oldUnit = pairs
    let stayed = Set(pairs.values)
    unpaired =
      after.units.indices.filter { pairs[$0] == nil }.map { after.units[$0].record.unit.id }
      + before.units.indices.filter { !stayed.contains($0) }.map { before.units[$0].record.unit.id }
    var items: [Int: (set: Int, items: [Int?])] = [:]
    for (place, unit) in after.units.enumerated() where items[unit.record.set] == nil {
      guard let old = pairs[place] else { continue }
      let oldSet = before.units[old].record.set
      items[unit.record.set] = (
        oldSet, SetPairs(matching: before.sets[oldSet], after.sets[unit.record.set]).oldItemOf
      )
    }
    oldItems = items
  }

  // MARK: Units

  func groups() -> [CriteriaTrial.Group] {
    after.groups.map { group in
      let block = after.plan.blocks[group.block]
      let rows = group.units.compactMap(row).sorted { left, right in
        let sizes = (magnitude(left), magnitude(right))
        if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
        let rises = (abs(left.rise ?? 0), abs(right.rise ?? 0))
        if rises.0 != rises.1 { return rises.0 > rises.1 }
        return left.unit < right.unit
      }
      let parent = group.parent.map { id in
        after.units.first { $0.record.unit.id == id }?.record.unit.name ?? id
      }
      return CriteriaTrial.Group(block: block.id, title: block.title, parent: parent, rows: rows)
    }
  }

  private func magnitude(_ row: CriteriaTrial.Row) -> Exact {
    guard let difference = row.difference else { return .zero }
    return difference.isNegative ? -difference : difference
  }

  private func row(_ place: Int) -> CriteriaTrial.Row? {
    guard let old = oldUnit[place] else { return nil }
    let unit = after.units[place].record.unit
    return CriteriaTrial.Row(
      unit: unit.id, name: unit.name, before: standing(before, old), after: standing(after, place))
  }

  private func lateRate(_ round: Round, _ unit: String) -> Exact? {
    guard
      case .known(.number(let rate)) = round.plan.figures.tables["dossiers"]?.value(
        "late_rate", unit: unit)
    else { return nil }
    return rate
  }

  private func standing(_ round: Round, _ place: Int) -> CriteriaTrial.Standing {
    let unit = round.units[place]
    let total = unit.totals.last ?? nil
    let grades = round.plan.blocks[unit.record.block].grades
    return CriteriaTrial.Standing(
      index: total?.index, place: total?.place?.number,
      grade: total?.grade.map { grades[$0.grade].name },
      isProvisional: total?.isProvisional ?? true, openItems: total?.openItems ?? 0,
      lateRate: lateRate(round, unit.record.unit.id))
  }

  // MARK: Items

  /// Items that give every unit the same full or empty points, and did not before.
  func dead() -> [CriteriaTrial.DeadItem] {
    after.sets.indices.flatMap { set -> [CriteriaTrial.DeadItem] in
      after.sets[set].items.compactMap { item -> CriteriaTrial.DeadItem? in
        let scored = scores(after, set, item.index)
        guard let points = constant(scored, item.maximum) else { return nil }
        if let (oldSet, items) = oldItems[set], let was = items[item.index],
          constant(scores(before, oldSet, was), before.sets[oldSet].items[was].maximum) != nil
        {
          return nil
        }
        return CriteriaTrial.DeadItem(
          set: after.sets[set].id, item: item.id, title: item.title, points: points,
          maximum: item.maximum, units: scored.count)
      }
    }
  }

  /// The points of every submitted unit that an item is scored for.
  private func scores(_ round: Round, _ set: Int, _ item: Int) -> [Exact] {
    round.units.compactMap { unit in
      guard unit.record.set == set, unit.isSubmitted, let outcome = unit.sheets.last?[item],
        outcome.state == .scored
      else { return nil }
      return outcome.points
    }
  }

  private func constant(_ scores: [Exact], _ maximum: Exact) -> Exact? {
    guard scores.count > 1, let first = scores.first, first == maximum || first.isZero,
      scores.allSatisfy({ $0 == first })
    else { return nil }
    return first
  }

  /// Items that are open for units for which they were not open before.
  func open() -> [CriteriaTrial.OpenItem] {
    after.sets.indices.flatMap { set -> [CriteriaTrial.OpenItem] in
      let units = after.units.indices.filter { place in
        after.units[place].record.set == set && after.units[place].isSubmitted
      }
      return after.sets[set].items.compactMap { item -> CriteriaTrial.OpenItem? in
        let applying = units.filter { state($0, item.index).map { !$0.isAbsent } ?? false }
        let open = applying.filter { place in
          state(place, item.index)?.isOpen == true && !wasOpen(place, set, item.index)
        }
        guard !open.isEmpty else { return nil }
        return CriteriaTrial.OpenItem(
          set: after.sets[set].id, item: item.id, title: item.title,
          lacking: lacking(item, after.sets[set], open), open: open.count, applies: applying.count,
          awaitsCouncil: item.scoredBy == .council)
      }
    }
  }

  private func state(_ unit: Int, _ item: Int) -> ItemState? {
    after.units[unit].sheets.last?[item].state
  }

  private func wasOpen(_ unit: Int, _ set: Int, _ item: Int) -> Bool {
    guard let old = oldUnit[unit], let (oldSet, items) = oldItems[set],
      before.units[old].record.set == oldSet, let was = items[item]
    else { return false }
    return before.units[old].sheets.last?[was].state.isOpen == true
  }

  /// Titles of what the rule reads and some of the units do not have.
  private func lacking(_ item: Item, _ set: CriteriaSet, _ units: [Int]) -> [String] {
    var titles: [String] = []
    for reference in item.rule.references {
      let title: String?
      switch reference {
      case .input(let place), .sharedInput(let place):
        let isBlank = units.contains { after.units[$0].record.assessment.inputs[place] == .blank }
        title = isBlank ? set.inputs[place].title : nil
      case .figure(let place):
        let isMissing = units.contains { after.units[$0].record.figures[place] == .missing }
        title = isMissing ? set.figures[place].title : nil
      case .trait, .deadline, .year: title = nil
      }
      if let title, !titles.contains(title) { titles.append(title) }
    }
    return titles
  }
}

extension ItemState {
  fileprivate var isAbsent: Bool {
    if case .notApplicable = self { true } else { false }
  }
}
