extension ItemScorer {
  /// All items that read no other results; the others hold a placeholder until they are linked.
  func plain(_ record: UnitRecord, _ layer: Layer) -> [Outcome] {
    let data = evaluator(record, layer)
    let links = LinkedValues()
    let touched = record.touchedItems(through: plan.lastStage(of: layer))
    return set.items.indices.map { place in
      guard set.items[place].links.isEmpty else { return Outcome(.pending(.figure)) }
      guard touched.contains(place), let standing = standing(record, place, layer) else {
        return outcome(place, layer, record, data, nil, links)
      }
      return outcome(place, layer, record, overlaid(data, standing), standing, links)
    }
  }

  /// The same in a deciding layer, from the outcomes of the computed one.
  ///
  /// What nobody touched reads what it read there, unless figures or shared inputs were corrected:
  /// then only its evidence is still to be looked at.
  func plain(_ record: UnitRecord, _ layer: Layer, from computed: [Outcome]) -> [Outcome] {
    let last = plan.lastStage(of: layer)
    guard !correctsForMany(record, through: last) else {
      return plain(record, layer)
    }
    var outcomes = computed
    for place in set.items.indices where set.items[place].links.isEmpty {
      outcomes[place] = appraised(place, layer, record, computed[place], nil)
    }
    let touched = record.touchedItems(through: last)
    guard !touched.isEmpty else { return outcomes }
    let data = evaluator(record, layer)
    for place in touched where set.items[place].links.isEmpty {
      guard let standing = standing(record, place, layer) else { continue }
      outcomes[place] = outcome(
        place, layer, record, overlaid(data, standing), standing, LinkedValues(),
        known: known(computed[place], standing))
    }
    return outcomes
  }

  /// Whether an entry up to a stage can change what other items than its own read.
  func correctsForMany(_ record: UnitRecord, through stage: Int) -> Bool {
    guard !record.index.figures.isEmpty || mayCorrectShared(record) else { return false }
    return record.entries.contains { $0.stage <= stage && correctsForMany($0) }
  }

  /// Whether any entry may correct an input that several items read.
  private func mayCorrectShared(_ record: UnitRecord) -> Bool {
    record.index.corrected.map { set.sharedInputs.overlaps($0) } ?? false
  }

  private func correctsForMany(_ entry: AppraisalEntry) -> Bool {
    switch entry.decision {
    case .correctFigure: true
    case .adjust(let corrected): corrected.keys.contains { set.sharedInputs.contains($0) }
    case .accept, .setPoints, .rejectEvidence, .requestExplanation, .explanation,
      .markNotApplicable:
      false
    }
  }

  /// What the computed layer came to, where it is the rule's own answer and nothing that it read is
  /// corrected: then it need not be asked again.
  ///
  /// Not to be asked where anything was corrected for many.
  func known(_ computed: Outcome, _ standing: Standing?) -> Outcome? {
    guard computed.state == .scored, standing?.inputs.isEmpty ?? true,
      standing?.isAdjusted != true
    else { return nil }
    return switch computed.basis {
    case .rule, .fallback: computed
    case .claim, .lowerClaim, .decision, .withoutEvidence, .notSubmitted, .lock: nil
    }
  }

  /// Entries of items that read no other results, in the layer's own stage, that cannot stand.
  func plainRefusals(
    _ record: UnitRecord, _ layer: Layer, from computed: [Outcome]
  ) -> [Int: EntryRefusal] {
    guard let stage = plan.ownStage(of: layer), !record.entries.isEmpty else { return [:] }
    let isCorrected = correctsForMany(record, through: stage)
    let data = evaluator(record, layer)
    var refusals: [Int: EntryRefusal] = [:]
    for place in record.touchedItems(through: stage) where set.items[place].links.isEmpty {
      let own = self.refusals(
        record, place, layer, data, LinkedValues(), computed: isCorrected ? nil : computed[place])
      refusals.merge(own) { _, new in new }
    }
    return refusals
  }

