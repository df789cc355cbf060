internal import Diagnostics

/// Looks for what moved the items of one unit.
struct CauseFinder {
  private let record: UnitRecord
  private let old: UnitRecord?
  private let set: CriteriaSet
  private let plan: RoundPlan
  private let events: [DifferenceEvent]
  private let replaced: [(path: String, number: Int?)]
  /// The later record's entries that the earlier side did not count.
  private let entries: [(place: Int, entry: AppraisalEntry)]
  private let crossesClaim: Bool

  init(
    _ unit: Int, _ old: UnitRecord?, _ from: RoundDifference.Side, _ to: RoundDifference.Side,
    _ events: [DifferenceEvent]
  ) {
    record = to.round.units[unit].record
    self.old = old
    self.events = events
    replaced = events.replaced
    plan = to.round.plan
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

  func causes(of item: Item, from before: Outcome?, to after: Outcome) -> [DifferenceCause] {
    let inputs = inputs(of: item)
    let figures = figures(of: item)
    var causes = entries(about: item, inputs, figures)
    causes += handedIn(item, inputs)
    if (before?.basis == .lock) != (after.basis == .lock) {
      causes.append(
        events.change(of: record.unit.id, toLocked: after.basis == .lock))
    }
    causes += replacements(in: files(of: item, figures))
    if causes.isEmpty { causes += replacements(in: [plan.cited(set.span.file.path)]) }
    if causes.isEmpty, item.links.contains(.assessment) { causes.append(.ownSheet) }
    if causes.isEmpty, !item.links.isEmpty { causes.append(.others) }
    if causes.isEmpty, crossesClaim { causes.append(.rule) }
    // What it reads says nothing, yet no change is without what happened.
    if causes.isEmpty { causes += replacements(in: Set(replaced.map(\.path))) }
    if causes.isEmpty, events.contains(where: { $0.kind == .handedIn && isOwn($0) }) {
      causes.append(.handedIn)
    }
    return causes.isEmpty ? [.data] : causes
  }

  private func isOwn(_ event: DifferenceEvent) -> Bool { event.unit == record.unit.id }

  // MARK: What an item reads

  private func inputs(of item: Item) -> [Int] {
    Array(item.inputs)
      + item.rule.references.compactMap { reference in
        switch reference {
        case .sharedInput(let place): place
        case .input, .figure, .trait, .year, .deadline: nil
        }
      }
  }

  private func figures(of item: Item) -> [FigureName] {
    (item.rule.references + item.applicability.flatMap { $0.appliesWhen?.references ?? [] })
      .compactMap { reference in
        guard case .figure(let place) = reference, set.figures.indices.contains(place) else {
          return nil
        }
        return set.figures[place]
      }
  }

  /// Files that its figures, or the results of bodies below it, stand in.
  private func files(of item: Item, _ figures: [FigureName]) -> Set<String> {
    var files: Set<String> = []
    for figure in figures {
      guard let (table, _) = plan.figures.lookup(figure) else { continue }
      files.insert(plan.cited(table.file.path))
      if let origin = plan.figures.origin(figure, unit: record.unit.id) {
        files.insert(cited(origin.citation))
      }
    }
    if item.links.contains(.subordinates) {
      for body in record.outsideSubordinates.values.flatMap(\.self) {
        if let origin = body.origin { files.insert(cited(origin.citation)) }
      }
    }
    return files
  }

  /// `path:line` as a path that is seen from the round's folder.
  private func cited(_ citation: String) -> String {
    plan.cited(citation.split(separator: ":").first.map(String.init) ?? citation)
  }

  // MARK: Causes of one kind

  private func entries(
    about item: Item, _ inputs: [Int], _ figures: [FigureName]
  ) -> [DifferenceCause] {
    let names = Set(figures.map(\.name))
    return entries.filter { place, entry in
      guard record.refusals[place] == nil else { return false }
      switch (entry.subject, entry.decision) {
      case (.item(item.index), _): return true
      // Items may share an input.
      case (.item, .adjust(let corrected)): return inputs.contains { corrected[$0] != nil }
      case (.item, _): return false
      case (.figure(let name), _): return names.contains(name)
      }
    }.map { .entry($0.place) }
  }

  private func handedIn(_ item: Item, _ inputs: [Int]) -> [DifferenceCause] {
    guard let old else { return replaced.isEmpty ? [.handedIn] : [] }
    let isFirst = (old.assessment.submittedAt == nil) != (record.assessment.submittedAt == nil)
    if isFirst || differs(item, inputs, from: old) { return [.handedIn] }
    guard !isNewSet(old) else { return [] }
    let before = old.citedDocuments(item.index)
    let after = record.citedDocuments(item.index)
    let others =
      before.filter { !after.contains($0) } + after.filter { !before.contains($0) }
    return others.isEmpty ? [] : [.evidence(others)]
  }

  /// Whether what the unit itself says of an item is another.
  private func differs(_ item: Item, _ inputs: [Int], from old: UnitRecord) -> Bool {
    guard !isNewSet(old) else { return false }
    if inputs.contains(where: { old.assessment.inputs[$0] != record.assessment.inputs[$0] }) {
      return true
    }
    let answers = (old.assessment.answers[item.index], record.assessment.answers[item.index])
    return answers.0?.claim != answers.1?.claim
      || answers.0?.notApplicable != answers.1?.notApplicable
  }

  private func isNewSet(_ old: UnitRecord) -> Bool {
    old.assessment.inputs.count != record.assessment.inputs.count
      || old.assessment.answers.count != record.assessment.answers.count
  }

  private func replacements(in files: Set<String>) -> [DifferenceCause] {
    replaced.filter { files.contains($0.path) }.map { .replaced(file: $0.path, $0.number) }
  }
}
