internal import EventLog
internal import Grading
internal import Procedure
internal import Store

/// Single dossiers: who decides learns what waits, units what was decided.
extension NoticeBoard {
  func ofDossiers(_ account: Account) -> [Notice] {
    dossiers.filter { concerns($0, account) }.map { news in
      // All that a unit sends within a day are one: they are many where a system stood still. What
      // came since the notice was read makes it new again.
      let isOpen = news.state == .open
      let name = isOpen ? "\(news.unit)-\(news.day)" : "\(news.unit)-\(news.state)-\(news.last)"
      return Notice(
        key: isOpen ? "y\(name)-\(news.last)" : "y\(name)",
        kind: isOpen ? .dossiersAsked : .dossiersDecided(isAccepted: news.state == .accepted),
        unit: news.unit, subject: nil, time: now.local(at: news.first), event: news.event,
        author: nil, origin: "dossiers \(name)")
    }
  }

  /// Nobody decides about their own office's: the organiser does, and where nobody keeps them.
  private func concerns(_ news: DossierNews, _ account: Account) -> Bool {
    guard news.state == .open else {
      return account.role.isOfUnit && account.unit == news.unit
    }
    guard rights.allows(.decideDossiers, by: account) else { return false }
    let office = rights.person(of: account)?.unit
    let owner = snapshot.plan.figures.tables["dossiers"]?.owner
    return office != news.unit
      && (owner == office || account.role == .organiser && (owner == nil || owner == news.unit))
  }

  /// What there is about dossiers for an account; for the organiser and keepers what waits.
  static func dossiers(
    _ store: Store, for account: Account, in snapshot: RoundSnapshot
  ) throws -> [DossierNews] {
    guard snapshot.records != nil else { return [] }
    switch account.role {
    case .unitOfficer, .unitHead:
      return try account.unit.map { try store.decidedDossiers(of: $0, limit: ended) } ?? []
    case .registerKeeper, .organiser: return try store.waitingDossiers()
    case .helperTeam, .council, .decider, .auditor: return []
    }
  }
}
