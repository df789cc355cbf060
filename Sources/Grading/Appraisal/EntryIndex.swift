/// Where a unit's entries are, by what they are about: reading one item looks at its own only.
struct EntryIndex: Sendable {
  /// Items that entries are of, each once, in the log's order, with the first stage they are in.
  private(set) var items: [(item: Int, stage: Int)] = []
  /// Places in the log of entries, item after item, each item's by stage and then by place
  /// (SCORING 38), and where each item's begin.
  private var places: [Int] = []
  private var starts: [Int] = []
  /// The same of corrected figures, and of corrected inputs.
  private(set) var figures: [Int] = []
  private(set) var inputs: [Int] = []
  /// The least and the greatest input that is corrected.
  private(set) var corrected: ClosedRange<Int>?
  /// Items that anybody asked an explanation of, each once.
  private(set) var requested: [Int] = []
  /// Stages that have entries, each once, in order.
  private(set) var stages: [Int] = []

  init(_ entries: [AppraisalEntry]) {
    guard !entries.isEmpty else { return }
    let ordered = entries.indices.map { (stage: entries[$0].stage, place: $0) }.sorted(by: <)
      .map(\.place)
    let subjects = entries.map(\.item)
    for place in ordered {
      if stages.last != entries[place].stage { stages.append(entries[place].stage) }
      switch entries[place].decision {
      case .correctFigure: figures.append(place)
      case .adjust(let values):
        inputs.append(place)
        for input in values.keys {
          let least = min(corrected?.lowerBound ?? input, input)
          corrected = least...max(corrected?.upperBound ?? input, input)
        }
      case .requestExplanation:
        if let item = subjects[place], !requested.contains(item) { requested.append(item) }
      case .accept, .setPoints, .rejectEvidence, .explanation, .markNotApplicable: break
      }
    }
    let count = (subjects.lazy.compactMap(\.self).max() ?? -1) + 1
    starts = Array(repeating: 0, count: count + 1)
    for case let item? in subjects { starts[item + 1] += 1 }
    for item in 0..<count { starts[item + 1] += starts[item] }
    var next = starts
    places = Array(repeating: 0, count: starts[count])
    for place in ordered {
      guard let item = subjects[place] else { continue }
      places[next[item]] = place
      next[item] += 1
    }
    var isKnown = Array(repeating: false, count: count)
    for case let item? in subjects where !isKnown[item] {
      isKnown[item] = true
      items.append((item, entries[places[starts[item]]].stage))
    }
  }

  /// Places of an item's entries in the log, by stage and then by place.
  subscript(item: Int) -> ArraySlice<Int> {
    item + 1 < starts.count ? places[starts[item]..<starts[item + 1]] : []
  }
}

extension AppraisalEntry {
  /// The item that it is of; nil: it is of a figure.
  fileprivate var item: Int? { if case .item(let item) = subject { item } else { nil } }
}
