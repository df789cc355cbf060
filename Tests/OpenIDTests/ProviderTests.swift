import TestProvider
import Testing

@testable import OpenID

/// Whom the provider has signed in, and every way in which it has not.
@Suite struct ProviderTests {
  private static let now: Int64 = 1_000_000
  private let attempt = SignInAttempt(secret: String(repeating: "a", count: 64))

  private func settings(claim: String = "sub") throws -> ProviderSettings {
    try #require(
      ProviderSettings(
        issuer: StandInProvider.issuer, client: StandInProvider.client,
        secret: StandInProvider.secret,
        returnAddress: StandInProvider.address + "/dang-nhap/tinh/tra-ve", claim: claim,
        title: "Cổng"))
  }

  private func provider(
    _ standIn: StandInProvider, claim: String = "sub"
  ) throws -> OpenIDProvider {
    OpenIDProvider(try settings(claim: claim), send: standIn.transport)
  }

  /// Goes there and back as a browser would.
  private func come(
    _ provider: OpenIDProvider, _ standIn: StandInProvider, as name: String = "nguoi-1",
    at now: Int64 = now
  ) async throws -> String {
    let address = try await provider.address(for: attempt, at: now)
    let code = try await standIn.visit(address, as: name).split(separator: "&")[0].dropFirst(5)
    return try await provider.name(String(code), attempt, at: now)
  }

  @Test(arguments: [StandInProvider.Key.elliptic, .rsa])
  func `somebody who was signed in is known by the claim`(
    _ key: StandInProvider.Key
  ) async throws {
    let standIn = try await StandInProvider(key)
    #expect(try await come(provider(standIn), standIn) == "nguoi-1")
  }

  @Test func `the browser is sent with all that must come back, and no secret`() async throws {
    let standIn = try await StandInProvider()
    let address = try await provider(standIn).address(for: attempt, at: Self.now)
    #expect(
      address == """
        https://sso.khanhhoa.test/vao?response_type=code&client_id=parindex\
        &redirect_uri=https%3A%2F%2Fcchc.khanhhoa.test%2Fdang-nhap%2Ftinh%2Ftra-ve&scope=openid\
        &state=\(attempt.state)&nonce=\(attempt.nonce)&code_challenge=\(attempt.challenge)\
        &code_challenge_method=S256
        """)
    #expect(!address.contains(attempt.verifier))
    #expect(attempt.state != SignInAttempt(secret: String(repeating: "b", count: 64)).state)
  }

  @Test(arguments: [
    (ProviderFailure.Fault.issuer, ["iss": ClaimValue.text("https://khac.test")]),
    (.audience, ["aud": .text("khac")]), (.audience, ["aud": .list([])]),
    (.party, ["aud": .list(["parindex", "khac"])]),
    (.party, ["azp": .text("khac")]), (.nonce, ["nonce": .text("khac")]),
    (.nonce, ["nonce": .flag(true)]), (.expired, ["exp": .number(now - 60)]),
    (.early, ["iat": .number(now + 61)]), (.early, ["nbf": .number(now + 61)]),
    (.claim, ["sub": .text("")]), (.claim, ["sub": .number(7)]),
  ])
  func `a token for somebody else or another time is refused`(
    _ fault: ProviderFailure.Fault, _ changed: [String: ClaimValue]
  ) async throws {
    let standIn = try await StandInProvider()
    await standIn.with { $0.claims = { $0.merge(changed) { _, new in new } } }
    await #expect(throws: ProviderFailure.token(fault)) {
      try await come(provider(standIn), standIn)
    }
  }

  @Test(arguments: [
    ["exp": ClaimValue.number(now - 59)], ["iat": .number(now + 60)], ["nbf": .number(now + 60)],
    ["aud": .list(["parindex"])],
    ["aud": .list(["parindex", "khac"]), "azp": .text("parindex")],
  ])
  func `what is just within is taken`(_ changed: [String: ClaimValue]) async throws {
    let standIn = try await StandInProvider()
    await standIn.with { $0.claims = { $0.merge(changed) { _, new in new } } }
    #expect(try await come(provider(standIn), standIn) == "nguoi-1")
  }

  @Test func `an address counts once the provider has verified it`() async throws {
    for (verified, name) in [
      (ClaimValue.flag(true), "a@b.vn"), (.flag(false), nil), (.text("true"), nil),
    ] {
      let standIn = try await StandInProvider()
      await standIn.with {
        $0.claims = {
          $0["email"] = .text("a@b.vn"); $0["email_verified"] = verified
        }
      }
      let come = try? await come(provider(standIn, claim: "email"), standIn)
      #expect(come == name, "\(verified)")
    }
  }

  @Test func `a token that no key has signed is refused, whatever it calls itself`() async throws {
    let none = StandInProvider.text(#"{"alg":"none"}"#.utf8)
    let symmetric = StandInProvider.text(#"{"alg":"HS256","kid":"x"}"#.utf8)
    let changes: [@Sendable (String) -> String] = [
      { $0.split(separator: ".").dropLast().joined(separator: ".") + "." },
      { "\(none)." + $0.split(separator: ".")[1] + "." },
      { "\(symmetric)." + $0.split(separator: ".").dropFirst().joined(separator: ".") },
      { String($0.dropLast(4)) + "AAAA" }, { _ in "" }, { _ in "a.b.c" },
      { token in
        let parts = token.split(separator: ".")
        return "\(parts[0]).\(StandInProvider.text(#"{"iss":"x"}"#.utf8)).\(parts[2])"
      },
    ]
    for change in changes {
      let standIn = try await StandInProvider()
      await standIn.with { $0.token = change }
      await #expect(throws: ProviderFailure.token(.signature)) {
        try await come(provider(standIn), standIn)
      }
    }
  }

  @Test func `another key is looked for once, and not again within a minute`() async throws {
    let standIn = try await StandInProvider()
    let provider = try provider(standIn)
    _ = try await come(provider, standIn)
    try await standIn.renewKeys()
    await #expect(throws: ProviderFailure.token(.signature)) {
      try await come(provider, standIn, at: Self.now + 59)
    }
    #expect(try await come(provider, standIn, at: Self.now + 60) == "nguoi-1")
    #expect(await standIn.asked.filter { $0.hasSuffix("/khoa") }.count == 2)
    #expect(await standIn.asked.filter { $0.hasSuffix("configuration") }.count == 1)
  }

  @Test func `keys are asked for again, so that a withdrawn one ends`() async throws {
    let standIn = try await StandInProvider()
    let provider = try provider(standIn)
    func keys() async -> Int { await standIn.asked.filter { $0.hasSuffix("/khoa") }.count }
    _ = try await come(provider, standIn)
    // What the stand-in signs is over by then; its keys are looked at all the same.
    _ = try? await come(provider, standIn, at: Self.now + 3599)
    #expect(await keys() == 1)
    _ = try? await come(provider, standIn, at: Self.now + 3600)
    #expect(await keys() == 2)
  }

  @Test func `a code is taken once, and only with what its attempt began with`() async throws {
    let standIn = try await StandInProvider()
    let provider = try provider(standIn)
    let address = try await provider.address(for: attempt, at: Self.now)
    let back = try await standIn.visit(address, as: "nguoi-1")
    let code = String(back.split(separator: "&")[0].dropFirst(5))
    await #expect(throws: ProviderFailure.refused("invalid_grant")) {
      try await provider.name(code, SignInAttempt(secret: "khác"), at: Self.now)
    }
    await #expect(throws: ProviderFailure.refused("invalid_grant")) {
      try await provider.name(code, attempt, at: Self.now)
    }
  }

  @Test func `the secret goes where the provider wants it`() async throws {
    let standIn = try await StandInProvider()
    await standIn.with {
      $0.document = {
        $0["token_endpoint_auth_methods_supported"] = .list(["client_secret_post"])
      }
    }
    #expect(try await come(provider(standIn), standIn) == "nguoi-1")
  }

  @Test func `a provider that is down or says something else is told apart`() async throws {
    let standIn = try await StandInProvider()
    await standIn.with { $0.isDown = true }
    let down = try provider(standIn)
    await #expect {
      try await down.address(for: attempt, at: Self.now)
    } throws: { error in
      if case .unreachable? = error as? ProviderFailure { true } else { false }
    }
    let answers: [([String: ClaimValue], String)] = [
      (["issuer": .text("https://khac.test")], "discovery names another issuer"),
      (
        ["jwks_uri": .text("http://sso.khanhhoa.test/khoa")],
        "discovery leads to an address without TLS"
      ),
      (["token_endpoint": .flag(true)], "discovery is not readable"),
    ]
    for (changed, why) in answers {
      let odd = try await StandInProvider()
      await odd.with { $0.document = { $0.merge(changed) { _, new in new } } }
      await #expect(throws: ProviderFailure.unfit(why)) {
        try await provider(odd).address(for: attempt, at: Self.now)
      }
    }
  }

  @Test func `addresses without TLS are taken on this machine alone`() {
    func isTaken(_ address: String) -> Bool {
      ProviderSettings(
        issuer: address, client: "a", secret: "b", returnAddress: "https://a.vn/", title: "c")
        != nil
    }
    for address in ["https://sso.vn", "http://127.0.0.1:9000", "http://localhost/realm"] {
      #expect(isTaken(address), "\(address)")
    }
    for address in [
      "http://sso.vn", "https://", "http://127.0.0.1.ke.gian.vn", "http://localhost.vn", "ftp://a",
      "https://a b", "",
    ] {
      #expect(!isTaken(address), "\(address)")
    }
  }
}
