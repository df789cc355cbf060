internal import EventLog
internal import Grading
internal import Loading

/// A unit's figure that another office keeps, with what the unit says against it: what everything that
/// is done about it begins with.
struct DisputeWork: Sendable {
  let snapshot: RoundSnapshot
  /// The unit's place in the round.
  let place: Int
  let unit: String
  let figure: HeldFigure
  /// As it was handed in; nil: the unit does not dispute it.
  let dispute: Dispute?

  /// nil: there is no such unit, or it has no such figure.
  init?(_ name: String, of unit: String, in snapshot: RoundSnapshot) {
    guard let place = snapshot.places[unit],
      let figure = HeldFigure.one(name, of: place, in: snapshot)
    else { return nil }
    self.snapshot = snapshot
    self.place = place
    self.unit = unit
    self.figure = figure
    dispute = snapshot.round.units[place].record.assessment.disputes.first { $0.figure == name }
  }

  var subject: EventSubject { .figure(figure.name.name) }

  /// What of it can be chosen.
  var choices: [DisputePage.Choice] {
    DisputePage.Choice.allCases.filter { dispute != nil || $0 == .other }
  }

  /// What else happens to the figure, or to the whole unit.
  func watch(seen: Int) -> Watch {
    let name = figure.name.name
    return Watch(unit: unit, seen: seen) { content in
      switch content.subject {
      case .figure(let other)?: other == name
      case .item?: false
      case nil: [.submitted, .replaced, .locked, .unlocked].contains(content.kind)
      }
    }
  }
}
