package import EventLog
internal import Grading

extension RoundWords {
  /// What an event is about, a figure by the title that it has for the unit.
  package func subject(_ subject: EventSubject, of unit: String?) -> String {
    guard case .figure(let name) = subject else { return EventWords(language).subject(subject) }
    let result = round.units.first { $0.record.unit.id == unit }
    let figures = result.map {
      round.sets[$0.record.set].figures + round.plan.blocks[$0.record.block].conditionFigures
    }
    let title = (figures ?? round.sets.flatMap(\.figures)).first { $0.name == name }?.title
    guard let title else { return EventWords(language).subject(subject) }
    return say("số liệu “\(title)”", "the figure “\(title)”")
  }
}
