/// What is computed without touching anything else: for one unit of a group, or for whole groups.
package struct GroupPart: Sendable {
  /// By item what it brings into a comparison.
  var values: [(item: Int, value: Result<Exact, Unavailable>?)] = []
  /// Items that were compared.
  var linked: [LinkedOutcome] = []
  /// Entries of compared items that cannot stand; nil: as they were.
  var refusals: [Int: EntryRefusal]?
  var total: Total?
  /// Units of whole groups, complete.
  var units: [UnitResult] = []

  struct LinkedOutcome: Sendable {
    let item: Int
    let outcome: Outcome
    let best: BestTrace?
    let isBestCertain: Bool
  }
}

/// Does independent pieces of work, perhaps at once, and gives their results in order.
package typealias Workers = (Int, @Sendable (Int) -> GroupPart) -> [GroupPart]
