/// What made an item's points others.
package enum DifferenceCause: Hashable, Sendable {
  /// A line of the unit's appraisal: its place in the later record's entries.
  case entry(Int)
  /// The unit handed in, or handed in anew.
  case handedIn
  /// Results of other units that the item reads.
  case others
  /// Other items of its own sheet, as an item on the accuracy of self-scoring reads them.
  case ownSheet
  /// The rule's own answer, where the unit had claimed something else.
  case rule
  /// Figures of other offices, or the criteria, are others.
  case data
}

/// An item whose points or state are others.
package struct ItemDifference: Sendable {
  /// Its place in the later round's set.
  package let item: Int
  /// nil: there was no such item.
  package let before: Outcome?
  package let after: Outcome
  /// In the log's order; never empty.
  package let causes: [DifferenceCause]

  /// By how much its points moved.
  package var move: Exact {
    (after.counts ? after.points : .zero) - (before.map { $0.counts ? $0.points : .zero } ?? .zero)
  }

  static func all(
    _ unit: Int, _ earlier: Int?, _ from: RoundDifference.Side, _ to: RoundDifference.Side
  ) -> [ItemDifference] {
    let record = to.round.units[unit].record
    let set = to.round.sets[record.set]
    let old = earlier.map { from.round.units[$0].record }
    let oldSet = old.map { from.round.sets[$0.set] }
    let causes = CauseFinder(unit, old, from, to)
    return set.items.indices.compactMap { place in
      let after = to.outcome(place, of: unit)
      let before = earlier.flatMap { earlier in
        oldSet?.itemIndex(set.items[place].id).map { from.outcome($0, of: earlier) }
      }
      guard before?.state != after.state || before?.points != after.points else { return nil }
      return ItemDifference(
        item: place, before: before, after: after,
        causes: causes.causes(of: set.items[place]))
    }
  }
}

/// Looks for what moved the items of one unit.
private struct CauseFinder {
  private let record: UnitRecord
  private let old: UnitRecord?
  private let set: CriteriaSet
  /// The later record's entries that the earlier side did not count.
  private let entries: [(place: Int, entry: AppraisalEntry)]
  private let crossesClaim: Bool

  init(
    _ unit: Int, _ old: UnitRecord?, _ from: RoundDifference.Side, _ to: RoundDifference.Side
  ) {
    record = to.round.units[unit].record
    self.old = old
    set = to.round.sets[record.set]
    let first = from.round.plan.lastStage(of: from.round.layers[from.layer])
    let last = to.round.plan.lastStage(of: to.round.layers[to.layer])
    let known = old?.entries.count ?? 0
    entries = record.entries.enumerated().filter { place, entry in
      entry.stage <= last && (place >= known || entry.stage > first)
    }.map { (place: $0.offset, entry: $0.element) }
    crossesClaim =
      from.round.layers[from.layer] == .claimed && to.round.layers[to.layer] != .claimed
  }

  func causes(of item: Item) -> [DifferenceCause] {
    var causes: [DifferenceCause] = []
    let read = Set(
      (item.rule.references + item.applicability.flatMap { $0.appliesWhen?.references ?? [] })
        .compactMap { reference -> String? in
          guard case .figure(let place) = reference, set.figures.indices.contains(place) else {
            return nil
          }
          return set.figures[place].name
        })
    for (place, entry) in entries where record.refusals[place] == nil {
      switch entry.subject {
      case .item(let subject) where subject == item.index: causes.append(.entry(place))
      case .figure(let name) where read.contains(name): causes.append(.entry(place))
      case .item, .figure: continue
      }
    }
    if let old {
      let handedIn = (old.assessment.submittedAt == nil) != (record.assessment.submittedAt == nil)
      if handedIn || differs(item, from: old) { causes.append(.handedIn) }
    } else {
      causes.append(.handedIn)
    }
    if causes.isEmpty, item.links.contains(.assessment) { causes.append(.ownSheet) }
    if causes.isEmpty, !item.links.isEmpty { causes.append(.others) }
    if causes.isEmpty, crossesClaim { causes.append(.rule) }
    return causes.isEmpty ? [.data] : causes
  }

  /// Whether what the unit itself says of an item is another.
  private func differs(_ item: Item, from old: UnitRecord) -> Bool {
    guard !isNewSet(old) else { return false }
    let places =
      Array(item.inputs)
      + item.rule.references.compactMap { reference in
        switch reference {
        case .sharedInput(let place): place
        case .input, .figure, .trait, .year, .deadline: nil
        }
      }
    if places.contains(where: { old.assessment.inputs[$0] != record.assessment.inputs[$0] }) {
      return true
    }
    let answers = (old.assessment.answers[item.index], record.assessment.answers[item.index])
    return answers.0?.claim != answers.1?.claim
      || answers.0?.notApplicable != answers.1?.notApplicable
      || old.citedDocuments(item.index) != record.citedDocuments(item.index)
  }

  private func isNewSet(_ old: UnitRecord) -> Bool {
    old.assessment.inputs.count != record.assessment.inputs.count
      || old.assessment.answers.count != record.assessment.answers.count
  }
}
