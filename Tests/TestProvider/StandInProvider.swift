import Crypto
import CryptoExtras
import Foundation
import JWTKit
import OpenID

/// An OpenID Connect provider without a socket: it does what the standard asks for, and whatever
/// mistake a test wants to see refused.
package actor StandInProvider {
  package static let issuer = "https://sso.khanhhoa.test"
  package static let client = "parindex"
  package static let secret = "bí mật: +/="
  package static let address = "https://cchc.khanhhoa.test"

  /// What kind of key tokens are signed with.
  package enum Key: Sendable {
    case elliptic
    case rsa
  }

  /// Changed before a token is signed.
  package var claims: @Sendable (inout [String: ClaimValue]) -> Void = { _ in }
  /// Changed before discovery is answered.
  package var document: @Sendable (inout [String: ClaimValue]) -> Void = { _ in }
  /// What a token becomes on its way.
  package var token: @Sendable (String) -> String = { $0 }
  package var isDown = false
  /// Addresses that were asked, in order.
  package private(set) var asked: [String] = []

  private var signing = JWTKeyCollection()
  private var published: [JWK] = []
  /// Signs for codes that nobody has used: the challenge and the nonce that came with each.
  private var codes: [String: (challenge: String, nonce: String, name: String)] = [:]
  private let now: Int64

  package init(_ key: Key = .elliptic, at now: Int64 = 1_000_000) async throws {
    self.now = now
    try await renewKeys(key)
  }

  package func with(_ change: @Sendable (isolated StandInProvider) -> Void) { change(self) }

  /// From now on another key signs, and only that one is published.
  package func renewKeys(_ key: Key = .elliptic) async throws {
    let name = "khoa-\(asked.count)-\(published.count)"
    signing = JWTKeyCollection()
    switch key {
    case .elliptic:
      let own = ES256PrivateKey()
      await signing.add(ecdsa: own, kid: .init(string: name))
      let point = own.publicKey.parameters
      published = [
        .ecdsa(
          .es256, identifier: .init(string: name), x: point.map { Self.plain($0.x) },
          y: point.map { Self.plain($0.y) }, curve: .p256, privateKey: nil)
      ]
    case .rsa:
      let own = try _RSA.Signing.PrivateKey(keySize: .bits2048)
      await signing.add(
        rsa: try Insecure.RSA.PrivateKey(backing: own), digestAlgorithm: .sha256,
        kid: .init(string: name))
      let parts = try own.publicKey.getKeyPrimitives()
      published = [
        .rsa(
          .rs256, identifier: .init(string: name), modulus: Self.text(parts.modulus),
          exponent: Self.text(parts.publicExponent), privateExponent: nil)
      ]
    }
  }

  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    plain(Data(bytes).base64EncodedString())
  }

  /// Base64 as URLs have it.
  private static func plain(_ text: String) -> String {
    text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Somebody signs in at an address that the application sent them to.
  /// - Returns: what the browser brings back: the address without its beginning.
  package func visit(_ address: String, as name: String) throws -> String {
    let query = try Self.fields(
      String(address.split(separator: "?", maxSplits: 1).last ?? ""))
    let code = "code-\(asked.count)"
    codes[code] = (query["code_challenge"] ?? "", query["nonce"] ?? "", name)
    return "code=\(code)&state=\(query["state"] ?? "")"
  }

  package nonisolated var transport: ProviderTransport {
    { request in try await self.answer(request) }
  }

  private struct Down: Error {}

  private func answer(_ request: ProviderRequest) async throws -> (status: Int, body: [UInt8]) {
    asked.append(request.address)
    if isDown { throw Down() }
    let place = request.address.dropFirst(Self.issuer.count)
    switch place {
    case "/.well-known/openid-configuration":
      var said: [String: ClaimValue] = [
        "issuer": .text(Self.issuer), "authorization_endpoint": .text(Self.issuer + "/vao"),
        "token_endpoint": .text(Self.issuer + "/the"), "jwks_uri": .text(Self.issuer + "/khoa"),
      ]
      document(&said)
      return (200, [UInt8](try JSONEncoder().encode(said)))
    case "/khoa":
      // Keys of kinds that nobody here knows stand beside them.
      let known = String(decoding: try JSONEncoder().encode(published), as: UTF8.self).dropFirst()
      return (200, Array(#"{"keys":[{"kty":"oct","k":"AAAA","kid":"x"},\#(known)}"#.utf8))
    case "/the": return try await exchange(request)
    default: return (404, [])
    }
  }

  private func exchange(_ request: ProviderRequest) async throws -> (status: Int, body: [UInt8]) {
    let fields = try Self.fields(request.body)
    let basic = request.authorization.flatMap { Data(base64Encoded: String($0.dropFirst(6))) }
    let isKnown =
      basic.map { String(decoding: $0, as: UTF8.self) }
      == "parindex:b%C3%AD%20m%E1%BA%ADt%3A%20%2B%2F%3D"
      || (fields["client_id"] == Self.client && fields["client_secret"] == Self.secret)
    guard isKnown else { return (401, Array(#"{"error":"invalid_client"}"#.utf8)) }
    let verifier = Self.text(SHA256.hash(data: Data((fields["code_verifier"] ?? "").utf8)))
    guard fields["grant_type"] == "authorization_code",
      fields["redirect_uri"] == Self.address + "/dang-nhap/tinh/tra-ve",
      let found = codes.removeValue(forKey: fields["code"] ?? ""), found.challenge == verifier
    else { return (400, Array(#"{"error":"invalid_grant"}"#.utf8)) }
    var said: [String: ClaimValue] = [
      "iss": .text(Self.issuer), "aud": .text(Self.client), "sub": .text(found.name),
      "iat": .number(now), "exp": .number(now + 300), "nonce": .text(found.nonce),
    ]
    claims(&said)
    let signed = token(try await signing.sign(MadeClaims(said)))
    return (200, Array(#"{"access_token":"a","token_type":"Bearer","id_token":"\#(signed)"}"#.utf8))
  }

  private struct Unreadable: Error {}

  private static func fields(_ query: String) throws -> [String: String] {
    var fields: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = String(parts[0]).removingPercentEncoding,
        let value = String(parts[1]).removingPercentEncoding
      else { throw Unreadable() }
      fields[name] = value
    }
    return fields
  }
}
