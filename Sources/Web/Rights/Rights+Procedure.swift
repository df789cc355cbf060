internal import EventLog
internal import Grading
internal import Procedure
internal import Store

/// Acts of appraisal, of the council and of publication: first what the account is for, then the
/// rules of procedure about people.
extension Rights {
  func refusalOfProcedure(_ act: Act, _ account: Account) -> ActRefusal? {
    switch act {
    case .readWork, .readCouncil:
      switch account.role {
      case .helperTeam, .council: return council(of: account) == nil ? .noPerson : nil
      case .organiser, .auditor: return nil
      case .unitOfficer, .unitHead, .registerKeeper, .decider: return .role
      }
    case .readPublication:
      switch account.role {
      case .organiser, .auditor, .decider: return nil
      case .council: return council(of: account) == nil ? .noPerson : nil
      case .unitOfficer, .unitHead, .helperTeam, .registerKeeper: return .role
      }
    case .readMatters(let unit):
      guard councils[unit] != nil else { return .otherUnit }
      return account.role.isOfUnit ? .role : refusalOfReading(unit, account)
    case .appraise(let matter):
      return refusal(.appraised, by: account, [.helperTeam], matter.unit, matter.item)
    case .askExplanation(let matter):
      return refusal(.explanationRequested, by: account, [.helperTeam], matter.unit, matter.item)
    case .approve(let matter, let proposer): return refusalOfApproving(matter, proposer, account)
    case .handIn(let unit): return refusal(.submitted, by: account, [.unitHead], unit)
    case .explain(let unit):
      guard isOwn(unit, account) else { return .otherUnit }
      return refusal(.explained, by: account, [.unitHead], unit)
    case .putOnAgenda(let unit): return refusal(.agenda, by: account, [.organiser], unit)
    case .recordMeeting: return refusal(.met, by: account, [.organiser, .council])
    case .decide(let matter):
      return refusal(.decided, by: account, [.council], matter.unit, matter.item)
    case .correctFigure(let unit, let figure):
      let register = Act.register(of: figure)
      if let refusal = refusal(of: .readDisputes(register), by: account) { return refusal }
      return refusal(.corrected, by: account, [.registerKeeper, .organiser], unit)
    case .approveFigure(let unit, let figure, let proposer):
      return refusalOfApproving(figure, of: unit, proposer, account)
    case .askReconsideration(let unit):
      guard isOwn(unit, account) else { return .otherUnit }
      return refusal(.reconsiderationAsked, by: account, [.unitHead], unit)
    case .answerReconsideration(let unit):
      return refusal(.reconsiderationAnswered, by: account, [.council], unit)
    case .amend(let unit): return refusal(.amended, by: account, [.organiser, .council], unit)
    case .replaceFile, .moveDeadline: return refusal(.replaced, by: account, [.organiser])
    case .decideDossiers:
      return refusal(.replaced, by: account, [.registerKeeper, .organiser])
    case .lock(let unit): return refusal(.locked, by: account, [.organiser, .council], unit)
    case .unlock(let unit): return refusal(.unlocked, by: account, [.organiser, .council], unit)
    case .publish(let state):
      return refusal(
        .publication, by: account, [.organiser, .council, .decider], state: state)
    case .readAnswers, .editAnswers, .readSheet, .readPlace, .readRankings, .readLog, .readAccess,
      .readClosings, .closeDossiers, .readDossiers, .explainDossier, .readDisputes, .readDocument,
      .readDrift, .readEvidence,
      .readHandouts, .readNotices, .readReconsiderations, .readRegisters, .readResult, .readSetup,
      .tryFile:
      return .role
    }
  }

  private func refusal(
    _ kind: EventKind, by account: Account, _ roles: [AccountRole], _ unit: String? = nil,
    _ item: String? = nil, state: PublicationState? = nil
  ) -> ActRefusal? {
    guard roles.contains(account.role) else { return .role }
    guard let person = person(of: account) else { return .noPerson }
    if let unit, councils[unit] == nil { return .otherUnit }
    return duties.refusal(of: kind, by: person, unit: unit, item: item, state: state)
      .map(ActRefusal.procedure)
  }

  /// Whoever keeps the register, who runs the round, or the unit's council.
  private func refusalOfApproving(
    _ figure: String, of unit: String, _ proposer: String, _ account: Account
  ) -> ActRefusal? {
    switch account.role {
    case .registerKeeper, .organiser:
      if let refusal = refusal(of: .readDisputes(Act.register(of: figure)), by: account) {
        return refusal
      }
    case .council: break
    case .unitOfficer, .unitHead, .helperTeam, .decider, .auditor: return .role
    }
    guard let person = person(of: account), let proposer = people[proposer]
    else { return .noPerson }
    guard councils[unit] != nil else { return .otherUnit }
    return duties.refusal(ofApproving: figure, of: unit, by: person, proposer: proposer)
      .map(ActRefusal.procedure)
  }

  private func refusalOfApproving(
    _ matter: ItemOfUnit, _ proposer: String, _ account: Account
  ) -> ActRefusal? {
    switch account.role {
    case .helperTeam, .council: break
    case .unitOfficer, .unitHead, .registerKeeper, .organiser, .decider, .auditor: return .role
    }
    guard let person = person(of: account),
      let proposer = people[proposer]
    else { return .noPerson }
    guard councils[matter.unit] != nil else { return .otherUnit }
    return duties.refusal(ofApproving: matter, by: person, proposer: proposer)
      .map(ActRefusal.procedure)
  }
}
