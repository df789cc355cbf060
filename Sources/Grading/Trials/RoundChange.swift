/// One thing that could be otherwise for one unit.
package enum RoundChange: Sendable {
  /// An item comes out like this, whatever its rule says, in every layer behind the claimed one.
  case outcome(item: Int, Outcome)
  /// An own or shared input, by its place in `CriteriaSet.inputs`.
  case input(Int, InputValue)
  /// A figure of another office, by its dotted name.
  case figure(String, FigureValue)
  /// One more line in the unit's appraisal.
  case entry(AppraisalEntry)
  /// The unit hands in what it has; what a draft would come to.
  case handedIn(LocalMoment)

  /// An item gets these points.
  package static func points(item: Int, _ points: Exact) -> RoundChange {
    .outcome(item: item, Outcome(.scored, points: points))
  }
}

extension UnitRecord {
  /// Takes the changes that concern what was read; the others are left.
  mutating func apply(_ changes: [RoundChange], _ set: CriteriaSet, _ plan: RoundPlan) {
    for change in changes {
      switch change {
      case .outcome: continue
      case .input(let place, let value):
        if assessment.inputs.indices.contains(place) { assessment.inputs[place] = value }
      case .figure(let name, let value):
        replace(name, value, set, plan.blocks[block])
      case .entry(let entry):
        entries.append(entry)
      case .handedIn(let moment):
        assessment.submittedAt = moment
        replace("submission.submitted_at", .known(.date(moment)), set, plan.blocks[block])
        let isOnTime = plan.claimDeadline.map { !moment.isAfter($0) }
        replace(
          "submission.on_time", isOnTime.map { .known(.truth($0)) } ?? .missing, set,
          plan.blocks[block])
      }
    }
  }

  private mutating func replace(
    _ name: String, _ value: FigureValue, _ set: CriteriaSet, _ block: Block
  ) {
    for (place, figure) in set.figures.enumerated()
    where figure.name == name && figures.indices.contains(place) {
      figures[place] = value
    }
    for (place, figure) in block.conditionFigures.enumerated()
    where figure.name == name && conditionFigures.indices.contains(place) {
      conditionFigures[place] = value
    }
  }
}

extension RoundPlan {
  /// Until when units hand in.
  package var claimDeadline: LocalMoment? { stages.first { $0.kind == .claim }?.deadline }
}

extension LocalMoment {
  /// Whether this is behind the last moment in time: to the minute where both have one, and a
  /// deadline without a time lasts the whole day.
  package func isAfter(_ deadline: LocalMoment) -> Bool {
    if day != deadline.day { return day > deadline.day }
    guard let minute, let last = deadline.minute else { return false }
    return minute > last
  }
}
