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
  /// Corrected inputs are in force: the rule's answer counts, and the claim no longer caps it.
  var isAdjusted = false
  /// The entry that accepted what stood there before anybody had decided.
  var firstAccept: Int?
  /// The entry that accepted what is in force, when nothing was decided after it.
  var lastAccept: Int?
  var rejected: Set<String> = []
  var rejectsAll = false
  /// An explanation was asked for and the item has not been decided since.
  var asksExplanation = false
  var isExplained = false

  init() {}

  /// Reads the entries of one item that have effect, in the order of stages; nil without any.
  /// - Parameter needsProof: whether the item asks for evidence.
  init?(_ record: UnitRecord, through stage: Int, item: Int, needsProof: Bool) {
    var isTouched = false
    for place in record.entries(of: item) where record.stands(place) {
      isTouched = true
      guard record.entries[place].stage <= stage else { break }
      take(record.entries[place], place, record.citedDocuments(item), needsProof: needsProof)
    }
    if !isTouched { return nil }
  }

  /// Takes one more entry.
  mutating func take(
    _ entry: AppraisalEntry, _ index: Int, _ citations: @autoclosure () -> [String],
    needsProof: Bool
  ) {
    switch entry.decision {
    case .accept:
      if !isDecided { firstAccept = index }
      decide(index)
      lastAccept = index
    case .adjust(let corrected):
      if inputs.isEmpty { inputs = corrected } else { inputs.merge(corrected) { _, new in new } }
      points = nil
      isNotApplicable = false
      isAdjusted = true
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
      if needsProof, rejectsAll || citations().allSatisfy({ rejected.contains($0) }) {
        endDecisions()
      }
    case .requestExplanation:
      asksExplanation = true
      isExplained = false
    case .explanation:
      isExplained = true
    case .correctFigure: break
    }
  }

  private mutating func decide(_ entry: Int) {
    isDecided = true
    decidedEntry = entry
    lastAccept = nil
    asksExplanation = false
  }

  /// Nothing that was decided before stands any more.
  private mutating func endDecisions() {
    points = nil
    inputs = [:]
    isNotApplicable = false
    notApplicableEntry = nil
    isAdjusted = false
    firstAccept = nil
    lastAccept = nil
    isDecided = false
    decidedEntry = nil
  }
}
