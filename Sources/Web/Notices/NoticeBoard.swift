internal import EventLog
internal import Grading
internal import Procedure
internal import Store

/// What one account is told now, the latest first: by its role, its unit and who it is.
struct NoticeBoard: Sendable {
  let ledger: NoticeLedger
  let snapshot: RoundSnapshot
  let rights: Rights
  let now: WebClock.Moment
  /// Proposals that wait, and the latest that ended.
  let proposals: [StoredProposal]
  /// Figures of registers that units dispute and nobody has decided.
  let disputes: [OpenDispute]
  /// What units say of their dossiers: what waits, and what was decided.
  let dossiers: [DossierNews]

  func notices(for account: Account) -> [Notice] {
    var seen: Set<String> = []
    let all =
      audiences(of: account).flatMap { ledger[$0] } + proposed(account) + disputed(account)
      + ofDossiers(account) + reminders(account)
    return all.filter { notice in
      (notice.author == nil || notice.author != account.person) && mayRead(notice, account)
        && seen.insert(notice.key).inserted
    }.map { notice in
      var notice = notice
      notice.isSettled = ledger.isSettled(notice)
      return notice
    }.sorted { left, right in
      left.time == right.time
        ? (left.event ?? .max, left.key) > (right.event ?? .max, right.key)
        : right.time < left.time
    }
  }

  private func audiences(of account: Account) -> [NoticeLedger.Audience] {
    var audiences: [NoticeLedger.Audience] = [.everybody]
    switch account.role {
    case .unitOfficer, .unitHead: audiences += account.unit.map { [.unit($0)] } ?? []
    case .helperTeam: audiences += account.person.map { [.person($0)] } ?? []
    case .council: audiences += rights.council(of: account).map { [.council($0)] } ?? []
    case .organiser: audiences.append(.organiser)
    case .decider: audiences.append(.decider)
    case .registerKeeper: audiences += account.person.map { [.person($0)] } ?? []
    case .auditor: break
    }
    return audiences
  }

  /// Nobody is told of a unit that they may not see.
  private func mayRead(_ notice: Notice, _ account: Account) -> Bool {
    guard let unit = notice.unit else { return true }
    // Whoever may settle it, or made it, is told.
    if notice.figure != nil, notice.kind == .proposed || notice.kind == .givenBack { return true }
    if notice.kind == .dossiersAsked { return true }
    if case .disputed = notice.kind {
      return notice.figure.map {
        rights.allows(.readDisputes(Act.register(of: $0)), by: account)
      } ?? false
    }
    return account.role.isOfUnit
      ? rights.allows(.readAnswers(unit), by: account)
      : rights.allows(.readMatters(unit), by: account)
  }

  // MARK: Disputes

  /// Those of the registers that the account's office keeps; the organiser's are those that nobody
  /// else keeps.
  private func disputed(_ account: Account) -> [Notice] {
    let office = rights.person(of: account)?.unit
    return disputes.filter { dispute in
      switch account.role {
      case .registerKeeper: dispute.keeper != nil && dispute.keeper == office
      case .organiser: dispute.keeper == nil || dispute.keeper == office
      case .unitOfficer, .unitHead, .helperTeam, .council, .decider, .auditor: false
      }
    }.map(\.notice)
  }

  // MARK: Proposals

  private func proposed(_ account: Account) -> [Notice] {
    proposals.compactMap { proposal in
      switch proposal.state {
      case .open:
        let mayApprove =
          switch proposal.kind {
          case .item:
            account.role == .helperTeam
              && rights.allows(
                .approve(
                  ItemOfUnit(unit: proposal.unit, item: proposal.item), proposer: proposal.person),
                by: account)
          case .figure:
            rights.allows(
              .approveFigure(
                unit: proposal.unit, figure: proposal.item, proposer: proposal.person),
              by: account)
          }
        return mayApprove ? notice(proposal, "p", .proposed, proposal.madeAt) : nil
      case .returned:
        guard proposal.login == account.login, let time = proposal.closedAt else { return nil }
        return notice(proposal, "t", .givenBack, time)
      case .approved, .withdrawn: return nil
      }
    }
  }

  private func notice(
    _ proposal: StoredProposal, _ letter: String, _ kind: Notice.Kind, _ time: Int64
  ) -> Notice {
    Notice(
      key: "\(letter)\(proposal.number)", kind: kind, unit: proposal.unit,
      subject: proposal.kind == .item ? .item(proposal.item) : .figure(proposal.item),
      time: now.local(at: time), event: nil,
      author: kind == .proposed ? proposal.person : nil,
      origin: "proposal \(proposal.number) \(proposal.unit) \(proposal.item) \(proposal.madeAt)")
  }

  // MARK: What ends soon

  private func reminders(_ account: Account) -> [Notice] {
    explanationsDue(account)
      + snapshot.plan.stages.compactMap { stage in
        guard let deadline = stage.deadline, isSoon(deadline), concerns(stage, account) else {
          return nil
        }
        return reminder(
          .stageEnds(stage.id, deadline), "d-\(stage.id)", deadline, nil, nil, "stage \(stage.id)")
      }
  }

  private func concerns(_ stage: Stage, _ account: Account) -> Bool {
    if account.role == .organiser { return true }
    switch stage.kind {
    case .claim:
      guard account.role.isOfUnit, let unit = account.unit, let place = snapshot.places[unit]
      else { return false }
      return !snapshot.round.units[place].isSubmitted
    case .appraisal: return account.role == .helperTeam && rights.council(of: account) != nil
    // Who has something to explain is told of that.
    case .explanation: return false
    case .council: return account.role == .council && rights.council(of: account) != nil
    }
  }

  private func explanationsDue(_ account: Account) -> [Notice] {
    guard account.role.isOfUnit, let unit = account.unit, !ledger.unanswered(unit).isEmpty else {
      return []
    }
    return ExplanationRequest.open(of: unit, in: snapshot).compactMap { request in
      guard let due = request.due(at: now.local, in: snapshot.plan.stages), isSoon(due) else {
        return nil
      }
      return reminder(
        .explanationDue(due), "g\(request.number)", due, unit, request.content.subject,
        "explanation \(request.number)")
    }
  }

  private func isSoon(_ moment: LocalMoment) -> Bool {
    Notice.isNear(moment, at: now.local) && !Notice.isOver(moment, at: now.local)
  }

  /// A term that is moved is another one to be told of.
  private func reminder(
    _ kind: Notice.Kind, _ key: String, _ due: LocalMoment, _ unit: String?,
    _ subject: EventSubject?, _ origin: String
  ) -> Notice? {
    guard let first = due.day.adding(days: -Notice.daysBefore),
      let time = EventTime(first, hour: 0, minute: 0, second: 0)
    else { return nil }
    let digits = due.isoText.filter { $0.isNumber || $0 == "T" }
    return Notice(
      key: "\(key)-\(digits)", kind: kind, unit: unit, subject: subject, time: time, event: nil,
      author: nil, origin: "\(origin) \(due.isoText)")
  }
}
