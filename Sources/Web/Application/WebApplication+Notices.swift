internal import Store

/// What an account is told, and what of it was read.
extension WebApplication {
  /// Everything that the account is told now, the latest first.
  func notices(_ visit: Visit) throws -> [Notice] {
    guard let snapshot = visit.snapshot, let rights = visit.rights,
      let account = visit.session?.account
    else { return [] }
    return try board(snapshot, rights, visit.now, account).notices(for: account)
  }

  private func board(
    _ snapshot: RoundSnapshot, _ rights: Rights, _ now: WebClock.Moment, _ account: Account
  ) throws -> NoticeBoard {
    NoticeBoard(
      ledger: keeper.notices(in: snapshot), snapshot: snapshot, rights: rights, now: now,
      proposals: try NoticeBoard.proposals(store, about: NoticeBoard.kinds(for: account.role)),
      disputes: keeper.openDisputes(in: snapshot),
      dossiers: try NoticeBoard.dossiers(store, for: account, in: snapshot))
  }

  func noticesPage(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readNotices) { return refusal }
    guard let snapshot = visit.snapshot, let account = visit.session?.account else {
      return notFound(visit)
    }
    let page = NoticesPage(
      try notices(visit), read: try store.readNotices(of: account),
      page: visit.request.query["trang"].flatMap(Int.init) ?? 1,
      NoticeText(snapshot, visit.frame.language), for: account)
    return WebResponse(200, page.html(visit.frame))
  }

  /// Marks as read, or opens what one is about; what is not a notice of the account is passed over.
  func readNotices(_ visit: Visit) throws -> WebResponse {
    if let refusal = try refusal(visit, of: .readNotices) { return refusal }
    guard let account = visit.session?.account else { return notFound(visit) }
    let own = try notices(visit)
    let opened = own.first { $0.key == visit.form[NoticesPage.open] }
    let one = opened?.key ?? visit.form[NoticesPage.one]
    let named =
      one.isEmpty ? visit.form[NoticesPage.all].split(separator: " ").map(String.init) : [one]
    try mark(own, read: named, of: account, visit)
    let path = opened.flatMap { notice in
      visit.snapshot.flatMap {
        NoticeText($0, visit.frame.language).path(notice, for: account)
      }
    }
    return .redirect(to: "/" + (path ?? WebPath.notices))
  }

  /// - Parameter named: keys, of which those that are no notice of the account are passed over.
  func mark(
    _ own: [Notice], read named: [String], of account: Account, _ visit: Visit
  ) throws {
    let keys = Set(own.map(\.key))
    try store.markRead(named.filter(keys.contains), of: account, at: visit.now.seconds)
  }
}

extension NoticeBoard {
  /// How many proposals that ended, and decisions about dossiers, are looked at.
  static let ended = 200

  static func proposals(
    _ store: Store, about kinds: [ProposalKind] = [.item, .figure]
  ) throws -> [StoredProposal] {
    try kinds.flatMap {
      try store.openProposals(about: $0) + store.closedProposals(limit: ended, about: $0)
    }
  }

  /// What a role proposes or approves.
  fileprivate static func kinds(for role: AccountRole) -> [ProposalKind] {
    switch role {
    case .helperTeam: [.item]
    case .registerKeeper, .organiser, .council: [.figure]
    case .unitOfficer, .unitHead, .decider, .auditor: []
    }
  }
}
