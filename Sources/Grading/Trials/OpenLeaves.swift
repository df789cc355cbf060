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

  init(_ reading: UnitReading, _ gaps: UnitGaps, _ leaves: ItemLeaves) {
    for item in reading.set.items {
      let state = reading.sheet[item.index].state
      switch state {
      case .unanswered, .pending(.figure), .pending(.applicability):
        let values = reading.values(of: item)
        unknown.formUnion(leaves.all[item.index].filter { !values.hasValue($0) })
      case .broken, .pending(.undefined): mendable.formUnion(leaves.all[item.index])
      case .scored where reading.sheet[item.index].basis == .fallback(.zero):
        let values = reading.values(of: item)
        unknown.formUnion(leaves.rule[item.index].filter { !values.hasValue($0) })
      case .scored, .notApplicable, .pending(.council), .pending(.claimedNotApplicable),
        .pending(.evidence):
        break
      }
      // Whoever decides on an explanation may adjust what the unit typed.
      guard reading.standings[item.index]?.asksExplanation == true else { continue }
      for case .input(let place) in leaves.all[item.index] { mendable.insert(.input(place)) }
    }
    others = reading.record.openDisputes(through: .max).map { OtherReading($0, reading) }
    if gaps.gaps.contains(where: { $0.code == .declaredDiffers }) {
      others += reading.contradicted.map { OtherReading(input: $0.input, $0.held) }
    }
    changing = others.reduce(mendable) { $0.union($1.leaves) }
  }

  var isEmpty: Bool { unknown.isEmpty && changing.isEmpty }

  /// Whether anything of these is open.
  func touch(_ leaves: Set<Leaf>) -> Bool {
    !unknown.isDisjoint(with: leaves) || !changing.isDisjoint(with: leaves)
  }

  /// The sources of what is open among these.
  func sources(_ leaves: Set<Leaf>, _ set: CriteriaSet) -> Set<ValueSource> {
    Set(leaves.intersection(unknown.union(changing)).map(set.source))
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
