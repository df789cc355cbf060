/// The items of a set that read other results, looked for once.
struct LinkedItems: Sendable {
  /// Items that read the units below, whatever else they read.
  let below: [Item]
  /// Items that compare with the best of the block.
  let block: [Item]
  /// Items that compare with the best of the block and read the unit's own totals as well.
  let blockAndAssessment: [Item]
  /// Items that read the unit's own totals and do not compare with the best of the block.
  let assessment: [Item]
  /// Places of the self-scored items whose totals those read.
  let selfScored: [Int]
  /// Places of `subordinates.*` and of `assessment.*` among the set's figures.
  let belowFigures: [Int]
  let assessmentFigures: [Int]
  /// No item reads other results.
  let isEmpty: Bool

  init(_ set: CriteriaSet) {
    below = set.items.filter { $0.links.contains(.subordinates) }
    let compared = set.items.filter { $0.links.contains(.block) }
    block = compared.filter { !$0.links.contains(.assessment) }
    blockAndAssessment = compared.filter { $0.links.contains(.assessment) }
    assessment = set.items.filter {
      $0.links.contains(.assessment) && !$0.links.contains(.block)
    }
    selfScored = set.items.filter { $0.scoredBy == .unit && !$0.links.contains(.assessment) }
      .map(\.index)
    belowFigures = set.figures.indices.filter { set.figures[$0].namespace == "subordinates" }
    assessmentFigures = set.figures.indices.filter { set.figures[$0].namespace == "assessment" }
    isEmpty = set.items.allSatisfy(\.links.isEmpty)
  }
}
