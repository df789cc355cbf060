internal import EventLog
internal import Grading
internal import Procedure
internal import Store

/// Single dossiers: who keeps the records learns what waits, units what was decided.
extension NoticeBoard {
  func ofDossiers(_ account: Account) -> [Notice] {
    switch account.role {
    case .unitOfficer, .unitHead: decided(account)
    case .registerKeeper, .organiser: asked(account)
    case .helperTeam, .council, .decider, .auditor: []
    }
  }

  /// One for all that a unit sends within a day: they are many where a system stood still.
  private func asked(_ account: Account) -> [Notice] {
    let office = account.person.flatMap { rights.people[$0]?.unit }
    let owner = snapshot.plan.figures.tables["dossiers"]?.owner
    guard rights.allows(.decideDossiers, by: account),
      owner == office || owner == nil && account.role == .organiser
    else { return [] }
    // Nobody decides about their own office's.
    let open = requests.filter { $0.state == .open && $0.unit != office }
    return Dictionary(grouping: open) { [$0.unit, $0.sentOn] }.values.compactMap { requests in
      requests.first.map { notice($0, .dossiersAsked, "y\($0.unit)-\($0.sentOn)", at: $0.sentAt) }
    }
  }

  /// One for all that were decided together.
  private func decided(_ account: Account) -> [Notice] {
    let ended = requests.filter {
      $0.unit == account.unit && ($0.state == .accepted || $0.state == .refused)
    }
    return Dictionary(grouping: ended) {
      [$0.state.rawValue, "\($0.event ?? 0)", "\($0.closedAt ?? 0)"]
    }.values.compactMap { requests in
      requests.first.flatMap { first in
        first.closedAt.map { time in
          notice(
            first, .dossiersDecided(isAccepted: first.state == .accepted), "y\(first.number)",
            at: time)
        }
      }
    }
  }

  private func notice(
    _ request: DossierRequest, _ kind: Notice.Kind, _ key: String, at time: Int64
  ) -> Notice {
    Notice(
      key: key, kind: kind, unit: request.unit, subject: nil, time: now.local(at: time), event: nil,
      author: nil, origin: "dossiers \(key) \(time)")
  }
}
