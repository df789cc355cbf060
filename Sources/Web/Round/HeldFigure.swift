internal import EventLog
internal import Grading
internal import Loading

/// A figure of a unit that another office keeps, with the register it stands in.
struct HeldFigure: Sendable {
  let name: FigureName
  let table: FigureTable
  /// As the register has it.
  let held: FigureValue
  /// As a file writes what counts now, after corrections; nil: there is none.
  let inForce: String?
  let origin: FigureOrigin

  /// The figures that a unit's criteria read, in their order.
  static func all(of place: Int, in snapshot: RoundSnapshot) -> [HeldFigure] {
    let record = snapshot.round.units[place].record
    let set = snapshot.round.sets[record.set]
    return set.figures.enumerated().compactMap { index, name in
      guard let (table, _) = snapshot.plan.figures.lookup(name) else { return nil }
      let drafting = EventDrafting(
        snapshot.round, unit: place, subject: .figure(name.name))
      return HeldFigure(
        name: name, table: table, held: record.figures[index], inForce: drafting.figure,
        origin: table.origin(name.column, unit: record.unit.id))
    }
  }

  static func one(_ name: String, of place: Int, in snapshot: RoundSnapshot) -> HeldFigure? {
    all(of: place, in: snapshot).first { $0.name.name == name }
  }

  /// What the register has, as files write it.
  var written: String? {
    if case .known(let value) = held { name.written(value) } else { nil }
  }

  var isCorrected: Bool { inForce != nil && inForce != written }
}
