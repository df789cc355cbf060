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
  /// What the council is asked to decide: "Sở Tư pháp, 2.2.2: 0,5 → 0,75".
  package func proposal(_ agenda: EventContent) -> String {
    let words = EventWords(language)
    let about = [agenda.unit.map(unit), agenda.subject.map { subject($0, of: agenda.unit) }]
      .compactMap(\.self).joined(separator: ", ")
    let values = [agenda.from, agenda.to].map { $0.map { words.value($0, of: .agenda) } ?? "–" }
    return "\(about): \(values.joined(separator: " → "))"
  }
}
