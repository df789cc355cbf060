internal import EventLog
package import Grading
package import Procedure
package import Store

/// Who may do what: the one place that says so, as a function of account, act and round.
///
/// It decides what a person may see and try; what becomes an event is judged once more by the
/// round's rules of procedure.
package struct Rights: Sendable {
  /// Where the time for self-assessment stands.
  package enum ClaimWindow: Hashable, Sendable {
    case noStage
    case notOpen(LocalMoment)
    /// nil: without an end.
    case open(LocalMoment?)
    case closed(LocalMoment)
  }

  package var claim: ClaimWindow
  package var isPublic: Bool
  /// Roles of the rules of procedure that see places before publication.
  package var placesVisibleTo: Set<String>
  /// The council that appraises each unit, by the unit's id.
  package var councils: [String: String]
  package var locked: Set<String>
  /// How many units handed in.
  package var handedIn = 0
  package var people: [String: Person]
  /// The unit that keeps each register, by the register's name.
  package var keepers: [String: String] = [:]
  /// The registers of which disputes cite a document, by the documents' ids, by units.
  package var disputed: [String: [String: Set<String>]] = [:]
  /// The rules of procedure about people, the moment, and what they need to know of an item.
  package var duties = Duties()

  package init(
    claim: ClaimWindow, isPublic: Bool, placesVisibleTo: Set<String>, councils: [String: String],
    locked: Set<String> = [], people: [String: Person]
  ) {
    self.claim = claim
    self.isPublic = isPublic
    self.placesVisibleTo = placesVisibleTo
    self.councils = councils
    self.locked = locked
    self.people = people
  }

  /// Whom of people.yaml an account is; nil: nobody.
  func person(of account: Account) -> Person? { account.person.flatMap { people[$0] } }

  /// Why an account may not do something; nil: it may.
  package func refusal(of act: Act, by account: Account) -> ActRefusal? {
    switch act {
    case .readAnswers(let unit):
      return isOwn(unit, account) ? nil : .otherUnit
    case .editAnswers(let unit):
      guard isOwn(unit, account) else { return .otherUnit }
      return refusalOfTime(unit)
    case .handIn(let unit):
      guard isOwn(unit, account) else { return .otherUnit }
      guard account.role == .unitHead else { return .role }
      guard person(of: account) != nil else { return .noPerson }
      return refusalOfTime(unit) ?? refusalOfProcedure(act, account)
    case .readEvidence(let unit):
      // Publication is of points, never of a unit's papers.
      return isOwn(unit, account) ? nil : refusalOfReading(unit, account)
    case .readDocument(let unit, let document):
      guard let refusal = refusal(of: .readEvidence(unit), by: account) else { return nil }
      // A register's keeper sees what is put before them, and nothing else of the unit.
      let registers = disputed[unit]?[document] ?? []
      return registers.contains { allows(.readDisputes($0), by: account) } ? nil : refusal
    case .readSheet(let unit):
      if isPublic || isOwn(unit, account) { return nil }
      return refusalOfReading(unit, account)
    case .readPlace(let unit):
      if let refusal = refusalOfPlaces(account) { return refusal }
      return isPublic || isOwn(unit, account) ? nil : refusalOfReading(unit, account)
    case .readRankings: return refusalOfPlaces(account)
    case .readLog:
      switch account.role {
      case .organiser, .auditor: return nil
      // Of a council that appraises only some units the whole log tells too much.
      case .council: return council(of: account) == Person.province ? nil : .otherCouncil
      case .unitOfficer, .unitHead, .helperTeam, .registerKeeper, .decider: return .role
      }
    case .readResult:
      switch account.role {
      case .organiser, .auditor: return nil
      // What there is to say of it is said by the two that it is made of.
      case .council: return refusal(of: .readLog, by: account) ?? refusalOfPlaces(account)
      case .unitOfficer, .unitHead, .helperTeam, .registerKeeper, .decider: return .role
      }
    case .readHandouts:
      // Who signs the decision reads what is annexed to it.
      return account.role == .decider ? nil : refusal(of: .readResult, by: account)
    case .readAccess:
      switch account.role {
      case .organiser, .auditor: return nil
      case .unitOfficer, .unitHead, .helperTeam, .council, .registerKeeper, .decider: return .role
      }
    // The board tells each account what is its own, and nothing else.
    case .readNotices: return nil
    case .readSetup:
      switch account.role {
      case .organiser, .auditor: return nil
      case .unitOfficer, .unitHead, .helperTeam, .council, .registerKeeper, .decider: return .role
      }
    case .tryFile: return account.role == .organiser ? nil : .role
    case .readDrift:
      switch account.role {
      case .organiser, .auditor: return nil
      // It names the appraisers of all units.
      case .helperTeam, .council:
        guard let council = council(of: account) else { return .noPerson }
        return council == Person.province ? nil : .otherCouncil
      case .unitOfficer, .unitHead, .registerKeeper, .decider: return .role
      }
    case .replaceFile(let kind):
      if let refusal = refusalOfProcedure(act, account) { return refusal }
      return kind == .rules && handedIn > 0 ? .handedIn(handedIn) : nil
    case .readRegisters:
      switch account.role {
      case .registerKeeper, .organiser, .auditor: return nil
      case .unitOfficer, .unitHead, .helperTeam, .council, .decider: return .role
      }
    case .readDisputes(let register):
      switch account.role {
      case .organiser, .auditor: return nil
      case .registerKeeper:
        guard let person = person(of: account) else { return .noPerson }
        return person.unit != nil && person.unit == keepers[register] ? nil : .otherRegister
      case .unitOfficer, .unitHead, .helperTeam, .council, .decider: return .role
      }
    case .readClosings: return refusalOfReadingClosings(account)
    case .closeDossiers: return refusalOfClosing(account)
    case .readDossiers(let unit): return refusalOfReadingDossiers(unit, account)
    case .explainDossier(let unit):
      guard isOwn(unit, account) else { return .otherUnit }
      return locked.contains(unit) ? .locked : nil
    case .decideDossiers: return refusalOfClosing(account) ?? refusalOfProcedure(act, account)
    case .readReconsiderations:
      guard isPublic else { return .onlyOncePublished }
      switch account.role {
      case .unitOfficer, .unitHead, .organiser, .auditor: return nil
      case .helperTeam, .council: return council(of: account) == nil ? .noPerson : nil
      case .registerKeeper, .decider: return .role
      }
    case .readWork, .readMatters, .appraise, .askExplanation, .approve, .explain, .readCouncil,
      .putOnAgenda, .recordMeeting, .decide, .readPublication, .lock, .unlock, .publish,
      .correctFigure, .approveFigure, .askReconsideration, .answerReconsideration, .amend,
      .moveDeadline:
      return refusalOfProcedure(act, account)
    }
  }

  package func allows(_ act: Act, by account: Account) -> Bool {
    refusal(of: act, by: account) == nil
  }

  func isOwn(_ unit: String, _ account: Account) -> Bool {
    account.role.isOfUnit && account.unit == unit && councils[unit] != nil
  }

  private func refusalOfTime(_ unit: String) -> ActRefusal? {
    if locked.contains(unit) { return .locked }
    switch claim {
    case .noStage: return .noStage
    case .notOpen(let moment): return .notOpen(moment)
    case .open: return nil
    case .closed(let moment): return .closed(moment)
    }
  }

  /// Whether somebody who is not of the unit may read it.
  func refusalOfReading(_ unit: String, _ account: Account) -> ActRefusal? {
    switch account.role {
    case .organiser, .auditor: return nil
    case .unitOfficer, .unitHead: return .otherUnit
    case .registerKeeper, .decider: return .role
    case .helperTeam, .council:
      guard let council = council(of: account) else { return .noPerson }
      return council == Person.province || council == councils[unit] ? nil : .otherCouncil
    }
  }

  private func refusalOfPlaces(_ account: Account) -> ActRefusal? {
    if isPublic { return nil }
    let role: Role
    switch account.role {
    // Who runs the round has its files, and so does who audits it.
    case .organiser, .auditor: return nil
    case .unitOfficer, .unitHead: role = .unit
    case .helperTeam: role = .helperTeam
    case .council: role = .council
    case .registerKeeper: role = .registerOwner
    case .decider: role = .decider
    }
    return placesVisibleTo.contains(role.rawValue) ? nil : .notPublished
  }

  /// nil: the account is nobody of people.yaml, or not in office.
  func council(of account: Account) -> String? {
    guard let person = person(of: account),
      person.isInOffice(on: duties.time.day)
    else { return nil }
    return person.council
  }
}
