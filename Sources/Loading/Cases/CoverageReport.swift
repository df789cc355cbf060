internal import Diagnostics
internal import Grading

/// What the cases of one criteria file reach, and warnings for what they do not.
///
/// Only rules that stand in the file itself are looked at: what an overlay leaves as it was is
/// covered by the cases of its base.
struct CoverageReport {
  let coverage: CaseCoverage
  let diagnostics: [Diagnostic]

  init(_ set: CriteriaSet, criteria: String, _ trials: [ItemTrial]) {
    var coverage = CaseCoverage(criteria: criteria)
    var diagnostics: [Diagnostic] = []
    let byItem = Dictionary(grouping: trials) { $0.item.index }
    var levels: [SourceSpan: (isReached: Bool, item: Item, level: Int)] = [:]
    for item in set.items where item.ruleSpan.file.path == criteria {
      let own = byItem[item.index] ?? []
      for (place, level) in item.applicability.enumerated()
      where level.span.file.path == criteria && !level.isConstant {
        let isReached = own.contains { $0.leavesOut(place) }
        let known = levels[level.span]
        levels[level.span] = (
          isReached || known?.isReached == true, known?.item ?? item, known?.level ?? place
        )
      }
      let branches = item.branches(set)
      let reached = Set(own.flatMap { item.reached($0, set) })
      for branch in branches { coverage.add(branch.kind, covered: reached.contains(branch)) }
      let bounds = item.rule.bounds().map { ($0, Self.reaches($0, item, own, set)) }
      coverage.bounds.total += bounds.count
      coverage.bounds.covered += bounds.count { $0.1.at && $0.1.beyond }
      if own.isEmpty {
        diagnostics.append(.caseless(item))
        continue
      }
      let missed = branches.filter { !reached.contains($0) }
      if !missed.isEmpty { diagnostics.append(.caseUncovered(item, missed, set)) }
      let half = bounds.filter { !$0.1.at || !$0.1.beyond }
      if !half.isEmpty {
        diagnostics.append(
          .caseBoundsUncovered(item, half.map { ($0.0, at: $0.1.at, beyond: $0.1.beyond) }))
      }
    }
    for (span, level) in levels.sorted(by: { $0.key.start < $1.key.start }) {
      coverage.add("applies_when", covered: level.isReached)
      if !level.isReached, byItem[level.item.index] != nil {
        diagnostics.append(.caseApplicabilityUncovered(level.item, at: span))
      }
    }
    coverage.inLanguageOrder()
    self.coverage = coverage
    self.diagnostics = diagnostics
  }

  private static func reaches(
    _ bound: RuleBound, _ item: Item, _ trials: [ItemTrial], _ set: CriteriaSet
  ) -> (at: Bool, beyond: Bool) {
    let rule = item.rule.rule(at: bound.path)
    var reach = (at: false, beyond: false)
    for trial in trials where trial.result != nil {
      switch rule.reach(bound, trial, set) {
      case .at: reach.at = true
      case .beyond: reach.beyond = true
      case nil: break
      }
    }
    return reach
  }
}

extension ItemTrial {
  /// Whether this level of the item's applicability says that it does not apply.
  fileprivate func leavesOut(_ level: Int) -> Bool {
    guard case .notApplicable = outcome.state, result == nil else { return false }
    let level = item.applicability[level]
    guard let condition = level.appliesWhen else { return true }
    return data.evaluate(condition) == .value(.truth(false)) || !level.notApplicableFor.isEmpty
  }
}

extension Applicability {
  /// An overlay's `applies_when: yes`, which takes the base's condition away.
  fileprivate var isConstant: Bool {
    notApplicableFor.isEmpty && appliesWhen?.references.isEmpty ?? true
  }
}

extension CaseCoverage {
  /// Sorts kinds as the language lists them.
  mutating func inLanguageOrder() {
    let order =
      RuleLoader.kinds + ["if_undefined", "if_missing", "applies_when", "may_be_not_applicable"]
    kinds.sort { (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0) }
  }
}
