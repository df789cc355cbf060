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
  /// - Parameter computed: the computed layer's outcome, where nothing was corrected for many.
  func refusals(
    _ record: UnitRecord, _ item: Int, _ layer: Layer, _ given: Evaluator, _ links: LinkedValues,
    computed: Outcome? = nil
  ) -> [Int: EntryRefusal] {
    guard let stage = plan.ownStage(of: layer) else { return [:] }
    let own = record.entries(of: item, in: stage)
    guard own.contains(where: { record.entries[$0].decision.needsGround }) else { return [:] }
    let needsProof = set.items[item].evidence.isRequired
    var standing =
      Standing(record, through: stage - 1, item: item, needsProof: needsProof) ?? Standing()
    var refusals: [Int: EntryRefusal] = [:]
    for index in own {
      let answer = computed.flatMap { known($0, standing) }
      switch record.entries[index].decision {
      case .accept:
        let data = overlaid(given, standing)
        let found = outcome(item, layer, record, data, standing, links, known: answer)
        if found.state.isOpen, found.state != .pending(.claimedNotApplicable) {
          refusals[index] = .nothingToAccept
        }
      case .setPoints:
        if isNotHeld[item] {
          refusals[index] = .doesNotApply
        } else if answer == nil,
          case .doesNotApply = applicability(
            item, record.unit, checked(item, overlaid(given, standing)))
        {
          refusals[index] = .doesNotApply
        }
      case .adjust, .rejectEvidence, .requestExplanation, .explanation, .markNotApplicable,
        .correctFigure:
        break
      }
      if refusals[index] == nil {
        standing.take(
          record.entries[index], index, record.citedDocuments(item), needsProof: needsProof)
      }
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

  /// Whether an item has entries in a layer's own stage.
  func isDecided(_ unit: Int, _ layer: Int, _ item: Int) -> Bool {
    guard let stage = plan.ownStage(of: layers[layer]) else { return false }
    return units[unit].record.entries(of: item).contains {
      units[unit].record.entries[$0].stage == stage
    }
  }

  /// Holds the entries of a linked item against its own layer, before the layer is scored.
  mutating func refuseEntries(
    _ unit: Int, _ layer: Int, _ item: Item, _ links: LinkedValues, _ figures: [FigureValue]
  ) {
    guard let found = refusals(units[unit].record, layer, item, links, figures) else { return }
    refuse(found, of: unit)
  }

  /// A unit's refusals with those of a linked item's entries in a layer; nil where they are what they
  /// were.
  func refusals(
    _ record: UnitRecord, _ layer: Int, _ item: Item, _ links: LinkedValues,
    _ figures: [FigureValue]
  ) -> [Int: EntryRefusal]? {
    guard let stage = plan.ownStage(of: layers[layer]) else { return nil }
    let own = record.entries(of: item.index, in: stage)
    guard !own.isEmpty else { return nil }
    let scorer = scorers[record.set]
    var data = scorer.evaluator(record, layers[layer])
    data.figures = figures
    let found = scorer.refusals(record, item.index, layers[layer], data, links)
    guard own.contains(where: { record.refusals[$0] != found[$0] }) else { return nil }
    var refusals = record.refusals
    for index in own { refusals[index] = found[index] }
    return refusals
  }

  /// Takes the refusals of a unit, with what follows from them.
  mutating func refuse(_ refusals: [Int: EntryRefusal], of unit: Int) {
    update(unit) { $0.record.refusals = refusals }
    let scorer = scorers[units[unit].record.set]
    let requests = layers.map { scorer.hasOpenRequest(units[unit].record, $0) }
    update(unit) { $0.hasOpenRequests = requests }
  }
}
