internal import Grading

/// What a unit that handed in says against a figure, and whether it is decided.
struct FigureDispute: Sendable {
  /// The unit's place in the round.
  let place: Int
  let figure: HeldFigure
  let dispute: Dispute
  let isOpen: Bool

  /// Those of all units, open ones first.
  /// - Parameter sees: whether a register's disputes may be seen.
  static func all(in snapshot: RoundSnapshot, sees: (FigureTable) -> Bool) -> [FigureDispute] {
    var found: [FigureDispute] = []
    for (place, result) in snapshot.round.units.enumerated()
    where !result.record.assessment.disputes.isEmpty {
      let open = Set(result.record.openDisputes(through: .max).map(\.figure))
      let figures = HeldFigure.all(of: place, in: snapshot)
      for dispute in result.record.assessment.disputes {
        guard let figure = figures.first(where: { $0.name.name == dispute.figure }),
          sees(figure.table)
        else { continue }
        found.append(
          FigureDispute(
            place: place, figure: figure, dispute: dispute, isOpen: open.contains(dispute.figure)))
      }
    }
    return found.filter(\.isOpen) + found.filter { !$0.isOpen }
  }
}
