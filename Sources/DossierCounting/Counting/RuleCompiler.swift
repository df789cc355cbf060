internal import Grading

/// Turns the conditions of exclusions and lists into lookups and a few comparisons.
struct RuleCompiler {
  private let rules: DossierRules
  private let units: [Unit]
  private let source: String

  private(set) var compiled: [CompiledRule] = []
  private(set) var candidates = [UInt64](repeating: 0, count: Facts.combinations)
  private(set) var ofUnit: [UInt64]
  private(set) var tables: [KeyTable] = []
  /// Days at which the rules that a time of receipt allows change, in order, and the rules before
  /// the first and from each on.
  private(set) var boundaries: [Int32] = []
  private(set) var ofDate: [UInt64] = []

  /// What was received after the day of the figures, where that lies before the window's end, is
  /// not known yet: no rule says anything of it.
  private let unknown: Range<Int32>

  init(rules: DossierRules, units: [Unit], source: String, closing: LocalMinute) {
    unknown = closing.number..<(closing < rules.window.end ? Int32.max : closing.number)
    self.rules = rules
    self.units = units
    self.source = source
    ofUnit = [UInt64](repeating: 0, count: units.count)
  }

  mutating func compile() {
    let conditions = rules.exclusions.map(\.when) + rules.lists.map(\.when)
    for (place, when) in conditions.enumerated() {
      compiled.append(rule(when))
      if place < rules.exclusions.count {
        compiled[place].takesOnlyLate = rules.exclusions[place].from == .late
      }
      let bit = UInt64(1) << UInt64(place)
      for facts in 0..<Facts.combinations
      where when.allSatisfy({ allows($0, Facts(rawValue: UInt8(facts))) }) {
        candidates[facts] |= bit
      }
      for (index, unit) in units.enumerated() where when.allSatisfy({ allows($0, unit) }) {
        ofUnit[index] |= bit
      }
    }
    let unknownEnds = unknown.isEmpty ? [] : [unknown.lowerBound, unknown.upperBound]
    boundaries = Set(compiled.flatMap { [$0.before, $0.from] } + unknownEnds)
      .subtracting([Int32.max, Int32.min]).sorted()
    ofDate = ([Int32.min] + boundaries).map { moment in
      unknown.contains(moment)
        ? 0
        : compiled.indices.reduce(0) { mask, place in
          let isAllowed = moment < compiled[place].before && moment >= compiled[place].from
          return isAllowed ? mask | 1 << UInt64(place) : mask
        }
    }
  }

  private func allows(_ condition: DossierCondition, _ facts: Facts) -> Bool {
    switch condition {
    case .receivedBeforeWindow: facts.contains(.receivedBeforeWindow)
    case .receivedAfterWindow: facts.contains(.receivedAfterWindow)
    case .late(let isLate): facts.contains(.late) == isLate
    case .overdue(let isOverdue): facts.contains(.overdue) == isOverdue
    case .linkedAgencyLate(let isLinked): facts.contains(.linkedAgencyLate) == isLinked
    case .withoutDueDate(let isWithout): facts.contains(.withoutDueDate) == isWithout
    case .receivedBefore, .receivedFrom, .domains, .procedures, .unitTypes, .units, .channels,
      .sources, .statuses, .onOutageDay, .outageShare, .explained, .causes, .turnedLateFrom:
      true
    }
  }

  /// What depends on the unit and the source alone.
  private func allows(_ condition: DossierCondition, _ unit: Unit) -> Bool {
    switch condition {
    case .unitTypes(let types): types.contains(unit.type)
    case .units(let ids): ids.contains(unit.id)
    case .sources(let ids): ids.contains(source)
    case .receivedBeforeWindow, .receivedAfterWindow, .late, .overdue, .linkedAgencyLate,
      .withoutDueDate, .receivedBefore, .receivedFrom, .domains, .procedures, .channels, .statuses,
      .onOutageDay, .outageShare, .explained, .causes, .turnedLateFrom:
      true
    }
  }

  private mutating func rule(_ when: [DossierCondition]) -> CompiledRule {
    var rule = CompiledRule()
    for condition in when {
      switch condition {
      case .receivedBefore(let day):
        rule.before = min(rule.before, LocalMinute(startOf: day).number)
      case .receivedFrom(let day): rule.from = max(rule.from, LocalMinute(startOf: day).number)
      case .turnedLateFrom(let day): rule.turnedLateFrom = LocalMinute(startOf: day).number
      case .domains(let names): rule.domains = table(names)
      case .statuses(let names): rule.statuses = table(names)
      case .procedures(let id):
        rule.subset = Int32(rules.subsets.firstIndex { $0.id == id } ?? rules.subsets.count)
      case .channels(let channels): rule.channels = channels.reduce(0) { $0 | $1.bit }
      case .onOutageDay(let moment): rule.stepDay = moment.code
      case .outageShare(let share, let base):
        rule.share = share.terms.map { ($0.numerator, $0.denominator, base) }
      case .explained(let decision): rule.decisions |= decision.bit
      case .causes(let ids):
        for (place, cause) in rules.causes.enumerated() where ids.contains(cause.id) {
          rule.causes |= 1 << UInt64(place)
        }
      case .receivedBeforeWindow, .receivedAfterWindow, .late, .overdue, .linkedAgencyLate,
        .withoutDueDate, .unitTypes, .units, .sources:
        break
      }
    }
    return rule
  }

  private mutating func table(_ names: Set<String>) -> Int32 {
    tables.append(KeyTable(names.sorted().map { (text: $0, value: 1) }))
    return Int32(tables.count - 1)
  }
}
