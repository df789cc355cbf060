internal import Diagnostics

/// The gaps of one unit while they are gathered; each family of kinds is an extension in its file.
struct GapSearch {
  let reading: UnitReading
  let sharedFiles: SharedFiles
  let kinds: [String: DocumentKind]
  let record: UnitRecord
  let set: CriteriaSet
  private(set) var gaps: [EvidenceGap] = []
  var diagnosed: [Int] = []
  private var placeOf: [MergeKey: Int] = [:]

  /// Gaps about one document that say the same of several items are one gap.
  private struct MergeKey: Hashable {
    let code: GapCode
    let document: Int
    let detail: GapDetail
  }

  init(
    _ reading: UnitReading, _ sharedFiles: SharedFiles, _ kinds: [String: DocumentKind]
  ) {
    self.reading = reading
    self.sharedFiles = sharedFiles
    self.kinds = kinds
    record = reading.record
    set = reading.set
  }

  var round: Round { reading.round }
  var plan: RoundPlan { reading.round.plan }

  func now(_ item: Item) -> Outcome { reading.sheet[item.index] }

  /// Answered items of the unit's own that nobody has decided and that may apply.
  lazy var undecidedAnswers: [Int] = findUndecided()

  private func findUndecided() -> [Int] {
    var found: [Int] = []
    for place in set.items.indices {
      guard set.items[place].scoredBy == .unit, record.assessment.answers[place] != nil,
        reading.standings[place]?.isDecided != true
      else { continue }
      switch reading.sheet[place].state {
      case .notApplicable, .pending(.claimedNotApplicable): continue
      case .scored, .unanswered, .pending, .broken: break
      }
      found.append(place)
    }
    return found
  }

  mutating func add(
    _ code: GapCode, _ effects: [GapEffect], _ detail: GapDetail = .none, at citation: String?,
    due: GapDeadline?
  ) {
    gaps.append(
      EvidenceGap(
        code: code, unit: reading.unit, effects: effects, citation: citation, detail: detail,
        due: due))
  }

  mutating func add(
    _ code: GapCode, document: Int, _ effect: GapEffect, _ detail: GapDetail = .none,
    due: GapDeadline?
  ) {
    let key = MergeKey(code: code, document: document, detail: detail)
    if let place = placeOf[key] {
      if !gaps[place].effects.contains(where: { $0.item == effect.item }) {
        gaps[place].effects.append(effect)
      }
      return
    }
    placeOf[key] = gaps.count
    gaps.append(
      EvidenceGap(
        code: code, unit: reading.unit, effects: [effect], document: document,
        citation: shelfCitation(document), detail: detail, due: due))
  }

  // MARK: Where it stands

  func citation(_ answer: Answer) -> String? { fileCitation(Int(answer.line)) }

  func citation(_ item: Item) -> String? {
    record.assessment.answers[item.index].flatMap { citation($0) } ?? fileCitation(0)
  }

  func fileCitation(_ line: Int) -> String? {
    record.assessment.file.map { line > 0 ? "\($0.path):\(line)" : $0.path }
  }

  private func shelfCitation(_ document: Int) -> String? {
    record.assessment.shelfFile.map { "\($0.path):\(record.assessment.shelf[document].line)" }
  }
}
