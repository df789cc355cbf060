/// The values of a unit that are still open, because something open reads them.
struct OpenLeaves {
  /// Not there yet; what has an answer without them keeps it.
  private(set) var unknown: Set<Leaf> = []
  /// There, and may become anything: what is impossible or was asked about can be put right in any
  /// of the values it reads.
  private(set) var mendable: Set<Leaf> = []
  /// There, and may become what somebody else says they are, or something between.
  private(set) var others: [OtherReading] = []
  /// All that can change.
  private(set) var changing: Set<Leaf> = []
  /// All that is open.
  private var all: Set<Leaf> = []

  /// - Parameter declaresOtherwise: see `GapFinder`.
  init(_ reading: UnitReading, declaresOtherwise: Bool, _ leaves: ItemLeaves) {
    for place in reading.set.items.indices {
      let state = reading.sheet[place].state
      switch state {
      case .unanswered, .pending(.figure), .pending(.applicability):
        let values = reading.values(of: reading.set.items[place])
        unknown.formUnion(leaves.all[place].filter { !values.hasValue($0) })
      case .broken, .pending(.undefined): mendable.formUnion(leaves.all[place])
      case .scored where reading.sheet[place].basis == .fallback(.zero):
        let values = reading.values(of: reading.set.items[place])
        unknown.formUnion(leaves.rule[place].filter { !values.hasValue($0) })
      case .scored, .notApplicable, .pending(.council), .pending(.claimedNotApplicable),
        .pending(.evidence):
        break
      }
      // Whoever decides on an explanation may adjust what the unit typed.
      guard reading.standings[place]?.asksExplanation == true else { continue }
      for case .input(let input) in leaves.all[place] { mendable.insert(.input(input)) }
    }
    others = reading.record.openDisputes(through: .max).map { OtherReading($0, reading) }
    if declaresOtherwise {
      others += reading.contradicted.map { OtherReading(input: $0.input, $0.held) }
    }
    changing = others.reduce(mendable) { $0.union($1.leaves) }
    all = unknown.union(changing)
  }

  var isEmpty: Bool { all.isEmpty }

  /// Whether anything of these is open.
  func touch(_ leaves: Set<Leaf>) -> Bool {
    !all.isDisjoint(with: leaves)
  }

  /// The sources of what is open among these.
  func sources(_ leaves: Set<Leaf>, _ set: CriteriaSet) -> Set<ValueSource> {
    Set(leaves.intersection(all).map(set.source))
  }
}

extension UnitReading {
  /// Inputs that repeat a figure of another office and state another number, with that number.
  fileprivate var contradicted: [(input: Int, held: Value)] {
    self.set.inputs.enumerated().compactMap { place, input in
      guard let figure = input.sameAs, data.figures.indices.contains(figure),
        case .known(let held) = data.figures[figure], data.inputs.indices.contains(place),
        case .given(let stated) = data.inputs[place], stated != held
      else { return nil }
      return (place, held)
    }
  }
}
