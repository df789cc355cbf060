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
  private let finder = Once<GapFinder>()
  private let councils: [String: String]
  /// What of the rights does not depend on the moment.
  private let standing: Rights
  private let matter: @Sendable (_ unit: String, _ item: String?) -> Duties.Matter?

  package init(number: Int, _ loaded: LoadedRound, _ round: Round, _ diagnostics: [Diagnostic]) {
    self.number = number
    self.loaded = loaded
    self.round = round
    self.diagnostics = diagnostics
    var places: [String: Int] = [:]
    var councils: [String: String] = [:]
    // As the rules of procedure see them, with their sets' places.
    var proposed: [String: (unit: ProposedUnit, set: Int)] = [:]
    var locked: Set<String> = []
    var disputed: [String: [String: Set<String>]] = [:]
    for (place, result) in round.units.enumerated() {
      let record = result.record
      places[record.unit.id] = place
      let unit = ProposedUnit(record.unit, in: round.plan.blocks[record.block])
      proposed[record.unit.id] = (unit, record.set)
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
    let items = round.sets.map { set in
      Dictionary(
        set.items.map {
          ($0.id, ProposedItem($0, of: set, before: nil, standing: nil, after: nil))
        }, uniquingKeysWith: { first, _ in first })
    }
    let plan = round.plan
    var standing = Rights(
      claim: .noStage, isPublic: plan.publication.isPublic,
      placesVisibleTo: Set(plan.placesVisibleTo), councils: councils, locked: locked,
      people: loaded.setting.procedure.people ?? [:])
    standing.keepers = plan.figures.tables.compactMapValues(\.owner)
    standing.disputed = disputed
    standing.handedIn = round.units.count(where: \.isSubmitted)
    self.standing = standing
    matter = { [proposed] unit, item in
      proposed[unit].map { own in (own.unit, item.flatMap { items[own.set][$0] }) }
    }
  }

  /// What finds what units lack, made once.
  var gapFinder: GapFinder { finder.value { GapFinder(round) } }

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
    var rights = standing
    rights.claim = claimWindow(at: time)
    rights.duties = Duties(loaded.setting.procedure, at: time, matter: matter)
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
