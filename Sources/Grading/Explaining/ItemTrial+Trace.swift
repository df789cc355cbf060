extension ItemTrial {
  /// The trial as an explanation reads it: the only unit of a round made up for it.
  package func traced() -> (round: Round, trace: ItemTrace) {
    let round = Round(plan: scorer.plan, sets: [scorer.set], records: [record])
    let layer = round.layers.firstIndex(of: .computed) ?? 0
    return (round, round.trace(0, item, layer, outcome, data, links, best))
  }

  private var best: BestTrace? {
    guard item.links.contains(.block) else { return nil }
    var isAlone = false
    if case .success(let own)? = scorer.compared(item, record, data, nil) {
      isAlone = own == links.best && !others.contains(own)
    }
    return BestTrace(value: links.best, units: isAlone ? [0] : [])
  }
}
