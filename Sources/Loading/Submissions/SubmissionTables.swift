internal import Diagnostics
internal import Grading
internal import YAMLReading

/// All that is known of a round and a set before any unit is read, laid out for looking up.
final class SubmissionTables: Sendable {
  let roundID: String
  let plan: RoundPlan
  let set: CriteriaSet
  /// Items by id.
  let items: ByteTable
  /// Inputs by name; the scope is the item's place + 1, or 0 for shared ones.
  let inputs: ByteTable
  /// By `CriteriaSet.inputs`.
  let shapes: [ValueShape]
  /// The item that an input belongs to; nil for shared ones.
  let itemOfInput: [Int?]
  /// Inputs that may not exceed another one.
  let limits: [(input: Int, limit: Int)]
  /// Inputs whose range depends on what the unit itself says.
  let movingRanges: [Int]
  /// By item: ids and traits of units that it is not for.
  let exclusions: [[String]]
  /// By item: whether some inputs may be left out, because alternatives stand beside each other.
  let hasAlternatives: [Bool]
  /// By item: whether the unit scores it itself, and its maximum; items are too large to copy.
  let takesClaim: [Bool]
  let maxima: [Exact]
  /// Figures that other offices supply, by name.
  let figures: [String: ValueShape]

  let answerKeys = KeyTable(AnswerKey.self)
  let citationKeys = KeyTable(CitationKey.self)
  let documentKeys = KeyTable(DocumentKey.self)
  let entryKeys = KeyTable(EntryKey.self)

  init(roundID: String, plan: RoundPlan, set: CriteriaSet) {
    self.roundID = roundID
    self.plan = plan
    self.set = set
    items = ByteTable(set.items.map(\.id))
    var inputs = ByteTable()
    var owners = Array(repeating: Int?.none, count: set.inputs.count)
    for place in set.sharedInputs { inputs.insert(set.inputs[place].name, value: place) }
    for item in set.items {
      for place in item.inputs {
        inputs.insert(set.inputs[place].name, scope: item.index + 1, value: place)
        owners[place] = item.index
      }
    }
    self.inputs = inputs
    itemOfInput = owners
    let bare = Evaluator(inputs: [], figures: [], traits: [], calendar: plan.calendar)
    shapes = set.inputs.map { input in
      ValueShape(input, low: input.low?.fixed(bare), high: input.high?.fixed(bare))
    }
    limits = set.inputs.enumerated().compactMap { place, input in
      input.atMost.map { (input: place, limit: $0) }
    }
    movingRanges = set.inputs.indices.filter { place in
      [set.inputs[place].low, set.inputs[place].high].contains { $0.map { !$0.isFixed } ?? false }
    }
    exclusions = set.items.map { $0.applicability.flatMap(\.notApplicableFor) }
    hasAlternatives = set.items.map { if case .bestOf = $0.rule { true } else { false } }
    takesClaim = set.items.map { $0.scoredBy == .unit }
    maxima = set.items.map(\.maximum)
    // What the round counts itself is nobody's figure to dispute.
    let own: Set<Substring> = ["submission", "subordinates", "assessment", "result"]
    // Grade conditions may read more than the items do.
    let conditions = plan.blocks.flatMap(\.conditionFigures)
    figures = Dictionary(
      (set.figures + conditions).filter { !own.contains($0.namespace) }.map {
        ($0.name, ValueShape($0))
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether an item is, by its id or traits, not for a unit.
  func excludes(_ unit: Unit, item: Int) -> Bool {
    exclusions[item].contains { $0 == unit.id || unit.traits.contains($0) }
  }
}

extension CheckedExpression {
  /// Whether it is the same for all units of a round.
  fileprivate var isFixed: Bool {
    references.allSatisfy { reference in
      switch reference {
      case .year, .deadline: true
      case .input, .sharedInput, .figure, .trait: false
      }
    }
  }

  fileprivate func fixed(_ data: Evaluator) -> Value? {
    guard isFixed, case .value(let value) = data.evaluate(self) else { return nil }
    return value
  }
}
