internal import EventLog
internal import Grading
internal import Procedure

/// A round as it stood just before and just after one event of its log after the other.
///
/// A unit is scored again when it is asked about, and those that it is compared with where the event
/// can move what reads others.
struct RoundReplay {
  private let loaded: LoadedRound
  private let plan: RoundReadingPlan
  /// As it stands at the end.
  private let final: Round
  private let places: [String: Int]
  /// Units that handed in more than once: what stood in their files is read again.
  private let resubmitting: Set<Int>

  /// Events so far, by unit, and locks of the whole round.
  private var events: [Int: [RoundEvent]] = [:]
  private var locks: [RoundEvent] = []
  /// The round so far, but for some units that are not as they were.
  private var round: Round
  private var stale: Set<Int>

  init(_ loaded: LoadedRound, _ final: Round, _ log: [RoundEvent]) {
    self.loaded = loaded
    self.final = final
    plan = RoundReadingPlan(loaded.setting, loaded.options, FileAccess())
    let places = Dictionary(
      loaded.setting.members.enumerated().map { ($0.element.unit.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.places = places
    round = final
    stale = Set(places.values)
    var submissions: [Int: Int] = [:]
    for event in log where event.content.kind == .submitted {
      if let place = event.content.unit.flatMap({ places[$0] }) {
        submissions[place, default: 0] += 1
      }
    }
    resubmitting = Set(submissions.filter { $0.value > 1 }.keys)
  }

  /// Goes on by an event.
  /// - Returns: what the rules of procedure ask about it.
  mutating func proposed(_ event: RoundEvent) -> ProposedEvent {
    let content = event.content
    guard let place = content.unit.flatMap({ places[$0] }) else {
      let before = content.kind == .locked ? standing(locked: nil) : final
      if content.kind == .locked || content.kind == .unlocked {
        locks.append(event)
        stale.formUnion(places.values)
      }
      return ProposalContext(before) { before.units[$0].sheets[$1] }.proposed(content)
    }
    switch content.kind {
    case .appraised, .decided, .corrected: return measured(event, place)
    case .locked:
      let before = standing(locked: place)
      take(event, place)
      return ProposalContext(before) { before.units[$0].sheets[$1] }.proposed(content)
    case .opened, .submitted, .replaced, .explanationRequested, .explained, .agenda, .met,
      .unlocked, .publication, .reconsiderationAsked, .reconsiderationAnswered, .amended:
      take(event, place)
      let round = final
      return ProposalContext(round) { round.units[$0].sheets[$1] }.proposed(content)
    }
  }

  private mutating func measured(_ event: RoundEvent, _ place: Int) -> ProposedEvent {
    guard reachesOthers(event.content, place) else {
      let before = final.sheets(of: place, as: record(place))
      take(event, place)
      let after = final.sheets(of: place, as: record(place))
      return ProposalContext(final) {
        before[$1]
      } after: {
        after[$1]
      }.proposed(event.content)
    }
    let before = standing(around: place)
    take(event, place)
    let after = standing(around: place)
    return ProposalContext(before) { after.units[$0].sheets[$1] }.proposed(event.content)
  }

  private mutating func take(_ event: RoundEvent, _ place: Int) {
    events[place, default: []].append(event)
    stale.insert(place)
  }

  /// Whether a decision can move what its unit is compared with others by, or moves what reads them.
  private func reachesOthers(_ content: EventContent, _ place: Int) -> Bool {
    let set = final.sets[loaded.records[place].set]
    let linked = set.items.filter { !$0.links.isDisjoint(with: [.block, .subordinates]) }
    guard !linked.isEmpty else { return false }
    guard case .item(let id)? = content.subject else { return true }
    // The unit's own totals, which other items read, are of what it scores itself.
    if linked.contains(where: { $0.id == id || $0.scoredBy == .unit }) { return true }
    guard case .inputs(let inputs)? = content.to else { return false }
    return set.sharedInputs.contains { inputs[set.inputs[$0].name] != nil }
  }

  // MARK: As it stands

  /// The round after the events so far: a unit, those it is compared with, and those below them.
  private mutating func standing(around place: Int) -> Round {
    let group = final.groups.first { $0.units.contains(place) }?.units ?? [place]
    let above = Set(group.map { final.units[$0].record.unit.id })
    let below = loaded.records.indices.filter {
      loaded.records[$0].unit.parent.map(above.contains) ?? false
    }
    return standing(of: stale.intersection(group + below))
  }

  /// As much of the round as a lock asks about, where it asks; nil: all.
  private mutating func standing(locked place: Int?) -> Round {
    if loaded.setting.procedure.statesOpenAtPublication { return final }
    return place.map { standing(around: $0) } ?? standing(of: stale)
  }

  private mutating func standing(of units: Set<Int>) -> Round {
    guard !units.isEmpty else { return round }
    round = round.replacing(
      Dictionary(uniqueKeysWithValues: units.map { ($0, record($0)) }))
    stale.subtract(units)
    return round
  }

  /// A unit after the events so far.
  private func record(_ place: Int) -> UnitRecord {
    let own = events[place] ?? []
    var record = loaded.records[place]
    if !own.contains(where: { $0.content.kind == .submitted }) {
      record = record.withoutAnswers(final.sets[record.set], plan)
    } else if resubmitting.contains(place), let log = loaded.log {
      record = plan.read(loaded.setting.members[place], UnitLog(own, log)).record
    }
    let last = own.last?.sequence ?? 0
    record.entries = record.entries.filter { ($0.event ?? 0) <= last }
    record.isLocked = UnitLog.isLocked(own + locks)
    return record
  }
}

extension UnitRecord {
  /// The same before anything was handed in.
  fileprivate func withoutAnswers(_ set: CriteriaSet, _ plan: RoundReadingPlan) -> UnitRecord {
    var record = self
    record.assessment = assessment.withoutAnswers(of: set)
    record.figures = plan.tables.figures[self.set].figures(of: unit, record.assessment)
    record.conditionFigures = plan.tables.conditionFigures[block]
      .figures(of: unit, record.assessment)
    return record
  }
}
