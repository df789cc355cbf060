package import Diagnostics
internal import EventLog
package import Grading
internal import Procedure

/// What the ids in a log are called in its round; those that it does not know stand as they are.
package struct EventNames: Sendable {
  private let words: RoundWords?
  private let stages: [String: Int]
  /// The sets of units by their ids.
  private let setOf: [String: CriteriaSet]
  private let language: Language

  /// Of a round that cannot be read.
  package init(_ language: Language) {
    words = nil
    stages = [:]
    setOf = [:]
    self.language = language
  }

  /// - Parameters:
  ///   - units: all of the register.
  ///   - places: each unit's set, by its id.
  package init(
    _ plan: RoundPlan, _ sets: [CriteriaSet], units: [Unit], sets places: [String: Int],
    _ language: Language
  ) {
    words = RoundWords(plan, sets, units, language)
    stages = Dictionary(
      plan.stages.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    setOf = places.mapValues { sets[$0] }
    self.language = language
  }

  /// "Sở Y tế (so-y-te)": who looks for more needs the id.
  func unit(_ id: String) -> String {
    guard let name = words?.unit(id), name != id else { return id }
    return "\(name) (\(id))"
  }

  func person(_ id: String) -> String { words?.author(id) ?? id }

  func role(_ id: String) -> String { Role(rawValue: id)?.wording[language] ?? id }

  func stage(_ id: String) -> String {
    guard let words, let place = stages[id] else { return id }
    return words.stage(place)
  }

  func ground(_ id: String) -> String { words?.round.plan.groundTitles[id] ?? id }

  /// "1.6.1 Hoàn thành kế hoạch tuyên truyền CCHC".
  func subject(_ subject: EventSubject, of unit: String?) -> String {
    if let item = item(subject, of: unit) { return "\(item.id) \(item.title)" }
    return words?.subject(subject, of: unit) ?? EventWords(language).subject(subject)
  }

  /// An input by its title; nil: it is none that the item knows.
  func input(_ name: String, of content: EventContent) -> String? {
    guard let set = content.unit.flatMap({ setOf[$0] }),
      let item = content.subject.flatMap({ item($0, of: content.unit) })
    else { return nil }
    let places = Array(item.inputs) + Array(set.sharedInputs)
    return places.first { set.inputs[$0].name == name }.map { set.inputs[$0].title }
  }

  private func item(_ subject: EventSubject, of unit: String?) -> Item? {
    guard case .item(let id) = subject, let set = unit.flatMap({ setOf[$0] }) else { return nil }
    return set.itemIndex(id).map { set.items[$0] }
  }
}
