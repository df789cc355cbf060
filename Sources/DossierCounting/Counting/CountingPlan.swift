package import Grading

/// Rules and reference data, compiled once: the loop over records only looks things up.
///
/// It holds what was declared; `PlanLookups` what was made of it.
package final class CountingPlan: @unchecked Sendable {
  let rules: DossierRules
  let records: CaseRecords
  let units: [Unit]
  let unitNames: [String: Int]
  let needsProcedures: Bool
  let lookups: PlanLookups
  /// nil: dossiers are counted by unit.
  let groups: GroupTable?

  /// - Parameters:
  ///   - source: the system whose exports are counted: rules and outages may be for one.
  ///   - groups: what dossiers are counted by instead of their units.
  package init(
    rules: DossierRules, records: CaseRecords, units: [Unit], source: String,
    groups: DossierGroups? = nil
  ) {
    self.rules = rules
    self.records = records
    self.units = units
    let names = CountingPlan.names(of: units)
    unitNames = Dictionary(names.map { ($0.text, $0.value) }) { first, _ in first }
    needsProcedures = rules.subsets.contains { $0.title != nil }
    lookups = PlanLookups(rules, records, units, names, source)
    self.groups = groups.map(GroupTable.init)
  }

  /// Ids and codes come before names: two units may share a name.
  private static func names(of units: [Unit]) -> [(text: String, value: Int)] {
    units.enumerated().flatMap { place, unit in
      ([unit.id] + unit.codes).map { (text: $0, value: place) }
    }
      + units.enumerated().flatMap { place, unit in
        ([unit.name] + unit.aliases).map { (text: $0, value: place) }
      }
  }
}

/// The tables of a plan: plain memory that never changes, so that reading it costs nothing but the
/// reading.
final class PlanLookups: @unchecked Sendable {
  /// The window, cut off where the data end.
  let start: Int32
  let end: Int32
  let stopsWhenReady: Bool
  let endsWithDay: Bool
  let rejectsWithoutDueDate: Bool

  /// Exclusions first, lists behind them.
  let compiled: UnsafeMutablePointer<CompiledRule>
  let ruleCount: Int
  let exclusionCount: Int
  /// The rules that the facts of a dossier allow, a bit each.
  let candidates: UnsafeMutablePointer<UInt64>
  /// The rules that a unit's kind and name allow, a bit each.
  let ofUnit: UnsafeMutablePointer<UInt64>
  /// The rules that the time of receipt allows, by the number of boundaries reached.
  private let ofDate: UnsafeMutablePointer<UInt64>
  private let boundaries: UnsafeMutablePointer<Int32>
  private let boundaryCount: Int
  let tables: UnsafeMutablePointer<KeyTable>
  private let tableCount: Int
  /// Units by every code and name.
  let unitTable: KeyTable
  /// Subsets of each procedure, a bit each.
  let procedureTable: KeyTable
  /// Explanations, corrections and steps by dossier.
  let explanationTable: KeyTable
  let correctionTable: KeyTable
  let stepTable: KeyTable
  /// By explanation: the decision's bit that counts, and the cause's.
  let decisions: UnsafeMutablePointer<UInt8>
  let causes: UnsafeMutablePointer<UInt64>
  let reached: UnsafeMutablePointer<Int32>
  /// Outages by unit; a unit with a scope of its own has its own table.
  let outages: UnsafeMutablePointer<OutageTable>
  private let outageCount: Int
  let outageOfUnit: UnsafeMutablePointer<Int>
  let measuresWorking: Bool

