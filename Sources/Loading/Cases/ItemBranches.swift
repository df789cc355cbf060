internal import Diagnostics
internal import Grading

extension Item {
  /// Every branch of the item: its rule's, and what stands beside the rule.
  ///
  /// A level of applicability that several items inherit is looked at once for all of them, so it
  /// is not among these.
  func branches(_ set: CriteriaSet) -> [RuleBranch] {
    var branches = rule.branches()
    if ifUndefined != nil, rule.canBeUndefined {
      branches.append(RuleBranch(way: .undefined, kind: "if_undefined"))
    }
    let owed = rule.ownReferences.contains { if case .figure = $0 { true } else { false } }
    if ifMissing != nil, owed || rule.waitsForBelow {
      branches.append(RuleBranch(way: .missing, kind: "if_missing"))
    }
    if mayBeNotApplicable {
      branches.append(RuleBranch(way: .claimedNotApplicable, kind: "may_be_not_applicable"))
    }
    return branches
  }

  /// The branches that a trial of this item reached.
  func reached(_ trial: ItemTrial, _ set: CriteriaSet) -> [RuleBranch] {
    if trial.outcome.state == .pending(.claimedNotApplicable) {
      return [RuleBranch(way: .claimedNotApplicable, kind: "may_be_not_applicable")]
    }
    guard let result = trial.result else { return [] }
    let own = rule.reached(trial, set)
    return switch result {
    case .undefined: own + [RuleBranch(way: .undefined, kind: "if_undefined")]
    case .missing: own + [RuleBranch(way: .missing, kind: "if_missing")]
    case .points, .broken, .unanswered, .awaitsCouncil: own
    }
  }
}

extension Rule {
  /// The rule at the end of a path of alternatives.
  func rule(at path: [Int]) -> Rule {
    guard let first = path.first, case .bestOf(let rules) = self, rules.indices.contains(first)
    else { return self }
    return rules[first].rule(at: Array(path.dropFirst()))
  }
}
