extension ItemScorer {
  /// What one item would come to on given data alone, decisions and other units left out.
  ///
  /// For whoever makes up or weighs data; the result is no score of any round.
  package func trial(_ item: Item, for unit: Unit, _ data: Evaluator) -> Outcome {
    switch applicability(item.index, unit, data) {
    case .doesNotApply(let effect): Outcome(.notApplicable(effect))
    case .unknown: Outcome(.pending(.applicability))
    case .applies: computed(item.index, data, LinkedValues())
    }
  }
}
