internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
package import Store

/// Writes notices as messages into a folder from which a mail program sends them; speaks to no
/// network itself.
package struct Outbox: Sendable {
  package struct Settings: Sendable {
    /// Who messages are from.
    package var from = "khong-tra-loi@localhost"
    /// Where people reach the application, for a link; nil: messages have none.
    package var site: String?
    /// Only of events behind this number; what is no event is always told.
    package var since = 0

    package init() {}
  }

  private let store: Store
  private let keeper: RoundKeeper
  private let settings: Settings

  package init(store: Store, keeper: RoundKeeper, settings: Settings = Settings()) {
    self.store = store
    self.keeper = keeper
    self.settings = settings
  }

  /// Writes every message that was not written before, each whole or not at all, under a name that
  /// its place in the round gives it.
  ///
  /// One that was written and not noted, because the program was killed in between, is written once
  /// more: the same bytes under the same name and Message-ID.
  /// - Returns: how many were written.
  package func write(into folder: String, at now: WebClock.Moment) async throws -> Int {
    let snapshot = try await keeper.snapshot()
    if let problem = FileAccess.makeFolder(folder) { throw KeeperFailure.unwritable(problem) }
    let board = NoticeBoard(
      ledger: keeper.notices(in: snapshot), snapshot: snapshot,
      rights: snapshot.rights(at: now.local),
      now: now, proposals: try NoticeBoard.proposals(store),
      disputes: keeper.openDisputes(in: snapshot),
      dossiers: try store.waitingDossiers() + store.decidedDossiers(limit: .max))
    var written = 0
    for account in try store.accounts() {
      guard let email = account.email, Account.isEmail(email) else { continue }
      for notice in board.notices(for: account).reversed()
      where notice.event.map({ $0 > settings.since }) ?? true {
        let message = message(notice, to: account, email, snapshot)
        // Two accounts of one address are one addressee.
        if try store.isWritten(message: message.id) { continue }
        let name = "\(message.id.prefix(32)).eml"
        if let problem = FileAccess.write(message.bytes, to: "\(folder)/\(name)") {
          throw KeeperFailure.unwritable(problem)
        }
        try store.noteWritten(message: message.id, at: now.seconds)
        written += 1
      }
    }
    return written
  }

  private func message(
    _ notice: Notice, to account: Account, _ email: String, _ snapshot: RoundSnapshot
  ) -> MailMessage {
    let language = account.language.flatMap(Language.init(rawValue:)) ?? .vietnamese
    let words = NoticeText(snapshot, language)
    let frame = PageFrame(language: language)
    let about = words.about(notice)
    let path = words.path(notice, for: account) ?? WebPath.notices
    let lines = [
      frame.say("Kính gửi \(account.name),", "To \(account.name),"), "",
      words.title(notice) + (about.isEmpty ? "." : ": \(about)."),
      frame.say("Thời điểm: ", "When: ") + words.time(notice),
      snapshot.plan.title, "",
      settings.site.map { "\($0)/\(path)" }
        ?? frame.say(
          "Đăng nhập phần mềm, mục Thông báo, để xem và xử lý.",
          "Sign in and look under Notices."),
      frame.say("Thư tự động, không trả lời thư này.", "Sent by a program; do not answer it."), "",
    ]
    return MailMessage(
      id: MailMessage.id(notice, to: email, round: snapshot.plan.id), from: settings.from,
      to: (account.name, email),
      subject: words.title(notice) + (about.isEmpty ? "" : ": \(about)"), time: notice.time,
      language: language.rawValue, text: lines.joined(separator: "\n"))
  }
}
