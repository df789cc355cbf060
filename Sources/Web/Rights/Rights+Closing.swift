internal import EventLog
internal import Grading
internal import Procedure
internal import Store

/// Closing the round's dossiers is whose it is to put their figures right: the office that keeps
/// them, or the organiser.
///
/// It becomes no event, so no rule of procedure speaks of it.
extension Rights {
  /// The table of figures that are counted from dossiers.
  static let dossiers = "dossiers"

  func refusalOfReadingClosings(_ account: Account) -> ActRefusal? {
    guard account.role == .helperTeam else {
      return refusal(of: .readDisputes(Rights.dossiers), by: account)
    }
    // A ledger names the dossiers of all units.
    guard let council = council(of: account) else { return .noPerson }
    return council == Person.province ? nil : .otherCouncil
  }

  /// A unit sees its own; who sees how all were closed sees each.
  func refusalOfReadingDossiers(_ unit: String, _ account: Account) -> ActRefusal? {
    guard councils[unit] != nil else { return .otherUnit }
    if isOwn(unit, account) || refusalOfReadingClosings(account) == nil { return nil }
    return refusalOfReading(unit, account)
  }

  func refusalOfClosing(_ account: Account) -> ActRefusal? {
    switch account.role {
    case .registerKeeper, .organiser: break
    case .unitOfficer, .unitHead, .helperTeam, .council, .decider, .auditor: return .role
    }
    if let refusal = refusal(of: .readDisputes(Rights.dossiers), by: account) { return refusal }
    guard let person = person(of: account),
      person.isInOffice(on: duties.time.day)
    else { return .noPerson }
    return nil
  }
}
