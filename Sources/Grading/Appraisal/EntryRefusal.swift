/// Why an entry that its file allows cannot stand on what it found; it then has no effect
/// (SCORING 34).
package enum EntryRefusal: Hashable, Sendable {
  /// `accept` where there are no points.
  case nothingToAccept
  /// `set_points` on an item that does not apply.
  case doesNotApply
}

/// An entry without effect.
package struct RefusedEntry: Hashable, Sendable {
  /// Places of the unit in the round and of the entry in its log.
  package let unit: Int
  package let entry: Int
  package let refusal: EntryRefusal
}

extension ItemScorer {
  /// The entries of one item, in a layer's own stage, that cannot stand; by place in the log.
  ///
  /// Each is held against what the entries before it left in force.
  func refusals(
    _ record: UnitRecord, _ item: Item, _ layer: Layer, _ given: Evaluator, _ links: LinkedValues
  ) -> [Int: EntryRefusal] {
    guard case .stage(let stage) = layer else { return [:] }
    let own = record.entries(of: item.index, in: stage)
    guard own.contains(where: { record.entries[$0].decision.needsGround }) else { return [:] }
    let citations = record.citedDocuments(item.index)
    var standing = Standing(record, through: stage - 1, item: item) ?? Standing()
    var refusals: [Int: EntryRefusal] = [:]
    for index in own {
      let entry = record.entries[index]
      let data = overlaid(given, standing)
      switch entry.decision {
      case .accept:
        let found = outcome(item.index, layer, record, data, standing, links)
        if found.state.isOpen, found.state != .pending(.claimedNotApplicable) {
          refusals[index] = .nothingToAccept
        }
      case .setPoints:
        if isNotHeld[item.index] {
          refusals[index] = .doesNotApply
        } else if case .doesNotApply = applicability(
          item.index, record.unit, checked(item.index, data))
        {
          refusals[index] = .doesNotApply
        }
      case .adjust, .rejectEvidence, .requestExplanation, .explanation, .markNotApplicable,
        .correctFigure:
        break
      }
      if refusals[index] == nil { standing.take(entry, index, item, citations) }
    }
    return refusals
  }
}

extension AppraisalEntry.Decision {
  /// Whether it stands only on something that is there.
  fileprivate var needsGround: Bool {
    switch self {
    case .accept, .setPoints: true
    case .adjust, .rejectEvidence, .requestExplanation, .explanation, .markNotApplicable,
      .correctFigure:
      false
    }
  }
}

extension Round {
  /// Entries without effect, by unit and then by their place in the log.
  package var refusals: [RefusedEntry] {
    units.enumerated().flatMap { unit, result in
      result.record.refusals.sorted { $0.key < $1.key }
        .map { RefusedEntry(unit: unit, entry: $0.key, refusal: $0.value) }
    }
  }

  /// Holds the entries of a linked item against its own layer, before the layer is scored.
  mutating func refuseEntries(
    _ unit: Int, _ layer: Int, _ item: Item, _ links: LinkedValues, _ figures: [FigureValue]
  ) {
    guard case .stage(let stage) = layers[layer] else { return }
    let record = units[unit].record
    let own = record.entries(of: item.index, in: stage)
    guard !own.isEmpty else { return }
    let scorer = scorers[record.set]
    var data = scorer.evaluator(record, layers[layer])
    data.figures = figures
    let refusals = scorer.refusals(record, item, layers[layer], data, links)
    guard own.contains(where: { record.refusals[$0] != refusals[$0] }) else { return }
    update(unit) { result in
      for index in own { result.record.refusals[index] = refusals[index] }
    }
    let requests = layers.map { scorer.hasOpenRequest(units[unit].record, $0) }
    update(unit) { $0.hasOpenRequests = requests }
  }
}
