internal import Diagnostics
package import EventLog
package import Grading
package import Procedure

/// What the rules of procedure need to know of a round to judge an event.
package struct ProposalContext {
  /// A unit's sheet in a layer.
  package typealias Sheets = (_ unit: Int, _ layer: Int) -> [Outcome]

  private let round: Round
  /// Just before the event.
  private let standing: Sheets
  /// Once it is written.
  private let sheet: Sheets
  private let places: [String: Int]

  /// - Parameter standing: sheets as they are; nil: the round's own.
  package init(_ round: Round, before standing: Sheets? = nil, after sheet: @escaping Sheets) {
    self.round = round
    self.standing = standing ?? { round.units[$0].sheets[$1] }
    self.sheet = sheet
    places = Dictionary(
      round.units.enumerated().map { ($0.element.record.unit.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  package func proposed(_ content: EventContent) -> ProposedEvent {
    var event = ProposedEvent(content)
    event.openItems = openItems(content)
    if content.kind == .replaced { event.fileOwners = owners(of: content.files.keys) }
    guard let unit = content.unit.flatMap({ places[$0] }) else { return event }
    let record = round.units[unit].record
    let set = round.sets[record.set]
    event.unit = ProposedUnit(record.unit, in: round.plan.blocks[record.block])
    let layer = self.layer(content)
    switch content.subject {
    case .item(let id)?:
      event.item = set.itemIndex(id).map { item($0, unit, set, layer) }
    case .figure(let name)?:
      let table = name.split(separator: ".").first.map(String.init) ?? name
      event.figureOwner = round.plan.figures.tables[table]?.owner
    case nil: break
    }
    if let layer {
      let (before, after) = (standing(unit, layer), sheet(unit, layer))
      event.linked = set.items.indices.filter {
        set.items[$0].id != event.item?.id && after[$0] != before[$0]
      }.map { item($0, unit, set, layer) }
    }
    return event
  }

  /// The offices that keep registers, each once; nil stands for files that no office keeps.
  private func owners(of paths: some Sequence<String>) -> [String?] {
    let owners = Dictionary(
      round.plan.figures.tables.values.flatMap { table in
        ([table.file.path] + table.parts).map { (round.plan.cited($0), table.owner) }
      }, uniquingKeysWith: { first, _ in first })
    var found: [String?] = []
    for path in paths.sorted() where !found.contains(owners[path] ?? nil) {
      found.append(owners[path] ?? nil)
    }
    return found
  }

  /// The layer of the event's own stage.
  private func layer(_ content: EventContent) -> Int? {
    guard let stage = round.plan.stages.firstIndex(where: { $0.id == content.stage }) else {
      return nil
    }
    return round.layers.firstIndex(of: .stage(stage))
  }

  private func item(
    _ place: Int, _ unit: Int, _ set: CriteriaSet, _ layer: Int?
  ) -> ProposedItem {
    guard let layer, layer > 0 else {
      return ProposedItem(set.items[place], of: set, before: nil, standing: nil, after: nil)
    }
    func points(_ outcome: Outcome) -> Exact? {
      outcome.state == .scored ? outcome.points : nil
    }
    return ProposedItem(
      set.items[place], of: set,
      before: points(standing(unit, layer - 1)[place]),
      standing: points(standing(unit, layer)[place]),
      after: points(sheet(unit, layer)[place]))
  }

  /// How many items that a lock would cover are open.
  private func openItems(_ content: EventContent) -> Int {
    guard content.kind == .locked, let last = round.layers.indices.last else { return 0 }
    return round.units.enumerated().reduce(0) { sum, each in
      let (place, unit) = each
      guard content.unit == nil || content.unit == unit.record.unit.id else { return sum }
      let set = round.sets[unit.record.set]
      let sheet = standing(place, last)
      let open = set.items.count { item in
        if case .item(let id)? = content.subject, id != item.id { return false }
        return sheet[item.index].state.isOpen
      }
      return sum + open
    }
  }
}
