internal import Diagnostics
internal import EventLog
internal import Grading
internal import Synchronization
internal import YAMLReading

/// All units of a round with a log: each is read as soon as its events are, which are not kept.
struct LoggedUnits {
  let results: [MemberReading]
  /// Units that events name and the round does not have.
  let strangers: [Diagnostic]

  init(
    _ log: RoundLog, _ setting: RoundSetting, _ options: RoundOptions, _ files: FileAccess
  ) throws(IndexUnfit) {
    let members = setting.members
    let kept = options.keeping.flatMap { keeping in
      members.count < keeping.leastUnits
        ? nil
        : log.ofRound.first.flatMap {
          KeptDocuments(in: keeping.folder, name: "\($0.digest.text)-\(keeping.engine)")
        }
    }
    let plan = RoundReadingPlan(setting, options, files, kept: kept)
    let groups = try LoggedGroups(log, plan, options, kept)
    let done = Atomic(0)
    let parts = inParallel(groups.count, threads: options.threads) { group in
      let part = groups.part(group)
      let read = part?.read.count ?? 0
      let count = done.wrappingAdd(read, ordering: .relaxed).newValue
      if read > 0 { options.progress?(count, members.count) }
      return part
    }
    var found = [MemberReading?](repeating: nil, count: members.count)
    var strangers: [Diagnostic] = []
    for part in parts {
      guard let part else { throw IndexUnfit() }
      for (place, reading) in part.read { found[place] = reading }
      strangers += part.strangers.map {
        .unitOfEventUnknown($0, log: log.file, known: groups.known.sorted())
      }
    }
    self.strangers = strangers
    // The log says nothing of the others yet.
    let quiet = members.indices.filter { found[$0] == nil }
    let rest = inParallel(quiet.count, threads: options.threads) { place in
      plan.read(members[quiet[place]], UnitLog([], log))
    }
    for (place, reading) in zip(quiet, rest) { found[place] = reading }
    results = found.compactMap(\.self)
    // Two files a unit, and its events.
    kept?.tidy(used: 3 * members.count)
  }
}

/// The units of a log, group by group of its index.
private struct LoggedGroups: Sendable {
  /// What a group gave.
  struct Part: Sendable {
    var read: [(member: Int, reading: MemberReading)] = []
    var strangers: [RoundEvent] = []
  }

  /// Ids of the round's units.
  let known: Set<String>
  private let log: RoundLog
  private let plan: RoundReadingPlan
  private let groups: EventGroups
  private let units: KeptUnits?
  /// Of members, by their ids.
  private let places: [String: Int]
  private let handingIn: String?

  init(
    _ log: RoundLog, _ plan: RoundReadingPlan, _ options: RoundOptions, _ kept: KeptDocuments?
  ) throws(IndexUnfit) {
    self.log = log
    self.plan = plan
    handingIn = options.handingIn
    known = Set(plan.setting.units.map(\.id))
    let places = Dictionary(
      plan.setting.members.enumerated().map { ($0.element.unit.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let groups = try log.groups()
    self.places = places
    self.groups = groups
    units = kept.flatMap { KeptUnits($0, log, groups, plan, options, places) }
    guard let units, !units.isEmpty else { return }
    // Every line up to the moment, for whatever is not read as an event.
    let fits = inParallel(groups.stretches, threads: options.threads, stretch: 1) { stretch in
      (try? groups.check(stretch: stretch)) != nil
    }
    guard fits.allSatisfy(\.self) else { throw IndexUnfit() }
  }

  /// How many groups there are; those behind the moment only where they are kept.
  var count: Int { units == nil ? groups.count : groups.all }

  /// Reads a group; nil: the index, or a line, is not what the log comes to.
  func part(_ group: Int) -> Part? {
    guard group < groups.count else {
      if let units, !units.isKept(group), let later = later(group) { units.keep(group, later, nil) }
      return Part()
    }
    if let known = units?.reading(group) { return Part(read: [known]) }
    let whole = units == nil ? nil : try? groups.events(at: group, toTheEnd: true)
    guard let all = try? whole ?? groups.events(at: group) else { return nil }
    var part = Part()
    for (unit, events) in all {
      let now = Array(events.prefix { $0.sequence <= log.count })
      guard let unit, let first = now.first else { continue }
      guard let place = places[unit] else {
        if !known.contains(unit) { part.strangers.append(first) }
        continue
      }
      var own = UnitLog(now, log, isHandingIn: handingIn == unit)
      if whole != nil { own.later = Array(events.dropFirst(now.count)) }
      var reading = plan.read(plan.setting.members[place], own)
      if whole?.count == 1 { units?.keep(group, events, reading) }
      reading.whole = nil
      part.read.append((place, reading))
    }
    return part
  }

  /// The events of a group that is of one unit.
  private func later(_ group: Int) -> [RoundEvent]? {
    guard let units = try? groups.events(at: group, toTheEnd: true), units.count == 1 else {
      return nil
    }
    return units[0].events
  }
}
