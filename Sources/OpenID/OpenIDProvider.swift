internal import FoundationEssentials

/// Signs people in through a province's OpenID Connect provider: the code flow with PKCE, whose
/// token comes over a connection of this server's own.
package actor OpenIDProvider {
  package nonisolated let settings: ProviderSettings
  private let send: ProviderTransport
  private var document: (read: ProviderDocument, at: Int64)?
  private var keys: (read: ProviderKeys, at: Int64)?

  /// How long what the provider says of itself is believed, in seconds.
  private static let freshness: Int64 = 3600
  /// Keys are asked for again, when a token fits none, no more often than this.
  private static let keyPause: Int64 = 60

  package init(_ settings: ProviderSettings, send: @escaping ProviderTransport = NetTransport.send)
  {
    self.settings = settings
    self.send = send
  }

  /// Where a browser goes to be signed in.
  package func address(
    for attempt: SignInAttempt, at now: Int64
  ) async throws(ProviderFailure) -> String {
    let start = try await currentDocument(now).authorization
    let query = ProviderRequest.form([
      ("response_type", "code"), ("client_id", settings.client),
      ("redirect_uri", settings.returnAddress), ("scope", scope), ("state", attempt.state),
      ("nonce", attempt.nonce), ("code_challenge", attempt.challenge),
      ("code_challenge_method", "S256"),
    ])
    return start + (start.contains("?") ? "&" : "?") + query
  }

  /// What is asked for: who it is, and more only where the account is known by more.
  private var scope: String {
    switch settings.claim {
    case "sub": "openid"
    case "email": "openid email"
    default: "openid profile"
    }
  }

  /// Whom the provider has signed in, by the claim that accounts are known by.
  /// - Parameter code: what the browser brought back.
  package func name(
    _ code: String, _ attempt: SignInAttempt, at now: Int64
  ) async throws(ProviderFailure) -> String {
    let token = try await token(code, attempt, now)
    if let claims = try await currentKeys(now, renewing: false).claims(token) {
      return try claims.name(settings, attempt, at: now)
    }
    guard let claims = try await currentKeys(now, renewing: true).claims(token) else {
      throw .token(.signature)
    }
    return try claims.name(settings, attempt, at: now)
  }

  private struct TokenAnswer: Decodable {
    let idToken: String

    private enum CodingKeys: String, CodingKey { case idToken = "id_token" }
  }

  private struct Refusal: Decodable {
    let error: String
  }

  private func token(
    _ code: String, _ attempt: SignInAttempt, _ now: Int64
  ) async throws(ProviderFailure) -> String {
    let document = try await currentDocument(now)
    var request = ProviderRequest(document.token)
    request.fields = [
      ("grant_type", "authorization_code"), ("code", code),
      ("redirect_uri", settings.returnAddress), ("code_verifier", attempt.verifier),
    ]
    if document.takesBasic {
      let pair = [settings.client, settings.secret].map(ProviderRequest.escaped)
      request.authorization =
        "Basic " + Data(pair.joined(separator: ":").utf8).base64EncodedString()
    } else {
      request.fields += [("client_id", settings.client), ("client_secret", settings.secret)]
    }
    let (status, body) = try await answer(to: request)
    guard status == 200 else {
      let refusal = try? JSONDecoder().decode(Refusal.self, from: Data(body))
      throw .refused(
        (refusal?.error).flatMap { $0.utf8.count <= 60 ? $0 : nil } ?? "status \(status)")
    }
    guard let read = try? JSONDecoder().decode(TokenAnswer.self, from: Data(body)) else {
      throw .unfit("no ID token")
    }
    return read.idToken
  }

  private func currentDocument(_ now: Int64) async throws(ProviderFailure) -> ProviderDocument {
    if let document, now - document.at < OpenIDProvider.freshness, now >= document.at {
      return document.read
    }
    let (status, body) = try await answer(
      to: ProviderRequest(ProviderDocument.address(of: settings.issuer)))
    guard status == 200 else { throw .unfit("discovery: status \(status)") }
    let read = try ProviderDocument(body, of: settings.issuer)
    document = (read, now)
    return read
  }

  private func currentKeys(
    _ now: Int64, renewing: Bool
  ) async throws(ProviderFailure) -> ProviderKeys {
    // A key that the provider has withdrawn is not to be believed for longer than it says itself.
    let pause = renewing ? OpenIDProvider.keyPause : OpenIDProvider.freshness
    if let keys, (0..<pause).contains(now - keys.at) { return keys.read }
    let (status, body) = try await answer(to: ProviderRequest(currentDocument(now).keys))
    guard status == 200 else { throw .unfit("keys: status \(status)") }
    let read = try await ProviderKeys(body)
    keys = (read, now)
    return read
  }

  private func answer(
    to request: ProviderRequest
  ) async throws(ProviderFailure) -> (status: Int, body: [UInt8]) {
    do { return try await send(request) } catch { throw .unreachable("\(error)") }
  }
}
