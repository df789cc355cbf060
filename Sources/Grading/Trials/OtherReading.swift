/// Values of a unit that are said to be others: a disputed figure with what follows from it, an
/// input that contradicts the figure it repeats.
struct OtherReading {
  private var inputs: [Int: InputValue] = [:]
  private var figures: [Int: FigureValue] = [:]

  var leaves: Set<Leaf> {
    Set(inputs.keys.map(Leaf.input)).union(figures.keys.map(Leaf.figure))
  }

  func apply(to data: inout Evaluator) {
    for (place, value) in inputs where data.inputs.indices.contains(place) {
      data.inputs[place] = value
    }
    for (place, value) in figures where data.figures.indices.contains(place) {
      data.figures[place] = value
    }
  }

  /// An input that is what its keeper says.
  init(input place: Int, _ held: Value) { inputs[place] = .given(held) }

  /// A disputed figure that is what the unit says, and the dossier figures that follow from it.
  init(_ dispute: Dispute, _ reading: UnitReading) {
    var corrected = reading.record
    corrected.entries.append(
      AppraisalEntry(
        subject: .figure(dispute.figure), stage: reading.round.plan.stages.count - 1,
        decision: .correctFigure(dispute.claim), reason: nil, author: "", at: nil,
        span: reading.set.span))
    let layer = reading.round.layers[reading.layer]
    for (name, value) in reading.scorer.corrections(corrected, layer) {
      guard let place = reading.scorer.figurePlaces[name],
        !reading.data.figures.indices.contains(place) || reading.data.figures[place] != value
      else { continue }
      figures[place] = value
    }
  }

  /// Which way each value goes, from what is read now.
  func changes(from data: Evaluator) -> [Leaf: Slope] {
    var other = data
    apply(to: &other)
    var changes: [Leaf: Slope] = [:]
    for leaf in leaves { changes[leaf] = Slope(from: data.value(leaf), to: other.value(leaf)) }
    return changes
  }

  /// Whether there is nothing between the two readings.
  func isEither(_ leaves: Set<Leaf>, _ data: Evaluator) -> Bool {
    var other = data
    apply(to: &other)
    return leaves.allSatisfy { leaf in
      switch (data.value(leaf), other.value(leaf)) {
      case (.truth?, .truth?), (.text?, .text?): true
      default: data.value(leaf) == other.value(leaf)
      }
    }
  }
}
