package import Diagnostics
package import EventLog
package import Grading
package import Loading
internal import Procedure

/// The round as it stood at a moment: loaded, computed, never changed; readers keep it as long as
/// they need it.
package struct RoundSnapshot: Sendable {
  /// Goes up with every reading.
  package let number: Int
  package let loaded: LoadedRound
  package let round: Round
  package let diagnostics: [Diagnostic]
  /// Places in the round by the units' ids.
  package let places: [String: Int]
  private let councils: [String: String]
  private let proposed: [String: ProposedUnit]
  /// By set and by the items' ids, as the rules of procedure see them.
  private let items: [[String: ProposedItem]]
  private let locked: Set<String>
  private let disputed: [String: [String: Set<String>]]

  package init(number: Int, _ loaded: LoadedRound, _ round: Round, _ diagnostics: [Diagnostic]) {
    self.number = number
    self.loaded = loaded
    self.round = round
    self.diagnostics = diagnostics
    var places: [String: Int] = [:]
    var councils: [String: String] = [:]
    var proposed: [String: ProposedUnit] = [:]
    var locked: Set<String> = []
    var disputed: [String: [String: Set<String>]] = [:]
    for (place, result) in round.units.enumerated() {
      let record = result.record
      places[record.unit.id] = place
      let unit = ProposedUnit(record.unit, in: round.plan.blocks[record.block])
      proposed[record.unit.id] = unit
      councils[record.unit.id] = unit.council
      if record.isLocked { locked.insert(record.unit.id) }
      for dispute in result.isSubmitted ? record.assessment.disputes : [] {
        for citation in dispute.citations {
          let document = record.assessment.shelf[citation.document].id
          disputed[record.unit.id, default: [:]][document, default: []]
            .insert(Act.register(of: dispute.figure))
        }
      }
    }
    self.places = places
    self.councils = councils
    self.proposed = proposed
    items = round.sets.map { set in
      Dictionary(
        set.items.map {
          ($0.id, ProposedItem($0, of: set, before: nil, standing: nil, after: nil))
        }, uniquingKeysWith: { first, _ in first })
    }
    self.locked = locked
    self.disputed = disputed
  }

  /// The council that appraises a unit.
  func council(of unit: String) -> String? { councils[unit] }

  /// The declaration of the case records that dossiers are counted from; nil: they are not.
  var records: String? { loaded.setting.recordsPath }

  package var plan: RoundPlan { round.plan }

  package func set(of unit: Int) -> CriteriaSet { round.sets[round.units[unit].record.set] }

  /// What units and grounds are called, by the ids that messages name them by.
  var names: [String: String] {
    var names = Dictionary(
      round.units.map { ($0.record.unit.id, $0.record.unit.name) },
      uniquingKeysWith: { first, _ in first })
    for ground in loaded.setting.procedure.grounds ?? [] { names[ground.id] = ground.title }
    return names
  }

  /// What a ground of the round's list is called.
  func ground(_ id: String) -> String {
    loaded.setting.procedure.grounds?.first { $0.id == id }?.title ?? id
  }

  /// Who may do what at a moment.
  package func rights(at time: EventTime) -> Rights {
    var rights = Rights(
      claim: claimWindow(at: time), isPublic: plan.publication.isPublic,
      placesVisibleTo: Set(plan.placesVisibleTo), councils: councils, locked: locked,
      people: loaded.setting.procedure.people ?? [:])
    rights.keepers = plan.figures.tables.compactMapValues(\.owner)
    rights.disputed = disputed
    rights.handedIn = round.units.count(where: \.isSubmitted)
    let (proposed, items, places) = (proposed, items, places)
    let sets = round.units.map(\.record.set)
    rights.duties = Duties(loaded.setting.procedure, at: time) { unit, item in
      guard let own = proposed[unit], let place = places[unit] else { return nil }
      return (own, item.flatMap { items[sets[place]][$0] })
    }
    return rights
  }

  /// The stage of self-assessment that is open, or was last.
  package func claimStage(at time: EventTime) -> Stage? {
    let stages = plan.stages.filter { $0.kind == .claim }
    return stages.first { isOpenEnded($0, at: time) } ?? stages.last
  }

  private func claimWindow(at time: EventTime) -> Rights.ClaimWindow {
    guard let stage = claimStage(at: time) else { return .noStage }
    let time = counted(time)
    if let opens = stage.opens, time < begin(of: opens) { return .notOpen(opens) }
    if let deadline = stage.deadline, EventTime(endOf: deadline) < time {
      return .closed(deadline)
    }
    return .open(stage.deadline)
  }

  private func isOpenEnded(_ stage: Stage, at time: EventTime) -> Bool {
    stage.deadline.map { counted(time) <= EventTime(endOf: $0) } ?? true
  }

  /// The rules of procedure hold deadlines against the log's latest time, where that is later.
  private func counted(_ time: EventTime) -> EventTime {
    max(time, loaded.log?.latest ?? time)
  }

  private func begin(of moment: LocalMoment) -> EventTime {
    EventTime(LocalMoment(moment.day, minute: moment.minute ?? 0))
  }
}
