/// A round's units under the sets that an earlier round had for them: the same inputs, figures and
/// decisions, as far as items have a counterpart.
struct CarriedRound {
  private let before: Round
  private let after: Round
  private let match: YearMatch
  private let plan: RoundPlan

  init(_ before: Round, _ after: Round, _ match: YearMatch) {
    self.before = before
    self.after = after
    self.match = match
    var plan = after.plan
    for (pair, pairs) in match.pairs {
      plan.surveysNotHeld.formUnion(
        after.sets[pair.new].counterparts(
          of: after.plan.surveysNotHeld, in: before.sets[pair.old], pairs))
    }
    self.plan = plan
  }

  /// Sets of the earlier round come first; a unit that it has no set for keeps its own.
  func round(workers: Workers) -> Round {
    let sets = before.sets + after.sets
    let fillers = before.sets.map { FigureFiller($0.figures, plan: plan) }
    var inputs: [SetPair: [Int?]] = [:]
    for (pair, pairs) in match.pairs {
      inputs[pair] = pairs.inputs(from: before.sets[pair.old], to: after.sets[pair.new])
    }
    let records = after.units.indices.map { unit -> UnitRecord in
      let record = after.units[unit].record
      guard let old = match.oldSetOf[unit] else {
        return with(record, set: before.sets.count + record.set, figures: record.figures)
      }
      let pair = SetPair(old: old, new: record.set)
      guard let pairs = match.pairs[pair], let inputs = inputs[pair] else {
        return with(record, set: before.sets.count + record.set, figures: record.figures)
      }
      var carried = with(
        record, set: old, figures: fillers[old].figures(of: record.unit, record.assessment))
      carried.assessment = assessment(record, pair, pairs, inputs)
      carried.entries = entries(record, pair, pairs, inputs)
      return carried
    }
    return Round(plan: plan, sets: sets, records: records, workers: workers)
  }

  private func with(_ record: UnitRecord, set: Int, figures: [FigureValue]) -> UnitRecord {
    var copy = record
    copy.set = set
    copy.figures = figures
    return copy
  }

  private func assessment(
    _ record: UnitRecord, _ pair: SetPair, _ pairs: SetPairs, _ inputs: [Int?]
  ) -> SelfAssessment {
    let old = before.sets[pair.old]
    let new = after.sets[pair.new]
    var assessment = record.assessment
    // A corrected shared input holds whichever item it was corrected with.
    let given =
      record.assessment.submittedAt == nil
      ? record.assessment.inputs
      : after.scorers[record.set].evaluator(record, .final).inputs
    assessment.inputs = inputs.map { $0.map { given[$0] } ?? .blank }
    assessment.inputLines = inputs.map { $0.map { record.assessment.inputLines[$0] } ?? 0 }
    assessment.refused = [:]
    assessment.notes = [:]
    assessment.answers = old.items.map { item in
      guard let place = pairs.newItemOf[item.index],
        var answer = record.assessment.answers[place]
      else { return nil }
      // Points out of another maximum are no claim here.
      if new.items[place].maximum != item.maximum { answer.claim = nil }
      return answer
    }
    return assessment
  }

  private func entries(
    _ record: UnitRecord, _ pair: SetPair, _ pairs: SetPairs, _ inputs: [Int?]
  ) -> [AppraisalEntry] {
    var oldInputOf: [Int: Int] = [:]
    for (old, new) in inputs.enumerated() { if let new { oldInputOf[new] = old } }
    return record.entries.compactMap { entry in
      guard case .item(let item) = entry.subject else { return entry }
      guard let place = pairs.oldItemOf[item] else { return nil }
      var decision = entry.decision
      switch entry.decision {
      case .adjust(let corrected):
        decision = .adjust(
          Dictionary(
            corrected.compactMap { input, value in oldInputOf[input].map { ($0, value) } },
            uniquingKeysWith: { _, new in new }))
      case .setPoints:
        guard
          before.sets[pair.old].items[place].maximum == after.sets[pair.new].items[item].maximum
        else { return nil }
      case .accept, .rejectEvidence, .requestExplanation, .explanation, .markNotApplicable,
        .correctFigure:
        break
      }
      var copy = entry
      copy.subject = .item(place)
      copy.decision = decision
      return copy
    }
  }
}

extension CriteriaSet {
  /// What areas and criteria, by their ids, were in an earlier set.
  fileprivate func counterparts(
    of ids: Set<String>, in old: CriteriaSet, _ pairs: SetPairs
  ) -> Set<String> {
    var found: Set<String> = []
    for (place, area) in areas.enumerated() where ids.contains(area.id) {
      if let counterpart = pairs.oldAreaOf[place] { found.insert(old.areas[counterpart].id) }
    }
    for criterion in criteria where ids.contains(criterion.id) {
      for item in criterion.items {
        guard let counterpart = pairs.oldItemOf[item] else { continue }
        found.insert(old.criteria[old.items[counterpart].criterion].id)
      }
    }
    return found
  }
}
