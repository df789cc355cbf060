/// Points that were accepted and are others now (SCORING 34).
package struct AcceptedChange: Hashable, Sendable {
  /// The accepting entry's place in the unit's log.
  package let entry: Int
  /// The points that stood there when they were accepted.
  package let seen: Exact
  package let now: Outcome
}

extension Round {
  /// How an accepted item has changed since, in a layer; nil when it has not, or when what is in
  /// force is no accepted number.
  package func changeSinceAccepted(unit: Int, item place: Int, layer: Int) -> AcceptedChange? {
    guard units[unit].record.entries.contains(where: { $0.subject == .item(place) }) else {
      return nil
    }
    let result = units[unit]
    let scorer = scorers[result.record.set]
    let item = scorer.set.items[place]
    guard let standing = scorer.standing(result.record, place, layers[layer]),
      let accept = standing.lastAccept
    else { return nil }
    let entry = result.record.entries[accept]
    let written = entry.seen.map { scorer.set.rounding.typed($0, maximum: item.maximum) }
    let stood = layers.firstIndex(of: .stage(entry.stage)).map { result.sheets[$0][place].points }
    let now = result.sheets[layer][place]
    guard let seen = written ?? stood, now.state.isOpen || now.points != seen else { return nil }
    return AcceptedChange(entry: accept, seen: seen, now: now)
  }
  /// The points that an entry accepted: as it says itself, or what stood there in its stage then; nil
  /// where it accepted none.
  package func accepted(unit: Int, entry place: Int) -> Exact? {
    let record = units[unit].record
    let entry = record.entries[place]
    guard case .accept = entry.decision, case .item(let item) = entry.subject,
      record.stands(place), let layer = layers.firstIndex(of: .stage(entry.stage))
    else { return nil }
    if let seen = entry.seen {
      let set = sets[record.set]
      return set.rounding.typed(seen, maximum: set.items[item].maximum)
    }
    let isLast = record.entries(of: item, in: entry.stage).last == place
    let stood =
      isLast
      ? units[unit].sheets[layer][item]
      : trying([unit: record.upTo(place)]).sheet(of: unit, layer: layer)[item]
    return stood.state == .scored ? stood.points : nil
  }
}

extension UnitRecord {
  /// The same before anything was said after an entry, in the order of stages.
  fileprivate func upTo(_ place: Int) -> UnitRecord {
    var record = self
    let last = (entries[place].stage, place)
    record.entries = entries.enumerated().filter { ($0.element.stage, $0.offset) <= last }
      .map(\.element)
    return record
  }
}
