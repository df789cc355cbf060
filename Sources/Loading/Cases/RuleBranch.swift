internal import Diagnostics
internal import Grading

/// One way an item can come to its state or points, which a case can reach.
struct RuleBranch: Hashable {
  enum Way: Hashable {
    case holds(Bool)
    case level(String)
    case step(Int)
    case late
    case notIssued
    case band(Int)
    case belowFloor
    case share
    case atCeiling
    case part(Int)
    case counted(Int)
    case uncut
    case cut
    case alternative(Int)
    case best
    case belowBest
    case index
    case aggregate
    case absentBelow
    case council
    case formula(Int)
    case otherwise
    case undefined
    case missing
    /// A level of applicability, by its place among the item's.
    case doesNotApply(Int)
    case claimedNotApplicable
  }

  /// The alternatives of `best_of` that lead to the rule.
  var path: [Int] = []
  let way: Way
  /// The rule's kind, or the key beside the rule.
  let kind: String
}

extension Rule {
  /// The rule's key.
  var kind: String {
    switch self {
    case .yesNo: "yes_no"
    case .choice: "choice"
    case .timeliness: "timeliness"
    case .steps: "steps"
    case .proportional: "proportional"
    case .mix: "mix"
    case .deduction: "deduction"
    case .perItem: "per_item"
    case .bestOf: "best_of"
    case .relativeToBest: "relative_to_best"
    case .survey: "survey"
    case .subordinates: "subordinates"
    case .council: "council"
    case .formula: "formula"
    }
  }

  /// Every branch of the rule, in the order it is written.
  func branches(_ path: [Int] = []) -> [RuleBranch] {
    if case .bestOf(let rules) = self {
      return rules.enumerated().flatMap { place, rule in
        [RuleBranch(path: path, way: .alternative(place), kind: kind)]
          + rule.branches(path + [place])
      }
    }
    return ways.map { RuleBranch(path: path, way: $0, kind: kind) }
  }

  private var ways: [RuleBranch.Way] {
    switch self {
    case .yesNo: return [.holds(true), .holds(false)]
    case .choice(let rule): return rule.levels.map { .level($0.id) }
    case .timeliness(let rule):
      return rule.steps.indices.map { .step($0) } + (rule.otherwise == nil ? [] : [.late])
        + (rule.missing == nil ? [] : [.notIssued])
    case .steps(let rule): return rule.bands.indices.map { .band($0) }
    case .proportional(let rule):
      return (rule.floor == nil ? [] : [.belowFloor])
        + (rule.floor == rule.ceiling ? [] : [.share]) + [.atCeiling]
    case .mix(let rule): return rule.parts.indices.map { .part($0) }
    case .deduction(let rule): return rule.kinds.indices.map { .counted($0) } + [.uncut, .cut]
    case .perItem: return [.uncut, .cut]
    case .bestOf: return []
    case .relativeToBest: return [.best, .belowBest]
    case .survey: return [.index]
    case .subordinates(let rule):
      return (rule.bands.isEmpty ? [.aggregate] : rule.bands.indices.map { .band($0) })
        + [.absentBelow]
    case .council: return [.council]
    case .formula(let rule):
      return rule.cases.indices.map { .formula($0) } + (rule.otherwise == nil ? [] : [.otherwise])
    }
  }

  /// The branches that a trial reached; every alternative of `best_of` is looked at.
  func reached(_ trial: ItemTrial, _ set: CriteriaSet, _ path: [Int] = []) -> [RuleBranch] {
    let result = result(
      maximum: trial.item.ruleMaximum, trial.data, trial.links, figures: set.figures)
    if case .bestOf(let rules) = self {
      var reached = rules.enumerated().flatMap { $1.reached(trial, set, path + [$0]) }
      if case .points(_, .alternative(let place, _)) = result {
        reached.append(RuleBranch(path: path, way: .alternative(place), kind: kind))
      }
      return reached
    }
    return reachedWays(result, trial).map { RuleBranch(path: path, way: $0, kind: kind) }
  }

  private func reachedWays(_ result: RuleResult, _ trial: ItemTrial) -> [RuleBranch.Way] {
    switch result {
    case .awaitsCouncil: return [.council]
    case .missing:
      return trial.links.hasAbsentBody(outsideRegister) ? [.absentBelow] : []
    case .points(_, let step): return ways(step, trial)
    case .broken, .unanswered, .undefined: return []
    }
  }

  private func ways(_ step: RuleStep, _ trial: ItemTrial) -> [RuleBranch.Way] {
    switch step {
    case .yesNo(let holds): return [.holds(holds)]
    case .level(let level): return [.level(level)]
    case .step(let step): return [.step(step)]
    case .late: return [.late]
    case .notIssued: return [.notIssued]
    case .band(let band, _): return [.band(band)]
    case .belowFloor: return [.belowFloor]
    case .share(let value, _):
      if case .proportional(let rule) = self, value >= rule.ceiling { return [.atCeiling] }
      return [.share]
    case .mix(_, let parts): return parts.indices.filter { !parts[$0].isZero }.map { .part($0) }
    case .deducted(let counts, let isCut):
      return counts.indices.filter { !counts[$0].isZero }.map { .counted($0) }
        + [isCut ? .cut : .uncut]
    case .counted(_, let isCut): return [isCut ? .cut : .uncut]
    case .alternative: return []
    case .best(let value, let best): return [value == best ? .best : .belowBest]
    case .survey: return [.index]
    case .subordinates(let found):
      return [found.band.map { .band($0) } ?? .aggregate]
        + (trial.links.hasAbsentBody(outsideRegister) ? [.absentBelow] : [])
    case .formula(let place): return [.formula(place)]
    case .otherwise: return [.otherwise]
    case .council: return [.council]
    }
  }
}

extension LinkedValues {
  fileprivate func hasAbsentBody(_ register: String?) -> Bool {
    let bodies = register.map { outside[$0] ?? [] } ?? children
    return bodies.contains {
      !$0.isSubmitted || ($0.index == nil && $0.grade == nil && $0.figures.isEmpty)
    }
  }
}
