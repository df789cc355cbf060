/// What other offices owe: figures, decisions, points.
extension GapSearch {
  mutating func findOwed() {
    for place in set.items.indices {
      let outcome = reading.sheet[place]
      guard outcome.state.isOpen || outcome.basis == .fallback(.zero) else { continue }
      let item = set.items[place]
      let effect = GapEffect(place, now: outcome, closed: best(item), isUpTo: true)
      switch outcome.state {
      case .pending(.figure): findMissingFigures(item, effect)
      case .pending(.undefined):
        add(.ruleWithoutAnswer, [effect], at: nil, due: appraisalDeadline)
      case .pending(.council):
        add(.councilUndecided, [effect], at: nil, due: councilDeadline)
      case .pending(.applicability):
        let missing = missingFigures(item.applicability.compactMap(\.appliesWhen), item)
        add(
          .applicabilityUnknown, [effect], missing.isEmpty ? .none : .owed(owed(missing)),
          at: nil, due: appraisalDeadline)
      case .pending(.claimedNotApplicable): findClaimedNotApplicable(item)
      case .scored where outcome.basis == .fallback(.zero): findMissingFigures(item, effect)
      case .scored, .notApplicable, .unanswered, .broken, .pending(.evidence): break
      }
    }
  }

  private mutating func findMissingFigures(_ item: Item, _ effect: GapEffect) {
    let missing = missingFigures(item.rule.expressions, item)
    guard let first = missing.first else {
      // A fallback on complete data is an answer; otherwise a body of the round owes its result.
      if now(item).state.isOpen {
        add(.linkedResultMissing, [effect], at: nil, due: appraisalDeadline)
      }
      return
    }
    let namespace = set.figures[first].namespace
    let code: GapCode =
      switch namespace {
      case "survey": .surveyMissing
      case "dossiers": .dossiersMissing
      case "subordinates", "assessment": .linkedResultMissing
      default:
        switch item.scoredBy {
        case .survey: .surveyMissing
        case .dossiers: .dossiersMissing
        case .unit, .register, .council, .system: .registerMissing
        }
      }
    add(code, [effect], .owed(owed(missing)), at: nil, due: deadline(ofTable: namespace))
  }

  private mutating func findClaimedNotApplicable(_ item: Item) {
    let closed = Outcome(
      .notApplicable(item.effect), points: item.effect == .fullPoints ? item.maximum : .zero)
    add(
      .notApplicableUndecided, [GapEffect(item.index, now: now(item), closed: closed)],
      .reason(record.assessment.answers[item.index]?.notApplicable), at: citation(item),
      due: appraisalDeadline)
  }

  /// Disputed figures that nobody has answered.
  mutating func findDisputes() {
    for (dispute, place) in reading.openDisputes {
      let effects = set.items.compactMap { item -> GapEffect? in
        guard item.rule.references.contains(.figure(place)) else { return nil }
        let other = reading.outcome(item) { $0.figures[place] = .known(dispute.claim) }
        return either(item, other)
      }
      let name = set.figures[place]
      let origin = plan.figures.origin(name, unit: record.unit.id)
      let held = record.figures.indices.contains(place) ? record.figures[place] : .missing
      add(
        .disputeOpen, effects,
        .figure(
          FigureStatement(
            title: name.title, type: name.type, stated: dispute.claim, held: held,
            source: origin?.source,
            owner: origin?.owner)),
        at: fileCitation(dispute.line), due: deadline(ofTable: name.namespace))
    }
  }

  /// Figures without a value that expressions read, each once.
  private func missingFigures(_ expressions: [CheckedExpression], _ item: Item) -> [Int] {
    let values = reading.values(of: item)
    var seen: Set<Int> = []
    return expressions.flatMap(\.references).compactMap { reference in
      guard case .figure(let place) = reference, seen.insert(place).inserted,
        !values.figures.indices.contains(place) || values.figures[place] == .missing
      else { return nil }
      return place
    }
  }

  /// Who owes which figures; the office is that of the first.
  func owed(_ places: [Int]) -> OwedFigures {
    let names = places.map { set.figures[$0] }
    let origin = names.first.flatMap { plan.figures.origin($0, unit: record.unit.id) }
    return OwedFigures(titles: names.map(\.title), source: origin?.source, owner: origin?.owner)
  }
}
