/// What the items of one unit that read other results read in one layer, prepared once for all of
/// them.
struct LinkReading {
  private let record: UnitRecord
  private let scorer: ItemScorer
  private let layer: Layer
  private let data: Evaluator

  init(_ round: Round, _ unit: Int, _ layer: Int) {
    record = round.units[unit].record
    scorer = round.scorers[record.set]
    self.layer = round.layers[layer]
    data = scorer.evaluator(record, self.layer)
  }

  /// An item's outcome, with these figures and other results.
  func outcome(_ item: Item, _ links: LinkedValues, _ figures: [FigureValue]) -> Outcome {
    var own = data
    own.figures = figures
    let standing = scorer.standing(record, item.index, layer)
    if let standing { own = scorer.overlaid(own, standing) }
    let outcome = scorer.outcome(item.index, layer, record, own, standing, links)
    guard layer == .claimed, item.scoredBy == .unit else { return outcome }
    return scorer.claimed(record, item.index, outcome)
  }

  /// What is compared with the others of the block; nil: the item does not apply to the unit.
  func compared(_ item: Item, _ figures: [FigureValue]) -> Result<Exact, Unavailable>? {
    var own = data
    own.figures = figures
    return scorer.compared(item, record, own, scorer.standing(record, item.index, layer))
  }
}
