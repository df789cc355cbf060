/// A value of a unit that its items read.
enum Leaf: Hashable, Sendable {
  /// By its place in `CriteriaSet.inputs`.
  case input(Int)
  /// By its place in `CriteriaSet.figures`.
  case figure(Int)
}

/// Where a value comes from: items that read one source cannot come out independently of each other.
enum ValueSource: Hashable, Sendable {
  case input(Int)
  case figure(Int)
  /// One table counts them all, and rates follow from counts.
  case dossiers
  /// The list of dossiers that were late with others.
  case linkedList
}

/// What each item of a set reads, found once for all units.
struct ItemLeaves: Sendable {
  /// By item: what its rule reads, with what limits it.
  let rule: [Set<Leaf>]
  /// By item: what decides whether it applies.
  let applicability: [Set<Leaf>]
  /// By item: both.
  let all: [Set<Leaf>]

  init(_ set: CriteriaSet) {
    rule = set.items.map { ItemLeaves.closure($0.rule.references, set) }
    applicability = set.items.map { item in
      ItemLeaves.closure(item.applicability.flatMap { $0.appliesWhen?.references ?? [] }, set)
    }
    all = zip(rule, applicability).map { $0.union($1) }
  }

  /// An input that another limits can be wrong because of it.
  private static func closure(_ references: [Reference], _ set: CriteriaSet) -> Set<Leaf> {
    var found: Set<Leaf> = []
    var waiting = references
    while let reference = waiting.popLast() {
      switch reference {
      case .input(let place), .sharedInput(let place):
        guard found.insert(.input(place)).inserted, set.inputs.indices.contains(place) else {
          continue
        }
        let input = set.inputs[place]
        waiting += (input.low?.references ?? []) + (input.high?.references ?? [])
        if let limit = input.atMost { waiting.append(.input(limit)) }
      case .figure(let place): found.insert(.figure(place))
      case .trait, .deadline, .year: break
      }
    }
    return found
  }
}

extension CriteriaSet {
  func source(of leaf: Leaf) -> ValueSource {
    switch leaf {
    case .input(let place): .input(place)
    case .figure(let place): figures[place].namespace == "dossiers" ? .dossiers : .figure(place)
    }
  }
}

extension Evaluator {
  /// Whether there is something to read.
  func hasValue(_ leaf: Leaf) -> Bool {
    switch leaf {
    case .input(let place):
      if inputs.indices.contains(place), case .given = inputs[place] { true } else { false }
    case .figure(let place):
      if figures.indices.contains(place), case .known = figures[place] { true } else { false }
    }
  }

  func value(_ leaf: Leaf) -> Value? {
    switch leaf {
    case .input(let place):
      if inputs.indices.contains(place), case .given(let value) = inputs[place] {
        value
      } else {
        nil
      }
    case .figure(let place):
      if figures.indices.contains(place), case .known(let value) = figures[place] {
        value
      } else {
        nil
      }
    }
  }
}
