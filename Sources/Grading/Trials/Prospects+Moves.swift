/// What can move an item that has its points.
extension Prospects {
  /// Points or "not applicable" by decision: the rule is not asked.
  private func isByHand(_ item: Item) -> Bool {
    reading.standings[item.index].map { $0.points != nil || $0.isNotApplicable } ?? false
  }

  func addRequest(_ item: Item, _ outcome: Outcome, to prospect: inout ItemProspect) {
    guard reading.standings[item.index]?.asksExplanation == true else { return }
    // What does not apply by its own rule gets no points.
    if case .notApplicable = outcome.state, !isByHand(item), outcome.basis == .rule { return }
    addAnything(item, to: &prospect)
  }

  /// Gaps that withhold or endanger its points and that nobody has decided.
  func addGaps(_ item: Item, to prospect: inout ItemProspect) {
    for (code, outcome) in effects[item.index] ?? [] {
      switch code {
      case .surveyMissing, .dossiersMissing, .registerMissing: addAnything(item, to: &prospect)
      // Read as a whole, with what stands between the two values.
      case .declaredDiffers: continue
      default:
        prospect.add(outcome, item)
        if code == .linkedListMissing { prospect.sources.insert(.linkedList) }
        if outcome.basis != .withoutEvidence || outcome.state.isOpen,
          !set.rounding.reaches(outcome.points, in: item.reachable)
        {
          prospect.isReached = false
        }
      }
    }
  }

  /// Disputed figures, and inputs that contradict what they repeat.
  func addOtherReadings(
    _ item: Item, _ outcome: Outcome, to prospect: inout ItemProspect
  ) {
    let leaves = member.leaves
    let own = open.others.filter { !$0.leaves.isDisjoint(with: leaves.all[item.index]) }
    let decides = own.contains { !$0.leaves.isDisjoint(with: leaves.applicability[item.index]) }
    guard let other = own.first, decides || !isByHand(item) else { return }
    guard own.count == 1, item.links.isEmpty else {
      return addUncertain(item, decides, to: &prospect)
    }
    let result = reading.outcome(item) { other.apply(to: &$0) }
    guard !result.state.isOpen else { return addUncertain(item, decides, to: &prospect) }
    prospect.add(result, item)
    let data = reading.values(of: item)
    let read = other.leaves.intersection(leaves.all[item.index])
    if other.isEither(read, data) { return }
    guard !decides, outcome.state == .scored, result.state == .scored else {
      return addUncertain(item, decides, to: &prospect)
    }
    var last = data
    other.apply(to: &last)
    let reader = SlopeReader(changing: other.changes(from: data), first: data, last: last)
    if item.rule.slope(reader) == .unknown { addUncertain(item, decides, to: &prospect) }
  }

  /// Values that may become anything, and answers that stand only while something is missing.
  func addChanges(_ item: Item, _ outcome: Outcome, to prospect: inout ItemProspect) {
    let leaves = member.leaves
    let rule = leaves.rule[item.index]
    let applicability = leaves.applicability[item.index]
    let decides = !open.mendable.isDisjoint(with: applicability)
    if outcome.state.isOpen {
      // Its own rule can give no more than it is taken to already.
      if !open.changing.isDisjoint(with: applicability) { addUncertain(item, true, to: &prospect) }
      return
    }
    let isAsked = reading.standings[item.index]?.asksExplanation == true
    let changes = !open.mendable.isDisjoint(with: rule) && !isByHand(item) && !isAsked
    if decides || changes { addUncertain(item, decides, to: &prospect) }
    let standsBeside =
      !isByHand(item) && !open.unknown.isDisjoint(with: rule) && dependsOnMissing(item, outcome)
    if standsBeside { addUncertain(item, false, to: &prospect) }
    // The outermost level that does not apply decides the effect.
    if case .notApplicable = outcome.state, !open.unknown.isDisjoint(with: applicability),
      item.applicability.count > 1
    {
      addUncertain(item, true, to: &prospect)
    }
  }

  /// Whether an answer on incomplete data can become another one on more of it.
  private func dependsOnMissing(_ item: Item, _ outcome: Outcome) -> Bool {
    if case .bestOf = item.rule { return true }
    switch outcome.basis {
    case .fallback, .lowerClaim, .withoutEvidence: return true
    case .rule, .claim, .decision, .notSubmitted, .lock: return false
    }
  }

  /// What other units still owe.
  func addLinks(
    _ item: Item, _ outcome: Outcome, _ accuracyIsOpen: Bool, to prospect: inout ItemProspect
  ) {
    guard !item.links.isEmpty, !isByHand(item) else { return }
    var moves = false
    if item.links.contains(.assessment), accuracyIsOpen { moves = true }
    if item.links.contains(.subordinates), others.below.moves {
      prospect.readsOthers = true
      if !addBelow(item, outcome, to: &prospect) { moves = true }
    }
    if item.links.contains(.block) {
      let best = others.compared.best(
        beside: reading.unit, of: reading.record.set, item: item.index)
      switch best {
      case .settled: break
      case .mayRise where item.links == .block && outcome.state == .scored:
        // The shares of a higher best are smaller.
        prospect.readsOthers = true
        if case .relativeToBest = item.rule {
          let lowest = set.rounding.points(item.reachable.lowerBound, maximum: item.maximum)
          prospect.add(min(lowest, outcome.points), of: item.maximum)
        } else {
          moves = true
        }
      case .mayRise, .mayMove:
        prospect.readsOthers = true
        moves = true
      }
    }
    guard moves else { return }
    prospect.isReached = false
    if case .notApplicable = outcome.state, outcome.basis == .rule {
      // It reads nobody while it does not apply.
      guard !item.applicability.allSatisfy({ $0.appliesWhen == nil }) else { return }
    }
    addUncertain(item, item.applicability.contains { $0.appliesWhen != nil }, to: &prospect)
  }

  /// From the units below at their lowest and their highest; false where that says nothing.
  private func addBelow(
    _ item: Item, _ outcome: Outcome, to prospect: inout ItemProspect
  ) -> Bool {
    guard case .subordinates(let rule) = item.rule, rule.goesOneWay, item.links == .subordinates,
      outcome.state == .scored, let ends = others.below.ends,
      !open.touch(member.leaves.all[item.index])
    else { return false }
    let found = [ends.lowest, ends.highest].map { reading.outcome(item, children: $0) }
    guard found.allSatisfy({ $0.state == .scored }) else { return false }
    for outcome in found { prospect.add(outcome, item) }
    return true
  }

  /// Everything that it could be, without knowing whether it can.
  func addUncertain(_ item: Item, _ decides: Bool, to prospect: inout ItemProspect) {
    addAnything(item, to: &prospect)
    prospect.isReached = false
    guard decides else { return }
    for level in item.applicability where level.appliesWhen != nil {
      prospect.add(level.effect, item)
    }
  }
}