  /// What a unit's expressions read in a layer: its inputs, and figures as corrected so far.
  func evaluator(_ record: UnitRecord, _ layer: Layer) -> Evaluator {
    var data = Evaluator(
      inputs: record.assessment.submittedAt == nil
        ? Array(repeating: .blank, count: set.inputs.count) : record.assessment.inputs,
      figures: figures(record, layer), traits: record.unit.traits, calendar: plan.calendar)
    let last = plan.lastStage(of: layer)
    guard last >= 0, mayCorrectShared(record) else { return data }
    // A corrected shared input holds for every item that reads it.
    for place in record.index.inputs {
      let entry = record.entries[place]
      guard entry.stage <= last, case .adjust(let corrected) = entry.decision,
        case .item(let item) = entry.subject
      else { continue }
      guard corrected.keys.contains(where: set.sharedInputs.contains) else { continue }
      // Rejected evidence ends the correction with the decision that made it.
      let inForce = standing(record, item, layer)?.inputs ?? [:]
      for (place, value) in corrected
      where set.sharedInputs.contains(place) && inForce[place] != nil {
        data.inputs[place] = value
      }
    }
    return data
  }

  /// A unit's figures as corrected up to a layer.
  func figures(_ record: UnitRecord, _ layer: Layer) -> [FigureValue] {
    guard !record.index.figures.isEmpty else { return record.figures }
    var figures = record.figures
    for (name, value) in corrections(record, layer) {
      if let place = figurePlaces[name] { figures[place] = value }
    }
    return figures
  }

  /// Figures as corrected up to a layer, by name, and the dossier figures that follow from them.
  func corrections(_ record: UnitRecord, _ layer: Layer) -> [String: FigureValue] {
    var values: [String: FigureValue] = [:]
    guard !record.index.figures.isEmpty else { return values }
    let last = plan.lastStage(of: layer)
    for place in record.index.figures {
      let entry = record.entries[place]
      guard entry.stage <= last, case .figure(let name) = entry.subject,
        case .correctFigure(let value) = entry.decision
      else { continue }
      values[name] = .known(value)
    }
    guard values.keys.contains(where: { $0.hasPrefix("dossiers.") }) else { return values }
    return DossierArithmetic.completed(values) { figure($0, record) }
  }

  /// A figure of the unit as it was supplied; its own set need not read it.
  func figure(_ name: FigureName, _ record: UnitRecord) -> FigureValue {
    figurePlaces[name.name].flatMap {
      record.figures.indices.contains($0) ? record.figures[$0] : nil
    } ?? plan.figures.value(name, unit: record.unit.id)
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
  func standing(_ record: UnitRecord, _ item: Int, _ layer: Layer) -> Standing? {
    let last = plan.lastStage(of: layer)
    guard last >= 0, !record.entries.isEmpty else { return nil }
    return Standing(
      record, through: last, item: item, needsProof: set.items[item].evidence.isRequired)
  }

  /// The claimed layer: the unit's own points, and the computed ones where it has none.
  func claimed(_ record: UnitRecord, _ computed: [Outcome]) -> [Outcome] {
    guard record.assessment.submittedAt != nil else { return computed }
    var outcomes = computed
    for place in set.items.indices where set.items[place].scoredBy == .unit {
      outcomes[place] = claimed(record, place, computed[place])
    }
    return outcomes
  }

  /// One self-scored item of the claimed layer.
  func claimed(_ record: UnitRecord, _ item: Int, _ computed: Outcome) -> Outcome {
    if case .notApplicable = computed.state { return computed }
    guard record.assessment.submittedAt != nil,
      let answer = record.assessment.answers[item]
    else { return computed }
    if answer.notApplicable != nil, set.items[item].mayBeNotApplicable {
      return Outcome(
        .notApplicable(set.items[item].effect),
        points: set.items[item].effect == .fullPoints ? set.items[item].maximum : .zero,
        basis: .claim)
    }
    guard let claim = claim(item, record) else { return computed }
    return Outcome(.scored, points: claim, basis: .claim)
  }

  func hasOpenRequest(_ record: UnitRecord, _ layer: Layer) -> Bool {
    record.index.requested.contains {
      standing(record, $0, layer)?.asksExplanation == true
    }
  }
}
