import Foundation
import TestSupport
import Testing

@testable import Store

/// What the store keeps, and for how long.
@Suite struct StoreTests {
  private let home: TemporaryFolder
  private let store: Store
  private static let cheap = PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)

  init() throws {
    home = try TemporaryFolder()
    store = try Store(path: home.path("parindex.sqlite"))
  }

  private func account(_ login: String = "so-y-te.01") throws -> Account {
    try store.add(
      Account(login: login, name: "Nguyễn Văn A", role: .unitOfficer, unit: "so-y-te"),
      PasswordHash(of: "mật khẩu dài", cost: Self.cheap), at: 0)
    return try #require(try store.account(login)).account
  }

  // MARK: Passwords

  @Test func `a password matches itself and nothing else, each with a salt of its own`() throws {
    let one = PasswordHash(of: "mật khẩu dài", cost: Self.cheap)
    let two = PasswordHash(of: "mật khẩu dài", cost: Self.cheap)
    #expect(one.text != two.text)
    let read = try #require(PasswordHash(one.text))
    #expect(read.matches("mật khẩu dài"))
    #expect(!read.matches("mật khẩu dài "))
    #expect(!read.matches(""))
    #expect(read.cost == Self.cheap)
  }

  @Test(arguments: [
    "", "scrypt:2:1:1::", "bcrypt:2:1:1:00:00", "scrypt:1073741824:8:1:SALT:HASH",
    "scrypt:3:1:1:SALT:HASH", "scrypt:2:99:1:SALT:HASH", "scrypt:2:1:0:SALT:HASH",
    "scrypt:-2:1:1:SALT:HASH",
  ])
  func `a text that is no hash, or would take all memory, is none`(_ text: String) {
    let whole = text.replacing("SALT", with: String(repeating: "ab", count: 16))
      .replacing("HASH", with: String(repeating: "cd", count: 32))
    #expect(PasswordHash(whole) == nil)
  }

  @Test func `another password ends every session of the account and of no other`() throws {
    let (one, two) = (try account(), try account("so-do.01"))
    let first = try store.beginSession(of: one, replacing: nil, at: 100)
    let second = try store.beginSession(of: two, replacing: nil, at: 100)
    try store.setPassword(PasswordHash(of: "mật khẩu khác", cost: Self.cheap), of: one.login)
    #expect(try store.session(first, at: 101) == nil)
    #expect(try store.session(second, at: 101)?.account == two)
    #expect(try !store.setPassword(PasswordHash(of: "x", cost: Self.cheap), of: "nobody"))
  }

  @Test func `two accounts do not share a name`() throws {
    _ = try account()
    #expect(throws: StoreFailure.accountExists("so-y-te.01")) { _ = try account() }
  }

  // MARK: Sessions

  @Test func `an account that is taken away takes its sessions with it`() throws {
    let one = try account()
    let token = try store.beginSession(of: one, replacing: nil, at: 100)
    #expect(try store.session(token, at: 101) != nil)
    #expect(try store.removeAccount(one.login))
    #expect(try store.session(token, at: 102) == nil)
    #expect(try store.accounts().isEmpty)
    #expect(try !store.removeAccount(one.login))
  }

  @Test func `a session ends when nothing was asked for too long, and in any case`() throws {
    let idle = Store.SessionLimit.idle
    let token = try store.beginSession(of: try account(), replacing: nil, at: 1000)
    #expect(try store.session(token, at: 1000 + idle - 1) != nil)
    #expect(try store.session(token, at: 1000 + idle - 1 + idle - 1) != nil, "it was seen since")
    #expect(try store.session(token, at: 1000 + 3 * idle) == nil)
    let other = try store.beginSession(
      of: try #require(try store.accounts().first), replacing: nil, at: 0)
    for time in stride(from: Int64(0), to: Store.SessionLimit.whole, by: 3600) {
      #expect(try store.session(other, at: time) != nil)
    }
    #expect(try store.session(other, at: Store.SessionLimit.whole) == nil)
  }

  @Test func `whoever signs in anew holds another token, and the old one is worth nothing`() throws
  {
    let account = try account()
    let old = try store.beginSession(of: account, replacing: nil, at: 0)
    let new = try store.beginSession(of: account, replacing: old, at: 1)
    #expect(old != new)
    #expect(try store.session(old, at: 2) == nil)
    #expect(try store.session(new, at: 2) != nil)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: home.path("parindex.sqlite-wal")))
    #expect(bytes.range(of: Data(new.utf8)) == nil, "the token itself is stored nowhere")
    #expect(bytes.range(of: Data(Secret.digest(new).utf8)) != nil)
  }

  // MARK: Attempts

  @Test func `waits grow with failures, for an account sooner than for an address`() throws {
    let account = AttemptKey.account("a")
    #expect((0...12).map(account.wait) == [0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640])
    #expect(account.wait(after: 1000) == 900)
    #expect(AttemptKey.address("::1").wait(after: 19) == 0)
    #expect(AttemptKey.address("::1").wait(after: 20) == 5)
    for time in Int64(0)..<5 { try store.noteFailure([account], at: time) }
    #expect(try store.waiting([account], at: 8) == 9)
    #expect(try store.waiting([account], at: 9) == nil)
    #expect(try store.waiting([.account("b")], at: 8) == nil)
    try store.forgetFailures(account)
    #expect(try store.waiting([account], at: 5) == nil)
  }

  // MARK: Drafts

  private func save(_ fields: [String: String], over version: Int) throws -> DraftSaving {
    try store.saveDraft(
      of: "so-y-te", part: "1.1", fields, over: version, by: "a", at: Int64(version))
  }

  @Test func `a draft stays as typed, also when the file is opened again`() throws {
    let fields = ["i.a": "98,5", "note": "dòng 1\ndòng 2 '; DROP TABLE draft; --", "na": ""]
    guard case .saved(let draft) = try save(fields, over: 0) else {
      Issue.record("refused")
      return
    }
    #expect(draft.version == 1)
    let again = try Store(path: home.path("parindex.sqlite"))
    #expect(try again.draft(of: "so-y-te", part: "1.1") == draft)
    #expect(try again.drafts(of: "so-y-te") == ["1.1": draft])
    #expect(try again.drafts(of: "so-do").isEmpty)
  }

  @Test func `what somebody else saved in between is shown and never overwritten`() throws {
    _ = try save(["i.a": "1"], over: 0)
    _ = try save(["i.a": "2"], over: 1)
    guard case .conflict(let other) = try save(["i.a": "3"], over: 1) else {
      Issue.record("it was overwritten")
      return
    }
    #expect(other.fields == ["i.a": "2"])
    guard case .saved(let same) = try save(["i.a": "2"], over: 1) else {
      Issue.record("the same fields once more are no conflict")
      return
    }
    #expect(same.version == 2)
    #expect(try store.draft(of: "so-y-te", part: "1.1")?.fields == ["i.a": "2"])
  }

  @Test func `a number that nobody can have been shown is none`() throws {
    for (part, version, next) in [
      ("a", 7, 8), ("b", 1_000_000, 1_000_001), ("c", 1_000_001, 1), ("d", Int.max, 1),
      ("e", -1, 1), ("f", Int.min, 1),
    ] {
      let saving = try store.saveDraft(
        of: "so-y-te", part: part, ["i.a": "1"], over: version, by: "a", at: 0)
      guard case .saved(let draft) = saving else {
        Issue.record("refused")
        continue
      }
      #expect(draft.version == next)
    }
  }

  @Test func `a draft that was changed while it was handed in stays`() throws {
    guard case .saved(let handedIn) = try save(["i.a": "1"], over: 0) else { return }
    _ = try save(["i.a": "2"], over: 1)
    try store.clearDrafts(of: "so-y-te", [handedIn])
    #expect(try store.draft(of: "so-y-te", part: "1.1")?.fields == ["i.a": "2"])
    let now = try #require(try store.draft(of: "so-y-te", part: "1.1"))
    try store.clearDrafts(of: "so-y-te", [now])
    #expect(try store.drafts(of: "so-y-te").isEmpty)
  }

  // MARK: The file

  @Test func `a damaged file is refused when it is opened`() throws {
    for number in 0..<200 {
      _ = try store.saveDraft(
        of: "u\(number)", part: "1", ["note": String(repeating: "x", count: 500)], over: 0, by: "a",
        at: 0)
    }
    try store.backUp(to: home.path("copy.sqlite"))
    let path = home.path("copy.sqlite")
    _ = try Store(path: path)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for page in 3..<10 {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 7, count: 64))
    }
    let broken = home.path("broken.sqlite")
    try bytes.write(to: URL(fileURLWithPath: broken))
    #expect(throws: (any Error).self) { _ = try Store(path: broken) }
  }

  @Test func `what is noted comes back the latest first`() throws {
    try store.note(.signedIn, login: "a", address: "::1", at: 1)
    try store.note(.refused, login: "b", address: "::1", "hand-in /x", at: 2)
    #expect(try store.records(limit: 10).map(\.login) == ["b", "a"])
    #expect(try store.records(limit: 1).first?.detail == "hand-in /x")
  }

  // MARK: Proposals

  @Test func `one proposal waits for each item, and ends once`() throws {
    func propose(_ login: String, _ points: String, _ item: String = "1.1") throws -> Proposing {
      try store.propose(
        unit: "so-y-te", item: item, ["diem": points], seen: 7, login: login, person: "p/\(login)",
        at: 5)
    }
    guard case .made(let first) = try propose("a", "1") else { return #expect(Bool(false)) }
    #expect(try propose("a", "1") == .made(first), "a second click")
    #expect(try propose("a", "2") == .waiting(first))
    #expect(try propose("b", "1") == .waiting(first))
    guard case .made(let other) = try propose("b", "1", "1.2") else { return #expect(Bool(false)) }
    #expect(try store.openProposals() == [first, other])
    #expect(try store.proposal(first.number) == first)
    #expect(try store.close(proposal: first.number, .approved, by: "c", event: 9, at: 6))
    #expect(try !store.close(proposal: first.number, .returned, by: "d", at: 7), "it has ended")
    let ended = try #require(try store.proposal(first.number))
    #expect(ended.state == .approved && ended.event == 9 && ended.closedBy == "c")
    #expect(ended.fields == ["diem": "1"] && ended.seen == 7)
    #expect(try store.openProposals() == [other])
    #expect(try store.closedProposals(limit: 9) == [ended])
    guard case .made(let again) = try propose("b", "3") else { return #expect(Bool(false)) }
    #expect(again.number > other.number)
  }

  @Test func `the latest that ended are the latest of those that are wanted`() throws {
    func ended(_ unit: String, _ item: String, _ kind: ProposalKind, at time: Int64) throws {
      guard
        case .made(let made) = try store.propose(
          kind, unit: unit, item: item, [:], seen: 0, login: "a", person: "p", at: time)
      else { return #expect(Bool(false)) }
      #expect(try store.close(proposal: made.number, .withdrawn, by: "a", at: time))
    }
    try ended("so-do", "1.1", .item, at: 1)
    try ended("so-do", "1.2", .item, at: 2)
    for number in 1...5 { try ended("so-y-te", "1.\(number)", .item, at: 10) }
    try ended("so-do", "dossiers.late", .figure, at: 20)
    #expect(try store.closedProposals(limit: 5).allSatisfy { $0.unit == "so-y-te" })
    let own = try store.closedProposals(limit: 5) { unit, _ in unit == "so-do" }
    #expect(own.map(\.item) == ["1.2", "1.1"], "others' take none of their places")
    #expect(try store.closedProposals(limit: 1) { $0 == "so-do" && $1 == "1.1" }.count == 1)
    let figures = try store.closedProposals(limit: 5, about: .figure)
    #expect(figures.map(\.item) == ["dossiers.late"] && figures[0].kind == .figure)
  }

  @Test func `a figure and an item of one name wait beside each other`() throws {
    for kind in [ProposalKind.item, .figure] {
      let made = try store.propose(
        kind, unit: "so-y-te", item: "1.1", ["a": "1"], seen: 0, login: "a", person: "p", at: 1)
      guard case .made = made else { return #expect(Bool(false)) }
      #expect(try store.openProposals(about: kind).map(\.kind) == [kind])
    }
  }

  // MARK: Notices

  @Test func `what an account has read is its own, and goes with it`() throws {
    let (one, two) = (try account(), try account("so-do.01"))
    try store.markRead(["e5", "p1"], of: one, at: 1)
    try store.markRead(["e5"], of: one, at: 2)
    #expect(try store.readNotices(of: one) == ["e5", "p1"])
    #expect(try store.readNotices(of: two).isEmpty)
    _ = try store.removeAccount(one.login)
    #expect(try store.readNotices(of: one).isEmpty)
    #expect(try !store.isWritten(message: "a@x"))
    try store.noteWritten(message: "a@x", at: 1)
    try store.noteWritten(message: "a@x", at: 2)
    #expect(try store.isWritten(message: "a@x") && !store.isWritten(message: "b@x"))
  }

  @Test(arguments: [
    "accounts", "drafts", "record", "proposals", "openid", "notices", "tokens", "uploads",
    "figure proposals",
  ])
  func `a file of an earlier version is brought up to date`(_ version: String) throws {
    let path = home.path("\(version).sqlite")
    _ = try Store(path: path, upTo: version)
    let store = try Store(path: path)
    try store.add(
      Account(login: "ab", name: "A", role: .auditor, email: "a@x.vn"),
      PasswordHash(of: "mật khẩu dài", cost: Self.cheap), at: 0)
    #expect(try store.account("ab")?.account.email == "a@x.vn")
    #expect(try store.setEmail(nil, of: "ab") && store.account("ab")?.account.email == nil)
    #expect(try store.drafts(of: "x").isEmpty && store.openProposals().isEmpty)
    #expect(try store.makeToken(of: "ab", label: "", until: 2, at: 1) != nil)
    #expect(try store.openUploads(at: 1).isEmpty)
    #expect(try store.openProposals(about: .figure).isEmpty)
  }
}
