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
    guard let standing = scorer.standing(result.record, place, layers[layer]),
      let accept = standing.lastAccept
    else { return nil }
    let now = result.sheets[layer][place]
    guard let seen = accepted(unit: unit, entry: accept), now.state.isOpen || now.points != seen
    else { return nil }
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
    let stood =
      record.isLastOfStage(place, for: item, sets[record.set])
      ? units[unit].sheets[layer][item]
      : trying([unit: record.upTo(place)]).sheet(of: unit, layer: layer)[item]
    return stood.state == .scored ? stood.points : nil
  }
}

extension UnitRecord {
  /// Whether nothing that was said later in an entry's stage can have moved an item.
  fileprivate func isLastOfStage(_ place: Int, for item: Int, _ set: CriteriaSet) -> Bool {
    !entries.indices.dropFirst(place + 1).contains { later in
      guard entries[later].stage == entries[place].stage else { return false }
      return switch entries[later].decision {
      case .correctFigure: true
      case .adjust(let inputs):
        entries[later].subject == .item(item)
          || inputs.keys.contains(where: set.sharedInputs.contains)
      case .accept, .setPoints, .rejectEvidence, .requestExplanation, .explanation,
        .markNotApplicable:
        entries[later].subject == .item(item)
      }
    }
  }

  /// The same before anything was said after an entry, in the order of stages.
  fileprivate func upTo(_ place: Int) -> UnitRecord {
    var record = self
    let last = (entries[place].stage, place)
    record.entries = entries.enumerated().filter { ($0.element.stage, $0.offset) <= last }
      .map(\.element)
    return record
  }
}
