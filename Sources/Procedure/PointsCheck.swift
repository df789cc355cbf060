internal import EventLog
internal import Grading

/// Points and their second approver.
extension ProcedureCheck {
  mutating func checkPoints() {
    guard let item = event.item else { return }
    if content.kind == .amended || content.kind == .reconsiderationAnswered,
      let points = content.to?.points, !item.reachable.contains(points)
    {
      refuse(.beyondRuleAfterwards(item: item.id, points: points, reach: item.reachable))
    }
    if content.kind == .agenda { return checkReach(of: item) }
    guard let decision = content.decision else { return }
    if content.kind == .appraised, item.scoredBy == .council, decision.decidesPoints {
      refuse(.councilScores(item: item.id, decision))
    }
    if decision == .setPoints { checkReach(of: item) }
  }

  /// Points that are given, or that the council is asked to give.
  private mutating func checkReach(of item: ProposedItem) {
    guard let stage, let points = content.to?.points, !item.reachable.contains(points) else {
      return
    }
    if !stage.allowsBeyondRule {
      refuse(
        .beyondRule(item: item.id, points: points, reach: item.reachable, StageName(stage)))
    } else if !content.isBeyondRule {
      refuse(.beyondRuleUnsaid(item: item.id, points: points, reach: item.reachable))
    }
  }

  mutating func checkApproval() {
    if let approver = content.approver { checkApprover(approver) }
    guard content.approver == nil, let stage, moves, event.isMeasured else { return }
    let general = stage.kind == .appraisal ? rules.secondApprovalAbove : nil
    guard let above = stage.secondApprovalAbove ?? general else { return }
    let ofStage = stage.secondApprovalAbove == nil ? nil : stage.id
    if let item = event.items.max(by: { $0.move < $1.move }), item.move > above {
      return refuse(.missing(item: item.id, move: item.move, above: above, ofStage: ofStage))
    }
    // What two stood for is not taken back by one.
    let undone = event.items.filter { $0.standing != $0.after }
    if let item = undone.max(by: { $0.moveSoFar < $1.moveSoFar }), item.moveSoFar > above {
      refuse(.undone(item: item.id, move: item.moveSoFar, above: above, ofStage: ofStage))
    }
  }

  private var moves: Bool {
    content.kind == .appraised || content.kind == .decided || content.kind == .corrected
  }

  mutating func checkApprover(_ id: String) {
    if id == content.author { refuse(.ownProposal(id)) }
    guard let people = rules.people else { return }
    guard let person = people[id] else { return refuse(ApprovalRefusal.unknown(id)) }
    if isOut(person) { refuse(ApprovalRefusal.notInOffice(person, dayOut(person), logTime)) }
    let allowed = approvingRoles
    if !allowed.contains(person.role) { refuse(.role(person, allowed: allowed)) }
    guard let unit = event.unit else { return }
    if person.unit == unit.id { refuse(ApprovalRefusal.ownUnit(person, unit: unit.id)) }
    if let council = person.council, council != unit.council {
      refuse(ApprovalRefusal.otherCouncil(person, council: unit.council))
    }
  }

  /// Whoever may propose it may approve it, and so may the council.
  private var approvingRoles: [Role] {
    let own = stage?.who.flatMap(Role.init).map { [$0] } ?? []
    let roles = content.kind == .corrected || own.isEmpty ? allowedRoles : own
    return roles.contains(.council) ? roles : roles + [.council]
  }
}
