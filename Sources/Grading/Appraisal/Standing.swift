/// What appraisal left in force for one item up to a stage (SCORING 20, 34, 37, 38).
struct Standing {
  /// Corrected inputs, by their place in the set.
  var inputs: [Int: InputValue] = [:]
  /// Points given by hand, with the entry that gave them.
  var points: (value: Exact, entry: Int)?
  var isNotApplicable = false
  var notApplicableEntry: Int?
  /// Some stage decided the item.
  var isDecided = false
  var decidedEntry: Int?
  var rejected: Set<String> = []
  var rejectsAll = false
  /// An explanation was asked for and the item has not been decided since.
  var asksExplanation = false
  var isExplained = false

  /// Reads the entries of one item, ordered by stage and then by their place in the log.
  init(
    _ entries: [(index: Int, entry: AppraisalEntry)], through stage: Int, item: Item,
    citations: [String]
  ) {
    let ordered = entries.filter { $0.entry.stage <= stage }
      .sorted { ($0.entry.stage, $0.index) < ($1.entry.stage, $1.index) }
    for (index, entry) in ordered {
      switch entry.decision {
      case .accept:
        decide(index)
      case .adjust(let corrected):
        inputs.merge(corrected) { _, new in new }
        points = nil
        isNotApplicable = false
        decide(index)
      case .setPoints(let value, _):
        points = (value, index)
        isNotApplicable = false
        decide(index)
      case .markNotApplicable:
        isNotApplicable = true
        notApplicableEntry = index
        points = nil
        decide(index)
      case .rejectEvidence(let documents):
        if documents.isEmpty { rejectsAll = true }
        rejected.formUnion(documents)
        if item.evidence.isRequired,
          rejectsAll || citations.allSatisfy({ rejected.contains($0) })
        {
          points = nil
          inputs = [:]
          isDecided = false
        }
      case .requestExplanation:
        asksExplanation = true
        isExplained = false
      case .explanation:
        isExplained = true
      case .correctFigure: break
      }
    }
  }

  private mutating func decide(_ entry: Int) {
    isDecided = true
    decidedEntry = entry
    asksExplanation = false
  }

  init() {}
}
