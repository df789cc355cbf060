import Foundation
import TestSupport
import Testing

@testable import Store

/// Tokens with which programs act for accounts.
@Suite struct TokenTests {
  private let home: TemporaryFolder
  private let store: Store
  private let account: Account
  private static let cheap = PasswordHash.Cost(rounds: 2, blockSize: 1, parallelism: 1)

  init() throws {
    home = try TemporaryFolder()
    store = try Store(path: home.path("parindex.sqlite"))
    try store.add(
      Account(login: "kho", name: "Kho dữ liệu", role: .auditor),
      PasswordHash(of: "mật khẩu dài", cost: Self.cheap), at: 0)
    account = try #require(try store.account("kho")).account
  }

  private func token(_ label: String = "", until end: Int64 = 1_000) throws -> String {
    try #require(try store.makeToken(of: "kho", label: label, until: end, at: 100))
  }

  @Test func `a token is its account's until the moment of its end`() throws {
    let token = try token()
    guard case .session(let session) = try store.use(ofToken: token, at: 999) else {
      Issue.record("it is worth something")
      return
    }
    #expect(session.account == account)
    #expect(try store.use(ofToken: token, at: 1_000) == .over("kho"))
    #expect(try store.use(ofToken: token + "0", at: 999) == .unknown)
    #expect(try store.session(token, at: 999) == nil, "it is no session of a browser")
    #expect(try store.makeToken(of: "nobody", label: "", until: 1_000, at: 100) == nil)
  }

  @Test func `whoever reads the store cannot act with what stands there`() throws {
    let token = try token()
    try store.backUp(to: home.path("copy.sqlite"))
    let kept = try Data(contentsOf: URL(fileURLWithPath: home.path("copy.sqlite")))
    let digest = Secret.digest(token)
    #expect(kept.range(of: Data(digest.utf8)) != nil && kept.range(of: Data(token.utf8)) == nil)
    #expect(try store.use(ofToken: digest, at: 101) == .unknown)
  }

  @Test func `tokens are taken back by label, all at once, with the account and with the password`()
    throws
  {
    func works(_ token: String) throws -> Bool {
      if case .session = try store.use(ofToken: token, at: 200) { true } else { false }
    }
    let (one, two) = (try token("một"), try token("hai"))
    #expect(try store.revokeTokens(of: "kho", label: "một") == 1)
    #expect(try !works(one) && works(two))
    #expect(try store.revokeTokens(of: "kho") == 1)
    #expect(try !works(two))
    #expect(try store.revokeTokens(of: "nobody") == nil)
    let three = try token()
    try store.setPassword(
      PasswordHash(of: "x", cost: Self.cheap), of: "kho", endsSessions: false)
    #expect(try works(three), "only the way the password is kept is another")
    try store.setPassword(PasswordHash(of: "mật khẩu khác", cost: Self.cheap), of: "kho")
    #expect(try !works(three))
    let four = try token()
    #expect(try store.removeAccount("kho"))
    #expect(try !works(four))
  }
}
