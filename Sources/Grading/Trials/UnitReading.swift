/// What one unit's items read in the final layer, to ask what an item would come to.
struct UnitReading {
  let round: Round
  let unit: Int
  let record: UnitRecord
  let set: CriteriaSet
  let scorer: ItemScorer
  let layer: Int
  /// The final layer's outcomes.
  let sheet: [Outcome]
  /// By item what appraisal left in force; nil of those that nobody touched.
  let standings: [Standing?]
  /// Inputs and figures as the whole unit has them; an item's own corrections are not laid over.
  let data: Evaluator
  /// Appraisal corrected what other items than those it looked at may read.
  private let isCorrected: Bool

  init(_ round: Round, _ unit: Int) {
    self.round = round
    self.unit = unit
    layer = round.layers.count - 1
    record = round.units[unit].record
    set = round.sets[record.set]
    scorer = round.scorers[record.set]
    sheet = round.units[unit].sheets[layer]
    data = scorer.evaluator(record, round.layers[layer])
    isCorrected = scorer.correctsForMany(record, through: .max)
    var standings = [Standing?](repeating: nil, count: set.items.count)
    for place in record.touchedItems(through: .max) {
      standings[place] = scorer.standing(record, place, round.layers[layer])
    }
    self.standings = standings
  }

  var isSubmitted: Bool { round.units[unit].isSubmitted }

  func isDecided(_ item: Item) -> Bool { standings[item.index]?.isDecided == true }

  /// Whether somebody else's result that the unit reads is not final.
  var isLinkedProvisional: Bool { round.units[unit].isLinkedProvisional[layer] }

  /// Inputs and figures as they stand for an item, its corrections laid over.
  func values(of item: Item) -> Evaluator { prepared(item) { _ in } }

  /// The item's outcome when what it reads is changed.
  func outcome(_ item: Item, _ change: (inout Evaluator) -> Void = { _ in }) -> Outcome {
    let own = prepared(item, change)
    return scorer.outcome(
      item.index, round.layers[layer], record, own, standings[item.index], links(of: item))
  }

  /// The item's outcome beside other results of the units below.
  func outcome(_ item: Item, children: [SubordinateResult]) -> Outcome {
    var links = links(of: item)
    links.children = children
    return scorer.outcome(
      item.index, round.layers[layer], record, prepared(item) { _ in }, standings[item.index],
      links)
  }

  /// The rule's own answer, whatever is wrong with the evidence; nil when the item does not apply.
  func ruleOutcome(_ place: Int) -> Outcome? {
    if let own = untouchedOutcome(place) { return own }
    let item = set.items[place]
    let own = prepared(item) { _ in }
    guard case .applies = scorer.applicability(place, record.unit, own) else { return nil }
    return scorer.computed(place, own, links(of: item))
  }

  /// The points that the round has computed already, where no appraisal and no other result can
  /// make the final layer read anything else.
  private func untouchedOutcome(_ place: Int) -> Outcome? {
    guard !isCorrected, record.entries(of: place).isEmpty, set.items[place].links.isEmpty,
      let computed = round.layers.firstIndex(of: .computed)
    else { return nil }
    let own = round.units[unit].sheets[computed][place]
    return own.state == .scored && own.basis != .notSubmitted ? own : nil
  }

  /// Figures of other offices that the unit disputes and nobody has answered.
  var openDisputes: [(dispute: Dispute, figure: Int)] {
    record.openDisputes(through: .max).compactMap { dispute in
      set.figures.firstIndex { $0.name == dispute.figure }.map { (dispute, $0) }
    }
  }

  private func prepared(_ item: Item, _ change: (inout Evaluator) -> Void) -> Evaluator {
    var own = data
    if !item.links.isEmpty, round.units[unit].linkedFigures.indices.contains(layer) {
      own.figures =
        item.links.contains(.assessment)
        ? round.assessedFigures(unit, layer, round.units[unit].selfScored)
        : round.units[unit].linkedFigures[layer]
    }
    change(&own)
    return standings[item.index].map { scorer.overlaid(own, $0) } ?? own
  }

  private func links(of item: Item) -> LinkedValues {
    var links = LinkedValues()
    if item.links.contains(.block) {
      links.best = round.units[unit].best[layer][item.index]?.value
    } else if item.links.contains(.subordinates) {
      links.children = round.subordinates(of: unit, layer)
      links.outside = record.outsideSubordinates
      links.gradeOrder = round.plan.blocks[record.block].grades.map(\.name)
    }
    return links
  }
}
