extension ItemScorer {
  /// All items that read no other results; the others hold a placeholder until they are linked.
  func plain(_ record: UnitRecord, _ layer: Layer) -> [Outcome] {
    let data = evaluator(record, layer)
    let links = LinkedValues()
    return set.items.map { item in
      guard item.links.isEmpty else { return Outcome(.pending(.figure)) }
      let standing = standing(record, item, layer)
      let own = standing.map { overlaid(data, $0) } ?? data
      return outcome(item, layer, record, own, standing, links)
    }
  }

  /// What a unit's expressions read in a layer: its inputs, and figures as corrected so far.
  func evaluator(_ record: UnitRecord, _ layer: Layer) -> Evaluator {
    var data = Evaluator(
      inputs: record.assessment.submittedAt == nil
        ? Array(repeating: .blank, count: set.inputs.count) : record.assessment.inputs,
      figures: record.figures, traits: record.unit.traits, calendar: plan.calendar)
    let last = plan.lastStage(of: layer)
    guard last >= 0, !record.entries.isEmpty else { return data }
    for (name, value) in corrections(record, layer) {
      if let place = figurePlaces[name] { data.figures[place] = .known(value) }
    }
    // A corrected shared input holds for every item that reads it.
    for entry in record.entries(through: last) {
      guard case .adjust(let corrected) = entry.decision else { continue }
      for (place, value) in corrected where set.sharedInputs.contains(place) {
        data.inputs[place] = value
      }
    }
    return data
  }

  /// Figures as corrected up to a layer, by name.
  func corrections(_ record: UnitRecord, _ layer: Layer) -> [String: Value] {
    var values: [String: Value] = [:]
    for entry in record.entries(through: plan.lastStage(of: layer)) {
      guard case .figure(let name) = entry.subject, case .correctFigure(let value) = entry.decision
      else { continue }
      values[name] = value
    }
    return values
  }

  func overlaid(_ data: Evaluator, _ standing: Standing) -> Evaluator {
    guard !standing.inputs.isEmpty else { return data }
    var own = data
    for (place, value) in standing.inputs where own.inputs.indices.contains(place) {
      own.inputs[place] = value
    }
    return own
  }

  /// What appraisal left in force for an item; nil when nobody has touched it.
  func standing(_ record: UnitRecord, _ item: Item, _ layer: Layer) -> Standing? {
    let last = plan.lastStage(of: layer)
    guard last >= 0, !record.entries.isEmpty else { return nil }
    let entries = record.entries(of: item.index)
    guard !entries.isEmpty else { return nil }
    return Standing(
      entries, through: last, item: item, citations: record.citedDocuments(item.index))
  }

  /// The claimed layer: the unit's own points, and the computed ones where it has none.
  func claimed(_ record: UnitRecord, _ computed: [Outcome]) -> [Outcome] {
    guard record.assessment.submittedAt != nil else { return computed }
    var outcomes = computed
    for item in set.items where item.scoredBy == .unit {
      outcomes[item.index] = claimed(record, item, computed[item.index])
    }
    return outcomes
  }

  /// One self-scored item of the claimed layer.
  func claimed(_ record: UnitRecord, _ item: Item, _ computed: Outcome) -> Outcome {
    if case .notApplicable = computed.state { return computed }
    guard record.assessment.submittedAt != nil,
      let answer = record.assessment.answers[item.index]
    else { return computed }
    if answer.notApplicable != nil, item.mayBeNotApplicable {
      return Outcome(
        .notApplicable(item.effect),
        points: item.effect == .fullPoints ? item.maximum : .zero, basis: .claim)
    }
    guard let claim = claim(item, record) else { return computed }
    return Outcome(.scored, points: claim, basis: .claim)
  }

  func hasOpenRequest(_ record: UnitRecord, _ layer: Layer) -> Bool {
    set.items.contains { standing(record, $0, layer)?.asksExplanation == true }
  }
}
