/// Where a unit's entries are, by what they are about: reading one item looks at its own only.
struct EntryIndex: Sendable {
  /// Items that entries are of, each once, in the log's order, with the first stage they are in.
  private(set) var items: [(item: Int, stage: Int)] = []
  /// Places in the log of each item's entries, by stage and then by place (SCORING 38).
  private var ofItem: [Int: [Int]] = [:]
  /// The same of corrected figures, and of corrected inputs.
  private(set) var figures: [Int] = []
  private(set) var inputs: [Int] = []
  /// Stages that have entries, each once, in order.
  private(set) var stages: [Int] = []

  init(_ entries: [AppraisalEntry]) {
    guard !entries.isEmpty else { return }
    var known: [Int: Int] = [:]
    let ordered = entries.indices.sorted { (entries[$0].stage, $0) < (entries[$1].stage, $1) }
    for place in ordered {
      if stages.last != entries[place].stage { stages.append(entries[place].stage) }
      switch entries[place].decision {
      case .correctFigure: figures.append(place)
      case .adjust: inputs.append(place)
      case .accept, .setPoints, .rejectEvidence, .requestExplanation, .explanation,
        .markNotApplicable:
        break
      }
      if case .item(let item) = entries[place].subject { ofItem[item, default: []].append(place) }
    }
    for entry in entries {
      guard case .item(let item) = entry.subject else { continue }
      if let place = known[item] {
        items[place].stage = min(items[place].stage, entry.stage)
      } else {
        known[item] = items.count
        items.append((item, entry.stage))
      }
    }
  }

  /// Places of an item's entries in the log, by stage and then by place.
  subscript(item: Int) -> [Int] { ofItem[item] ?? [] }
}
