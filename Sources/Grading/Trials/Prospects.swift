/// A unit with what is open in it, before others are looked at.
struct OpenUnit {
  let reading: UnitReading
  let leaves: ItemLeaves
  let open: OpenLeaves
  let gaps: UnitGaps
}

/// What the units that a unit reads leave open.
struct OpenOthers {
  let compared: ComparedValues
  let below: BodiesBelow
}

/// What each item of a unit could still come to in the final layer.
///
/// A completion answers, supplies or decides everything that is open, within what the rules can
/// give: no points beyond a rule, and nothing out of the denominator that the set does not let
/// out. What may stay open until the lock comes out as `open_at_publication` says.
struct Prospects {
  let member: OpenUnit
  let others: OpenOthers
  /// By item: what its gaps come to if they are closed or left.
  let effects: [Int: [(code: GapCode, outcome: Outcome)]]

  init(_ member: OpenUnit, _ others: OpenOthers) {
    self.member = member
    self.others = others
    var effects: [Int: [(code: GapCode, outcome: Outcome)]] = [:]
    for gap in member.gaps.gaps {
      switch gap.code {
      // A unit that handed nothing in is taken to stay so; disputes are read by themselves.
      case .notSubmitted, .disputeOpen: continue
      default: break
      }
      for effect in gap.effects {
        for outcome in [effect.ifClosed, effect.ifLeft].compactMap(\.self) {
          effects[effect.item, default: []].append((gap.code, outcome))
        }
      }
    }
    self.effects = effects
  }

  var reading: UnitReading { member.reading }
  var open: OpenLeaves { member.open }
  var set: CriteriaSet { member.reading.set }

  /// By item.
  func all() -> [ItemProspect] {
    var found = set.items.map { $0.links.contains(.assessment) ? ItemProspect() : prospect(of: $0) }
    // Only what the unit scores itself enters the accuracy of its scoring.
    let accuracyIsOpen = reading.scorer.linkedItems.selfScored.contains {
      found[$0].moves || reading.sheet[$0].state.isOpen || open.touch(member.leaves.all[$0])
    }
    for item in set.items where item.links.contains(.assessment) {
      found[item.index] = prospect(of: item, accuracyIsOpen: accuracyIsOpen)
    }
    return found
  }

  private func prospect(of item: Item, accuracyIsOpen: Bool = false) -> ItemProspect {
    let outcome = reading.sheet[item.index]
    var prospect = ItemProspect()
    guard !reading.scorer.isNotHeld[item.index] else {
      prospect.add(outcome, item)
      return prospect
    }
    if outcome.state.isOpen {
      addOpen(item, outcome, to: &prospect)
    } else {
      prospect.add(outcome, item)
      addRequest(item, outcome, to: &prospect)
      addGaps(item, to: &prospect)
      if !open.others.isEmpty { addOtherReadings(item, outcome, to: &prospect) }
    }
    if !open.isEmpty { addChanges(item, outcome, to: &prospect) }
    addLinks(item, outcome, accuracyIsOpen, to: &prospect)
    if reading.record.assessment.isUnreadable { addUnreadable(item, outcome, to: &prospect) }
    if prospect.moves, !open.isEmpty {
      prospect.sources.formUnion(open.sources(member.leaves.all[item.index], set))
    }
    return prospect
  }

  // MARK: Open by state

  private func addOpen(_ item: Item, _ outcome: Outcome, to prospect: inout ItemProspect) {
    switch reading.round.plan.openAtPublication {
    case .zero: prospect.add(.zero, of: item.maximum)
    case .exclude: prospect.add(.zero, of: .zero)
    case .unranked: break
    }
    switch outcome.state {
    case .pending(.evidence):
      let proven = reading.ruleOutcome(item.index)
        .map { reading.scorer.proven(item.index, reading.record, $0) }
      guard let proven, proven.state == .scored else {
        return addAnything(item, to: &prospect)
      }
      let left = min(proven.points, .zero)
      prospect.add(proven.points, of: item.maximum)
      prospect.add(left, of: item.maximum)
      // Documents that are turned down leave it pending; only a decision takes the points away.
      if !set.rounding.reaches(left, in: item.reachable) { prospect.isReached = false }
      addRequest(item, outcome, to: &prospect)
      addGaps(item, to: &prospect)
      if open.touch(member.leaves.rule[item.index]) { addUncertain(item, false, to: &prospect) }
    case .pending(.applicability):
      addAnything(item, to: &prospect)
      let witnesses = Applications(item, reading, member.leaves)
      for level in item.applicability where level.appliesWhen != nil {
        prospect.add(level.effect, item)
        if !witnesses.effects.contains(level.effect) { prospect.isReached = false }
      }
      if !witnesses.applies { prospect.isReached = false }
    case .pending(.claimedNotApplicable), .unanswered, .broken, .pending(.figure),
      .pending(.undefined), .pending(.council), .scored, .notApplicable:
      addAnything(item, to: &prospect)
    }
  }

  /// What its rule can give, and to be left out where the set lets it.
  func addAnything(_ item: Item, to prospect: inout ItemProspect) {
    prospect.addReach(item, set)
    if item.mayBeNotApplicable || item.ifMissing == .notApplicable
      || item.ifUndefined == .notApplicable
    {
      prospect.add(item.effect, item)
    }
  }

  /// Of a unit whose file cannot be used nothing is known.
  private func addUnreadable(
    _ item: Item, _ outcome: Outcome, to prospect: inout ItemProspect
  ) {
    let isTyped = member.leaves.all[item.index].contains { leaf in
      switch leaf {
      case .input: true
      case .figure(let place): set.figures[place].namespace == "submission"
      }
    }
    guard item.scoredBy == .unit || isTyped || !item.links.isEmpty else { return }
    addAnything(item, to: &prospect)
    for level in item.applicability where level.appliesWhen != nil {
      prospect.add(level.effect, item)
    }
    prospect.isReached = false
  }
}
