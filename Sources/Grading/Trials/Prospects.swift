/// What each item of a unit could still come to in the final layer.
struct Prospects {
  private let reading: UnitReading
  /// By item: figures it reads that are disputed, with what the unit says they are.
  private var disputed: [Int: [(figure: Int, claim: Value)]] = [:]
  private let accuracyIsOpen: Bool

  init(_ round: Round, _ unit: Int) {
    reading = UnitReading(round, unit)
    let sheet = reading.sheet
    let standings = reading.standings
    let disputes = reading.openDisputes
    // Only what the unit scores itself enters the accuracy of its scoring.
    accuracyIsOpen = reading.set.items.contains { item in
      guard item.scoredBy == .unit else { return false }
      if sheet[item.index].state.isOpen || standings[item.index]?.asksExplanation == true {
        return true
      }
      guard !disputes.isEmpty else { return false }
      let read =
        item.rule.references + item.applicability.flatMap { $0.appliesWhen?.references ?? [] }
      return disputes.contains { read.contains(.figure($0.figure)) }
    }
    guard !disputes.isEmpty else { return }
    for item in reading.set.items {
      let read = item.rule.references
      for (dispute, place) in disputes where read.contains(.figure(place)) {
        disputed[item.index, default: []].append((place, dispute.claim))
      }
    }
  }

  func prospect(of item: Item) -> ItemProspect {
    let outcome = reading.sheet[item.index]
    var prospect = ItemProspect(
      ends: [outcome.counts ? (outcome.points, item.maximum) : (.zero, .zero)])
    switch outcome.state {
    case .scored: addWhatCanMove(item, outcome, to: &prospect)
    case .notApplicable: break
    case .pending(.evidence):
      let proven = reading.ruleOutcome(item.index)
        .map { reading.scorer.proven(item.index, reading.record, $0) }
      if let proven, proven.state == .scored {
        prospect.ends.append((proven.points, item.maximum))
        prospect.ends.append((min(proven.points, .zero), item.maximum))
      } else {
        addReach(item, to: &prospect)
      }
    case .pending(.applicability):
      addReach(item, to: &prospect)
      for level in item.applicability where level.appliesWhen != nil {
        addEffect(level.effect, item, to: &prospect)
      }
    case .pending(.claimedNotApplicable):
      addReach(item, to: &prospect)
      addEffect(item.effect, item, to: &prospect)
    case .unanswered, .broken, .pending(.figure), .pending(.undefined), .pending(.council):
      addReach(item, to: &prospect)
    }
    return prospect
  }

  /// A scored item moves with an explanation asked for, a dispute, and what others still owe.
  private func addWhatCanMove(_ item: Item, _ outcome: Outcome, to prospect: inout ItemProspect) {
    if reading.standings[item.index]?.asksExplanation == true {
      addReach(item, to: &prospect)
    }
    if item.links.contains(.assessment), accuracyIsOpen {
      addReach(item, to: &prospect)
    } else if reading.isLinkedProvisional {
      // The best value can only rise, and the shares of it fall.
      if item.links.contains(.block) {
        prospect.ends.append((item.reachable.lowerBound, item.maximum))
      } else if item.links.contains(.subordinates) {
        addReach(item, to: &prospect)
      }
    }
    for (figure, claim) in disputed[item.index] ?? [] {
      let other = reading.outcome(item) { $0.figures[figure] = .known(claim) }
      if other.state.isOpen {
        addReach(item, to: &prospect)
      } else {
        prospect.ends.append(other.counts ? (other.points, item.maximum) : (.zero, .zero))
      }
    }
  }

  private func addReach(_ item: Item, to prospect: inout ItemProspect) {
    prospect.ends.append((item.reachable.lowerBound, item.maximum))
    prospect.ends.append((item.reachable.upperBound, item.maximum))
    if item.ifMissing == .notApplicable || item.ifUndefined == .notApplicable {
      addEffect(item.effect, item, to: &prospect)
    }
  }

  private func addEffect(
    _ effect: ApplicabilityEffect, _ item: Item, to prospect: inout ItemProspect
  ) {
    switch effect {
    case .exclude: prospect.ends.append((.zero, .zero))
    case .fullPoints: prospect.ends.append((item.maximum, item.maximum))
    }
  }
}