  init(
    _ rules: DossierRules, _ records: CaseRecords, _ units: [Unit],
    _ names: [(text: String, value: Int)], _ source: String
  ) {
    start = rules.window.start.number
    end = rules.closing(of: records).number
    stopsWhenReady = rules.finishedAt == .resultReady
    endsWithDay = rules.onTimeUntil == .endOfDueDay
    rejectsWithoutDueDate = rules.withoutDueDate == .reject
    measuresWorking = rules.clock == .working

    var builder = RuleCompiler(
      rules: rules, units: units, source: source, closing: rules.closing(of: records))
    builder.compile()
    exclusionCount = rules.exclusions.count
    ruleCount = builder.compiled.count
    compiled = PlanLookups.copy(builder.compiled)
    candidates = PlanLookups.copy(builder.candidates)
    ofUnit = PlanLookups.copy(builder.ofUnit)
    ofDate = PlanLookups.copy(builder.ofDate)
    boundaries = PlanLookups.copy(builder.boundaries)
    boundaryCount = builder.boundaries.count
    tables = PlanLookups.copy(builder.tables)
    tableCount = builder.tables.count

    unitTable = KeyTable(names)
    var subsets: [String: Int] = [:]
    for (place, subset) in rules.subsets.enumerated() {
      for procedure in subset.procedures { subsets[procedure, default: 0] |= 1 << place }
    }
    procedureTable = KeyTable(subsets.map { (text: $0.key, value: $0.value) })

    explanationTable = PlanLookups.table(records.explanations.map(\.dossier))
    correctionTable = PlanLookups.table(records.corrections.map(\.dossier))
    let effective = records.explanations.map { rules.effect(of: $0) }
    decisions = PlanLookups.copy(effective.map(\.decision.bit))
    causes = PlanLookups.copy(effective.map { $0.cause.map { UInt64(1) << UInt64($0) } ?? 0 })
    var last: [String: Int32] = [:]
    for step in records.steps where step.isBeforeReturn {
      last[step.dossier] = max(last[step.dossier] ?? Int32.min, step.reached.number)
    }
    let steps = last.sorted { $0.key < $1.key }
    stepTable = PlanLookups.table(steps.map(\.key))
    reached = PlanLookups.copy(steps.map(\.value))

    let (tables, ofUnit) = PlanLookups.outages(rules, records, units, source)
    outages = PlanLookups.copy(tables)
    outageCount = tables.count
    outageOfUnit = PlanLookups.copy(ofUnit)
  }

  deinit {
    for table in [unitTable, procedureTable, explanationTable, correctionTable, stepTable] {
      table.deallocate()
    }
    for place in 0..<tableCount { tables[place].deallocate() }
    for place in 0..<outageCount { outages[place].deallocate() }
    outages.deallocate()
    outageOfUnit.deallocate()
    reached.deallocate()
    compiled.deallocate()
    candidates.deallocate()
    ofUnit.deallocate()
    ofDate.deallocate()
    boundaries.deallocate()
    tables.deallocate()
    decisions.deallocate()
    causes.deallocate()
  }

  /// The rules that may concern a dossier, a bit each.
  @inline(__always)
  func rules(_ facts: Facts, _ unit: Int, received: Int32) -> UInt64 {
    var reached = 0
    for place in 0..<boundaryCount { reached &+= received >= boundaries[place] ? 1 : 0 }
    return candidates[Int(facts.rawValue)] & ofUnit[unit] & ofDate[reached]
  }

  private static func copy<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    memory.initialize(from: elements, count: elements.count)
    return memory
  }

  private static func table(_ keys: [String]) -> KeyTable {
    KeyTable(keys.enumerated().map { (text: $0.element, value: $0.offset) })
  }

  /// One table for all units that feel the same outages.
  private static func outages(
    _ rules: DossierRules, _ records: CaseRecords, _ units: [Unit], _ source: String
  ) -> ([OutageTable], [Int]) {
    let counted = records.outages.filter { rules.counts($0, source: source) }
    func spans(_ unit: String?) -> [MinuteSpan] {
      counted.filter { $0.concerns(unit: unit) }.map(\.span)
    }
    var tables = [OutageTable(spans(nil), calendar: rules.calendar)]
    let ofUnit = units.map { unit in
      let isAlone = counted.contains { outage in
        if case .units(let ids) = outage.scope { return ids.contains(unit.id) }
        return false
      }
      guard isAlone else { return 0 }
      tables.append(OutageTable(spans(unit.id), calendar: rules.calendar))
      return tables.count - 1
    }
    return (tables, ofUnit)
  }
}

extension DossierRules {
  /// The time up to which figures of records hold: the window's end, or where the data end before it.
  package func closing(of records: CaseRecords) -> LocalMinute {
    min(window.end, records.asOf ?? window.end)
  }

  /// Whether an outage counts for records of a system: it is confirmed, and not another system's.
  package func counts(_ outage: Outage, source: String) -> Bool {
    guard outage.isConfirmed || countsUnconfirmedOutages else { return false }
    if case .source(let id) = outage.scope { return id == source }
    return true
  }

  /// What a decision on an explanation comes to: one handed in too late, or for a cause that is not
  /// considered, counts as refused whatever was decided.
  package func effect(of explanation: DossierExplanation)
    -> (decision: ExplanationDecision, cause: Int?)
  {
    let cause = explanation.cause.flatMap { id in causes.firstIndex { $0.id == id } }
    if let handedIn = explanation.handedIn, let last = explanationsUntil, handedIn >= last {
      return (.refused, cause)
    }
    if let cause, !causes[cause].isConsidered { return (.refused, cause) }
    return (explanation.decision, cause)
  }
}
