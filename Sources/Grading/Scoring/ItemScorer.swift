/// Scores the items of one set; everything that does not change from unit to unit.
///
/// A reference, because it is handed around for every unit and layer; nothing in it changes.
package final class ItemScorer: Sendable {
  package let set: CriteriaSet
  let plan: RoundPlan
  /// Items of optional areas whose survey was not held.
  let isNotHeld: [Bool]
  /// For each item the inputs that can be out of bounds.
  let boundedInputs: [[Int]]
  /// Places in `CriteriaSet.figures`, by name.
  let figurePlaces: [String: Int]
  /// Figures of the units below that the set reads.
  let namesBelow: [FigureName]
  /// Some item's points depend on whether a document proves them.
  let asksForEvidence: Bool
  /// Items that read other results, by what they read.
  let linkedItems: LinkedItems

  package init(set: CriteriaSet, plan: RoundPlan) {
    self.set = set
    self.plan = plan
    var notHeld = Array(repeating: false, count: set.items.count)
    for area in set.areas where plan.surveysNotHeld.contains(area.id) {
      for item in area.items { notHeld[item] = true }
    }
    for criterion in set.criteria where plan.surveysNotHeld.contains(criterion.id) {
      for item in criterion.items { notHeld[item] = true }
    }
    isNotHeld = notHeld
    boundedInputs = set.boundedInputs
    figurePlaces = Dictionary(
      set.figures.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    namesBelow = set.namesBelow
    asksForEvidence = set.items.contains {
      $0.withoutEvidence != .keep && $0.evidence.isRequired
    }
    linkedItems = LinkedItems(set)
  }

  /// One item's outcome in the computed layer or a later one.
  ///
  /// Items are named by their places here and below: an item is large, and this is done for
  /// every item of every unit in every layer.
  /// - Parameter known: what its rule comes to on this data; see `known(_:_:)`.
  func outcome(
    _ item: Int, _ layer: Layer, _ record: UnitRecord, _ given: Evaluator, _ standing: Standing?,
    _ links: LinkedValues, known: Outcome? = nil
  ) -> Outcome {
    // What was not held leaves the denominator for the whole block, whatever else is said.
    if isNotHeld[item] { return Outcome(.notApplicable(.exclude)) }
    let data = known == nil ? checked(item, given) : given
    switch known == nil ? applicability(item, record.unit, data) : .applies {
    case .doesNotApply(let effect): return notApplicable(item, effect)
    case .unknown where standing?.isNotApplicable != true:
      return Outcome(.pending(.applicability))
    case .unknown, .applies: break
    }
    if let standing, standing.isNotApplicable {
      return notApplicable(item, set.items[item].effect, entry: standing.notApplicableEntry)
    }
    if let given = standing?.points {
      if given.value.isNegative, set.areas[set.items[item].area].kind != .regular {
        return Outcome(.broken(.negative))
      }
      return Outcome(
        .scored, points: set.rounding.typed(given.value, maximum: set.items[item].maximum),
        basis: .decision(UInt32(clamping: given.entry)))
    }
    // Accepting confirms what stands there; only corrected inputs put the rule in its place.
    let isAdjusted = standing?.isAdjusted == true
    if !isAdjusted, set.items[item].scoredBy == .unit {
      if record.assessment.isUnreadable { return Outcome(.broken(.file)) }
      if record.assessment.submittedAt == nil, plan.notSubmitted == .zero {
        return Outcome(.scored, basis: .notSubmitted)
      }
    }
    // A draft is not read into results.
    if !isAdjusted, record.assessment.submittedAt != nil,
      record.assessment.answers[item]?.notApplicable != nil,
      set.items[item].mayBeNotApplicable
    {
      return standing?.firstAccept.map { notApplicable(item, set.items[item].effect, entry: $0) }
        ?? Outcome(.pending(.claimedNotApplicable))
    }
    let computed = known ?? computed(item, data, links)
    return isAdjusted ? computed : appraised(item, layer, record, computed, standing)
  }

  /// What a layer makes of points as the rules give them: from the first deciding one on, the
  /// evidence of the unit's own items counts.
  func appraised(
    _ item: Int, _ layer: Layer, _ record: UnitRecord, _ computed: Outcome, _ standing: Standing?
  ) -> Outcome {
    guard set.items[item].scoredBy == .unit, computed.state == .scored,
      computed.basis != .notSubmitted, plan.lastStage(of: layer) >= 0 || layer == .final
    else { return computed }
    return standing?.isDecided == true
      ? proven(item, record, computed) : undecided(item, record, computed, standing)
  }

  /// The rule's own answer, with the item's fallbacks, scaled and rounded.
  func computed(_ item: Int, _ data: Evaluator, _ links: LinkedValues) -> Outcome {
    let result = set.items[item].rule.result(
      maximum: set.items[item].ruleMaximum, data, links, figures: set.figures)
    switch result {
    case .points(let points, _):
      if points.isNegative, set.areas[set.items[item].area].kind != .regular {
        return Outcome(.broken(.negative))
      }
      return Outcome(
        .scored,
        points: set.rounding.points(
          points * set.items[item].scale, maximum: set.items[item].maximum))
    case .broken(let breakage): return Outcome(.broken(breakage))
    case .unanswered: return Outcome(.unanswered)
    case .missing: return fallback(item, set.items[item].ifMissing, .figure)
    case .undefined: return fallback(item, set.items[item].ifUndefined, .undefined)
    case .awaitsCouncil: return Outcome(.pending(.council))
    }
  }

  private func fallback(_ item: Int, _ fallback: Fallback?, _ waiting: Waiting) -> Outcome {
    switch fallback {
    case .zero: Outcome(.scored, basis: .fallback(.zero))
    case .fullPoints:
      Outcome(.scored, points: set.items[item].maximum, basis: .fallback(.fullPoints))
    case .notApplicable:
      notApplicable(item, set.items[item].effect, basis: .fallback(.notApplicable))
    case .pending, nil: Outcome(.pending(waiting))
    }
  }

  private func notApplicable(
    _ item: Int, _ effect: ApplicabilityEffect, entry: Int? = nil, basis: Basis = .rule
  ) -> Outcome {
    Outcome(
      .notApplicable(effect), points: effect == .fullPoints ? set.items[item].maximum : .zero,
      basis: entry.map { .decision(UInt32(clamping: $0)) } ?? basis)
  }

  /// What holds from the first deciding layer on while nobody has decided (SCORING 19, 22, 37).
  private func undecided(
    _ item: Int, _ record: UnitRecord, _ computed: Outcome, _ standing: Standing?
  ) -> Outcome {
    let outcome = proven(item, record, computed)
    guard set.items[item].evidence.isRequired, !hasEvidence(item, record, standing) else {
      return outcome
    }
    let rejected = standing.map { $0.rejectsAll || !$0.rejected.isEmpty } ?? false
    switch set.items[item].withoutEvidence {
    case .pending: return Outcome(.pending(.evidence), basis: .withoutEvidence)
    case .keep where !rejected: return outcome
    case .keep, .zero:
      return Outcome(.scored, points: min(outcome.points, .zero), basis: .withoutEvidence)
    }
  }

  /// What an undecided item comes to when nothing is wrong with its evidence.
  func proven(_ item: Int, _ record: UnitRecord, _ computed: Outcome) -> Outcome {
    guard plan.beforeAppraisal == .lowerOfClaimAndComputed,
      let claim = claim(item, record), claim < computed.points,
      set.rounding.reaches(claim, in: set.items[item].reachable)
    else { return computed }
    return Outcome(.scored, points: claim, basis: .lowerClaim)
  }

  /// The unit's own points, rounded as the set rounds.
  func claim(_ item: Int, _ record: UnitRecord) -> Exact? {
    guard set.items[item].scoredBy == .unit, record.assessment.submittedAt != nil else {
      return nil
    }
    return record.assessment.answers[item]?.claim
      .map { set.rounding.typed($0, maximum: set.items[item].maximum) }
  }

  /// Whether any document is left that has not been rejected.
  func hasEvidence(_ item: Int, _ record: UnitRecord, _ standing: Standing?) -> Bool {
    guard record.assessment.submittedAt != nil,
      let answer = record.assessment.answers[item]
    else { return false }
    guard let standing else { return !answer.citations.isEmpty }
    if standing.rejectsAll { return false }
    return answer.citations.contains {
      !standing.rejected.contains(record.assessment.shelf[$0.document].id)
    }
  }

  enum Applying {
    case applies
    case doesNotApply(ApplicabilityEffect)
    case unknown
  }

  /// Whether an item applies; the outermost "no" decides, and "no" beats "unknown".
  func applicability(_ item: Int, _ unit: Unit, _ data: Evaluator) -> Applying {
    var isUnknown = false
    for level in set.items[item].applicability {
      if level.notApplicableFor.contains(where: { $0 == unit.id || unit.traits.contains($0) }) {
        return .doesNotApply(level.effect)
      }
      guard let condition = level.appliesWhen else { continue }
      switch data.truth(condition) {
      case .success(true): continue
      case .success(false): return .doesNotApply(level.effect)
      case .failure: isUnknown = true
      }
    }
    return isUnknown ? .unknown : .applies
  }
}
